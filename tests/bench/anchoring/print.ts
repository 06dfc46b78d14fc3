/**
 * What is read of old print: German Fraktur read as if it were Roman type, and English print with its long s. Written
 * from what archives' readings look like (`unb`, `fid)`, `bcr`; `fuch`, `tbe`), and set against real readings, which
 * are not part of the project. Errors come together: some lines are read well and some hardly at all, and there are
 * spots of which nothing is read.
 */
import { drawIndex, drawOne, type RandomSource } from '../search/random.js';

export interface Print {
  readonly name: string;
  readonly confusions: ReadonlyMap<string, readonly string[]>;
  /** What a word that is broken at a line's end is broken with. */
  readonly hyphens: readonly string[];
  /** Edits that a unit that goes wrong costs, and spots besides, so that a rate is the share of edits. */
  readonly scale: number;
}

export const ENGLISH_PRINT: Print = {
  name: 'old English print',
  hyphens: ['-\n', '-\n', '¬\n', '\n', '- \n'],
  scale: 0.83,
  confusions: new Map<string, readonly string[]>([
    ['rn', ['m', 'ni']],
    ['ss', ['fs', 'ff', 'ſſ', 'ffi']],
    ['st', ['ft', 'ſt', 'fl']],
    ['sh', ['fh', 'lh', 'm']],
    ['ct', ['d', 'a', 'et']],
    ['th', ['tb', 'tli', 'ih']],
    ['he', ['lie', 'bc', 'hc']],
    ['cl', ['d']],
    ['ll', ['U', 'il', 'H']],
    ['li', ['h', 'U']],
    ['ri', ['n']],
    ['in', ['m', 'iu', 'hi']],
    ['fi', ['ﬁ', 'h', 'si']],
    ['ff', ['ss', 'ﬀ', 'tl']],
    ['m', ['rn', 'in', 'ni', 'ra', 'n']],
    ['w', ['vv', 'iv', 'v', 'tv']],
    ['d', ['cl', 'il', 'tl']],
    ['h', ['b', 'li', 'k', 'n']],
    ['b', ['h', '6', 'l']],
    ['e', ['c', 'o', 'é', 'a', 't']],
    ['c', ['e', 'o', '(', 'r']],
    ['a', ['o', 'u', 's', 'n', 'i']],
    ['o', ['0', 'c', 'e', 'n', 'u']],
    ['u', ['n', 'ii', 'v', 'a', 'tt']],
    ['n', ['u', 'ii', 'ri', 'it', 'a']],
    ['s', ['f', 'ſ', '5', 'a', 'fi']],
    ['f', ['ſ', 't', 'r', 's']],
    ['t', ['r', 'l', 'f', 'i', 'c']],
    ['r', ['t', 'i', 'v', 'n', "'"]],
    ['i', ['l', '1', 'j', 't', 'í']],
    ['l', ['1', 'i', 'I', '!', 't']],
    ['v', ['y', 'r', 'x']],
    ['y', ['v', 'j', 'r']],
    ['g', ['q', '9', 'p', 'z']],
    ['p', ['n', 'y', 'j>', 'jj']],
    ['k', ['h', 'lc', 'Ic']],
    ['A', ['.4', 'a', 'n']],
    ['B', ['8', 'R', 'n']],
    ['C', ['G', '(', 'O']],
    ['D', ['1)', 'O', 'I)']],
    ['E', ['F', 'B', 'K']],
    ['G', ['C', '6', '(']],
    ['H', ['II', 'n', 'lI']],
    ['I', ['l', '1', '|', 'J']],
    ['M', ['JI', 'II', '31', 'Al']],
    ['N', ['X', 'K', 'iV']],
    ['O', ['0', 'Q', 'o']],
    ['P', ["l'", 'F', 'r']],
    ['R', ['H', 'K', 'It']],
    ['S', ['5', '8', 's']],
    ['T', ['1', 'F', 'I']],
    ['W', ['AV', 'V', "'W"]],
    ['1', ['l', 'I', 'i']],
    ['0', ['O', 'o']],
    [',', ['.', ';', '']],
    ['.', [',', '·', '']],
  ]),
};

