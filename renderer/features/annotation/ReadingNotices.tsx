/** Lines above a text: annotations that wait for a decision, and the one that is being placed by hand. */
import type { SourceId } from '../../../electron/contract/index.js';
import { runCommand } from '../../api/index.js';
import { Button, Notice, plural } from '../../ui/index.js';
import { annotationActions, type Passage } from './annotation-actions.js';
import { markedWords, shorten } from './annotation-words.js';
import { setPlacing, usePlacing } from './placing.js';
import css from './ReadingNotices.module.css';

export interface ReadingNoticesProps {
  readonly sourceId: SourceId;
  readonly inReview: number;
  /** What is selected in the text. */
  readonly selection: Passage | null;
  onPlaced(): void;
}

export function ReadingNotices({ sourceId, inReview, selection, onPlaced }: ReadingNoticesProps) {
  const placing = usePlacing();
  if (placing?.sourceId === sourceId) {
    const place = async () => {
      if (!selection || !(await annotationActions.place(placing.id, selection))) return;
      setPlacing(null);
      onPlaced();
    };
    return (
      <div className={css.line}>
        <Notice>
          <div className={css.row}>
            <p className={css.text}>
              Select the words that stand for <q>{shorten(markedWords(placing), 120)}</q>, by mouse, or by key with F7.
            </p>
            <Button size="small" onPress={() => setPlacing(null)}>
              Not now
            </Button>
            <Button size="small" variant="primary" isDisabled={selection === null} onPress={() => void place()}>
              Place the annotation here
            </Button>
          </div>
        </Notice>
      </div>
    );
  }
  if (inReview === 0) return null;
  return (
    <div className={css.line}>
      <Notice tone="caution">
        <div className={css.row}>
          <p className={css.text}>
            {plural(inReview, 'annotation')} of this document could not be placed in the present text.
          </p>
          <Button size="small" onPress={() => runCommand('go.review')}>
            Review
          </Button>
        </div>
      </Notice>
    </div>
  );
}
