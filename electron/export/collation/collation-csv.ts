/** The variants as a table for spreadsheets: one row for each variant, one column for each witness. */

import { t } from '../../wording/index.js';
import { csvTable, inOneLine } from '../csv-table.js';
import { witnessLine } from './cite-witness.js';
import { CLASS_LABELS } from './class-labels.js';
import { type CollationExportContent, siglum, wordsOf } from './collation-content.js';
import { movedLine, moveEnds, numberedVariants, withheldLine } from './numbered-variants.js';

/** Words of the base shown before a place. */
const CONTEXT = 6;
/** Of its text, looked at for them. */
const CONTEXT_UNITS = 200;

export function collationCsv(collation: CollationExportContent): AsyncGenerator<string> {
  const { witnesses, base } = collation.result;
  const name = siglum(collation, base);
  // A table has no room for a preface: each witness is cited in its head, the collation in every row.
  const columns = [
    t('Place'),
    t('Class (a machine’s guess)'),
    t('Page of {name}', { name }),
    t('Before, in {name}', { name }),
    ...witnesses.keys().map((witness) => witnessLine(collation, witness)),
    t('Withheld in'),
    t('Moved: see place'),
    t('Collation'),
  ];
  return csvTable(columns, rowsOf(collation));
}

function* rowsOf(collation: CollationExportContent): Generator<string[]> {
  const { base } = collation.result;
  const text = collation.texts[base] ?? '';
  const places = numberedVariants(collation);
  const moves = moveEnds(collation, places);
  const name = `${collation.name}, ${collation.now.toISOString().slice(0, 10)}`;
  for (const place of places) {
    yield [
      String(place.number),
      CLASS_LABELS[place.class].label,
      place.pageLabel,
      before(text, place.at),
      ...place.block.cells.map((cell, witness) => (cell ? inOneLine(wordsOf(collation, witness, cell)) : '')),
      withheldLine(collation, place),
      movedLine(collation, moves.get(place.number)),
      name,
    ];
  }
}

const before = (text: string, at: number): string =>
  inOneLine(text.slice(Math.max(0, at - CONTEXT_UNITS), at).toWellFormed())
    .trim()
    .split(' ')
    .slice(-CONTEXT)
    .join(' ');
