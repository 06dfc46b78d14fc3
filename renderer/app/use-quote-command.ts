/** The command that quotes the current passage in a note, with its page and citation. */
import { useState } from 'react';
import { t } from '../../electron/wording/index.js';
import { announce, perform, useCommand } from '../api/index.js';
import { insertQuotation } from '../features/notes/index.js';
import type { QuotablePassage } from './AnnotatedReader.js';
import type { TabsAction, TabsState } from './tabs-state.js';
import { currentNoteId } from './use-tab-commands.js';

/** The note that is open takes the quotation; without one a new note is made for the source. @returns the setter of what would be quoted. */
export function useQuoteCommand(state: TabsState, dispatch: (action: TabsAction) => void, isReadOnly: boolean) {
  const [quotable, setQuotable] = useState<QuotablePassage | 'loading' | null>(null);

  const newNote = async (sourceId: QuotablePassage['sourceId']) => {
    const source = await perform('source.get', { id: sourceId });
    if (!source.ok) return null;
    const title = t('Notes on {title}', { title: source.value.description.title || t('a source') }).slice(0, 300);
    const made = await perform('note.create', { title });
    return made.ok ? made.value.id : null;
  };
  const quote = async () => {
    if (quotable === null || quotable === 'loading') return;
    const { sourceId, passage } = quotable;
    const noteId = currentNoteId(state) ?? (await newNote(sourceId));
    if (noteId === null) return;
    if (!(await insertQuotation(noteId, passage))) return;
    dispatch({ type: 'pageBeside', page: { kind: 'note', noteId } });
    announce(t('The passage was quoted, with its citation'), { tone: 'good' });
  };
  useCommand('note.quote', () => void quote(), {
    enabled: quotable !== null && quotable !== 'loading' && !isReadOnly,
    waitingFor: quotable === 'loading' && !isReadOnly ? 'the document' : null,
    subject: state.activeId ?? '',
  });
  return setQuotable;
}
