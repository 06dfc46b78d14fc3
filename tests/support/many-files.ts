/** Writes a folder of mixed text and HTML files, all different, for imports that must be long. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** @returns the number of files written. Every fifth is HTML; file `n` holds the word `marker<n>`. */
export async function writeManyFiles(dir: string, count: number): Promise<number> {
  await mkdir(dir, { recursive: true });
  const sentence = 'The envoy asked for the minutes of the meeting and was told that they had been mislaid. ';
  for (let n = 0; n < count; n++) {
    const body = `Item number ${n} of the exercise, marker${n}. ${sentence.repeat(5 + (n % 20))}`;
    const html = `<!doctype html><html lang="en"><head><title>Item ${n}</title></head><body><article><h1>Item ${n}</h1><p>${body}</p></article></body></html>`;
    await writeFile(join(dir, n % 5 === 0 ? `${n}.html` : `${n}.txt`), n % 5 === 0 ? html : `Item ${n}\n\n${body}\n`);
  }
  return count;
}
