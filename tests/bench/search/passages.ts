/** Reads the passages that the corpus of the bench is cut from. They are not part of the project: see docs/search.md. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { CorpusPassage } from './corpus.js';

export interface PassagesFile {
  readonly path: string;
  /** Names a corpus made of these passages and no others. */
  readonly digest: string;
}

/** What a person has to mend before anything can be measured. */
export class MissingPassages extends Error {}

/** @throws MissingPassages when the file is not there. */
export function findPassages(): PassagesFile {
  const folder = process.env.FONDS_BENCH_DATA ?? resolve('..', 'shared', 'data');
  const path = join(folder, 'search', 'passages.jsonl.gz');
  if (!existsSync(path)) {
    throw new MissingPassages(
      `The passages are not at ${path}. Set FONDS_BENCH_DATA to the folder that holds search/passages.jsonl.gz.`,
    );
  }
  return { path, digest: createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 12) };
}

export function readPassages({ path }: PassagesFile): CorpusPassage[] {
  const lines = gunzipSync(readFileSync(path)).toString('utf8').split('\n');
  return lines.filter(Boolean).map((line) => {
    const { title, text } = JSON.parse(line) as CorpusPassage;
    return { title, text };
  });
}
