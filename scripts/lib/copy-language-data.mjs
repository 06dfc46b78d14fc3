/**
 * Russian is on no package registry, but in Debian: where its language data are installed, they are laid into dist/ocr, and
 * the package reads Russian. Elsewhere it does without, and a person adds the file.
 */
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const DEBIAN = '/usr/share/tesseract-ocr';
const FILE = 'rus.traineddata';

/** @returns where the data came from; null when the machine has none. */
export async function copyLanguageData(folder, from = DEBIAN) {
  const versions = await readdir(from).catch(() => []);
  // The newest first.
  for (const version of versions.sort((one, other) => Number(other) - Number(one))) {
    const source = join(from, version, 'tessdata', FILE);
    await mkdir(folder, { recursive: true });
    const copied = await copyFile(source, join(folder, FILE)).then(
      () => true,
      () => false,
    );
    if (copied) return source;
  }
  return null;
}
