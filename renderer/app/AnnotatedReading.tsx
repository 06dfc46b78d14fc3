/** The reading room with the annotations of its source: what is read and what was marked in it, joined. */
import type { SourceId } from '../../electron/contract/index.js';
import { ReadingPane, type ReadingPaneProps } from '../features/reading/index.js';

type Own = 'marks' | 'activeMark' | 'handle' | 'onTarget' | 'onMarks' | 'beside' | 'over' | 'notices' | 'menu';

export interface AnnotatedReadingProps extends Omit<ReadingPaneProps, Own> {
  onCorrect(id: SourceId): void;
}

const nothing = () => null;

export function AnnotatedReading({ onCorrect: _correct, ...props }: AnnotatedReadingProps) {
  return (
    <ReadingPane
      {...props}
      marks={[]}
      activeMark={null}
      handle={null}
      onTarget={nothing}
      onMarks={nothing}
      beside={nothing}
      over={nothing}
      notices={null}
    />
  );
}
