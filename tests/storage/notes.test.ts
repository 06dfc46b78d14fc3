/** Notes as they lie in the archive: sessions, undo, what they cite, and the plans of their statements. */
import fc from 'fast-check';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Archive, createArchive, openArchive } from '../../electron/archive/index.js';
import { citationMark, linkMark, type NoteId, type SourceId, type TagId } from '../../electron/contract/index.js';
import { createNotes, type Notes } from '../../electron/notes/index.js';
import { noteListStatements } from '../../electron/notes/note-list-store.js';
import { PASSAGE_STATEMENTS } from '../../electron/notes/passage-store.js';
import { BACKLINK_STATEMENTS, createReferenceStore, referencesOf } from '../../electron/notes/reference-store.js';
import { addSource, freshFolder, OPTIONS } from './archive-bench.js';

let folder: ReturnType<typeof freshFolder>;
let archive: Archive;
let notes: Notes;
const place = () => `${folder.dir}/Letters.fonds`;
/** Never the same twice: two changes within one millisecond have no order that a list could show. */
const clock = () => {
  let last = 0;
  return () => {
    last = Math.max(Date.now(), last + 1);
    return new Date(last);
  };
};
const join = () => {
  notes = createNotes({ archive, now: clock(), newId: v7 });
};
const reopen = async (access: 'write' | 'read' = 'write') => {
  archive.close();
  archive = await openArchive(place(), access, OPTIONS);
  join();
};

beforeEach(async () => {
  folder = freshFolder();
  archive = await createArchive(place(), OPTIONS);
  join();
});
afterEach(() => {
  archive.close();
  folder.remove();
});

const save = (id: NoteId, text: { body?: string; title?: string }, session = v7()) =>
  notes.save({ id, revision: notes.get(id).revision, session, ...text });
const body = (id: NoteId) => notes.get(id).body;
const stale = expect.objectContaining({ code: 'STALE' });

describe('saves of a note', () => {
  it('of one session are one undo step, also after reopening', async () => {
    const { id } = notes.create({ title: 'Chronology', body: 'One' });
    const session = v7();
    save(id, { body: 'One two' }, session);
    save(id, { body: 'One two three', title: 'Dates' }, session);
    await reopen();
    save(id, { body: 'One two three four' }, session);
    expect(archive.history.state().undo).toBe('Edit note “Chronology”');
    archive.history.undo();
    expect(notes.get(id)).toMatchObject({ title: 'Chronology', body: 'One' });
    archive.history.redo();
    expect(notes.get(id)).toMatchObject({ title: 'Dates', body: 'One two three four' });
    // The step stands again, and the session goes on in it.
    save(id, { body: 'Five' }, session);
    archive.history.undo();
    expect(body(id)).toBe('One');
  });

  it('of another session, or after something else was done, are a step of their own', () => {
    const { id } = notes.create({ title: 'Chronology', body: '' });
    const session = v7();
    save(id, { body: 'a' }, session);
    save(id, { body: 'ab' });
    archive.collections.create('Crisis');
    save(id, { body: 'abc' }, session);
    const seen = [];
    for (let step = 0; step < 4; step++) {
      archive.history.undo();
      seen.push([body(id), archive.collections.list().length]);
    }
    expect(seen).toEqual([
      ['ab', 1],
      ['ab', 0],
      ['a', 0],
      ['', 0],
    ]);
  });

  it('that began from an older note are refused and write nothing, also after undo and redo', () => {
    const { id, revision } = notes.create({ title: 'Chronology', body: 'One' });
    const saved = notes.save({ id, revision, session: v7(), body: 'Two' });
    expect(saved.revision).toBe(revision + 1);
    expect(() => notes.save({ id, revision, session: v7(), body: 'Three' })).toThrow(stale);
    archive.history.undo();
    expect(() => notes.save({ id, revision: saved.revision, session: v7(), body: 'Three' })).toThrow(stale);
    archive.history.redo();
    expect(() => notes.save({ id, revision: saved.revision, session: v7(), body: 'Three' })).toThrow(stale);
    expect(body(id)).toBe('Two');
    const last = notes.get(id);
    expect(notes.save({ id, revision: last.revision, session: v7(), body: 'Two' })).toEqual({
      revision: last.revision,
      changedAt: last.changedAt,
    });
  });

  it('move the time of change on, so that a list in order of change shows the note first', () => {
    const [first, second] = [notes.create({ title: 'One', body: '' }), notes.create({ title: 'Two', body: '' })];
    save(first.id, { body: 'more' });
    const titles = () => notes.list({ sort: 'changed', offset: 0, limit: 9 }).rows.map(({ title }) => title);
    expect(titles()).toEqual(['One', 'Two']);
    save(second.id, { body: 'more' });
    archive.history.undo();
    expect(titles()).toEqual(['Two', 'One']);
    expect(notes.get(second.id).changedAt > second.changedAt).toBe(true);
  });

  it('keep what SQLite cannot hold as U+FFFD, and are undone all the same', () => {
    const { id } = notes.create({ title: 'A\u0000B', body: 'x\u0000y \ud800 😀' });
    expect(notes.get(id)).toMatchObject({ title: 'A\uFFFDB', body: 'x\uFFFDy \uFFFD 😀' });
    save(id, { body: 'x\u0000y \ud800 😁' });
    archive.history.undo();
    expect(body(id)).toBe('x\uFFFDy \uFFFD 😀');
  });

  it('are refused in an archive that is open for reading', async () => {
    const { id } = notes.create({ title: 'Chronology', body: 'One' });
    await reopen('read');
    expect(() => save(id, { body: 'Two' })).toThrow(expect.objectContaining({ code: 'ARCHIVE_READ_ONLY' }));
    expect(body(id)).toBe('One');
  });
});

