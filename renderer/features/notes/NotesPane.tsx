/** The list of notes. */
import type { NoteId } from '../../../electron/contract/index.js';
import { EmptyState } from '../../ui/index.js';

export interface NotesPaneProps {
  /** The note on top of the tabs; null when none is. */
  readonly activeId: NoteId | null;
  onOpen(id: NoteId): void;
}

export function NotesPane(_props: NotesPaneProps) {
  return <EmptyState title="NotesPane" />;
}
