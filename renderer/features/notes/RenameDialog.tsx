/** Asks for another title of a note. An empty one cannot be given. */
import { useState } from 'react';
import type { NoteRow } from '../../../electron/contract/index.js';
import { perform } from '../../api/index.js';
import { Button, Dialog, TextField } from '../../ui/index.js';

export interface RenameDialogProps {
  readonly note: NoteRow;
  onClose(): void;
}

/** Drawn only while it is open. */
export function RenameDialog({ note, onClose }: RenameDialogProps) {
  const [title, setTitle] = useState(note.title);
  const isReady = title.trim() !== '' && title.trim() !== note.title;
  const submit = async () => {
    if (!isReady) return;
    // The row may be older than the note: what counts is the note as it is now.
    const now = await perform('note.get', { id: note.id });
    if (!now.ok) return;
    const { id, revision } = now.value;
    const done = await perform('note.save', { id, revision, session: crypto.randomUUID(), title: title.trim() });
    if (done.ok) onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title="Rename the note"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isDisabled={!isReady} onPress={() => void submit()}>
            Rename
          </Button>
        </>
      }
    >
      <TextField
        label="Title"
        autoFocus
        maxLength={300}
        value={title}
        onChange={setTitle}
        onKeyDown={(event) => (event.key === 'Enter' ? void submit() : event.continuePropagation())}
      />
    </Dialog>
  );
}
