/** Copies the fonts that exported PDFs carry, with their licences, out of the packages that hold them. */
import { cp, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { root } from './run.mjs';

const SERIF = '@expo-google-fonts/source-serif-4';
const DEJAVU = 'dejavu-fonts-ttf';
const FILES = [
  ...['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'].map(
    (style) => `${SERIF}/${style}/SourceSerif4_${style}.ttf`,
  ),
  ...['', '-Oblique', '-Bold', '-BoldOblique'].flatMap((style) => [
    `${DEJAVU}/ttf/DejaVuSans${style}.ttf`,
    `${DEJAVU}/ttf/DejaVuSansMono${style}.ttf`,
  ]),
];
const LICENCES = [
  [`${SERIF}/LICENSE_FONT`, 'LICENCE-source-serif.txt'],
  [`${DEJAVU}/LICENSE`, 'LICENCE-dejavu.txt'],
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