const ids = {
  source: '01a20835-b9cb-7424-88b3-126b3f9050a1' as SourceId,
  tag: '01a20835-b9cb-7424-88b3-126b3f9050a2' as TagId,
};
const PIECES = [
  'word ',
  '😀',
  'é',
  '\n\n',
  '`',
  '```\n',
  '    ',
  '> ',
  citationMark('source', ids.source, 'p. 3'),
  citationMark('passage', ids.source, ''),
  linkMark('tag', ids.tag, 'A tag'),
  '[see @source:',
  ']',
];
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join(''));
const edit = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), at: fc.nat(100), gone: fc.nat(30), text, session: fc.nat(2) }),
  fc.record({ kind: fc.constant('title' as const), title: fc.constantFrom('One', 'Two'), session: fc.nat(2) }),
  fc.record({ kind: fc.constant('bin' as const) }),
  fc.record({ kind: fc.constant('other' as const) }),
);

describe('any history of notes', () => {
  it('is undone to the beginning and redone to the end, with the references that each body has', () => {
    const stored = createReferenceStore(archive);
    fc.assert(
      fc.property(text, fc.array(edit, { maxLength: 14 }), (begin, edits) => {
        const { id } = notes.create({ title: 'One', body: begin });
        const sessions = [v7(), v7(), v7()];
        const state = () => {
          const { title, body: now, deletedAt } = notes.get(id);
          expect(stored.of(id)).toEqual(referencesOf(now));
          return JSON.stringify([title, now, deletedAt !== null]);
        };
        const first = state();
        let steps = 0;
        const count = () => archive.database.prepare<{ n: number }>(STEPS).get()?.n ?? 0;
        const from = count();
        for (const one of edits) {
          const note = notes.get(id);
          if (one.kind === 'bin') {
            if (note.deletedAt) notes.restore([id]);
            else notes.delete([id]);
          } else if (one.kind === 'other') archive.collections.create(v7());
          else if (note.deletedAt) continue;
          else if (one.kind === 'title') save(id, { title: one.title }, sessions[one.session]);
          else {
            const at = Math.min(one.at, note.body.length);
            const next = note.body.slice(0, at) + one.text + note.body.slice(at + one.gone);
            save(id, { body: next }, sessions[one.session]);
          }
          state();
        }
        const last = state();
        steps = count() - from;
        for (let step = 0; step < steps; step++) {
          archive.history.undo();
          state();
        }
        expect(state()).toBe(first);
        for (let step = 0; step < steps; step++) {
          archive.history.redo();
          state();
        }
        expect(state()).toBe(last);
      }),
      { numRuns: 60 },
    );
  });
});
const STEPS = `SELECT count(*) AS n FROM journal_step WHERE state = 'done'`;

