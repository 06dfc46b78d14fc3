/** The places of a collation on a page: as a table side by side, and as the apparatus of a printed edition. */
import type { Element, ElementContent } from 'hast';
import { t } from '../../wording/index.js';
import { el, elOf, text } from '../write/hast.js';
import { CLASS_LABELS } from './class-labels.js';
import { type CollationExportContent, sigla, siglum } from './collation-content.js';
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

export function variantTable(
  collation: CollationExportContent,
  { places: variants, moves }: VariantsAndMoves,
): Element {
  const { witnesses, base } = collation.result;
  const heads = [t('Place'), t('Class'), t('Page of {siglum}', { siglum: siglum(collation, base) })].map((words) =>
    el('th', { scope: 'col' }, text(words)),
  );
  const columns = witnesses.keys().map((witness) => {
    const isBase = witness === base ? ' (base)' : '';
    return el('th', { scope: 'col' }, text(`${siglum(collation, witness)}${isBase}`));
  });
  const rows = variants.map((variant) => {
    const number = String(variant.number);
    const label = t('Place {number} in the text', { number });
    return el(
      'tr',
      { id: rowId(variant.number), className: [variant.class] },
      el('th', { scope: 'row' }, link(textId(variant.number), number, label)),
      el('td', {}, ...classOf(collation, variant, moves.get(variant.number))),
      el('td', {}, text(variant.pageLabel)),
      ...witnesses.keys().map((witness) => el('td', { dir: 'auto' }, ...cellOf(collation, variant, witness))),
    );
  });
  const caption = t('Words that differ from those of the base are marked. A dash: nothing stands there.');
  const table = el(
    'table',
    {},
    el('caption', {}, text(caption)),
    el('thead', {}, el('tr', {}, ...heads, ...columns)),
    elOf('tbody', {}, rows),
  );
  return el('div', { className: ['table'], tabIndex: 0, role: 'region', ariaLabel: t('Places that differ') }, table);
}

function classOf(
  collation: CollationExportContent,
  variant: NumberedVariant,
  ends: readonly MoveEnd[] = [],
): ElementContent[] {
  const withheld = withheldLine(collation, variant);
  const parts: ElementContent[] = [text(CLASS_LABELS[variant.class].label)];
  if (withheld !== '') parts.push(text(t(', withheld in {withheld}', { withheld })));
  const { shown, rest } = shownEnds(ends.map((end) => end.variant));
  for (const number of shown) {
    const words = t('place {number}', { number });
    parts.push(text(', see '), link(rowId(number), words, t('Where it stands elsewhere: {words}', { words })));
  }
  if (rest > 0) parts.push(text(t(' and {rest} more', { rest })));
  return parts;
}

function cellOf(collation: CollationExportContent, variant: NumberedVariant, witness: number): ElementContent[] {
  const parts = comparedWords(collation, variant, witness);
  if (parts.length === 0) return [text(NOTHING)];
  return parts.map((part) => (part.differs ? el('mark', {}, text(part.text)) : text(part.text)));
}

/** `3 lake A] 1ake B`: the base first, then who has something else. */
export function apparatus(collation: CollationExportContent, { places: variants, moves }: VariantsAndMoves): Element {
  const entries = variants.map((variant) => {
    const readings = variant.readings.map(({ witnesses, text: words }, index) => {
      const reading = el('bdi', {}, text(words === '' ? 'nothing' : words));
      return [reading, text(` ${sigla(collation, witnesses)}${index === 0 ? '] ' : '; '}`)];
    });
    const number = variant.number;
    return el(
      'li',
      { id: entryId(number), value: String(number) },
      ...readings.flat(),
      el('span', { className: ['quiet'] }, ...classOf(collation, variant, moves.get(number))),
      text(' '),
      link(textId(number), '↩', t('Back to place {number} in the text', { number })),
    );
  });
  return elOf('ol', {}, entries);
}
