/**
 * A note while it is written. Invariant: what was typed is never lost: it is saved, or waits, or the session says
 * why it cannot be saved; a change from elsewhere is merged where it does not touch what is being written.
 */
import type { Failure, Note, QuoteSubject, Result } from '../../../electron/contract/index.js';
import { createStore } from '../../api/store.js';
import { changeBetween, mergeChange, type TextChange } from './merge-changes.js';

export type SaveState =
  | { readonly kind: 'saved' | 'waiting' | 'saving' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** Changed here and elsewhere at the same place: a person chooses. */
  | { readonly kind: 'apart'; readonly theirs: Note };

export interface NoteClient {
  get(id: Note['id']): Promise<Result<Note>>;
  save(input: {
    readonly id: Note['id'];
    readonly revision: number;
    readonly session: string;
    readonly title?: string;
    readonly body?: string;
  }): Promise<Result<{ revision: number }>>;
  quote(input: {
    readonly id: Note['id'];
    readonly revision: number;
    readonly passage: QuoteSubject;
    readonly at: number | null;
  }): Promise<Result<{ note: Note }>>;
}

export interface NoteSessionOptions {
  readonly note: Note;
  readonly client: NoteClient;
  readonly newId: () => string;
  /** Milliseconds. */
  readonly now: () => number;
  /** The text as it stands in the editor. */
  readBody(): string;
  /** Puts a change that came from outside into the editor. */
  applyBody(change: TextChange, from: 'quote' | 'elsewhere'): void;
  applyTitle(title: string): void;
}

/** From the last keystroke. Two saves fit into a second with room for the slowest disk. */
const SAVE_AFTER_MS = 600;
/** After so long a rest, what is written next is another undo step. */
const REST_MS = 120_000;

export type NoteSession = ReturnType<typeof createNoteSession>;

export function createNoteSession(options: NoteSessionOptions) {
  const { client, newId, now, readBody, applyBody, applyTitle } = options;
  const { id } = options.note;
  let saved = options.note;
  let title = saved.title;
  let isBodyChanged = false;
  const state = createStore<SaveState>({ kind: 'saved' });
  let sitting = newId();
  let lastEditAt = now();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let saving: Promise<boolean> | null = null;
  let received: Note | null = null;

  const { set } = state;
  const titleToSave = () => (title.trim() === '' ? saved.title : title.trim());
  const isChanged = () => isBodyChanged || titleToSave() !== saved.title;

  /** Takes a newer note over; what is changed here stays changed. @returns false when both changed the same place. */
  function take(theirs: Note, from: 'quote' | 'elsewhere'): boolean {
    const mine = isBodyChanged ? readBody() : saved.body;
    const change = mergeChange(saved.body, mine, theirs.body);
    if (change === 'overlap') return false;
    const isTitleMine = titleToSave() !== saved.title;
    saved = theirs;
    if (change) applyBody(change, from);
    isBodyChanged = isBodyChanged && readBody() !== theirs.body;
    if (!isTitleMine && title !== theirs.title) {
      title = theirs.title;
      applyTitle(title);
    }
    return true;
  }

  async function saveAll(): Promise<boolean> {
    while (isChanged()) {
      const body = isBodyChanged ? readBody() : saved.body;
      const sent = titleToSave();
      isBodyChanged = false;
      // Written and reverted: there is nothing to save.
      if (body === saved.body && sent === saved.title) break;
      set({ kind: 'saving' });
      const result = await client.save({
        id,
        revision: saved.revision,
        session: sitting,
        ...(sent === saved.title ? {} : { title: sent }),
        ...(body === saved.body ? {} : { body }),
      });
      if (result.ok) {
        saved = { ...saved, title: sent, body, revision: result.value.revision };
        continue;
      }
      isBodyChanged = isBodyChanged || body !== saved.body;
      const theirs = result.error.code === 'STALE' ? await client.get(id) : null;
      if (theirs?.ok && take(theirs.value, 'elsewhere')) continue;
      set(theirs?.ok ? { kind: 'apart', theirs: theirs.value } : { kind: 'failed', failure: result.error });
      return false;
    }
    if (state.get().kind !== 'saved') set({ kind: 'saved' });
    return true;
  }

  /** Saves what is not saved. @returns whether everything is. */
  function flush(): Promise<boolean> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (state.get().kind === 'apart') return Promise.resolve(false);
    saving ??= saveAll().finally(() => {
      saving = null;
      const waiting = received;
      received = null;
      if (waiting) follow(waiting);
    });
    return saving;
  }

  /** The note as the archive has it now. */
  function follow(theirs: Note): void {
    if (saving) {
      received = theirs;
      return;
    }
    if (theirs.revision <= saved.revision || state.get().kind === 'apart') return;
    if (!take(theirs, 'elsewhere')) set({ kind: 'apart', theirs });
  }

  function edited(): void {
    if (now() - lastEditAt > REST_MS) sitting = newId();
    lastEditAt = now();
    if (state.get().kind === 'apart') return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => void flush(), SAVE_AFTER_MS);
    if (state.get().kind !== 'saving') set({ kind: 'waiting' });
  }

  async function quote(passage: QuoteSubject, at: () => number | null): Promise<Result<{ note: Note }>> {
    await flush();
    const ask = () => client.quote({ id, revision: saved.revision, passage, at: at() });
    let result = await ask();
    if (!result.ok && result.error.code === 'STALE') {
      const theirs = await client.get(id);
      if (theirs.ok) follow(theirs.value);
      result = await ask();
    }
    if (result.ok && result.value.note.revision > saved.revision && !take(result.value.note, 'quote')) {
      set({ kind: 'apart', theirs: result.value.note });
    }
    return result;
  }

  return {
    state: state.get,
    subscribe: state.subscribe,
    title: () => title,
    writeTitle: (next: string) => {
      title = next;
      edited();
    },
    /** The text of the editor was changed by the person. */
    writeBody: () => {
      isBodyChanged = true;
      edited();
    },
    flush,
    follow,
    quote,
    /** The page is left: what comes after is another undo step. */
    leave: () => {
      void flush();
      sitting = newId();
    },
    /** Of two texts that are apart: saves what is here over the other. */
    keepMine: () => {
      const current = state.get();
      if (current.kind !== 'apart') return;
      saved = current.theirs;
      isBodyChanged = readBody() !== saved.body;
      set({ kind: 'waiting' });
      void flush();
    },
    /** Of two texts that are apart: shows the other; the editor's own undo brings back what was here. */
    takeTheirs: () => {
      const current = state.get();
      if (current.kind !== 'apart') return;
      const { theirs } = current;
      const change = changeBetween(readBody(), theirs.body);
      saved = theirs;
      if (change) applyBody(change, 'quote');
      title = theirs.title;
      applyTitle(title);
      isBodyChanged = false;
      set({ kind: 'saved' });
    },
  };
}