describe('statements about notes', () => {
  const plan = (sql: string, values: Record<string, string | number>) =>
    archive.database
      .prepare<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(values)
      .map(({ detail }) => detail)
      .join('\n');

  it('find backlinks through an index, those of a source with those of its passages', () => {
    const target = plan(BACKLINK_STATEMENTS.target, { id: ids.source, kind: 'note' });
    expect(target).toContain('note_reference_by_target (target_id=? AND kind=?)');
    const source = plan(BACKLINK_STATEMENTS.source, { id: ids.source });
    expect(source).toContain('annotation_of_source (source_id=?)');
    for (const each of [target, source]) expect(each).not.toMatch(/SCAN (r|n|a)\b/);
  });

  it('list in each order by the index of that order', () => {
    const indexes = { changed: 'note_by_change', title: 'note_by_title', created: 'note_by_creation' } as const;
    for (const [sort, index] of Object.entries(indexes)) {
      const { page, values } = noteListStatements({ sort: sort as keyof typeof indexes });
      const lines = plan(page, { ...(values as Record<string, string>), limit: 50, offset: 0 });
      expect(lines).toContain(`SCAN n USING INDEX ${index}`);
      expect(lines.match(/SCAN/g)).toHaveLength(1);
    }
  });

  it('find an annotation by its place through an index', () => {
    expect(plan(PASSAGE_STATEMENTS.passageAt, { versionId: ids.source, start: 0, end: 1 })).toContain(
      'anchor_of_version (version_id=? AND state=? AND start_at=?)',
    );
    expect(plan(PASSAGE_STATEMENTS.passage, { id: ids.source })).not.toContain('SCAN');
  });
});

describe('what a note names', () => {
  it('is reported as it is now, in the order asked, and as missing when it is not here', async () => {
    const { sourceId } = await addSource(archive, folder.dir, {
      description: { title: 'Cable 12', repository: 'State Archive', box: '3', dateWritten: '1962-10-27' },
    });
    const other = notes.create({ title: 'Persons', body: '# Persons\n\nA *list*' });
    const keys = [
      `note:${other.id}`,
      `source:${sourceId}`,
      `source:${ids.source}`,
      'source:nonsense',
      `tag:${ids.tag}`,
    ];
    const missing = { state: 'missing', label: '', place: null };
    expect(notes.references(keys)).toMatchObject([
      { key: keys[0], state: 'held', label: 'Persons', detail: 'Persons A list', place: null },
      {
        key: keys[1],
        state: 'held',
        label: 'Cable 12',
        detail: '1962-10-27 · State Archive · Box 3',
        place: { sourceId, start: null, end: null },
      },
      { key: keys[2], ...missing },
      { key: keys[3], ...missing },
      { key: keys[4], ...missing },
    ]);
    archive.sources.describe([sourceId], { title: 'Cable 13' });
    archive.sources.delete([sourceId]);
    notes.delete([other.id]);
    expect(notes.references(keys.slice(0, 2))).toMatchObject([
      { state: 'binned', label: 'Persons' },
      { state: 'binned', label: 'Cable 13' },
    ]);
  });
});
