/**
 * Sources as RIS, in UTF-8 with CRLF. Archival elements go where EndNote and Zotero look for them: AV is the place in
 * the archive, DB its name. Source: RIS Format Specifications, Research Information Systems, 2011.
 */
import type { CslItem } from '../../notes/index.js';
import { t } from '../../wording/index.js';
import type { CslAuthor } from './bibtex.js';
import { SEASONS } from './format-issued.js';

const TYPES: Readonly<Record<string, string>> = {
  'article-newspaper': 'NEWS',
  'article-magazine': 'MGZN',
  'article-journal': 'JOUR',
  book: 'BOOK',
  chapter: 'CHAP',
  report: 'RPRT',
  webpage: 'ELEC',
  thesis: 'THES',
  personal_communication: 'PCOMM',
  manuscript: 'MANSCPT',
  interview: 'PCOMM',
  speech: 'HEAR',
  document: 'MANSCPT',
};

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function nameOf({ family, given, suffix, literal, 'non-dropping-particle': particle }: CslAuthor): string {
  if (literal !== undefined || family === undefined) return literal ?? given ?? '';
  return [[particle, family].filter(Boolean).join(' '), given, suffix]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
}

/** `YYYY/MM/DD/words`: the slashes stay where a part is not known. */
function dateOf(issued: CslItem['issued']): string {
  const parts = issued?.['date-parts'];
  if (!parts?.[0]) return issued?.literal === undefined ? '' : `///${issued.literal}`;
  const [year, month, day] = parts[0];
  const two = (number: number | undefined) => (number === undefined ? '' : String(number).padStart(2, '0'));
  const end =
    parts[1] === undefined ? '' : parts[1][0] === 0 ? t('or later') : t('to {part}', { part: parts[1].join('-') });
  const season = SEASONS[(issued?.season ?? 0) - 1]?.toLowerCase() ?? '';
  const more = [season, issued?.circa ? 'about' : '', issued?.uncertain ? 'uncertain' : '', end]
    .filter((word) => word !== '')
    .join(', ');
  return `${String(year ?? '').padStart(4, '0')}/${two(month)}/${two(day)}/${more}`;
}

export function* ris(items: readonly CslItem[]): Generator<string> {
  for (const item of items) {
    const lines: readonly (readonly [string, string])[] = [
      ['TI', item.title ?? ''],
      ...(item.author ?? []).map((name) => ['AU', nameOf(name)] as const),
      ...(item.recipient ?? []).map((name) => ['A2', nameOf(name)] as const),
      ['PY', String(item.issued?.['date-parts']?.[0]?.[0] ?? '')],
      ['DA', dateOf(item.issued)],
      ['T2', item['container-title'] ?? ''],
      ['M3', item.genre ?? ''],
      ['DB', item.archive ?? ''],
      ['CY', item['archive-place'] ?? ''],
      ['AV', item.archive_location ?? ''],
      ['LA', item.language ?? ''],
      ['UR', item.URL ?? ''],
      ['ID', item.id],
    ];
    const filled = lines.map(([tag, value]) => [tag, inOneLine(value)] as const).filter(([, value]) => value !== '');
    const entry = [['TY', TYPES[item.type] ?? 'GEN'] as const, ...filled].map(
      ([tag, value]) => `${tag}  - ${value}\r\n`,
    );
    yield `${entry.join('')}ER  - \r\n\r\n`;
  }
}
