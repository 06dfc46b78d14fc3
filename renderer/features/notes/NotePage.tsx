/** A note: a page to write on. */
import type { NoteId, TagId } from '../../../electron/contract/index.js';
import type { OpenPlace } from '../../api/index.js';
import { EmptyState } from '../../ui/index.js';

export interface NotePageProps {
  readonly noteId: NoteId;
  /** Whether keys and commands are for this page: of two shown side by side, one is. */
  readonly isActive: boolean;
  /** Shows what a citation names, beside the note. */
  onOpenBeside(place: OpenPlace): void;
  onOpenNote(id: NoteId): void;
  onOpenTag(id: TagId): void;
}

export function NotePage(_props: NotePageProps) {
  return <EmptyState title="NotePage" />;
}
