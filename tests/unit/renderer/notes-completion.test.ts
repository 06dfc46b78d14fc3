// @vitest-environment jsdom
/** What is offered while one writes a note: only ever an answer to what stands there. */
import { acceptCompletion, currentCompletions } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { NoteId, type NoteRow } from '../../../electron/contract/index.js';

const id = (n: number) => NoteId.parse(`0195f000-0000-7000-8000-00000000000${n}`);
const [own, other] = [id(1), id(2)];
const row = (noteId: NoteId, title: string) => ({ id: noteId, title, excerpt: '', deletedAt: null }) as NoteRow;

interface Question {
  readonly contains: string;
  answer(...rows: NoteRow[]): void;
}
let asked: Question[];
let made: ((noteId: NoteId) => void) | null;
/** The archive, which answers about notes when the test says so. */
const fonds = {
  invoke: (name: string, input?: { contains?: string; title?: string; within?: string }) => {
    const ok = <T>(value: T) => Promise.resolve({ ok: true, value });
    if (name === 'tag.list') return ok([]);
    if (name === 'note.create')
      return new Promise((resolve) => {
        made = (noteId) => resolve({ ok: true, value: { id: noteId, title: input?.title } });
      });
    // Of titles nothing: what is found stands in texts.
    if (name !== 'note.list' || input?.within === 'titles') return ok({ total: 0, rows: [], annotations: [] });
    return new Promise((resolve) => {
      const answer = (...rows: NoteRow[]) => resolve({ ok: true, value: { total: rows.length, rows } });
      asked.push({ contains: input?.contains ?? '', answer });
    });
  },
};
Object.assign(window, { fonds });
const { completions } = await import('../../../renderer/features/notes/editor/completions.js');
const { noteHost } = await import('../../../renderer/features/notes/editor/note-host.js');

let view: EditorView;
const type = (text: string) => {
  for (const insert of text) {
    const { head } = view.state.selection.main;
    view.dispatch({
      changes: { from: head, insert },
      selection: { anchor: head + insert.length },
      userEvent: 'input.type',
    });
  }
};
const question = (contains: string) =>
  vi.waitFor(() => {
    const found = asked.findLast((one) => one.contains === contains);
    if (!found) throw new Error(`Nobody asked for “${contains}”`);
    return found;
  });
const offered = (...labels: string[]) =>
  vi.waitFor(() => expect(currentCompletions(view.state).map(({ label }) => label)).toEqual(labels));
/** What Enter does, once the popup has been there for long enough to be meant. */
const take = () => vi.waitFor(() => expect(acceptCompletion(view)).toBe(true));
const text = () => view.state.doc.toString();

beforeEach(() => {
  asked = [];
  made = null;
  const host = EditorState.create({}).facet(noteHost);
  view = new EditorView({
    state: EditorState.create({ extensions: [completions, noteHost.of({ ...host, noteId: own })] }),
    parent: document.body,
  });
});
afterEach(() => view.destroy());

it('never offers a note a link to itself, though what is typed stands in it', async () => {
  type('[[Per');
  (await question('Per')).answer(row(own, 'This very note'), row(other, 'Other persons'));
  await offered('Other persons', 'New note “Per”');
  await take();
  expect(text()).toContain(other);
  expect(text()).not.toContain(own);
});

it('takes nothing while the answer to what stands there is under way', async () => {
  type('[[');
  (await question('')).answer(row(other, 'Diary'));
  await offered('Diary');
  type('Per');
  expect(acceptCompletion(view)).toBe(false);
  (await question('Per')).answer();
  await offered('New note “Per”');
  expect(text()).toBe('[[Per');
});

it('writes no link over words that were changed while its note was made', async () => {
  type('[[Per');
  (await question('Per')).answer();
  await offered('New note “Per”');
  await take();
  view.dispatch({ changes: { from: 2, to: 5, insert: 'Any' } });
  await vi.waitFor(() => expect(made).not.toBeNull());
  made?.(other);
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(text()).toBe('[[Any');
});

it('leaves the cursor with who went on writing while a note was made', async () => {
  type('[[Per');
  (await question('Per')).answer();
  await offered('New note “Per”');
  await take();
  type(' and');
  await vi.waitFor(() => expect(made).not.toBeNull());
  made?.(other);
  await vi.waitFor(() => expect(text()).toContain(other));
  expect(text()).toMatch(/ and$/);
  expect(view.state.selection.main.head).toBe(text().length);
});
