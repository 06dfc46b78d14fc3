/** The fonts that ship for printing, as a page asks for them, and what they can draw. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codePointsOf } from './font-coverage.js';

const SERIF = 'Fonds Serif';
const SANS = 'Fonds Sans';
const MONO = 'Fonds Mono';

interface FontFace {
  readonly family: string;
  /** In `fontsDir`, put there by the build. */
  readonly file: string;
  readonly weight: 400 | 700;
  readonly style: 'normal' | 'italic';
}

const upright = (family: string, regular: string, bold: string): FontFace[] => [
  { family, file: regular, weight: 400, style: 'normal' },
  { family, file: bold, weight: 700, style: 'normal' },
];
const slanted = (family: string, regular: string, bold: string): FontFace[] =>
  upright(family, regular, bold).map((face) => ({ ...face, style: 'italic' }));

const FACES: readonly FontFace[] = [
  ...upright(SERIF, 'SourceSerif4_400Regular.ttf', 'SourceSerif4_700Bold.ttf'),
  ...slanted(SERIF, 'SourceSerif4_400Regular_Italic.ttf', 'SourceSerif4_700Bold_Italic.ttf'),
  // Its letters are whole glyphs; fonts that put them together from strokes and dots are copied out of a PDF in pieces.
  ...upright('Fonds Arabic', 'ScheherazadeNew_400Regular.ttf', 'ScheherazadeNew_700Bold.ttf'),
  ...upright('Fonds Hebrew', 'NotoSerifHebrew_400Regular.ttf', 'NotoSerifHebrew_700Bold.ttf'),
  ...upright('Fonds Devanagari', 'NotoSerifDevanagari_400Regular.ttf', 'NotoSerifDevanagari_700Bold.ttf'),
  ...upright(SANS, 'DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'),
  ...slanted(SANS, 'DejaVuSans-Oblique.ttf', 'DejaVuSans-BoldOblique.ttf'),
  ...upright(MONO, 'DejaVuSansMono.ttf', 'DejaVuSansMono-Bold.ttf'),
  ...slanted(MONO, 'DejaVuSansMono-Oblique.ttf', 'DejaVuSansMono-BoldOblique.ttf'),
  // Slanted and bold faces have fewer characters than upright ones: what only those have is slanted by the browser.
  { family: 'Fonds Last Serif', file: 'SourceSerif4_400Regular.ttf', weight: 400, style: 'normal' },
  { family: 'Fonds Last Sans', file: 'DejaVuSans.ttf', weight: 400, style: 'normal' },
  { family: 'Fonds Last Mono', file: 'DejaVuSansMono.ttf', weight: 400, style: 'normal' },
];

const ALL = [...new Set(FACES.map(({ family }) => family))];
const stack = (first: string): string =>
  [first, ...ALL.filter((name) => name !== first)].map((name) => `'${name}'`).join(', ');

/** `@font-face` rules and the properties that a printed page sets its words in. */
export const FACE_RULES = [
  ...FACES.map(
    ({ family, file, weight, style }) =>
      `@font-face { font-family: '${family}'; src: url(fonts/${file}); font-weight: ${weight}; font-style: ${style}; }`,
  ),
  `:root { --print-serif: ${stack(SERIF)}; --print-mono: ${stack(MONO)}; }`,
].join('\n');

let known: Promise<ReadonlySet<number>> | null = null;

/** The code points that some font which ships can draw in every style. Read once. */
export function drawableCodePoints(fontsDir: string): Promise<ReadonlySet<number>> {
  known ??= readAll(fontsDir);
  return known;
}

async function readAll(fontsDir: string): Promise<ReadonlySet<number>> {
  const files = new Set(
    FACES.filter(({ weight, style }) => weight === 400 && style === 'normal').map(({ file }) => file),
  );
  const all = new Set<number>();
  for (const file of files) for (const code of codePointsOf(await readFile(join(fontsDir, file)))) all.add(code);
  return all;
}
