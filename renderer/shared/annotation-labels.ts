/** Labels of annotations: colour names, the quoted text, when and by whom. */
import type { Annotation, Colour, ReviewCandidate } from '../../electron/contract/index.js';
import { t } from '../../electron/wording/index.js';
import { formatPageLabel } from '../api/index.js';

export const COLOURS: readonly Colour[] = [1, 2, 3, 4, 5, 6, 7, 8];

const NAMES = [t('Yellow'), t('Blue'), t('Orange'), t('Green'), t('Violet'), t('Pink'), t('Grey'), t('Teal')] as const;

export const colourName = (colour: Colour): string => NAMES[colour - 1] ?? t('Yellow');

/** The words that were marked, on one line. */
export function quotedText({ target, pageLabel }: Annotation): string {
  if (target.kind === 'text') return target.quote.exact.replaceAll(/\s+/g, ' ').trim();
  const page =
    pageLabel === null ? t('page {pageIndex}', { pageIndex: target.region.pageIndex + 1 }) : formatPageLabel(pageLabel);
  return t('A region of {page}', { page });
}

/** @param most UTF-16 code units; a character is never cut in two. */
export function truncate(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '');
  const word = cut.lastIndexOf(' ');
  return `${word > most / 2 ? cut.slice(0, word) : cut}…`;
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** @param iso as it is stored. @returns `14:05` of today, else `30 Sept 2000`. */
export function formatWhen(iso: string, now = new Date()): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return '';
  return at.toDateString() === now.toDateString() ? time.format(at) : day.format(at);
}

/** Page, who and when, as far as they are known. */
export const detailLine = ({ pageLabel, who, changedAt }: Annotation): string =>
  [pageLabel === null ? '' : formatPageLabel(pageLabel), who, formatWhen(changedAt)].filter(Boolean).join(' · ');

/** Similarity of a candidate. 100 % is shown only for identical words. */
export function formatSimilarity({ similarity }: ReviewCandidate): string {
  if (similarity >= 1) return t('the same words');
  return `${Math.min(99, Math.max(0, Math.round(similarity * 100)))} % alike`;
}

/** The accessible label of an annotation that is not open. */
export function annotationLabel(annotation: Annotation, tags: readonly string[]): string {
  const page = annotation.pageLabel === null ? '' : `, ${formatPageLabel(annotation.pageLabel)}`;
  const tagged = tags.length > 0 ? t(', tagged {tags}', { tags: tags.join(', ') }) : '';
  const noted = annotation.comment.trim() === '' ? '' : t(', with a comment');
  return `${colourName(annotation.colour)}${page}: ${truncate(quotedText(annotation), 120)}${tagged}${noted}`;
}
