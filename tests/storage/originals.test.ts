/** The same bytes come from many files at once: twins of a folder, in two lanes of one import. */
import { readFileSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { storeOriginal } from '../../electron/archive/originals.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonds-originals-'));
  await mkdir(join(folder, 'originals'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('an original that was stored stays where it is while the same bytes are stored again', async () => {
  for (let round = 0; round < 10; round += 1) {
    const words = `The same words, round ${round}.`;
    const files = Array.from({ length: 8 }, (_, index) => join(folder, `${index}.txt`));
    await Promise.all(files.map((file) => writeFile(file, words)));
    const seen = await Promise.all(
      files.map(async (file, index) => {
        const { path } = await storeOriginal(folder, file, `${round}-${index}`);
        return [readFileSync(path, 'utf8'), statSync(path).ino];
      }),
    );
    expect(seen).toEqual(seen.map(() => [words, seen[0]?.[1]]));
  }
});
