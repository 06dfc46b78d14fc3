/** The inspector of a source: the notes that cite it or a passage of it. */
import { NotebookPen } from 'lucide-react';
import type { BacklinkTarget, NoteId } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { useCall } from '../../api/index.js';
import { EmptyState } from '../../ui/index.js';
import { BacklinkList } from './BacklinkList.js';
import css from './NoteInspector.module.css';

export interface CitingNotesProps {
  readonly target: BacklinkTarget;
  onOpenNote(id: NoteId): void;
}

export function CitingNotes({ target, onOpenNote }: CitingNotesProps) {
  const links = useCall('note.backlinks', { target }, { keepPrevious: true });
  if (links.status === 'ready' && links.data.length === 0) {
    return (
      <EmptyState icon={<NotebookPen size={24} strokeWidth={1.5} />} title={t('No note cites this yet')}>
        {t('Select a passage and press Ctrl+Shift+Q to quote it in a note, with its page and citation.')}
      </EmptyState>
    );
  }
  return (
    <section className={css.pane} aria-label={t('Notes citing this')}>
      <BacklinkList target={target} onOpenNote={onOpenNote} empty="" />
    </section>
  );
}
