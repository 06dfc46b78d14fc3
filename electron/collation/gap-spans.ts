/**
 * Where a witness is silent and others speak: a gap stands in the first row of what it may stand for. Invariant: a gap
 * never passes a word of its own witness, and moving it changes nothing for the others.
 */
import { GAP_FORM, type WitnessWords } from './lexicon.js';
import { GAP, type GapSpan, NONE, type Tokens } from './model.js';
import type { Profile } from './profile.js';
import type { TokenTable } from './punctuation.js';

/**
 * Lifts each gap to the row behind the last word of its witness; gaps that face each other so come into one row. Rows
 * left empty go.
 * @param isPinned whether a scholar gave the gap its row.
 */
export function withGapsFirst(
  profile: Profile,
  words: readonly WitnessWords[],
  isPinned: (witness: number, word: number) => boolean,
): Profile {
  const width = profile.witnesses.length;
  const cells = Int32Array.from(profile.cells);
  for (const [column, witness] of profile.witnesses.entries()) {
    const forms = words[witness]?.forms;
    let free = 0;
    for (let row = 0; row < profile.rowCount; row += 1) {
      const at = row * width + column;
      const word = cells[at] ?? NONE;
      if (word === NONE) continue;
      if (forms?.[word] === GAP_FORM && free < row && !isPinned(witness, word)) {
        cells[at] = NONE;
        cells[free * width + column] = word;
        free += 1;
      } else free = row + 1;
    }
  }
  return withoutEmptyRows({ ...profile, cells });
}

/** @param profile its cells are written to. */
export function withoutEmptyRows(profile: Profile): Profile {
  const width = profile.witnesses.length;
  let rowCount = 0;
  for (let row = 0; row < profile.rowCount; row += 1) {
    const line = profile.cells.subarray(row * width, (row + 1) * width);
    if (line.every((word) => word === NONE)) continue;
    profile.cells.set(line, rowCount * width);
    rowCount += 1;
  }
  return { ...profile, rowCount, cells: profile.cells.slice(0, rowCount * width) };
}

/** Finds what each gap may stand for; lifts it over the opening signs of others that belong to that. */
export function extractGapSpans({ rowCount, cells, leads }: TokenTable, tokens: readonly Tokens[]): GapSpan[] {
  const width = tokens.length;
  const spans: GapSpan[] = [];
  for (const [witness, { kinds }] of tokens.entries()) {
    let floor = 0;
    for (let row = 0; row < rowCount; row += 1) {
      const token = cells[row * width + witness] ?? NONE;
      if (token === NONE) continue;
      if (kinds[token] !== GAP) {
        floor = row + 1;
        continue;
      }
      let rowStart = row;
      while (rowStart > floor && leads[rowStart - 1] === 1) rowStart -= 1;
      cells[row * width + witness] = NONE;
      cells[rowStart * width + witness] = token;
      let rowEnd = row + 1;
      while (rowEnd < rowCount && cells[rowEnd * width + witness] === NONE) rowEnd += 1;
      const next = rowEnd;
      // Opening signs at the end belong to the next word.
      while (rowEnd > row + 1 && leads[rowEnd - 1] === 1) rowEnd -= 1;
      spans.push({ witness, token, rowStart, rowEnd });
      floor = rowEnd;
      row = next - 1;
    }
  }
  return spans.sort((one, other) => one.rowStart - other.rowStart || one.witness - other.witness);
}
