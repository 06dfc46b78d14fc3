/** The search log and the saved searches, as they lie in the archive. */
import fc from 'fast-check';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Archive, createArchive, foldedKey, openArchive } from '../../electron/archive/index.js';
import {
  LogEntry,
  SavedSearch,
  type SavedSearchId,
  type Scope,
  type SearchQuery,
} from '../../electron/contract/index.js';
import { createSavedSearches, type SavedSearches } from '../../electron/search/history/saved-search-store.js';
import { createSearchLog, HISTORY_STATEMENTS, type SearchLog } from '../../electron/search/history/search-log-store.js';
import { freshFolder, OPTIONS } from './archive-bench.js';

let folder: ReturnType<typeof freshFolder>;
let archive: Archive;
let log: SearchLog;
let saved: SavedSearches;
let minute = 0;
const now = () => new Date(Date.UTC(2026, 0, 1, 0, minute++));

const join = () => {
  log = createSearchLog(archive, now);
  saved = createSavedSearches(archive, { now, newId: v7 });
};
const reopen = async (access: 'write' | 'read' = 'write') => {
  archive.close();
  archive = await openArchive(`${folder.dir}/Letters.fonds`, access, OPTIONS);
  join();
};

beforeEach(async () => {
  folder = freshFolder();
  archive = await createArchive(`${folder.dir}/Letters.fonds`, OPTIONS);
  join();
});
afterEach(() => {
  archive.close();
  folder.remove();
});

const query = (line: string, more: Partial<SearchQuery> = {}): SearchQuery => ({
  query: line,
  mode: 'any',
  filter: {},
  ...more,
});
const search = (line: string, total = 3, more: Partial<SearchQuery> = {}) =>
  log.record({ query: query(line, more), scope: '', searched: 10, total, tookMs: 1.25 });
const lines = (entries: readonly LogEntry[]) => entries.map((entry) => entry.query.query);

describe('the search log', () => {
  it('says who searched what, where, when, and how much was found, also after reopening', async () => {
    const asked = query('peace treaty', {
      mode: 'phrase',
      matching: 'exact',
      filter: { dateFrom: '1999', documentTypes: ['memo', 'cable'], creators: [''] },
    });
    const entry = log.record({ query: asked, scope: 'from 1999; memo or cable', searched: 120, total: 0, tookMs: 3.5 });
    expect(LogEntry.parse(entry)).toEqual({
      seq: 1,
      at: expect.stringMatching(/^2026-01-01T/),
      who: archive.who,
      query: asked,
      scope: 'from 1999; memo or cable',
      searched: 120,
      hits: 0,
      tookMs: 3.5,
    });
    await reopen();
    expect(log.list({ offset: 0, limit: 10 })).toEqual({ total: 1, entries: [entry] });
  });

  it('keeps every search, the same one twice too, and shows the newest first in pages', () => {
    for (const line of ['one', 'two', 'two', 'three']) search(line);
    expect(lines(log.list({ offset: 0, limit: 3 }).entries)).toEqual(['three', 'two', 'two']);
    expect(log.list({ offset: 3, limit: 3 })).toMatchObject({ total: 4, entries: [{ query: { query: 'one' } }] });
    expect(lines([...log.all()])).toEqual(['one', 'two', 'two', 'three']);
  });

  it('is looked through without minding case and accents, and for what was not found', () => {
    search('Milošević telefon', 0);
    search('TREATY');
    search('treaty of peace', 0);
    search('100% sure_', 0);
    const shown = (contains: string, onlyEmpty = false) => {
      const { total, entries } = log.list({ offset: 0, limit: 9, contains, onlyEmpty });
      expect(total).toBe(entries.length);
      return lines(entries);
    };
    expect(shown('MILOSEVIC')).toEqual(['Milošević telefon']);
    expect(shown('treaty')).toEqual(['treaty of peace', 'TREATY']);
    expect(shown('treaty', true)).toEqual(['treaty of peace']);
    expect(shown('', true)).toHaveLength(3);
    expect(shown('%')).toEqual(['100% sure_']);
    expect(shown('nowhere')).toEqual([]);
  });

  it('is exported whole, however long it is', () => {
    for (let at = 0; at < 1_003; at += 1) search(`search ${at}`);
    expect(lines([...log.all()])).toEqual(Array.from({ length: 1_003 }, (_, at) => `search ${at}`));
  });

  it('tells clients that there is more of it, and is refused where nothing can be written', async () => {
    const heard: Scope[][] = [];
    archive.onChange(({ scopes }) => heard.push(scopes));
    search('one');
    expect(heard).toEqual([['searches']]);
    expect(archive.history.state().undo).toBeNull();
    await reopen('read');
    expect(() => search('two')).toThrow(expect.objectContaining({ code: 'ARCHIVE_READ_ONLY' }));
    expect(log.list({ offset: 0, limit: 9 }).total).toBe(1);
  });

  it('gives back any line unit for unit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (line) => {
        const { seq } = search(line);
        const [held] = log.list({ offset: 0, limit: 1 }).entries;
        expect(held).toMatchObject({ seq, query: { query: line } });
      }),
      { numRuns: 200 },
    );
  });
});

