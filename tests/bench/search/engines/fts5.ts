/** SQLite's FTS5 through node:sqlite, over a table that holds the texts. Knows no slips. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { BenchDocument } from '../corpus.js';
import { BEST_HITS, type BenchEngine } from '../engine.js';
import type { QueryKind } from '../query-kinds.js';

const FILE = 'index.db';
const ADD_DOCUMENT = 'INSERT INTO documents (number, id, title, text) VALUES (?, ?, ?, ?)';
const ADD_ENTRY = 'INSERT INTO entries (rowid, title, text) VALUES (?, ?, ?)';
const BEST = `
  SELECT documents.id, entries.rank FROM entries JOIN documents ON documents.number = entries.rowid
  WHERE entries MATCH ? ORDER BY rank LIMIT ${BEST_HITS}`;
/** Its own tables only: the texts are in the archive anyway. */
const INDEX_BYTES = `SELECT sum(pgsize) AS bytes FROM dbstat WHERE name LIKE 'entries\\_%' ESCAPE '\\'`;

function openDatabase(dir: string): DatabaseSync {
  const db = new DatabaseSync(join(dir, FILE));
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -8000');
  return db;
}

/** Puts one document into both tables. */
function inserter(db: DatabaseSync): (number: number, document: BenchDocument) => void {
  const addDocument = db.prepare(ADD_DOCUMENT);
  const addEntry = db.prepare(ADD_ENTRY);
  return (number, { id, title, text }) => {
    addDocument.run(number, id, title, text);
    addEntry.run(number, title, text);
  };
}

function inItsLanguage(kind: QueryKind, text: string): string {
  const words = text.split(' ').map((word) => `"${word}"`);
  switch (kind) {
    case 'and':
      return words.join(' AND ');
    case 'phrase':
      return `"${text}"`;
    case 'prefix':
    case 'typeahead':
      return `${words.join(' OR ')}*`;
    default:
      return words.join(' OR ');
  }
}

/** @param prefixes an FTS5 `prefix` option such as `, prefix = '2 3'`, or nothing. */
function createFts5(name: string, prefixes: string): BenchEngine {
  return {
    name,
    kinds: ['plain', 'and', 'prefix', 'typeahead', 'phrase'],

    async build(documents, dir) {
      const db = openDatabase(dir);
      db.exec(`
        CREATE TABLE documents (number INTEGER PRIMARY KEY, id TEXT UNIQUE, title TEXT, text TEXT);
        CREATE VIRTUAL TABLE entries USING fts5(
          title, text, content = 'documents', content_rowid = 'number', tokenize = 'porter unicode61'${prefixes});
        BEGIN`);
      const insert = inserter(db);
      for (const [index, document] of documents.entries()) insert(index + 1, document);
      db.exec(`COMMIT; INSERT INTO entries (entries) VALUES ('optimize'); PRAGMA wal_checkpoint(TRUNCATE)`);
      db.close();
    },

    async open(dir) {
      const db = openDatabase(dir);
      const best = db.prepare(BEST);
      const insert = inserter(db);
      const last = db.prepare('SELECT max(number) AS number FROM documents').get() as { number: number };
      let number = last.number;
      return {
        search: (kind, text) => best.all(inItsLanguage(kind, text)).length,
        // It knows no slips: a misspelt word finds nothing, and the others have to do.
        ranked: (words) => best.all(inItsLanguage('plain', words.join(' '))).map(({ id }) => String(id)),
        add(document) {
          number += 1;
          db.exec('BEGIN IMMEDIATE');
          insert(number, document);
          db.exec('COMMIT');
        },
        close: () => db.close(),
      };
    },

    indexBytes(dir) {
      const db = openDatabase(dir);
      const { bytes } = db.prepare(INDEX_BYTES).get() as { bytes: number };
      db.close();
      return bytes;
    },
  };
}

export const engine: BenchEngine = createFts5('fts5', `, prefix = '2 3'`);
/** Built for its size only: without the tables that make beginnings of words quick. */
export const withoutPrefixTables: BenchEngine = createFts5('fts5-no-prefix', '');
