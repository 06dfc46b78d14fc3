/** Lines above a text: annotations that wait for a decision, and the one that is being placed by hand. */
import type { SourceId } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { runCommand } from '../../api/index.js';
import { quotedText, truncate } from '../../shared/annotation-labels.js';
import { Button, Notice, rich } from '../../ui/index.js';
import css from './AnnotationNotices.module.css';
import { annotationActions, type SourceRange } from './annotation-actions.js';
import { setManualPlacement, useManualPlacement } from './manual-placement.js';

export interface AnnotationNoticesProps {
  readonly sourceId: SourceId;
  readonly reviewCount: number;
  /** What is selected in the text. */
  readonly selection: SourceRange | null;
  onPlaced(): void;
}

export function AnnotationNotices({ sourceId, reviewCount, selection, onPlaced }: AnnotationNoticesProps) {
  const placing = useManualPlacement();
  if (placing?.sourceId === sourceId) {
    const place = async () => {
      if (!selection || !(await annotationActions.place(placing.id, selection))) return;
      setManualPlacement(null);
      onPlaced();
    };
    return (
      <div className={css.line}>
        <Notice>
          <div className={css.row}>
            <p className={css.text}>
              {rich('Select the words that stand for {passage}, by mouse, or by key with F7.', {
                passage: <q>{truncate(quotedText(placing), 120)}</q>,
              })}
            </p>
            <Button size="small" onPress={() => setManualPlacement(null)}>
              {t('Not now')}
            </Button>
            <Button size="small" variant="primary" isDisabled={selection === null} onPress={() => void place()}>
              {t('Place the annotation here')}
            </Button>
          </div>
        </Notice>
      </div>
    );
  }
  if (reviewCount === 0) return null;
  return (
    <div className={css.line}>
      <Notice tone="caution">
        <div className={css.row}>
          <p className={css.text}>
            {t(
              '{reviewCount, plural, one {# annotation} other {# annotations}} of this document could not be placed in the present text.',
              { reviewCount },
            )}
          </p>
          <Button size="small" onPress={() => runCommand('go.review')}>
            {t('Review')}
          </Button>
        </div>
      </Notice>
    </div>
  );
}