describe('the history of the search line', () => {
  const history = (typed: string, limit = 10) => lines(log.history({ typed, limit }));

  it('offers each line once, newest first: those that begin with what is typed, then those that hold it', () => {
    for (const line of ['treaty', 'peace treaty', 'Tréaty of Paris', 'envoy', 'treaty', 'the TREATY', '']) search(line);
    expect(history('Treaty')).toEqual(['treaty', 'Tréaty of Paris', 'the TREATY', 'peace treaty']);
    expect(history('tréa', 3)).toEqual(['treaty', 'Tréaty of Paris', 'the TREATY']);
    expect(history('treaty', 1)).toEqual(['treaty']);
    expect(history('')).toEqual(['the TREATY', 'treaty', 'envoy', 'Tréaty of Paris', 'peace treaty']);
    expect(history('  ', 2)).toEqual(['the TREATY', 'treaty']);
    expect(history('nothing like it')).toEqual([]);
  });

  it('offers the newest way in which a line was written and searched', () => {
    search('Radošević', 0);
    search('radosevic', 4, { mode: 'phrase' });
    expect(log.history({ typed: 'RADO', limit: 5 })).toMatchObject([
      { query: { query: 'radosevic', mode: 'phrase' }, hits: 4 },
    ]);
  });

  it('agrees with reading the whole log', () => {
    const word = fc.constantFrom('a', 'A', 'á', 'b', 'ab', 'č', 'c', 'ž', '😀', '%', ' ');
    const text = fc.array(word, { maxLength: 4 }).map((words) => words.join(''));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), text, fc.integer({ min: 1, max: 6 }), (searched, typed, limit) => {
        for (const line of searched) search(line);
        const newest = new Map<string, string>();
        for (const entry of [...log.all()].reverse()) {
          const key = foldedKey(entry.query.query);
          if (key !== '' && !newest.has(key)) newest.set(key, entry.query.query);
        }
        const wanted = foldedKey(typed);
        const found = [...newest].filter(([key]) => key.includes(wanted));
        const expected = [
          ...found.filter(([key]) => key.startsWith(wanted)),
          ...found.filter(([key]) => !key.startsWith(wanted)),
        ];
        expect(history(typed, limit)).toEqual(expected.slice(0, limit).map(([, line]) => line));
      }),
      { numRuns: 60 },
    );
  });

  it.each(Object.entries(HISTORY_STATEMENTS))(
    'finds lines that %s from the index, without reading the log',
    (_, sql) => {
      const plan = archive.database
        .prepare<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .all({ typed: 'a', limit: 5, ...(sql.includes(':end') ? { end: 'b' } : {}) })
        .map(({ detail }) => detail);
      const reads = plan.filter((line) => /^(SCAN|SEARCH) search_log/.test(line));
      // The lines by their index, then the few rows that are answered by their number.
      expect(reads).toHaveLength(2);
      expect(reads).toContainEqual(expect.stringMatching(/^SEARCH search_log USING INTEGER PRIMARY KEY/));
      expect(reads).toContainEqual(expect.stringMatching(/^SEARCH search_log USING COVERING INDEX search_log_by_line/));
    },
  );
});

describe('saved searches', () => {
  const names = () => saved.list().map(({ name }) => name);

  it('are kept with all that was asked, and listed by name', async () => {
    const asked = query('ćao', { mode: 'all', matching: 'exact', filter: { dateTo: '2000-09', languages: ['sr'] } });
    const made = saved.save(' Greetings ', asked);
    expect(SavedSearch.parse(made)).toMatchObject({ name: 'Greetings', query: asked });
    saved.save('émigrés', query('emigre*'));
    saved.save('Zagreb', query('zagreb'));
    await reopen();
    expect(names()).toEqual(['émigrés', 'Greetings', 'Zagreb']);
    expect(saved.list()[1]).toEqual(made);
  });

  it('refuse a name that is taken but for case and accents, and say so', () => {
    saved.save('Émigrés', query('a'));
    const other = saved.save('Other', query('b'));
    const nameInUse = expect.objectContaining({
      code: 'INVALID_INPUT',
      message: 'There is already a saved search “Émigrés”. Choose another name.',
    });
    expect(() => saved.save('emigres', query('c'))).toThrow(nameInUse);
    expect(() => saved.rename(other.id, 'EMIGRES')).toThrow(nameInUse);
    expect(() => saved.rename('01a20835-b9cb-7424-88b3-126b3f9050a5' as SavedSearchId, 'X')).toThrow(
      expect.objectContaining({ code: 'NOT_FOUND' }),
    );
    expect(names()).toEqual(['Émigrés', 'Other']);
  });

  it('are undone and redone with the rest of the history, also after reopening', async () => {
    const snapshot = () => JSON.stringify(saved.list());
    const states = [snapshot()];
    const change = (work: () => void) => {
      work();
      states.push(snapshot());
    };
    let id = '' as SavedSearchId;
    change(() => {
      id = saved.save('One', query('one')).id;
    });
    change(() => saved.rename(id, 'Uno'));
    change(() => saved.delete(id));
    expect(archive.history.state().undo).toBe('Delete saved search “Uno”');
    for (let at = states.length - 2; at >= 0; at -= 1) {
      archive.history.undo();
      expect(snapshot()).toBe(states[at]);
      await reopen();
    }
    for (let at = 1; at < states.length; at += 1) {
      archive.history.redo();
      expect(snapshot()).toBe(states[at]);
    }
  });

  it('tell clients of every change, and are refused where nothing can be written', async () => {
    const heard: Scope[][] = [];
    archive.onChange(({ scopes }) => heard.push(scopes));
    const { id } = saved.save('One', query('one'));
    saved.rename(id, 'Two');
    saved.delete(id);
    expect(heard).toEqual(Array.from({ length: 3 }, () => ['searches', 'history']));
    await reopen('read');
    expect(() => saved.save('X', query('x'))).toThrow(expect.objectContaining({ code: 'ARCHIVE_READ_ONLY' }));
  });
});
