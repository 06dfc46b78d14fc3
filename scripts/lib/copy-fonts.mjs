/** Copies the fonts that printed pages are set in, with their licences, out of the packages that hold them. */
import { cp, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { root } from './run.mjs';

const SERIF = '@expo-google-fonts/source-serif-4';
const DEJAVU = 'dejavu-fonts-ttf';
/** Package and name of the files. */
const OTHER_SCRIPTS = [
  ['@expo-google-fonts/scheherazade-new', 'ScheherazadeNew'],
  ['@expo-google-fonts/noto-serif-hebrew', 'NotoSerifHebrew'],
  ['@expo-google-fonts/noto-serif-devanagari', 'NotoSerifDevanagari'],
];
const FILES = [
  ...['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'].map(
    (style) => `${SERIF}/${style}/SourceSerif4_${style}.ttf`,
  ),
  ...OTHER_SCRIPTS.flatMap(([from, name]) =>
    ['400Regular', '700Bold'].map((style) => `${from}/${style}/${name}_${style}.ttf`),
  ),
  ...['', '-Oblique', '-Bold', '-BoldOblique'].flatMap((style) => [
    `${DEJAVU}/ttf/DejaVuSans${style}.ttf`,
    `${DEJAVU}/ttf/DejaVuSansMono${style}.ttf`,
  ]),
];
const LICENCES = [
  [`${SERIF}/LICENSE_FONT`, 'LICENCE-source-serif.txt'],
  [`${DEJAVU}/LICENSE`, 'LICENCE-dejavu.txt'],
  ...OTHER_SCRIPTS.map(([from, name]) => [`${from}/LICENSE_FONT`, `LICENCE-${name}.txt`]),
];

/** @param target folder that is made. */
export async function copyFonts(target) {
  await mkdir(target, { recursive: true });
  const from = (name) => join(root, 'node_modules', name);
  await Promise.all([
    ...FILES.map((name) => cp(from(name), join(target, name.slice(dirname(name).length + 1)))),
    ...LICENCES.map(([name, as]) => cp(from(name), join(target, as))),
  ]);
}
