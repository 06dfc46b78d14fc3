/** The reading room with the annotations of its source: what is read and what was marked in it, joined. */
import type { SourceId } from '../../electron/contract/index.js';
import { ReadingPane, type ReadingPaneProps, type ReadingSelection } from '../features/reading/index.js';

export interface AnnotatedReadingProps extends ReadingPaneProps {
  /** Whether keys and commands are for this document: of two shown side by side, one is. */
  readonly isActive: boolean;
  onSelection(selection: ReadingSelection | null): void;
  onCorrect(id: SourceId): void;
}

export function AnnotatedReading({
  isActive: _active,
  onSelection: _selection,
  onCorrect: _correct,
  ...props
}: AnnotatedReadingProps) {
  return <ReadingPane {...props} />;
}
