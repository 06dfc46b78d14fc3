/**
 * Parts words that share a row and are not the same place: in `and a boat` beside `a nd aboat` one `a` is a word and the
 * other the head of one, in `boa- t` beside `bo- at` the hyphens stand behind different letters. Where two witnesses have
 * the same letters in a range, however cut into words, tokens share a row only if they share letters.
 * Splitting a row keeps the order of every witness.
 */
import type { WitnessWords } from './lexicon.js';
import { GAP, NONE, PUNCTUATION, type Tokens, WORD } from './model.js';
import type { Profile } from './profile.js';
import type { TokenTable } from './punctuation.js';

/** So many rows one resegmented range may take. */
const MAX_ROWS = 24;
/** Letters by which one may be ahead of the other: a word of so many was not split. */
const MAX_AHEAD = 32;
const NO_LETTER = /[^\p{L}\p{N}]+/gu;
const PLAIN = /^[\p{L}\p{N}]*$/u;

/** The words of a table, before the signs are put in. @param isPinned whether a scholar gave the word its row. */
export function separateResegmentedWords(
  profile: Profile,
  words: readonly WitnessWords[],
  tokens: readonly Tokens[],
  isPinned: (witness: number, word: number) => boolean,
): Profile {
  const own = words.map(({ tokens: indices }, witness) => {
    const { kinds = [], normalized = [] } = tokens[witness] ?? {};
    return {
      kinds: Array.from(indices, (token) => kinds[token] ?? WORD),
      normalized: Array.from(indices, (token) => normalized[token] ?? ''),
    };
  });
  const behind = resegmented(profile, own, (witness, word) => !isPinned(witness, word));
  return behind.size === 0 ? profile : { ...profile, ...split(profile, own.length, behind) };
}

/** The signs between them: words stay where they are. */
export function separateResegmentedPunctuation(table: TokenTable, tokens: readonly Tokens[]): TokenTable {
  const behind = resegmented(table, tokens, (witness, token) => tokens[witness]?.kinds[token] === PUNCTUATION);
  if (behind.size === 0) return table;
  const leads = [...table.leads].flatMap((lead, row) => (behind.has(row) ? [lead, lead] : [lead]));
  return { ...split(table, tokens.length, behind), leads: Uint8Array.from(leads) };
}

interface CellGrid {
  readonly rowCount: number;
  readonly cells: Int32Array;
}

/** Of one witness, token by token. */
interface TokenForms {
  readonly kinds: ArrayLike<number>;
  readonly normalized: readonly string[];
}

/** Of rows the witnesses whose tokens go into a row of their own behind it; never all of the row. */
function resegmented(
  { rowCount, cells }: CellGrid,
  forms: readonly TokenForms[],
  mayPart: (witness: number, token: number) => boolean,
): Map<number, Set<number>> {
  const width = forms.length;
  const tokenAt = (row: number, witness: number) => cells[row * width + witness] ?? NONE;
  const formAt = (row: number, witness: number) => forms[witness]?.normalized[tokenAt(row, witness)] ?? '';
  // Looked at again and again where two texts share little.
  const letters = forms.map(({ kinds, normalized }) =>
    normalized.map((form, token) => {
      if (kinds[token] === GAP) return null;
      if (kinds[token] !== WORD) return '';
      return PLAIN.test(form) ? form : form.replace(NO_LETTER, '');
    }),
  );
  /** Null for a gap. */
  const lettersOf = (witness: number, token: number) => (token === NONE ? '' : (letters[witness]?.[token] ?? null));
  const isAlike = (row: number, one: number, other: number) =>
    (tokenAt(row, one) === NONE) === (tokenAt(row, other) === NONE) && formAt(row, one) === formAt(row, other);

  /** From a row in which two witnesses differ to where they have said the same: rows to part, and who goes behind. */
  const between = (rowStart: number, one: number, other: number): Map<number, number> | null => {
    const found = new Map<number, number>();
    let [said, saidToo] = ['', ''];
    const most = Math.min(rowCount, rowStart + MAX_ROWS);
    for (let row = rowStart; row < most; row += 1) {
      const [token, tokenToo] = [tokenAt(row, one), tokenAt(row, other)];
      const [own, ownToo] = [lettersOf(one, token), lettersOf(other, tokenToo)];
      if (own === null || ownToo === null) return null;
      const [at, atToo] = [said.length, saidToo.length];
      said += own;
      saidToo += ownToo;
      if (Math.abs(said.length - saidToo.length) > MAX_AHEAD) return null;
      if (at !== atToo && token !== NONE && tokenToo !== NONE) {
        const isApart = at >= saidToo.length || atToo >= said.length;
        if (isApart || isAlike(row, one, other)) found.set(row, at > atToo ? one : other);
      }
      if (said === saidToo) return said === '' ? null : found;
      if (!said.startsWith(saidToo) && !saidToo.startsWith(said)) return null;
    }
    return null;
  };

  const behind = new Map<number, Set<number>>();
  for (let row = 0; row < rowCount; row += 1) {
    for (let one = 0; one < width; one += 1) {
      for (let other = one + 1; other < width; other += 1) {
        if (isAlike(row, one, other)) continue;
        for (const [parted, late] of between(row, one, other) ?? []) {
          if (!mayPart(one, tokenAt(parted, one)) || !mayPart(other, tokenAt(parted, other))) continue;
          const known = behind.get(parted) ?? new Set();
          if (known.has(one) !== known.has(other) || known.has(late)) continue;
          behind.set(parted, known.add(late));
        }
      }
    }
  }
  return behind;
}

function split(
  { rowCount, cells }: CellGrid,
  width: number,
  behind: ReadonlyMap<number, ReadonlySet<number>>,
): CellGrid {
  const count = rowCount + behind.size;
  const parted = new Int32Array(count * width).fill(NONE);
  let to = 0;
  for (let row = 0; row < rowCount; row += 1) {
    const late = behind.get(row);
    for (let witness = 0; witness < width; witness += 1) {
      const at = late?.has(witness) ? to + 1 : to;
      parted[at * width + witness] = cells[row * width + witness] ?? NONE;
    }
    to += late ? 2 : 1;
  }
  return { rowCount: count, cells: parted };
}
