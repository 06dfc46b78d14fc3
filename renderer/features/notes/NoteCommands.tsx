/** The commands that make notes: a blank one, and one from a template, which it asks for. */
import type { NoteId } from '../../../electron/contract/index.js';
import { perform, useCommand } from '../../api/index.js';

export interface NoteCommandsProps {
  readonly isReadOnly: boolean;
  onOpen(id: NoteId): void;
}

export function NoteCommands({ isReadOnly, onOpen }: NoteCommandsProps) {
  useCommand(
    'note.new',
    async () => {
      const made = await perform('note.create', { title: 'Untitled note' });
      if (made.ok) onOpen(made.value.id);
    },
    { enabled: !isReadOnly },
  );
  return null;
}
