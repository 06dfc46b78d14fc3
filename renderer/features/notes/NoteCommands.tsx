/** The commands that make notes: a blank one, and one from a template, which it asks for. */
import { useState } from 'react';
import { fillTemplate, type NoteId } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { perform, useCommand } from '../../api/index.js';
import { focusNote } from './open-note-registry.js';
import { TemplateDialog } from './TemplateDialog.js';

export interface NoteCommandsProps {
  readonly isReadOnly: boolean;
  onOpen(id: NoteId): void;
}

export function NoteCommands({ isReadOnly, onOpen }: NoteCommandsProps) {
  const [isAsking, setAsking] = useState(false);
  const make = async (title: string, body: string) => {
    const made = await perform('note.create', { title, body });
    if (!made.ok) return;
    focusNote(made.value.id, 'title');
    onOpen(made.value.id);
  };
  useCommand('note.new', () => void make(t('Untitled note'), ''), { enabled: !isReadOnly });
  useCommand('note.newFrom', () => setAsking(true), { enabled: !isReadOnly });
  if (!isAsking) return null;
  return (
    <TemplateDialog
      onChoose={({ title, body }) => {
        setAsking(false);
        // The page has its title above the text.
        const text = body.replace(/^# \{\{title\}\}\s*\n/, '').trimStart();
        void make(title, fillTemplate(text, { title, date: new Date() }));
      }}
      onClose={() => setAsking(false)}
    />
  );
}
