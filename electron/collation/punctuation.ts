/**
 * Puts the punctuation into a table of words, in rows of its own between theirs: it follows the words and never moves
 * them. Invariant: each sign stands between the words it stands between in its witness.
 */
import type { WitnessWords } from './lexicon.js';
import { GAP, NONE, type Tokens } from './model.js';
import type { Profile } from './profile.js';

/** A table of tokens: `rowCount` rows of one token index (or `NONE`) for each witness. */
export interface TokenTable {
  readonly rowCount: number;
  readonly cells: Int32Array;
  /** 1 for rows of signs that belong to the word behind them: opening quotes and brackets. */
  readonly leads: Uint8Array;
}

interface PunctuationMark {
  readonly witness: number;
  readonly token: number;
  readonly form: string;
  /** Belongs to the word behind it, not to the one before it. */
  readonly leads: boolean;
}

/** @param profile all witnesses, in order. */
export function withPunctuation(
  profile: Profile,
  texts: readonly string[],
  tokens: readonly Tokens[],
  words: readonly WitnessWords[],
): TokenTable {
  const width = tokens.length;
  const slots = new Slots(profile.rowCount);
  const runs = tokens.flatMap((own, witness) => {
    const ownWords = words[witness];
    return ownWords ? punctuationRuns(profile, witness, texts[witness] ?? '', own, ownWords) : [];
  });
  place(runs, slots);
  const cells: number[] = [];
  const leads: number[] = [];
  for (let row = -1; row < profile.rowCount; row += 1) {
    if (row >= 0) {
      for (let witness = 0; witness < width; witness += 1) {
        const word = profile.cells[row * width + witness] ?? NONE;
        cells.push(word === NONE ? NONE : (words[witness]?.tokens[word] ?? NONE));
      }
      leads.push(0);
    }
    for (const line of aligned(slots.at(row))) {
      const start = cells.length;
      for (let witness = 0; witness < width; witness += 1) cells.push(NONE);
      for (const { witness, token } of line) cells[start + witness] = token;
      leads.push(line.every((sign) => sign.leads) ? 1 : 0);
    }
  }
  return { rowCount: leads.length, cells: Int32Array.from(cells), leads: Uint8Array.from(leads) };
}

/** What stands behind each row, for each witness that has something there. */
class Slots {
  readonly #slots: (PunctuationMark[][] | undefined)[];

  constructor(rowCount: number) {
    this.#slots = new Array(rowCount + 1);
  }

  add(row: number, sign: PunctuationMark): void {
    const slot = this.#slots[row + 1] ?? [];
    this.#slots[row + 1] = slot;
    const own = slot.find(([first]) => first?.witness === sign.witness);
    if (own) own.push(sign);
    else slot.push([sign]);
  }

  formsAt(row: number): ReadonlySet<string> {
    return new Set(this.at(row).flatMap((signs) => signs.map(({ form }) => form)));
  }

  at(row: number): readonly (readonly PunctuationMark[])[] {
    return this.#slots[row + 1] ?? [];
  }
}

/** The signs between two words of a witness, and the rows of its table they may stand behind. */
interface PunctuationRun {
  readonly signs: readonly PunctuationMark[];
  readonly before: number;
  readonly behind: number;
  /** After a gap: all belong to what follows, because the gap reaches as far as it can. */
  readonly isBehindGap: boolean;
}

function punctuationRuns(
  { cells, rowCount, witnesses }: Profile,
  witness: number,
  text: string,
  { count, starts, ends, kinds, normalized }: Tokens,
  { count: wordCount, tokens }: WitnessWords,
): PunctuationRun[] {
  const width = witnesses.length;
  const rows = new Int32Array(wordCount);
  for (let row = 0; row < rowCount; row += 1) {
    const word = cells[row * width + witness] ?? NONE;
    if (word !== NONE) rows[word] = row;
  }
  const runs: PunctuationRun[] = [];
  for (let word = 0; word <= wordCount; word += 1) {
    const first = word > 0 ? (tokens[word - 1] ?? 0) + 1 : 0;
    const last = word < wordCount ? (tokens[word] ?? 0) : count;
    if (first === last) continue;
    const signs: PunctuationMark[] = [];
    for (let token = first; token < last; token += 1) {
      const isLeading = leads(text, starts[token] ?? 0, ends[token] ?? 0);
      signs.push({ witness, token, form: normalized[token] ?? '', leads: isLeading });
    }
    runs.push({
      signs,
      before: word > 0 ? (rows[word - 1] ?? 0) : -1,
      behind: (word < wordCount ? (rows[word] ?? 0) : rowCount) - 1,
      isBehindGap: word > 0 && kinds[first - 1] === GAP,
    });
  }
  return runs;
}

/**
 * Signs between neighbouring rows have their place. Of others, some belong to the word before and the rest to the one
 * behind: where like signs of other witnesses are, else by what they are.
 */
