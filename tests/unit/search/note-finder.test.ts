import { resolve } from 'node:path';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { citationMark, linkMark, type NoteId } from '../../../electron/contract/index.js';
import { createNotes, type Notes } from '../../../electron/notes/index.js';
import type { QueryLine } from '../../../electron/search/finder/finder.js';
import { createNoteFinder, type NoteFinder } from '../../../electron/search/notes/note-finder.js';
import { type SearchArchive, searchArchive } from '../../support/search-archive.js';

const workerPath = resolve('dist/electron/search-worker.js');
let held: SearchArchive;
let notes: Notes;
let finder: NoteFinder;

beforeEach(async () => {
  held = await searchArchive();
  notes = createNotes({ archive: held.archive, now: () => new Date(), newId: v7 });
  finder = createNoteFinder({ archive: held.archive, workerPath });
});
afterEach(async () => {
  await finder.close();
  held.close();
});

const line = (query: string, more: Partial<QueryLine> = {}): QueryLine => ({
  query,
  mode: 'any',
  matching: 'expanded',
  ...more,
});
const titles = async (query: string, more?: Partial<QueryLine>) =>
  (await finder.find(line(query, more))).map(({ title }) => title).sort();
const save = (id: NoteId, body: string) => notes.save({ id, revision: notes.get(id).revision, session: v7(), body });

describe('notes in the search', () => {
  beforeEach(() => {
    notes.create({ title: 'Council', body: 'The minister spoke of the *peace treaty* to the council.' });
    notes.create({ title: 'Envoys', body: 'The envoys left without a treaty. There was no peace.' });
    notes.create({ title: 'Милошевић', body: 'Разговор са председником.' });
    notes.create({ title: 'Letters', body: 'Nothing of note, émigrés apart.' });
  });

  it('are found by the words, phrases and operators that find sources', async () => {
    expect(await titles('treaties')).toEqual(['Council', 'Envoys']);
    expect(await titles('"peace treaty"')).toEqual(['Council']);
    expect(await titles('treaty NEAR/4 envoy')).toEqual(['Envoys']);
    expect(await titles('treaty AND NOT council')).toEqual(['Envoys']);
    expect(await titles('treaty -council')).toEqual(['Envoys']);
    expect(await titles('coun*')).toEqual(['Council']);
    expect(await titles('ministr~1')).toEqual(['Council']);
    expect(await titles('milosevic')).toEqual(['Милошевић']);
    expect(await titles('emigres')).toEqual(['Letters']);
    expect(await titles('treaties', { matching: 'exact' })).toEqual([]);
    expect(await titles('peace council', { mode: 'all' })).toEqual(['Council']);
    expect(await titles('no peace', { mode: 'phrase' })).toEqual(['Envoys']);
  });

  it('are found by title and text, and by nothing that only sources have', async () => {
    expect(await titles('title:letters')).toEqual(['Letters']);
    expect(await titles('body:letters')).toEqual([]);
    for (const query of ['creator:minister', 'treaty AND type:memo', 'tag:peace treaty', 'date:1999 treaty']) {
      expect(await titles(query), query).toEqual([]);
    }
  });

  it('are not brought in by a line that looks for nothing', async () => {
    for (const query of ['', '  ', '&', 'NOT treaty', '-treaty', 'type:memo'])
      expect(await titles(query), query).toEqual([]);
    await expect(finder.find(line('treaty AND'))).rejects.toMatchObject({ code: 'QUERY_SYNTAX' });
  });

  it('are found at once after every change, undo and redo, and no more in the bin', async () => {
    const { id } = notes.create({ title: 'New', body: 'zeppelin' });
    expect(await titles('zeppelin')).toEqual(['New']);
    save(id, 'airship');
    expect([await titles('zeppelin'), await titles('airship')]).toEqual([[], ['New']]);
    held.archive.history.undo();
    expect(await titles('zeppelin')).toEqual(['New']);
    held.archive.history.redo();
    notes.delete([id]);
    expect(await titles('airship')).toEqual([]);
    notes.restore([id]);
    expect(await titles('airship')).toEqual(['New']);
  });

  it('show the words around, marked, without signs and ids, and where in the note they are', async () => {
    const source = '01a20835-b9cb-7424-88b3-126b3f9050a1';
    const body = `# Head\n\nSee ${citationMark('source', source, 'p. 3')} and ${linkMark('note', source, 'the *other* note')}: a **zeppelin** rose.`;
    const { id } = notes.create({ title: 'Airships', body });
    const [hit, ...more] = await finder.find(line('zeppelins'));
    expect(more).toEqual([]);
    expect(hit).toMatchObject({ noteId: id, title: 'Airships', changedAt: notes.get(id).changedAt });
    const [snippet] = hit?.snippets ?? [];
    expect(snippet?.text).toBe('Head\n\nSee and the *other* note: a zeppelin rose.');
    expect(snippet?.matches.map(([start, end]) => snippet.text.slice(start, end))).toEqual(['zeppelin']);
    expect(body.slice(snippet?.start).startsWith('Head')).toBe(true);
    expect(await titles('01a20835')).toEqual([]);
  });

  it('come best first, a title before a text, at most fifty of them', async () => {
    for (let n = 0; n < 60; n++)
      notes.create({ title: `Note ${n}`, body: `A word about zeppelins. ${'More words. '.repeat(n)}` });
    notes.create({ title: 'Zeppelins', body: 'Nothing.' });
    const hits = await finder.find(line('zeppelin'));
    expect(hits).toHaveLength(50);
    expect(hits[0]?.title).toBe('Zeppelins');
    const scores = hits.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });
});

