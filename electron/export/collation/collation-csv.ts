/** The places that differ as a table for spreadsheets: a row a place, a column a witness. */
import { csvTable, inOneLine } from '../csv-table.js';
import { witnessLine } from './cite-witness.js';
import { CLASS_LABELS } from './class-labels.js';
import { type CollationContent, siglum, wordsOf } from './collation-content.js';
import { movedLine, moveEnds, numberedVariants, withheldLine } from './numbered-variants.js';

/** Words of the base shown before a place. */
const CONTEXT = 6;
/** Of its text, looked at for them. */
const CONTEXT_UNITS = 200;

export function collationCsv(work: CollationContent): AsyncGenerator<string> {
  const { witnesses, base } = work.result;
  const name = siglum(work, base);
  // A table has no room for a preface: each witness is cited in its head, the collation in every row.
  const columns = [
    'Place',
    'Class (a machine’s guess)',
    `Page of ${name}`,
    `Before, in ${name}`,
    ...witnesses.keys().map((witness) => witnessLine(work, witness)),
    'Withheld in',
    'Moved: see place',
    'Collation',
  ];
  return csvTable(columns, rowsOf(work));
}

function* rowsOf(work: CollationContent): Generator<string[]> {
  const { base } = work.result;
  const text = work.texts[base] ?? '';
  const places = numberedVariants(work);
  const moves = moveEnds(work, places);
  const collation = `${work.name}, ${work.now.toISOString().slice(0, 10)}`;
  for (const place of places) {
    yield [
      String(place.number),
      CLASS_LABELS[place.class].label,
      place.pageLabel,
      before(text, place.at),
      ...place.block.cells.map((cell, witness) => (cell ? inOneLine(wordsOf(work, witness, cell)) : '')),
      withheldLine(work, place),
      movedLine(work, moves.get(place.number)),
      collation,
    ];
  }
}

const before = (text: string, at: number): string =>
  inOneLine(text.slice(Math.max(0, at - CONTEXT_UNITS), at).toWellFormed())
    .trim()
    .split(' ')
    .slice(-CONTEXT)
    .join(' ');
