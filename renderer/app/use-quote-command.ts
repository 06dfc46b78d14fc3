/** One gesture: the passage one is at goes into a note, with its page and its citation. */
import { useState } from 'react';
import { announce, perform, useCommand } from '../api/index.js';
import { insertQuotation } from '../features/notes/index.js';
import type { QuotablePassage } from './AnnotatedReader.js';
import type { TabsAction, TabsState } from './tabs-state.js';
import { currentNoteId } from './use-tab-commands.js';

/** The note that is open takes the quotation; without one a new note is made for the source. @returns how to tell what would be quoted. */
export function useQuoteCommand(state: TabsState, dispatch: (action: TabsAction) => void, isReadOnly: boolean) {
  const [quotable, setQuotable] = useState<QuotablePassage | 'opening' | null>(null);

  const newNote = async (sourceId: QuotablePassage['sourceId']) => {
    const source = await perform('source.get', { id: sourceId });
    if (!source.ok) return null;
    const title = `Notes on ${source.value.description.title || 'a source'}`.slice(0, 300);
    const made = await perform('note.create', { title });
    return made.ok ? made.value.id : null;
  };
  const quote = async () => {
    if (quotable === null || quotable === 'opening') return;
    const { sourceId, passage } = quotable;
    const noteId = currentNoteId(state) ?? (await newNote(sourceId));
    if (noteId === null) return;
    if (!(await insertQuotation(noteId, passage))) return;
    dispatch({ type: 'pageBeside', page: { kind: 'note', noteId } });
    announce('The passage was quoted, with its citation', { tone: 'good' });
  };
  useCommand('note.quote', () => void quote(), {
    enabled: quotable !== null && quotable !== 'opening' && !isReadOnly,
    waitingFor: quotable === 'opening' && !isReadOnly ? 'the document' : null,
    subject: state.activeId ?? '',
  });
  return setQuotable;
}
