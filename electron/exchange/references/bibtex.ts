/**
 * Sources as BibTeX, in UTF-8, which BibLaTeX and Biber read. Types and fields are those of BibLaTeX that hold archival
 * elements (`unpublished`, `library`); classic BibTeX passes over what it does not know.
 * Source: the BibLaTeX manual, sections 2.1.1 and 2.2.2.
 */
import type { CslItem } from '../../notes/index.js';
import { citationKeys } from './citation-keys.js';
import { formatIssuedYear } from './format-issued.js';

const TYPES: Readonly<Record<string, string>> = {
  'article-newspaper': 'article',
  'article-magazine': 'article',
  'article-journal': 'article',
  book: 'book',
  chapter: 'incollection',
  report: 'report',
  webpage: 'online',
  thesis: 'thesis',
};

/** What TeX would take for an order. */
const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
const escaped = (text: string): string =>
  text.replace(/[\\{}$&%#_~^]/g, (sign) => SPECIAL[sign] ?? sign).replace(/\s+/g, ' ');

export type CslAuthor = NonNullable<CslItem['author']>[number];

/** An institution is kept together by braces. */
function nameOf({ family, given, suffix, literal, 'non-dropping-particle': particle }: CslAuthor): string {
  if (literal !== undefined || family === undefined) return `{${escaped(literal ?? given ?? '')}}`;
  const last = [particle, family].filter(Boolean).join(' ');
  return [last, suffix, given]
    .filter((part) => part !== undefined && part !== '')
    .map((part) => escaped(part ?? ''))
    .join(', ');
}

/** One date of EDTF as far as BibLaTeX reads it: `2000`, `-0044`, `199X`, `2000-09-XX`, `2000-21`, with one mark of doubt. */
const LEVEL_1 = /^-?(?:\d{4}(?:-(?:\d\d(?:-(?:\d\d|XX))?|XX(?:-XX)?))?|\d{3}X|\d{2}XX)[?~%]?$/;

/**
 * ISO 8601-2, level 1, which BibLaTeX reads: `2000-09`, `2000-09-28/2000-10-02`, `2000~`, `2000-09-06?`.
 * What EDTF knows beyond that is the nearest of these. Source: the BibLaTeX manual, section 2.3.8.
 */
export function isoDate(issued: CslItem['issued']): string {
  if (issued?.edtf?.split('/').every((end) => end === '' || end === '..' || LEVEL_1.test(end))) return issued.edtf;
  const parts = issued?.['date-parts'];
  if (!parts) return issued?.literal ?? '';
  const day = ([year = 0, ...rest]: readonly number[]): string =>
    [
      `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`,
      ...rest.map((number) => String(number).padStart(2, '0')),
    ].join('-');
  const doubt = issued?.uncertain ? (issued.circa ? '%' : '?') : issued?.circa ? '~' : '';
  return parts.map((one) => (one[0] === 0 ? '' : day(one) + doubt)).join('/');
}

export function* bibtex(items: readonly CslItem[]): Generator<string> {
  const keys = citationKeys(items);
  for (const item of items) {
    const fields: readonly (readonly [string, string])[] = [
      ['title', escaped(item.title ?? '')],
      ['author', (item.author ?? []).map(nameOf).join(' and ')],
      ['date', isoDate(item.issued)],
      // Classic BibTeX prints it as it is; BibLaTeX reads the date.
      ['year', item.issued ? formatIssuedYear(item.issued) : ''],
      ['journaltitle', escaped(item['container-title'] ?? '')],
      ['type', escaped(item.genre ?? '')],
      ['library', escaped([item.archive, item['archive-place']].filter(Boolean).join(', '))],
      ['note', escaped(item.archive_location ?? '')],
      ['langid', item.language ?? ''],
      // An address is read as it is.
      ['url', (item.URL ?? '').replace(/[{}\s]/g, encodeURIComponent)],
    ];
    const lines = fields.filter(([, value]) => value !== '').map(([name, value]) => `  ${name} = {${value}},`);
    yield `@${TYPES[item.type] ?? 'unpublished'}{${keys.get(item.id)},\n${lines.join('\n')}\n}\n\n`;
  }
}
