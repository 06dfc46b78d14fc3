/** Labels of text versions. */
import { type AnchorReport, NO_TEXT_ORIGIN, type VersionInfo } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';

/** @returns such as “Read from the file”, “Corrected by ana”. */
export function originLabel({ origin, who, parentId }: Pick<VersionInfo, 'origin' | 'who' | 'parentId'>): string {
  if (origin === NO_TEXT_ORIGIN) return t('No text yet');
  if (origin === 'person') return who === '' ? t('Corrected by hand') : t('Corrected by {who}', { who });
  if (origin.startsWith('reader:') && parentId !== null)
    return t('Read from the file again{value}', { value: who === '' ? '' : t(' by {who}', { who }) });
  if (origin.startsWith('reader:')) return t('Read from the file');
  const brought = /^ocr:(ALTO|PAGE XML|hOCR)$/.exec(origin)?.[1];
  if (brought) return t('Brought in from {format}', { format: brought });
  const read = /^ocr:(.*) (\S+)$/.exec(origin);
  if (read)
    return t('Read from the page images by {engine}, {languages}', { engine: read[1] ?? '', languages: read[2] ?? '' });
  if (origin.startsWith('ocr')) return t('Recognised from the page images');
  return origin;
}

/** @param at ISO 8601. @returns in the person's own time zone. */
export const formatMoment = (at: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));

/** What became of the annotations; null when there are none. */
export function anchorSummary({ placed, found, review }: AnchorReport): string | null {
  const parts = [
    placed > 0
      ? t(
          '{placed, plural, one {# annotation} other {# annotations}} kept {placed, plural, one {its} other {their}} place',
          { placed },
        )
      : '',
    found > 0
      ? t(
          '{found, plural, one {# annotation} other {# annotations}} found again by {found, plural, one {its} other {their}} words',
          { found },
        )
      : '',
    review > 0
      ? t(
          '{review, plural, one {# annotation} other {# annotations}} {review, plural, one {needs} other {need}} review',
          { review },
        )
      : '',
  ];
  return parts.filter((part) => part !== '').join(', ') || null;
}
