/** Fonds' own engine over its own tables in an archive's database; what an archive keeps besides is left out. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Database, openDatabase } from '../../../../electron/archive/database.js';
import { createAnalyzer } from '../../../../electron/search/analysis/index.js';
import { ArchiveLexicon } from '../../../../electron/search/engine/archive-lexicon.js';
import { Evaluator } from '../../../../electron/search/engine/evaluate.js';
import { topK } from '../../../../electron/search/engine/top-k.js';
import { FIELDS, fieldNumber } from '../../../../electron/search/live/index-document.js';
import { LiveIndex } from '../../../../electron/search/live/live-index.js';
import { nextMerge } from '../../../../electron/search/live/merge-policy.js';
import { createSegmentStore } from '../../../../electron/search/live/segment-store.js';
import { parseQuery } from '../../../../electron/search/query/index.js';
import { mergeSegments } from '../../../../electron/search/segment/merge-segments.js';
import { SegmentBuilder } from '../../../../electron/search/segment/segment-builder.js';
import type { BenchDocument } from '../corpus.js';
import { BEST_HITS, type BenchEngine } from '../engine.js';
import type { QueryKind } from '../query-kinds.js';

const FILE = 'archive.db';
const SEGMENT_DOCUMENTS = 2_000;
const MIGRATION = resolve('data/migrations/0002-search.sql');
const INDEX_BYTES = `SELECT sum(pgsize) AS bytes FROM dbstat WHERE name LIKE 'search\\_%' ESCAPE '\\'`;
const TITLE = fieldNumber('title');
const BODY = fieldNumber('body');

function openIndex(dir: string): { database: Database; index: LiveIndex } {
  const file = join(dir, FILE);
  const isNew = !existsSync(file);
  const database = openDatabase(file, 'write');
  database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  const store = createSegmentStore(database);
  if (isNew) {
    database.write(() => {
      database.exec(readFileSync(MIGRATION, 'utf8'));
      store.addIndex('bench', 'current');
    });
  }
  const [row] = store.indexes();
  if (!row) throw new Error('the index was not made');
  return { database, index: new LiveIndex(row, store) };
}

const analyzer = createAnalyzer();

function segmentOf(documents: readonly BenchDocument[]) {
  const builder = new SegmentBuilder(FIELDS.length, analyzer.analyze);
  for (const { id, title, text } of documents) {
    const fields = FIELDS.map((_, field) => (field === TITLE ? title : field === BODY ? text : ''));
    builder.add({ ref: id, language: 'en', fields });
  }
  return builder.finish();
}

function merge(database: Database, index: LiveIndex): void {
  for (;;) {
    const range = nextMerge(index.segments.map(({ documents, live }) => ({ documents, live })));
    if (!range) return;
    const chosen = index.segments.slice(...range);
    const parts = index.parts(chosen);
    const merged = mergeSegments(FIELDS.length, parts);
    database.write(() => index.replace(chosen, parts, merged)).apply();
  }
}

function lineOf(kind: QueryKind, text: string): string {
  switch (kind) {
    case 'and':
      return text
        .split(' ')
        .map((word) => `+${word}`)
        .join(' ');
    case 'phrase':
      return `"${text}"`;
    case 'prefix':
    case 'typeahead':
      return `${text}*`;
    case 'fuzzy':
      return `${text}~1`;
    default:
      return text;
  }
}

export const engine: BenchEngine = {
  name: 'fonds',
  kinds: ['plain', 'and', 'prefix', 'typeahead', 'fuzzy', 'phrase'],

  async build(documents, dir) {
    const { database, index } = openIndex(dir);
    for (let at = 0; at < documents.length; at += SEGMENT_DOCUMENTS) {
      const data = segmentOf(documents.slice(at, at + SEGMENT_DOCUMENTS));
      database.write(() => index.append(data, new Set())).apply();
    }
    merge(database, index);
    database.exec('PRAGMA wal_checkpoint(TRUNCATE); VACUUM; PRAGMA wal_checkpoint(TRUNCATE)');
    database.close();
  },

  async open(dir) {
    const { database, index } = openIndex(dir);
    const evaluator = new Evaluator(index.list);
    const hits = (line: string): string[] => {
      const node = parseQuery(line, 'any');
      if (!node) return [];
      const lexicon = new ArchiveLexicon({
        list: index.list,
        analyzer,
        languages: index.languages,
        matching: 'expanded',
        fieldNumber,
        filter: () => () => true,
      });
      const scored = evaluator.evaluate(node, lexicon);
      return topK(scored, BEST_HITS).map((place) => index.list.refOf(scored.documents[place] as number));
    };
    return {
      search: (kind, text) => hits(lineOf(kind, text)).length,
      ranked: (words, manner) => hits(words.map((word) => (manner === 'slips' ? `${word}~1` : word)).join(' ')),
      add(document) {
        const data = segmentOf([document]);
        database.write(() => index.append(data, new Set())).apply();
      },
      close: () => database.close(),
    };
  },

  indexBytes(dir) {
    const database = openDatabase(join(dir, FILE), 'read');
    const bytes = database.prepare<{ bytes: number }>(INDEX_BYTES).get()?.bytes ?? 0;
    database.close();
    return bytes;
  },
};
