import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Note, NoteId, Result } from '../../../electron/contract/index.js';
import { createNoteSession, type NoteClient } from '../../../renderer/features/notes/note-session.js';

const id = '019aaaaa-0000-7000-8000-000000000001' as NoteId;
const at = '2026-01-01T00:00:00.000Z';
const refused = { code: 'STALE', message: 'Changed since.' } as const;

/** An archive with one note, and an editor with its text. */
function desk(body: string) {
  let note: Note = { id, title: 'Title', body, revision: 1, who: 'A', createdAt: at, changedAt: at, deletedAt: null };
  let text = body;
  let title = note.title;
  let problem: Extract<Result<never>, { ok: false }> | null = null;
  let clock = 0;
  let sittings = 0;
  const saves: { session: string; body?: string; title?: string }[] = [];
  const put = (change: Partial<Note>): Note => {
    note = { ...note, ...change, revision: note.revision + 1 };
    return note;
  };
  const client: NoteClient = {
    get: async () => ({ ok: true, value: note }),
    save: async ({ id: _, revision, session, ...change }) => {
      if (problem) return problem;
      if (revision !== note.revision) return { ok: false, error: refused };
      saves.push({ session, ...change });
      return { ok: true, value: put(change) };
    },
    quote: async ({ revision, at: place }) => {
      if (revision !== note.revision) return { ok: false, error: refused };
      const cut = place ?? note.body.length;
      return { ok: true, value: { note: put({ body: `${note.body.slice(0, cut)}[quote]${note.body.slice(cut)}` }) } };
    },
  };
  const session = createNoteSession({
    note,
    client,
    newId: () => {
      sittings += 1;
      return `sitting ${sittings}`;
    },
    now: () => clock,
    readBody: () => text,
    applyBody: ({ from, to, insert }) => {
      text = text.slice(0, from) + insert + text.slice(to);
    },
    applyTitle: (next) => {
      title = next;
    },
  });
  return {
    session,
    saves,
    note: () => note,
    text: () => text,
    title: () => title,
    type: (next: string) => {
      text = next;
      session.writeBody();
    },
    elsewhere: (change: Partial<Note>) => put(change),
    fail: (error: { code: 'DISK_FULL'; message: string } | null) => {
      problem = error && { ok: false, error };
    },
    rest: (ms: number) => {
      clock += ms;
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const aSecond = () => vi.advanceTimersByTimeAsync(1_000);

describe('a note that is written', () => {
  it('is saved within a second of the last key, once for many keys', async () => {
    const { type, saves, session, note } = desk('a');
    for (const text of ['ab', 'abc', 'abcd']) type(text);
    expect(session.state().kind).toBe('waiting');
    await aSecond();
    expect(session.state().kind).toBe('saved');
    expect(saves).toEqual([{ session: 'sitting 1', body: 'abcd' }]);
    expect(note().body).toBe('abcd');
  });

  it('begins another step of undo after two minutes of rest, and when the note is left', async () => {
    const { type, saves, session, rest } = desk('a');
    type('b');
    await aSecond();
    type('c');
    await aSecond();
    rest(121_000);
    type('d');
    await aSecond();
    session.leave();
    type('e');
    await aSecond();
    expect(saves.map(({ session: sitting }) => sitting)).toEqual(['sitting 1', 'sitting 1', 'sitting 2', 'sitting 3']);
  });

  it('says why it is not saved, keeps the text, and saves it when it can', async () => {
    const { type, fail, session, text, note } = desk('a');
    fail({ code: 'DISK_FULL', message: 'Full.' });
    type('ab');
    await aSecond();
    expect(session.state()).toMatchObject({ kind: 'failed', failure: { code: 'DISK_FULL' } });
    expect(text()).toBe('ab');
    fail(null);
    await session.flush();
    expect(session.state().kind).toBe('saved');
    expect(note().body).toBe('ab');
  });

  it('keeps the title it had while the field is empty', async () => {
    const { session, saves } = desk('a');
    session.writeTitle('  ');
    await aSecond();
    session.writeTitle(' New ');
    await aSecond();
    expect(saves).toEqual([{ session: 'sitting 1', title: 'New' }]);
  });

  it('has nothing to save when what was typed is reverted', async () => {
    const { type, saves, session } = desk('a');
    type('ab');
    type('a');
    await aSecond();
    expect(saves).toEqual([]);
    expect(session.state().kind).toBe('saved');
  });

  it('follows an undo of the archive when nothing is being written', () => {
    const { session, elsewhere, text, title } = desk('one two');
    session.follow(elsewhere({ body: 'one', title: 'Before' }));
    expect([text(), title()]).toEqual(['one', 'Before']);
    expect(session.state().kind).toBe('saved');
  });

  it('takes in what was changed elsewhere beside what is written here', async () => {
    const { type, elsewhere, text, note, session } = desk('head\n\ntail');
    type('my head\n\ntail');
    elsewhere({ body: 'head\n\ntail and more' });
    await aSecond();
    expect(text()).toBe('my head\n\ntail and more');
    expect(note().body).toBe(text());
    expect(session.state().kind).toBe('saved');
  });

  it.each(['keepMine', 'takeTheirs'] as const)('asks when both changed the same place: %s', async (choice) => {
    const { type, elsewhere, text, note, session } = desk('one');
    type('one of mine');
    elsewhere({ body: 'one of theirs' });
    await aSecond();
    expect(session.state()).toMatchObject({ kind: 'apart', theirs: { body: 'one of theirs' } });
    expect([text(), note().body]).toEqual(['one of mine', 'one of theirs']);
    session[choice]();
    await aSecond();
    const kept = choice === 'keepMine' ? 'one of mine' : 'one of theirs';
    expect([text(), note().body]).toEqual([kept, kept]);
    expect(session.state().kind).toBe('saved');
  });

  it('puts a quotation where the cursor is, after what was typed was saved', async () => {
    const { type, session, text, note } = desk('before after');
    type('before, and after');
    const done = await session.quote({ kind: 'annotation', id: id as never }, () => 6);
    expect(done.ok).toBe(true);
    expect(text()).toBe('before[quote], and after');
    expect(note().body).toBe(text());
    expect(session.state().kind).toBe('saved');
  });
});