function place(runs: readonly PunctuationRun[], slots: Slots): void {
  const isBound = ({ before, behind, isBehindGap }: PunctuationRun) => before === behind || isBehindGap;
  for (const { signs, behind } of runs.filter(isBound)) for (const sign of signs) slots.add(behind, sign);
  const placed = runs
    .filter((run) => !isBound(run))
    .map(({ signs, before, behind }) => {
      const [near, far] = [slots.formsAt(before), slots.formsAt(behind)];
      const worth = (sign: PunctuationMark, forms: ReadonlySet<string>, isLed: boolean) =>
        (forms.has(sign.form) ? 2 : 0) + (sign.leads === isLed ? 1 : 0);
      let best = signs.reduce((sum, sign) => sum + worth(sign, far, true), 0);
      let [split, here] = [0, best];
      for (const [index, sign] of signs.entries()) {
        here += worth(sign, near, false) - worth(sign, far, true);
        if (here >= best) [split, best] = [index + 1, here];
      }
      return { signs, before, behind, split };
    });
  for (const { signs, before, behind, split } of placed) {
    for (const [index, sign] of signs.entries()) slots.add(index < split ? before : behind, sign);
  }
}

const OPENING = /^[\p{Ps}\p{Pi}]/u;
const CLOSING = /^[\p{Pe}\p{Pf}.,;:!?]/u;
const SPACE = /\s/;

/** By what it is, else by where the space is. */
function leads(text: string, start: number, end: number): boolean {
  const sign = text.slice(start, start + 2);
  if (OPENING.test(sign)) return true;
  if (CLOSING.test(sign)) return false;
  const isOpenBefore = start === 0 || SPACE.test(text.charAt(start - 1));
  const isOpenBehind = end === text.length || SPACE.test(text.charAt(end));
  return isOpenBefore && !isOpenBehind;
}

/** Longer rows of signs are not worth a table: they are put beside each other one by one. */
const MAX_CELLS = 100_000;

/** The signs of one place in rows. Each witness is put to what is there already, the longest first. */
function aligned(sequences: readonly (readonly PunctuationMark[])[]): PunctuationMark[][] {
  const order = [...sequences].sort((one, other) => other.length - one.length);
  let lines: PunctuationMark[][] = [];
  for (const sequence of order) {
    if (lines.length === 0) lines = sequence.map((sign) => [sign]);
    else if (lines.length * sequence.length > MAX_CELLS) {
      for (const [index, sign] of sequence.entries()) lines[index]?.push(sign);
    } else lines = merged(lines, sequence);
  }
  return lines;
}

/** Like signs meet where they can, others of the same side too; no sign leaves its order. */
function merged(lines: readonly PunctuationMark[][], sequence: readonly PunctuationMark[]): PunctuationMark[][] {
  const width = sequence.length + 1;
  const best = new Int32Array((lines.length + 1) * width);
  const meeting = (line: number, sign: number) => meets(lines[line] ?? [], sequence[sign]);
  for (let line = lines.length - 1; line >= 0; line -= 1) {
    for (let sign = sequence.length - 1; sign >= 0; sign -= 1) {
      const met = meeting(line, sign);
      best[line * width + sign] = Math.max(
        best[(line + 1) * width + sign] ?? 0,
        best[line * width + sign + 1] ?? 0,
        met > 0 ? met + (best[(line + 1) * width + sign + 1] ?? 0) : 0,
      );
    }
  }
  const found: PunctuationMark[][] = [];
  let [line, sign] = [0, 0];
  while (line < lines.length || sign < sequence.length) {
    const here = best[line * width + sign] ?? 0;
    const met = line < lines.length && sign < sequence.length ? meeting(line, sign) : 0;
    const own = sequence[sign];
    if (met > 0 && own && here === met + (best[(line + 1) * width + sign + 1] ?? 0)) {
      found.push([...(lines[line] ?? []), own]);
      line += 1;
      sign += 1;
    } else if (line < lines.length && (sign === sequence.length || here === (best[(line + 1) * width + sign] ?? 0))) {
      found.push([...(lines[line] ?? [])]);
      line += 1;
    } else {
      if (own) found.push([own]);
      sign += 1;
    }
  }
  return found;
}

/** Quotes and brackets; a comma is no variant of them. */
const ENCLOSING = /^[\p{Ps}\p{Pe}\p{Pi}\p{Pf}"']/u;

function meets(line: readonly PunctuationMark[], sign: PunctuationMark | undefined): number {
  if (!sign) return 0;
  if (line.some(({ form }) => form === sign.form)) return 3;
  const encloses = ENCLOSING.test(sign.form);
  return line.some(({ leads, form }) => leads === sign.leads && ENCLOSING.test(form) === encloses) ? 1 : 0;
}
