/** Places in notes that lead to a thing: the note, and the words around. */
import type { Backlink, BacklinkTarget, NoteId } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { failureMessage, useCall } from '../../api/index.js';
import { Button, ErrorState, Loading } from '../../ui/index.js';
import css from './NoteInspector.module.css';
import { getOpenNote } from './open-note-registry.js';

export interface BacklinkListProps {
  readonly target: BacklinkTarget;
  /** Said when there are none. */
  readonly empty: string;
  onOpenNote(id: NoteId): void;
}

export function BacklinkList({ target, empty, onOpenNote }: BacklinkListProps) {
  const links = useCall('note.backlinks', { target }, { keepPrevious: true });
  if (links.status === 'loading') return <Loading>{t('Looking for notes')}</Loading>;
  if (links.status === 'error') return <ErrorState {...failureMessage(links.error)} retry={links.retry} />;
  if (links.data.length === 0) return <p className={css.empty}>{empty}</p>;
  const open = ({ noteId, start }: Backlink) => {
    onOpenNote(noteId);
    // The page may have to be made first.
    setTimeout(() => getOpenNote(noteId)?.reveal(start), 150);
  };
  return (
    <ul>
      {links.data.map((link) => (
        <li key={`${link.noteId} ${link.start}`} className={css.backlink}>
          <Button variant="link" onPress={() => open(link)}>
            {link.title}
          </Button>
          <div className={css.excerpt}>{link.excerpt}</div>
        </li>
      ))}
    </ul>
  );
}
