/** The inspector of a source: the notes that cite it or a passage of it. */
import type { BacklinkTarget, NoteId } from '../../../electron/contract/index.js';
import { EmptyState } from '../../ui/index.js';

export interface CitingNotesProps {
  readonly target: BacklinkTarget;
  onOpenNote(id: NoteId): void;
}

export function CitingNotes(_props: CitingNotesProps) {
  return <EmptyState title="CitingNotes" />;
}