describe('the index of notes', () => {
  it('answers after any history as one rebuilt', async () => {
    const word = fc.constantFrom('peace', 'treaty', 'council', 'envoy');
    const change = fc.record({
      kind: fc.constantFrom('create', 'create', 'save', 'save', 'delete', 'undo', 'redo', 'ask'),
      which: fc.nat(20),
      words: fc.array(word, { minLength: 1, maxLength: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 30 }), async (changes) => {
        const all = () => notes.list({ sort: 'title', offset: 0, limit: 500 }).rows.map(({ id }) => id);
        for (const { kind, which, words } of changes) {
          const id = all()[which % Math.max(1, all().length)];
          const { undo, redo } = held.archive.history.state();
          if (kind === 'create') notes.create({ title: words[0] ?? '', body: words.join(' ') });
          else if (kind === 'save' && id) save(id, words.join(' '));
          else if (kind === 'delete' && id) notes.delete([id]);
          else if (kind === 'undo' && undo) held.archive.history.undo();
          else if (kind === 'redo' && redo) held.archive.history.redo();
          else if (kind === 'ask') await finder.find(line(words.join(' ')));
        }
        const fresh = createNoteFinder({ archive: held.archive, workerPath });
        for (const query of ['peace', '"peace treaty"', 'title:council', 'treaty AND NOT envoy']) {
          const [kept, made] = [await finder.find(line(query)), await fresh.find(line(query))];
          const shown = (hits: typeof kept) =>
            new Map(hits.map(({ noteId, score, snippets }) => [noteId, [score.toFixed(9), snippets]]));
          expect(shown(kept)).toEqual(shown(made));
        }
        await fresh.close();
      }),
      { numRuns: 25 },
    );
  });

  it('takes in very many notes through the worker, and each of them once', async () => {
    for (let n = 0; n < 230; n++) notes.create({ title: `Note ${n}`, body: `number${n} of the council` });
    expect(await titles('number7')).toEqual(['Note 7']);
    expect(await titles('number229')).toEqual(['Note 229']);
    const first = notes.list({ sort: 'created', offset: 229, limit: 1 }).rows[0]?.id as NoteId;
    save(first, 'changed');
    expect([await titles('number0'), await titles('changed')]).toEqual([[], ['Note 0']]);
  });

  it('reports all of 49 and of 50 notes, and the best 50 of one more', async () => {
    for (let n = 0; n < 49; n++) notes.create({ title: `Note ${n}`, body: 'a plebiscite' });
    const reported = async () => (await titles('plebiscite')).length;
    expect(await reported()).toBe(49);
    notes.create({ title: 'Note 49', body: 'a plebiscite' });
    expect(await reported()).toBe(50);
    notes.create({ title: 'Plebiscite', body: 'plebiscite, plebiscite' });
    expect(await reported()).toBe(50);
    expect((await finder.find(line('plebiscite')))[0]?.title).toBe('Plebiscite');
  });

  it('can be closed while it is being made', async () => {
    for (let n = 0; n < 230; n++) notes.create({ title: `Note ${n}`, body: 'council' });
    const settled = finder.settle();
    await finder.close();
    await settled;
  });
});
