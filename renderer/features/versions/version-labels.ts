/** Labels of text versions. */
import { type AnchorReport, NO_TEXT_ORIGIN, type VersionInfo } from '../../../electron/contract/index.js';
import { plural } from '../../ui/index.js';

/** @returns such as “Read from the file”, “Corrected by ana”. */
export function originLabel({ origin, who, parentId }: Pick<VersionInfo, 'origin' | 'who' | 'parentId'>): string {
  if (origin === NO_TEXT_ORIGIN) return 'No text yet';
  if (origin === 'person') return who === '' ? 'Corrected by hand' : `Corrected by ${who}`;
  if (origin.startsWith('reader:') && parentId !== null)
    return `Read from the file again${who === '' ? '' : ` by ${who}`}`;
  if (origin.startsWith('reader:')) return 'Read from the file';
  if (origin.startsWith('ocr')) return 'Recognised from the page images';
  return origin;
}

/** @param at ISO 8601. @returns in the person's own time zone. */
export const formatMoment = (at: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));

/** What became of the annotations; null when there are none. */
export function anchorSummary({ placed, found, review }: AnchorReport): string | null {
  const parts = [
    placed > 0 ? `${plural(placed, 'annotation')} kept ${placed === 1 ? 'its' : 'their'} place` : '',
    found > 0 ? `${plural(found, 'annotation')} found again by ${found === 1 ? 'its' : 'their'} words` : '',
    review > 0 ? `${plural(review, 'annotation')} ${review === 1 ? 'needs' : 'need'} review` : '',
  ];
  return parts.filter((part) => part !== '').join(', ') || null;
}
