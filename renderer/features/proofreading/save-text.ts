/** Saves what was worked on as a new version, and says what became of the annotations. */
import type { Input } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { announce, perform } from '../../api/index.js';

/** @returns whether it was saved. */
export async function saveText(correction: Input<'text.correct'>): Promise<boolean> {
  const saved = await perform('text.correct', correction);
  if (!saved.ok) return false;
  const { review } = saved.value.anchors;
  const text =
    review > 0
      ? t('{count, plural, one {# annotation needs} other {# annotations need}} a look: its words were not found.', {
          count: review,
        })
      : null;
  announce(t('Saved as a new version of the text'), { tone: 'good', ...(text ? { text } : {}) });
  return true;
}
