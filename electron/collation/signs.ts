/**
 * Puts the punctuation into a table of words, in rows of its own between theirs: it follows the words and never moves
 * them. Invariant: each sign stands between the words it stands between in its witness.
 */
import type { Words } from './lexicon.js';
import { GAP, NONE, type Tokens } from './model.js';
import type { Profile } from './profile.js';

/** A table of tokens: `rowCount` rows of one token index (or `NONE`) for each witness. */
export interface Table {
  readonly rowCount: number;
  readonly cells: Int32Array;
  /** 1 for rows of signs that belong to the word behind them: opening quotes and brackets. */
  readonly leads: Uint8Array;
}

interface Sign {
  readonly witness: number;
  readonly token: number;
  readonly form: string;
  /** Belongs to the word behind it, not to the one before it. */
  readonly leads: boolean;
}

/** @param profile all witnesses, in order. */
export function withSigns(
  profile: Profile,
  texts: readonly string[],
  tokens: readonly Tokens[],
  words: readonly Words[],
): Table {
  const width = tokens.length;
  const slots = new Slots(profile.rowCount);
  for (let witness = 0; witness < width; witness += 1) fillSlots(slots, profile, witness, texts, tokens, words);
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
  readonly #slots: (Sign[][] | undefined)[];

  constructor(rowCount: number) {
    this.#slots = new Array(rowCount + 1);
  }

  add(row: number, sign: Sign): void {
    const slot = this.#slots[row + 1] ?? [];
    this.#slots[row + 1] = slot;
    const last = slot.at(-1);
    if (last?.[0]?.witness === sign.witness) last.push(sign);
    else slot.push([sign]);
  }

  at(row: number): readonly (readonly Sign[])[] {
    return this.#slots[row + 1] ?? [];
  }
}

function fillSlots(
  slots: Slots,
  { cells, rowCount, witnesses }: Profile,
  witness: number,
  texts: readonly string[],
  tokens: readonly Tokens[],
  words: readonly Words[],
): void {
  const own = tokens[witness];
  const ownWords = words[witness];
  if (!own || !ownWords) return;
  const width = witnesses.length;
  const rows = new Int32Array(ownWords.count);
  for (let row = 0; row < rowCount; row += 1) {
    const word = cells[row * width + witness] ?? NONE;
    if (word !== NONE) rows[word] = row;
  }
  const text = texts[witness] ?? '';
  let word = 0;
  let hasLed = false;
  for (let token = 0; token < own.count; token += 1) {
    if (ownWords.tokens[word] === token) {
      word += 1;
      hasLed = false;
      continue;
    }
    const before = word > 0 ? (rows[word - 1] ?? 0) : -1;
    const behind = word < ownWords.count ? (rows[word] ?? 0) : rowCount;
    const isBehindGap = word > 0 && own.kinds[ownWords.tokens[word - 1] ?? 0] === GAP;
    // Once a sign belongs to the next word, those behind it do.
    hasLed ||= leads(text, own.starts[token] ?? 0, own.ends[token] ?? 0);
    const row = isBehindGap || hasLed ? behind - 1 : before;
    slots.add(row, { witness, token, form: own.normalized[token] ?? '', leads: hasLed });
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
const MOST_CELLS = 100_000;

/** The signs of one place in rows. Each witness is put to what is there already, the longest first. */
function aligned(sequences: readonly (readonly Sign[])[]): Sign[][] {
  const order = [...sequences].sort((one, other) => other.length - one.length);
  let lines: Sign[][] = [];
  for (const sequence of order) {
    if (lines.length === 0) lines = sequence.map((sign) => [sign]);
    else if (lines.length * sequence.length > MOST_CELLS) {
      for (const [index, sign] of sequence.entries()) lines[index]?.push(sign);
    } else lines = merged(lines, sequence);
  }
  return lines;
}

/** Like signs meet where they can, others of the same side too; no sign leaves its order. */
function merged(lines: readonly Sign[][], sequence: readonly Sign[]): Sign[][] {
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
  const found: Sign[][] = [];
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

function meets(line: readonly Sign[], sign: Sign | undefined): number {
  if (!sign) return 0;
  if (line.some(({ form }) => form === sign.form)) return 3;
  return line.some(({ leads }) => leads === sign.leads) ? 1 : 0;
}
