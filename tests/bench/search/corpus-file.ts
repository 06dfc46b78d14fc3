/** The composed documents as a file of JSON lines, written once and read by every engine. */
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { type BenchDocument, composeDocuments } from './corpus.js';
import { type PassagesFile, readPassages } from './passages.js';

const CHUNK_BYTES = 1 << 22;

/** @returns whether the file had to be written. */
export function writeCorpus(path: string, passages: PassagesFile, words: number, documents: number): boolean {
  if (existsSync(path)) return false;
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}`;
  const file = openSync(unfinished, 'w');
  let lines = '';
  for (const document of composeDocuments(readPassages(passages), words).take(documents)) {
    lines += `${JSON.stringify(document)}\n`;
    if (lines.length > CHUNK_BYTES) {
      writeSync(file, lines);
      lines = '';
    }
  }
  writeSync(file, lines);
  closeSync(file);
  // A run that was stopped midway must not leave a shorter corpus behind.
  renameSync(unfinished, path);
  return true;
}

/** Documents `from` to `from + count`, without holding more of the file than they need. */
export function readCorpus(path: string, from: number, count: number): BenchDocument[] {
  const documents: BenchDocument[] = [];
  const file = openSync(path, 'r');
  const chunk = Buffer.alloc(CHUNK_BYTES);
  let rest: Buffer = Buffer.alloc(0);
  let line = 0;
  while (documents.length < count) {
    const read = readSync(file, chunk, 0, chunk.length, null);
    if (read === 0) break;
    const bytes = Buffer.concat([rest, chunk.subarray(0, read)]);
    let start = 0;
    for (let end = bytes.indexOf(10); end >= 0 && documents.length < count; end = bytes.indexOf(10, start)) {
      if (line >= from) documents.push(JSON.parse(bytes.toString('utf8', start, end)) as BenchDocument);
      line += 1;
      start = end + 1;
    }
    rest = bytes.subarray(start);
  }
  closeSync(file);
  if (documents.length < count) throw new RangeError(`${path} holds fewer than ${from + count} documents.`);
  return documents;
}

export function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}
