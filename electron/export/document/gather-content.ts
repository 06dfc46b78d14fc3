/** Gathers what an export is made from. Reads page by page, and only what is asked for. */
import type { Archive } from '../../archive/index.js';
import type {
  Annotation,
  AnnotationFilter,
  ExportSubject,
  Hit,
  Note,
  NoteId,
  SearchQuery,
  SourceId,
} from '../../contract/index.js';
import { assertNever, FondsError, tagTree } from '../../contract/index.js';
import { t } from '../../wording/index.js';
import type { ExportContent, ExportedSource } from './export-content.js';

export interface ContentLookup {
  readonly archive: Archive;
  /** In reading order. */
  annotationsOf(filter: AnnotationFilter): Iterable<Annotation>;
  note(id: NoteId): Note;
  /** Every note that is not in the bin, in order of title. */
  allNotes(): Iterable<Note>;
  found(query: SearchQuery): AsyncIterable<Hit>;
}

const BY_DATE = { by: 'dateWritten', direction: 'ascending' } as const;

/** @throws FondsError NOT_FOUND, QUERY_SYNTAX, DATE_INVALID. */
export async function gatherContent(what: ExportSubject, context: ContentLookup): Promise<ExportContent> {
  const { archive } = context;
  const all = await archive.tags.listInTurns();
  const { path: tagPath } = tagTree(all);
  const tags = { tags: all, tagPath };
  const whole = (ids: readonly SourceId[]): ExportedSource[] =>
    ids.map((id) => ({ source: archive.sources.get(id), annotations: [...context.annotationsOf({ sourceId: id })] }));

  switch (what.kind) {
    case 'notes':
    case 'allNotes': {
      const notes = what.kind === 'notes' ? what.ids.map(context.note) : [...context.allNotes()];
      if (notes.length === 0) throw new FondsError('NOT_FOUND', t('There are no notes in this archive.'));
      const title = notes.length === 1 ? (notes[0]?.title ?? '') : t('{count} notes', { count: notes.length });
      return { ...tags, title, notes, sources: [] };
    }
    case 'annotations': {
      const sources = whole([what.sourceId]);
      return {
        ...tags,
        title: t('Annotations of {title}', { title: sources[0]?.source.description.title || t('a source') }),
        notes: [],
        sources,
      };
    }
    case 'tag': {
      const passages = Map.groupBy(context.annotationsOf({ tagId: what.tagId }), ({ sourceId }) => sourceId);
      const ids = archive.sources.ids({ filter: { tagId: what.tagId }, sort: BY_DATE });
      const sources = [...new Set([...ids, ...passages.keys()])].map((id) => ({
        source: archive.sources.get(id),
        annotations: passages.get(id) ?? [],
      }));
      return { ...tags, title: archive.tags.path(what.tagId), notes: [], sources };
    }
    case 'collection': {
      const title = archive.collections.list().find(({ id }) => id === what.collectionId)?.name ?? t('Collection');
      const ids = archive.sources.ids({ filter: { collectionId: what.collectionId }, sort: BY_DATE });
      return { ...tags, title, notes: [], sources: whole(ids) };
    }
    case 'search': {
      const ids: SourceId[] = [];
      for await (const { sourceId } of context.found(what.query)) ids.push(sourceId);
      return { ...tags, title: t('Found for “{query}”', { query: what.query.query }), notes: [], sources: whole(ids) };
    }
    case 'everything': {
      const ids = archive.sources.ids({ filter: {}, sort: BY_DATE });
      return { ...tags, title: archive.info().name, notes: [...context.allNotes()], sources: whole(ids) };
    }
    default:
      return assertNever(what);
  }
}
