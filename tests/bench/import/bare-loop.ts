/**
 * The least that an import of texts has to do, in one thread: read, hash, store with fsync a group at a time, put the text
 * into a database, index in batches. By the very readers and the very indexer of Fonds, so that nothing but the way of
 * going about it is compared.
 */
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { read } from '../../../electron/ingest/index.js';
import { createAnalyzer, detectLanguage } from '../../../electron/search/analysis/index.js';
import { FIELDS } from '../../../electron/search/live/index-document.js';
import { SegmentBuilder } from '../../../electron/search/segment/segment-builder.js';

const GROUP = 128;
const BATCH = 2_000;

export async function bareLoop(from: string, to: string): Promise<number> {
  mkdirSync(to, { recursive: true });
  const database = new DatabaseSync(join(to, 'bare.db'));
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    CREATE TABLE source (id INTEGER PRIMARY KEY, name TEXT, sha256 TEXT, text TEXT, spans TEXT);
    CREATE TABLE segment (header TEXT, hot BLOB, cold BLOB)`);
  const insert = database.prepare('INSERT INTO source (id, name, sha256, text, spans) VALUES (?, ?, ?, ?, ?)');
  const keep = database.prepare('INSERT INTO segment (header, hot, cold) VALUES (?, ?, ?)');
  const analyzer = createAnalyzer();
  const names = readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  let waiting: { id: number; text: string }[] = [];
  const index = () => {
    if (waiting.length === 0) return;
    const builder = new SegmentBuilder(FIELDS.length, analyzer.analyze);
    for (const { id, text } of waiting) {
      const fields = FIELDS.map(({ name }) => (name === 'body' ? text : ''));
      builder.add({ ref: String(id), language: detectLanguage(text), certainty: 'certain', fields });
    }
    const { header, hot, cold } = builder.finish();
    keep.run(JSON.stringify(header), hot, cold);
    waiting = [];
  };
  const folders = new Set<string>();
  for (let at = 0; at < names.length; at += GROUP) {
    const touched = new Set<string>();
    const handles: number[] = [];
    database.exec('BEGIN IMMEDIATE');
    for (const [offset, name] of names.slice(at, at + GROUP).entries()) {
      const bytes = readFileSync(name);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const folder = join(to, sha256.slice(0, 2));
      if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
      folders.add(folder);
      touched.add(folder);
      const handle = openSync(join(folder, sha256), 'w');
      writeSync(handle, bytes);
      handles.push(handle);
      const { text, spans } = await read(bytes, name);
      insert.run(at + offset, name, sha256, text, JSON.stringify(spans));
      waiting.push({ id: at + offset, text });
    }
    for (const handle of [...handles, ...[...touched].map((folder) => openSync(folder, 'r'))]) {
      fsyncSync(handle);
      closeSync(handle);
    }
    if (waiting.length >= BATCH) index();
    database.exec('COMMIT');
  }
  index();
  database.close();
  return names.length;
}
