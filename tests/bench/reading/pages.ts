/** Pages of HTML beside which a `.txt` of the same name says what a person reads there. */
import { readdir, readFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { read } from '../../../electron/ingest/index.js';
import { multisetF, wordsOf } from './word-f.js';

export interface PageFigures {
  readonly file: string;
  readonly words: number;
  readonly f: number;
}

async function readOrNothing(bytes: Uint8Array, name: string): Promise<string> {
  try {
    return (await read(bytes, name)).text;
  } catch {
    return '';
  }
}

export async function measurePages(folder: string): Promise<PageFigures[]> {
  const names = (await readdir(folder)).sort();
  const figures: PageFigures[] = [];
  for (const name of names.filter((one) => /\.x?html?$/i.test(one))) {
    const beside = `${parse(name).name}.txt`;
    if (!names.includes(beside)) continue;
    const wanted = wordsOf(await readFile(join(folder, beside), 'utf8'));
    const got = wordsOf(await readOrNothing(await readFile(join(folder, name)), name));
    figures.push({ file: name, words: wanted.length, f: multisetF(got, wanted) });
  }
  return figures;
}
