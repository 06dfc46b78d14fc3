/** The inspector of a note: its outline, what it cites, and the notes that link to it. */
import type { NoteId } from '../../../electron/contract/index.js';
import type { OpenPlace } from '../../api/index.js';
import { EmptyState } from '../../ui/index.js';

export interface NoteInspectorProps {
  readonly noteId: NoteId;
  onOpenNote(id: NoteId): void;
  onOpen(place: OpenPlace): void;
}

export function NoteInspector(_props: NoteInspectorProps) {
  return <EmptyState title="NoteInspector" />;
}
