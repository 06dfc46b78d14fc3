/**
 * What OCR confuses, and how spelling wavers: folds under which two forms of a word come out alike. They are guesses about
 * the page, not about the language: nothing here knows a dictionary.
 */

/** Shapes that recognition takes for each other whatever stands around them. Letters go to digits, never digit to digit. */
const SHAPES: Readonly<Record<string, string>> = {
  I: '1',
  l: '1',
  O: '0',
  o: '0',
  Q: '0',
  S: '5',
  B: '8',
  Z: '2',
  G: '6',
};
const SHAPE = /[IlOoQSBZG]/g;
/** After `SHAPES`: two letters that run into one, and one that falls apart. */
const LIGATURES: readonly (readonly [RegExp, string])[] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/c1/g, 'd'],
  [/1i|ii/g, 'u'],
  [/fi/g, 'f1'],
];

/** Two words with one shape to a machine have one fold. */
export function shapeOf(word: string): string {
  let shape = word.normalize('NFKC').replace(SHAPE, (letter) => SHAPES[letter] ?? letter);
  shape = shape.toLowerCase();
  for (const [pair, one] of LIGATURES) shape = shape.replace(pair, one);
  return shape;
}

/** Letters that are confused on a bad page, and are most often just other letters. */
const DOUBTFUL = new Set([
  'ce',
  'hb',
  'nu',
  'ft',
  'fs',
  'ij',
  'il',
  'ao',
  'gq',
  'vy',
  'uv',
  'ri',
  'lt',
  'eo',
  'ec',
  'hn',
]);

/** Two letters that are read as one on a bad page, and are most often just two letters. */
const DOUBTFUL_PAIRS: readonly (readonly [string, string])[] = [
  ['li', 'h'],
  ['ri', 'n'],
  ['ii', 'n'],
  ['in', 'm'],
  ['ni', 'm'],
  ['nn', 'm'],
];

/**
 * Whether the forms differ in one or two letters only, each of which OCR confuses at times. Says little by itself: the
 * caller must know that one of them is no word of the text.
 */
export function isDoubtfullyAlike(a: string, b: string): boolean {
  if (Math.max(a.length, b.length) < 3) return false;
  if (a.length !== b.length) {
    const [long, short] = a.length > b.length ? [a, b] : [b, a];
    return long.length === short.length + 1 && DOUBTFUL_PAIRS.some(([two, one]) => long.replace(two, one) === short);
  }
  let differing = 0;
  for (let at = 0; at < a.length; at += 1) {
    const [x, y] = [a[at] ?? '', b[at] ?? ''];
    if (x === y) continue;
    differing += 1;
    if (!DOUBTFUL.has(x + y) && !DOUBTFUL.has(y + x)) return false;
  }
  return differing > 0 && differing <= 2;
}
