/**
 * Which eight-bit set a text is written in: of every set and every language it can hold, the pair in which the text is
 * most probable, letter after letter. The ASCII part tells the language, and the language tells the set.
 */
import type { CharsetId } from '../../contract/index.js';
import {
  type CharacterInfo,
  characterInfo,
  FOREIGN_LETTER,
  LATIN_LETTER,
  STRANGE_LETTER,
  shapeCost,
} from './character-shape.js';
import { decodeAs } from './decode-as.js';
import { LETTER_MODELS, LETTER_RANGE, type LetterModel } from './letter-models.js';

/** Sets that are guessed, with what is held against each: how seldom files in it come to an archive. */
const HELD_AGAINST: readonly (readonly [CharsetId, number])[] = [
  ['windows-1252', 0],
  ['windows-1250', 0],
  ['windows-1251', 0],
  ['koi8-r', 0.5],
  ['iso-8859-2', 0.5],
  ['windows-1253', 1],
  ['windows-1254', 1],
  ['windows-1257', 1],
  ['windows-1255', 1],
  ['windows-1256', 1],
  ['ibm866', 1],
  ['cp850', 1],
  ['macintosh', 1],
  ['cp852', 1],
  ['koi8-u', 1],
  ['iso-8859-5', 2],
  ['iso-8859-7', 2],
  ['iso-8859-15', 2],
  ['cp437', 1.5],
  ['mac-ce', 2],
  ['x-mac-cyrillic', 2],
  ['cp855', 2],
  ['windows-874', 1],
  ['iso-8859-4', 3],
  ['iso-8859-13', 3],
  ['cp857', 3],
  ['cp865', 3],
  ['cp737', 3],
  ['cp775', 3],
  ['cp1125', 3],
  ['iso-8859-16', 4],
  ['iso-8859-6', 3],
  ['cp720', 3],
  ['cp862', 3],
  ['mac-greek', 4],
  ['mac-turkish', 4],
  ['mac-icelandic', 4],
  ['mac-croatian', 4],
  ['mac-romanian', 4],
  ['cp861', 4],
  ['mik', 4],
  ['cp869', 4],
];

/** Of a language's letters, those that a set must have to be thought of for it. */
const ALPHABET_SHARE = 0.9;
/** A piece in another language than the text as a whole. */
const OTHER_LANGUAGE = 5;

interface CharsetCandidate {
  readonly charset: CharsetId;
  readonly heldAgainst: number;
  readonly signs: readonly CharacterInfo[];
  readonly languages: readonly LetterModel[];
}

export interface RankedCharset {
  readonly charset: CharsetId;
  readonly cost: number;
  /** For each byte beyond ASCII, what it costs with the byte after it. */
  readonly costOfHigh: number;
}

const KNOWN_LETTERS: ReadonlySet<number> = new Set(
  LETTER_MODELS.flatMap(({ letters }) => [...letters].map((letter) => letter.charCodeAt(0))),
);

/** Addresses, paths, tags and the like are in no language. */
const NO_WORDS = /[!-~]*[/@_=\\<>{}][!-~]*/g;

/** At least one byte ≥ 0x80 stays: those are never in what is left out. */
function withoutAddresses(piece: Uint8Array): Uint8Array {
  return Buffer.from(Buffer.from(piece).toString('latin1').replace(NO_WORDS, ' '), 'latin1');
}

let made: readonly CharsetCandidate[] | null = null;

function candidates(): readonly CharsetCandidate[] {
  made ??= HELD_AGAINST.map(([charset, heldAgainst]) => {
    const signs = Array.from({ length: 256 }, (_, byte) => characterInfo(decodeAs(Uint8Array.of(byte), charset)));
    const letters = new Set(signs.map(({ letter }) => letter));
    const isHeld = (language: LetterModel) => {
      const encodable = [...language.letters].filter((letter) => letters.has(letter.charCodeAt(0)));
      return encodable.length >= language.letters.length * ALPHABET_SHARE;
    };
    return { charset, heldAgainst, signs, languages: LETTER_MODELS.filter(isHeld) };
  });
  return made;
}

/** @param pieces see `distinctiveSamples`; at least one. @returns every set that is guessed, the most probable first. */
export function rankSingleByte(pieces: readonly Uint8Array[]): RankedCharset[] {
  const words = pieces.map(withoutAddresses);
  return candidates()
    .map((candidate) => measure(candidate, words))
    .sort((a, b) => a.cost - b.cost);
}

function measure(
  { charset, heldAgainst, signs, languages }: CharsetCandidate,
  pieces: readonly Uint8Array[],
): RankedCharset {
  const costs = pieces.map((piece) => {
    const read = Array.from(piece, (byte) => signs[byte] as CharacterInfo);
    return { shape: shapeOf(read), byLanguage: languages.map((language) => lettersOf(read, language)) };
  });
  const totals = languages.map((_, at) => costs.reduce((sum, { byLanguage }) => sum + (byLanguage[at]?.all ?? 0), 0));
  const main = totals.indexOf(Math.min(...totals));
  let cost = heldAgainst;
  let ofHigh = 0;
  for (const { shape, byLanguage } of costs) {
    let best = byLanguage[main] ?? { all: 0, high: 0 };
    let least = best.all;
    for (const other of byLanguage) {
      if (other.all + OTHER_LANGUAGE >= least) continue;
      least = other.all + OTHER_LANGUAGE;
      best = other;
    }
    cost += shape + least;
    ofHigh += shape + best.high;
  }
  const high = pieces.reduce((sum, piece) => sum + piece.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0), 0);
  return { charset, cost, costOfHigh: ofHigh / Math.max(1, high) };
}

function shapeOf(read: readonly CharacterInfo[]): number {
  let cost = 0;
  for (let index = 0; index < read.length; index += 1) {
    cost += shapeCost(read[index] as CharacterInfo, read[index - 1] ?? null, read[index + 1] ?? null);
  }
  return cost;
}

function foreignCost(letter: number): number {
  if (letter < 0x80) return LATIN_LETTER;
  return KNOWN_LETTERS.has(letter) ? FOREIGN_LETTER : STRANGE_LETTER;
}

/** Costs of the letters, and of the ends of words, in one language: all of them, and those beside a high byte. */
function lettersOf(
  read: readonly CharacterInfo[],
  { indexOf, size, costs }: LetterModel,
): { all: number; high: number } {
  let all = 0;
  let high = 0;
  let before = 0;
  let wasHigh = false;
  for (const { letter, isHigh } of read) {
    const at = letter > 0 && letter < LETTER_RANGE ? (indexOf[letter] ?? 0) : 0;
    const isForeign = letter > 0 && at === 0;
    const cost = isForeign ? foreignCost(letter) : at > 0 || before > 0 ? (costs[before * size + at] ?? 0) : 0;
    all += cost;
    if (isHigh || wasHigh) high += cost;
    before = at;
    wasHigh = isHigh;
  }
  return { all, high };
}
