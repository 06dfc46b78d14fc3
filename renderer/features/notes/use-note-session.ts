/** The session of a note and its editor for the life of a page; both outlive the time the page is hidden. */
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Note } from '../../../electron/contract/index.js';
import { announceFailure, perform } from '../../api/index.js';
import { createNoteEditor, type NoteEditor, type NoteHost } from './editor/index.js';
import { createNoteSession, type NoteSession, type SaveState } from './note-session.js';
import { registerOpenNote } from './open-note-registry.js';

export interface NotePageHandle {
  /** Set while the page is shown. */
  focusTitle(): void;
  isShown(): boolean;
}

export interface EditedNote {
  readonly editor: NoteEditor;
  readonly session: NoteSession;
}

/** @param host and `parts` are one object each for the life of the page. @param onTitle called when the title is changed from outside. */
export function useNoteSession(
  note: Note,
  host: NoteHost,
  parts: NotePageHandle,
  onTitle: (title: string) => void,
): EditedNote {
  const [edited] = useState((): EditedNote => {
    const editor = createNoteEditor(note.body, {
      ...host,
      onChange: () => session.writeBody(),
      onBlur: () => void session.flush(),
    });
    const session = createNoteSession({
      note,
      client: {
        get: (id) => perform('note.get', { id }, { quiet: true }),
        save: (input) => perform('note.save', input, { quiet: true }),
        quote: (input) => perform('note.quote', input, { quiet: true }),
      },
      newId: () => crypto.randomUUID(),
      now: () => Date.now(),
      readBody: editor.readBody,
      applyBody: editor.apply,
      applyTitle: onTitle,
    });
    return { editor, session };
  });
  const { editor, session } = edited;

  const open = useMemo(
    () => ({
      quote: async (passage: Parameters<NoteSession['quote']>[0]) => {
        const done = await session.quote(passage, editor.cursor);
        if (!done.ok) announceFailure(done.error);
        return done.ok;
      },
      reveal: editor.reveal,
      focus: (place: 'title' | 'text') => (place === 'title' ? parts.focusTitle() : editor.view()?.focus()),
      isShown: parts.isShown,
    }),
    [editor, session, parts],
  );
  useEffect(() => registerOpenNote(note.id, open), [note.id, open]);

  // What is typed must be on its way before the page or the window goes.
  useEffect(() => {
    const flush = () => void session.flush();
    window.addEventListener('pagehide', flush);
    window.addEventListener('blur', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      window.removeEventListener('blur', flush);
      session.leave();
    };
  }, [session]);
  useEffect(() => session.follow(note), [session, note]);
  return edited;
}

export const useSaveState = (session: NoteSession): SaveState => useSyncExternalStore(session.subscribe, session.state);
