/**
 * The notes room. Invariant: a save that began from an older revision writes nothing; what a note cites is described as it is
 * now. Saves of one session are one undo step.
 */
import { type Archive, type JournalChange, storable } from '../archive/index.js';
import {
  type AnnotationId,
  type Backlink,
  type BacklinkTarget,
  FondsError,
  type Note,
  NoteId,
  type NoteReference,
  type Output,
  type ParsedInput,
  type Region,
  type TextRange,
  type VersionId,
} from '../contract/index.js';
import { t } from '../wording/index.js';
import { describeReferences } from './describe-references.js';
import { excerptsAround } from './note-excerpts.js';
import { createNoteList } from './note-list-store.js';
import { createNoteStore } from './note-store.js';
import { pageLocator, regionLocator } from './page-locator.js';
import { createPassageStore } from './passage-store.js';
import { type QuotedPassage, quotation, withBlock } from './quotation.js';
import { createReferenceStore } from './reference-store.js';

export interface Notes {
  list(query: ParsedInput<'note.list'>): Output<'note.list'>;
  /** Every note that is not in the bin, in order of title. */
  all(): Generator<Note>;
  /** Also from the bin. @throws FondsError NOT_FOUND. */
  get(id: NoteId): Note;
  /** @throws FondsError INVALID_INPUT when the title is empty. */
  create(input: ParsedInput<'note.create'>): Note;
  /** @throws FondsError NOT_FOUND (also for a note in the bin), INVALID_INPUT, STALE. */
  save(input: ParsedInput<'note.save'>): Output<'note.save'>;
  /** Into the bin; one step for all of them. @throws FondsError NOT_FOUND. */
  delete(ids: readonly NoteId[]): void;
  /** Out of the bin. @throws FondsError NOT_FOUND. */
  restore(ids: readonly NoteId[]): void;
  /** @returns in the order asked. */
  references(keys: readonly string[]): NoteReference[];
  backlinks(target: BacklinkTarget): Backlink[];
  /** An annotation of exactly these words of this version; null when there is none. */
  passageAt(versionId: VersionId, start: number, end: number): AnnotationId | null;
  /** The locator of a place of a version, such as `p. 3`; '' when its text has no pages. */
  locatorAt(versionId: VersionId, place: TextRange | Pick<Region, 'pageIndex'>): string;
  /**
   * Inside the caller's step: puts a quotation with its citation into a note.
   * @throws FondsError NOT_FOUND, INVALID_INPUT (`at` is not in the note), STALE.
   */
  quoteInStep(input: QuoteInsertion): {
    readonly change: JournalChange;
    readonly inserted: readonly [number, number];
    readonly label: string;
  };
}

export interface QuoteInsertion extends QuotedPassage {
  readonly id: NoteId;
  readonly revision: number;
  /** UTF-16 offset in the body; null: at the end. */
  readonly at: number | null;
}

export interface NotesOptions {
  readonly archive: Pick<Archive, 'database' | 'history' | 'who' | 'sources' | 'tags'>;
  readonly now: () => Date;
  /** Makes a UUIDv7. */
  readonly newId: () => string;
}

const LONGEST_TITLE = 300;

