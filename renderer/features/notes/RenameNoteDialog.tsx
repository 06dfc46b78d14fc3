/** Asks for another title of a note. */
import type { NoteRow } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { perform } from '../../api/index.js';
import { NameDialog } from '../../ui/index.js';

export interface RenameNoteDialogProps {
  readonly note: NoteRow;
  onClose(): void;
}

/** Drawn only while it is open. */
export function RenameNoteDialog({ note, onClose }: RenameNoteDialogProps) {
  const rename = async (title: string): Promise<boolean> => {
    // The row may be older than the note: what counts is the note as it is now.
    const now = await perform('note.get', { id: note.id });
    if (!now.ok) return false;
    const { id, revision } = now.value;
    return (await perform('note.save', { id, revision, session: crypto.randomUUID(), title })).ok;
  };
  return (
    <NameDialog
      title={t('Rename the note')}
      confirmLabel={t('Rename')}
      label={t('Title')}
      name={note.title}
      maxLength={300}
      onName={rename}
      onClose={onClose}
    />
  );
}
