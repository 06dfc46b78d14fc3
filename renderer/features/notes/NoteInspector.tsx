/** The inspector of a note: its outline, what it cites, and the notes that link to it. */
import { FileText, NotebookPen, Quote, Tag, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import {
  type NoteId,
  NoteId as NoteIdSchema,
  type NoteReference,
  noteMarks,
} from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { failureMessage, type OpenTarget, useCall } from '../../api/index.js';
import { Button, ErrorState, Loading } from '../../ui/index.js';
import { BacklinkList } from './BacklinkList.js';
import { countWords } from './count-words.js';
import { keysOfMark } from './editor/index.js';
import { formatTime } from './format-time.js';
import css from './NoteInspector.module.css';
import { noteOutline } from './note-outline.js';
import { getOpenNote } from './open-note-registry.js';

export interface NoteInspectorProps {
  readonly noteId: NoteId;
  onOpenNote(id: NoteId): void;
  onOpen(place: OpenTarget): void;
}

const ICONS = { source: FileText, passage: Quote, note: NotebookPen, tag: Tag } as const;
const REMARKS = {
  held: null,
  review: t('Its place is to be reviewed'),
  binned: t('In the bin'),
  missing: t('Not in this archive'),
} as const;

export function NoteInspector({ noteId, onOpenNote, onOpen }: NoteInspectorProps) {
  const note = useCall('note.get', { id: noteId }, { keepPrevious: true });
  const body = note.status === 'ready' ? note.data.body : '';
  const outline = useMemo(() => noteOutline(body), [body]);
  const keys = useMemo(() => [...new Set(noteMarks(body).flatMap(keysOfMark))], [body]);
  const references = useCall('note.references', { keys }, { enabled: keys.length > 0, keepPrevious: true });
  if (note.status === 'loading') return <Loading>{t('Reading the note')}</Loading>;
  if (note.status === 'error') return <ErrorState {...failureMessage(note.error)} retry={note.retry} />;
  const cited = keys.length > 0 && references.status === 'ready' ? references.data : [];

  const open = ({ key, place }: NoteReference) => {
    const [kind, id] = key.split(':');
    if (kind === 'note') onOpenNote(NoteIdSchema.parse(id));
    else if (place) {
      const { sourceId, start, end } = place;
      onOpen({ sourceId, place: start === null || end === null ? null : { start, end } });
    }
  };
  return (
    <section className={css.pane} aria-label={t('About the note')}>
      <p className={css.facts}>
        {t('{countWords, plural, one {# word} other {# words}} · made {time} · changed {time2}', {
          countWords: countWords(body),
          time: formatTime(note.data.createdAt, new Date()),
          time2: formatTime(note.data.changedAt, new Date()),
        })}
        {note.data.who ? ` · ${note.data.who}` : ''}
      </p>
      <InspectorSection
        title={t('Outline')}
        empty={outline.length === 0 ? t('A line that begins with # is a heading.') : null}
      >
        {outline.map(({ level, text, start }) => (
          <li key={start} className={css.heading} data-level={level}>
            <Button variant="link" onPress={() => getOpenNote(noteId)?.reveal(start)}>
              {text}
            </Button>
          </li>
        ))}
      </InspectorSection>
      <InspectorSection
        title={t('Cites and links to')}
        count={cited.length}
        empty={cited.length === 0 ? t('Type @ to cite a source or a passage.') : null}
      >
        {cited.map((reference) => (
          <CitedItem key={reference.key} reference={reference} onOpen={open} />
        ))}
      </InspectorSection>
      <div className={css.part}>
        <h2 className={css.title}>{t('Linked from')}</h2>
        <BacklinkList
          target={{ kind: 'note', id: noteId }}
          onOpenNote={onOpenNote}
          empty={t('No note links here. In another one, type [[ and the title of this.')}
        />
      </div>
    </section>
  );
}

interface InspectorSectionProps {
  readonly title: string;
  readonly count?: number;
  readonly empty: string | null;
  readonly children: React.ReactNode;
}

function InspectorSection({ title, count, empty, children }: InspectorSectionProps) {
  return (
    <div className={css.part}>
      <h2 className={css.title}>
        {title}
        {count ? <span className={css.count}>{count}</span> : null}
      </h2>
      {empty === null ? <ul>{children}</ul> : <p className={css.empty}>{empty}</p>}
    </div>
  );
}

function CitedItem({
  reference,
  onOpen,
}: {
  readonly reference: NoteReference;
  onOpen(reference: NoteReference): void;
}) {
  const kind = reference.key.split(':')[0] as keyof typeof ICONS;
  const remark = REMARKS[reference.state];
  const Icon = remark === null ? ICONS[kind] : TriangleAlert;
  const words = reference.label || reference.detail || t('Without a name');
  const canOpen = reference.place !== null || (kind === 'note' && reference.state !== 'missing');
  return (
    <li className={css.cited} data-state={reference.state}>
      <Icon size={14} aria-hidden className={css.icon} />
      <div className={css.citedText}>
        {canOpen ? (
          <Button variant="link" onPress={() => onOpen(reference)}>
            {words}
          </Button>
        ) : (
          <span>{words}</span>
        )}
        {remark ? <div className={css.remark}>{remark}</div> : null}
        {kind === 'passage' && reference.detail ? <div className={css.detail}>“{reference.detail}”</div> : null}
      </div>
    </li>
  );
}
