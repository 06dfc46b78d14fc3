/** What the page knows of its text: how many words it has, and the things it names as the archive knows them. */
import { useMemo } from 'react';
import { type Note, noteMarks } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { useCall } from '../../api/index.js';
import { countWords } from './count-words.js';
import { keysOfMark, type NoteEditor, type References } from './editor/index.js';
import type { SaveState } from './note-session.js';

/** Looked at whenever the text comes to rest, not with every key. */
export function useNoteText(
  editor: NoteEditor,
  state: SaveState,
  note: Note,
): { readonly words: string; readonly references: References } {
  const isResting = state.kind !== 'waiting';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text of the editor changes with these
  const body = useMemo(() => editor.readBody(), [editor, isResting, note.revision]);
  const keys = useMemo(() => [...new Set(noteMarks(body).flatMap(keysOfMark))].toSorted(), [body]);
  const answer = useCall('note.references', { keys }, { enabled: keys.length > 0, keepPrevious: true });
  const known = answer.status === 'ready' ? answer.data : null;
  const references = useMemo(() => new Map((known ?? []).map((reference) => [reference.key, reference])), [known]);
  const words = useMemo(
    () => t('{countWords, plural, one {# word} other {# words}}', { countWords: countWords(body) }),
    [body],
  );
  return { words, references };
}