export const FRAKTUR: Print = {
  name: 'Fraktur',
  hyphens: ['-\n', '⸗\n', '=\n', '*\n', '\n', '¬\n'],
  scale: 0.77,
  confusions: new Map<string, readonly string[]>([
    ['sch', ['fd)', 'fcb', 'fch', 'feh', 'ſch']],
    ['ch', ['d)', 'cb', 'dh', 'eh', 'dj', 'c)']],
    ['ck', ['cf', 'ct', 'ef']],
    ['tz', ['ß', 'g', 'fe']],
    ['ss', ['ff', 'ſſ', 'fs']],
    ['st', ['ft', 'ſt', 'fl']],
    ['ff', ['ss', 'fs', 'ﬀ']],
    ['nn', ['mi', 'im', 'nu']],
    ['un', ['im', 'mi', 'nn']],
    ['in', ['m', 'iu', 'hi']],
    ['d', ['b', 'b', 'v', 'o']],
    ['b', ['h', 'd', '6']],
    ['s', ['f', 'f', 'ſ', '3', '8', 'š']],
    ['f', ['ſ', 's', 'j', 't']],
    ['k', ['t', 'f', 'l']],
    ['t', ['k', 'l', 'i', 'r']],
    ['u', ['n', 'ii', 'it', 'a']],
    ['n', ['u', 'it', 'ti', 'tt', 'ii']],
    ['m', ['nt', 'in', 'ni', 'w']],
    ['e', ['c', 'c', 'r', 'o', 'v']],
    ['c', ['e', 'o', 'r']],
    ['a', ['o', 'n', 'g', 'ci']],
    ['o', ['v', 'a', '0', 'e']],
    ['r', ['t', 'x', 'v', 'v', 'c']],
    ['h', ['b', 'l)', 'f)', 'd']],
    ['i', ['t', 'l', 'j', '1']],
    ['l', ['t', 'i', 'I', '1', '(']],
    ['w', ['tv', 'm', 'ro', 'iv']],
    ['v', ['o', 'p', 'b', 'n']],
    ['y', ['n', 'h', 'p']],
    ['x', ['r', 'k']],
    ['z', ['3', 'j', 'g', '&']],
    ['g', ['q', 'a', '9', 'z']],
    ['p', ['v', 'h', 'y']],
    ['ß', ['ff', 'fs', 'B', '8', 'fi']],
    ['ä', ['a', 'ii', 'd']],
    ['ö', ['o', '6', 'd']],
    ['ü', ['u', 'ii', 'i', 'fi']],
    ['A', ['2l', 'U', '91', 'V']],
    ['B', ['V', '23', 'D', '33']],
    ['C', ['E', '(5', 'G']],
    ['D', ['T', '£)', 'O', '2)']],
    ['E', ['C', '(£', '@', 'G']],
    ['F', ['3', 'g', 'Z', '$']],
    ['G', ['(S', '©', 'S', 'B']],
    ['H', ['£', '§', 'S', ')']],
    ['I', ['J', 'S', '3']],
    ['J', ['I', '3', 'Z']],
    ['K', ['R', '$', 'ft', '.']],
    ['L', ['2', 'S', '8', '£']],
    ['M', ['9JI', 'W', 'SD', '3K']],
    ['N', ['R', '91', '9?', '3I']],
    ['O', ['D', '£)', '0']],
    ['P', ['$', 'V', '^5']],
    ['R', ['N', '9i', 'SR', '3i']],
    ['S', ['G', '©', 'E', '6']],
    ['T', ['X', 'S', '£']],
    ['U', ['Il', 'tt', 'A', 'll']],
    ['V', ['B', '53', '25']],
    ['W', ['SB', 'M', '28', '3B']],
    ['Z', ['3', 'Y', '$']],
    ['1', ['l', 'i', 'I']],
    [',', ['/', '.', '']],
    ['.', [',', '·', '']],
  ]),
};

/** How much worse or better than the page a line is read: the deviation of the logarithm. */
const LINE_DEVIATION = 0.55;
const WORST_LINE = 0.7;
/** Share of the lines that hold a spot, at a rate of 1; of a spot nearly nothing is read. */
const SPOTS = 0.6;
const SPOT_RATE = 0.8;
const SPOT_UNITS = 14;
/** Share of the words that are spaced out for emphasis, as German printers did. */
const SPACED = 0.004;

/** For every unit of a text, the chance that it goes wrong. @param lineLength in units. */
export function ratesOf(
  units: number,
  rate: number,
  lineLength: number,
  { scale }: Print,
  random: RandomSource,
): Float32Array {
  const rates = new Float32Array(units);
  for (let start = 0; start < units; start += lineLength) {
    const end = Math.min(units, start + lineLength);
    const factor = Math.exp(LINE_DEVIATION * normal(random) - LINE_DEVIATION ** 2 / 2);
    rates.fill(Math.min(WORST_LINE, rate * scale * factor), start, end);
    if (random() >= rate * SPOTS) continue;
    const spot = start + drawIndex(random, lineLength);
    rates.fill(SPOT_RATE, spot, Math.min(units, spot + 2 + drawIndex(random, SPOT_UNITS)));
  }
  return rates;
}

/** Of mean 0 and deviation 1. Source: G. Box and M. Muller, 1958. */
const normal = (random: RandomSource) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** What stands between two pages: the number, the running title, the sign of the sheet. */
export function furniture(random: RandomSource): string {
  const page = 1 + drawIndex(random, 600);
  return drawOne(random, [
    `\n${page}\n`,
    `\n— ${page} —\n`,
    `\n${page} Erſtes Bud).\n`,
    `\nCHAP. ${page % 30}. ${page}\n`,
  ]);
}

/** Marks the units of words that are spaced out. */
export function spacedWords(text: string, random: RandomSource): Uint8Array {
  const spaced = new Uint8Array(text.length);
  for (const { index, 0: word } of text.matchAll(/\p{L}{4,}/gu)) {
    if (random() < SPACED) spaced.fill(1, index, index + word.length - 1);
  }
  return spaced;
}
