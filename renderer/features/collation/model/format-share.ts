/** How much two texts share, in words: a figure alone says nothing of what it counts. */
import { t } from '../../../../electron/wording/index.js';

/** @param share 0 to 1. */
export function formatShare(share: number): string {
  if (share >= 0.97) return t('Nearly the same text');
  if (share >= 0.8) return t('Most of the text is shared');
  if (share >= 0.55) return t('More than half is shared');
  if (share >= 0.45) return t('About half is shared');
  if (share >= 0.3) return t('A third or more is shared');
  return t('Some passages are shared');
}

/** Never more than is known: an estimate below the whole is not said to be the whole. */
export const percent = (share: number): string =>
  `${share >= 1 ? 100 : Math.min(99, Math.max(0, Math.round(share * 100)))}%`;
