/** The places of a collation on a page: as a table side by side, and as the apparatus of a printed edition. */
import type { Element, ElementContent } from 'hast';
import { el, elOf, text } from '../write/hast.js';
import { CLASS_LABELS } from './class-labels.js';
import { type CollationContent, sigla, siglum } from './collation-content.js';
import { comparedWords } from './compared-words.js';
import { type MoveEnd, type NumberedVariant, shownEnds, withheldLine } from './numbered-variants.js';

const rowId = (number: number): string => `place-${number}`;
export const entryId = (number: number): string => `entry-${number}`;
export const textId = (number: number): string => `in-text-${number}`;

export interface VariantsAndMoves {
  readonly places: readonly NumberedVariant[];
  readonly moves: ReadonlyMap<number, readonly MoveEnd[]>;
}

const link = (href: string, words: string, label: string): Element =>
  el('a', { href: `#${href}`, ariaLabel: label }, text(words));

const NOTHING = '—';

export function variantTable(work: CollationContent, { places, moves }: VariantsAndMoves): Element {
  const { witnesses, base } = work.result;
  const heads = ['Place', 'Class', `Page of ${siglum(work, base)}`].map((words) =>
    el('th', { scope: 'col' }, text(words)),
  );
  const columns = witnesses.keys().map((witness) => {
    const isBase = witness === base ? ' (base)' : '';
    return el('th', { scope: 'col' }, text(`${siglum(work, witness)}${isBase}`));
  });
  const rows = places.map((place) => {
    const number = String(place.number);
    const label = `Place ${number} in the text`;
    return el(
      'tr',
      { id: rowId(place.number), className: [place.class] },
      el('th', { scope: 'row' }, link(textId(place.number), number, label)),
      el('td', {}, ...classOf(work, place, moves.get(place.number))),
      el('td', {}, text(place.pageLabel)),
      ...witnesses.keys().map((witness) => el('td', { dir: 'auto' }, ...cellOf(work, place, witness))),
    );
  });
  const caption = 'Words that differ from those of the base are marked. A dash: nothing stands there.';
  const table = el(
    'table',
    {},
    el('caption', {}, text(caption)),
    el('thead', {}, el('tr', {}, ...heads, ...columns)),
    elOf('tbody', {}, rows),
  );
  return el('div', { className: ['table'], tabIndex: 0, role: 'region', ariaLabel: 'Places that differ' }, table);
}

function classOf(work: CollationContent, place: NumberedVariant, ends: readonly MoveEnd[] = []): ElementContent[] {
  const withheld = withheldLine(work, place);
  const parts: ElementContent[] = [text(CLASS_LABELS[place.class].label)];
  if (withheld !== '') parts.push(text(`, withheld in ${withheld}`));
  const { told, rest } = shownEnds(ends.map((end) => end.variant));
  for (const number of told) {
    const words = `place ${number}`;
    parts.push(text(', see '), link(rowId(number), words, `Where it stands elsewhere: ${words}`));
  }
  if (rest > 0) parts.push(text(` and ${rest} more`));
  return parts;
}

function cellOf(work: CollationContent, place: NumberedVariant, witness: number): ElementContent[] {
  const parts = comparedWords(work, place, witness);
  if (parts.length === 0) return [text(NOTHING)];
  return parts.map((part) => (part.differs ? el('mark', {}, text(part.text)) : text(part.text)));
}

/** `3 lake A] 1ake B`: the base first, then who has something else. */
export function apparatus(work: CollationContent, { places, moves }: VariantsAndMoves): Element {
  const entries = places.map((place) => {
    const readings = place.readings.map(({ witnesses, text: words }, index) => {
      const said = el('bdi', {}, text(words === '' ? 'nothing' : words));
      return [said, text(` ${sigla(work, witnesses)}${index === 0 ? '] ' : '; '}`)];
    });
    const number = place.number;
    return el(
      'li',
      { id: entryId(number), value: String(number) },
      ...readings.flat(),
      el('span', { className: ['quiet'] }, ...classOf(work, place, moves.get(number))),
      text(' '),
      link(textId(number), '↩', `Back to place ${number} in the text`),
    );
  });
  return elOf('ol', {}, entries);
}
