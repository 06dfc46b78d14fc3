/**
 * Sources as BibTeX, in UTF-8, which BibLaTeX and Biber read. Types and fields are those of BibLaTeX that hold archival
 * elements (`unpublished`, `library`); classic BibTeX passes over what it does not know.
 * Source: the BibLaTeX manual, sections 2.1.1 and 2.2.2.
 */
import type { CslItem } from '../../notes/index.js';
import { citationKeys } from './citation-keys.js';

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

export type Name = NonNullable<CslItem['author']>[number];

/** An institution is kept together by braces. */
function nameOf({ family, given, suffix, literal, 'non-dropping-particle': particle }: Name): string {
  if (literal !== undefined || family === undefined) return `{${escaped(literal ?? given ?? '')}}`;
  const last = [particle, family].filter(Boolean).join(' ');
  return [last, suffix, given]
    .filter((part) => part !== undefined && part !== '')
    .map((part) => escaped(part ?? ''))
    .join(', ');
}

/** ISO 8601-2, which BibLaTeX reads: `2000-09`, `2000-09-28/2000-10-02`, `2000~`. */
export function isoDate(issued: CslItem['issued']): string {
  const parts = issued?.['date-parts'];
  if (!parts) return issued?.literal ?? '';
  const day = (numbers: readonly number[]): string =>
    numbers[0] === 0 ? '' : numbers.map((number, index) => String(number).padStart(index === 0 ? 4 : 2, '0')).join('-');
  return `${parts.map(day).join('/')}${issued?.circa ? '~' : ''}`;
}

export function* bibtex(items: readonly CslItem[]): Generator<string> {
  const keys = citationKeys(items);
  for (const item of items) {
    const fields: readonly (readonly [string, string])[] = [
      ['title', escaped(item.title ?? '')],
      ['author', (item.author ?? []).map(nameOf).join(' and ')],
      ['date', isoDate(item.issued)],
      ['year', String(item.issued?.['date-parts']?.[0]?.[0] ?? '')],
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
