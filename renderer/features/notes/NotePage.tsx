/** A note: a page to write on. Read once and then followed, so that nothing is typed over. */
import { NotebookPen } from 'lucide-react';
import type { NoteId, TagId } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { failureMessage, type OpenTarget, useCall, useCommand } from '../../api/index.js';
import { EmptyState, ErrorState, Loading } from '../../ui/index.js';
import { NoteView } from './NoteView.js';

export interface NotePageProps {
  readonly noteId: NoteId;
  /** Whether keys and commands are for this page: of two shown side by side, one is. */
  readonly isActive: boolean;
  /** Shows what a citation names, beside the note. */
  onOpenBeside(place: OpenTarget): void;
  onOpenNote(id: NoteId): void;
  onOpenTag(id: TagId): void;
}

export function NotePage({ noteId, ...props }: NotePageProps) {
  const note = useCall('note.get', { id: noteId }, { keepPrevious: true });
  useCommand('find.inDocument', () => undefined, {
    enabled: false,
    waitingFor: props.isActive && note.status === 'loading' ? 'the note' : null,
  });
  if (note.status === 'loading') return <Loading>{t('Reading the note')}</Loading>;
  if (note.status === 'error') {
    if (note.error.code !== 'NOT_FOUND') return <ErrorState {...failureMessage(note.error)} retry={note.retry} />;
    return (
      <EmptyState icon={<NotebookPen size={28} strokeWidth={1.5} />} title={t('This note is not in the archive')}>
        {t('It may have been made and then undone. Redo brings it back.')}
      </EmptyState>
    );
  }
  return <NoteView key={noteId} note={note.data} {...props} />;
}