export function createNotes({ archive, now, newId }: NotesOptions): Notes {
  const references = createReferenceStore(archive);
  const store = createNoteStore(archive, references, now);
  const passages = createPassageStore(archive);
  const list = createNoteList(archive);

  const get = (id: NoteId): Note => {
    const note = store.get(id);
    if (!note) throw new FondsError('NOT_FOUND', t('There is no note {id} in this archive.', { id }), { id });
    return note;
  };

  /** @throws FondsError NOT_FOUND, STALE. */
  const toChange = (id: NoteId, revision: number): Note => {
    const note = get(id);
    if (note.deletedAt !== null) {
      throw new FondsError(
        'NOT_FOUND',
        t('The note “{title}” is in the bin. Take it out to write in it.', { title: note.title }),
        { id },
      );
    }
    if (note.revision !== revision) {
      throw new FondsError(
        'STALE',
        t('The note “{title}” has changed since. Nothing was written.', { title: note.title }),
        {
          id,
          revision: note.revision,
        },
      );
    }
    return note;
  };

  const move = (ids: readonly NoteId[], to: 'bin' | 'notes'): void => {
    archive.history.step(() => {
      const notes = [...new Set(ids)].map(get);
      const what = t('{count, plural, one {note “{title}”} other {# notes}}', {
        count: notes.length,
        title: notes[0]?.title ?? '',
      });
      return {
        label: to === 'bin' ? t('Delete {what}', { what }) : t('Restore {what} from the bin', { what }),
        changes: notes.flatMap((note) => store.move(note, to) ?? []),
        scopes: ['notes'],
      };
    });
  };

  return {
    list: list.page,
    *all() {
      for (const id of list.ids()) {
        const note = store.get(id);
        if (note) yield note;
      }
    },
    get,
    create: ({ title, body }) => {
      const id = NoteId.parse(newId());
      const named = titleOf(title);
      archive.history.step(() => ({
        label: t('Create note “{named}”', { named }),
        changes: [store.insert({ id, title: named, body: storable(body) })],
        scopes: ['notes'],
      }));
      return get(id);
    },
    save: ({ id, revision, session, title, body }) => {
      archive.history.step(() => {
        const note = toChange(id, revision);
        const text = {
          ...(title === undefined ? {} : { title: titleOf(title) }),
          ...(body === undefined ? {} : { body: storable(body) }),
        };
        const change = store.write(note, text);
        // One step a note: a session belongs to one editor, but nothing keeps a client from mixing them.
        return {
          label: t('Edit note “{title}”', { title: note.title }),
          changes: change ? [change] : [],
          scopes: ['notes'],
          group: `${session} ${id}`,
        };
      });
      const saved = get(id);
      return { revision: saved.revision, changedAt: saved.changedAt };
    },
    delete: (ids) => move(ids, 'bin'),
    restore: (ids) => move(ids, 'notes'),
    references: (keys) => describeReferences({ archive, notes: store, passages }, keys),
    backlinks: (target) => {
      // Links to a tag that was merged into this one lead here.
      const former = target.kind === 'tag' ? archive.tags.mergedInto(target.id) : [];
      const targets: BacklinkTarget[] = [target, ...former.map((id) => ({ kind: 'tag', id }) as const)];
      const places = Map.groupBy(targets.flatMap(references.backlinksTo), ({ noteId }) => noteId);
      return [...places].flatMap(([noteId, own]) => {
        const { title, body } = get(noteId);
        const excerpts = excerptsAround(body, own);
        return own.map(({ start, end }, at) => ({ noteId, title, start, end, excerpt: excerpts[at] ?? '' }));
      });
    },
    passageAt: passages.passageAt,
    locatorAt: (versionId, place) => {
      const pages = passages.pages(versionId);
      return 'pageIndex' in place ? regionLocator(pages, place) : pageLocator(pages, place.start, place.end);
    },
    quoteInStep: ({ id, revision, at, ...quoted }) => {
      const note = toChange(id, revision);
      if (at !== null && at > note.body.length) {
        const message = t('The note “{title}” has no place {at}: it has {count} characters.', {
          title: note.title,
          at,
          count: note.body.length,
        });
        throw new FondsError('INVALID_INPUT', message, { at });
      }
      const { body, inserted } = withBlock(note.body, storable(quotation(quoted)), at);
      const change = store.write(note, { body });
      if (!change) throw new Error('A quotation was put in and nothing changed');
      return { change, inserted, label: t('Quote in note “{title}”', { title: note.title }) };
    },
  };
}

/** In one line. @throws FondsError INVALID_INPUT when nothing is left of it. */
function titleOf(title: string): string {
  const line = storable(title.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE));
  if (line === '') throw new FondsError('INVALID_INPUT', t('A note needs a title.'));
  return line;
}
