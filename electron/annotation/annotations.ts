/**
 * What a person marks in the sources: passages of texts and regions of pages, with comment, colour and tags. Each
 * operation is one undo step; each live annotation of words has exactly one state in the current text of its source.
 */
import type { Archive, JournalChange } from '../archive/index.js';
import {
  type Annotation,
  type AnnotationFilter,
  type AnnotationId,
  type AnnotationSort,
  FondsError,
  type Scope,
  type Sha256,
  type SourceId,
  type TagId,
  type VersionId,
} from '../contract/index.js';
import { t } from '../wording/index.js';
import { createAnchorStore } from './anchor-store.js';
import { createAnchoringPool } from './anchoring-pool.js';
import { type AnnotationImporter, createAnnotationImporter, type KnownAnchor } from './annotation-importer.js';
import { createAnnotationListStore } from './annotation-list-store.js';
import { type AnnotationChange, type AnnotationRecord, createAnnotationStore } from './annotation-store.js';
import { createAnnotationCreator, type NewAnnotation } from './create-annotation.js';
import { createImportedAnnotationStore } from './imported-annotation-store.js';
import { normalizeRange } from './normalize-target.js';
import { createPageLabels } from './page-label-store.js';
import { createTextChanges, type TextChanges } from './version-changes.js';

export interface AnnotationsOptions {
  readonly archive: Archive;
  readonly now: () => Date;
  /** A new UUIDv7. */
  readonly newId: () => string;
  /** The bundled entry `annotation-worker.js`. */
  readonly workerPath: string;
}

/** What the step of the caller has to include: the changes for the journal, and what to announce. */
export interface CreatedInStep {
  readonly changes: JournalChange[];
  readonly scopes: readonly Scope[];
  readonly sourceIds: readonly SourceId[];
}

export interface Annotations {
  /** `total`: of all pages. Sources in the bin are left out unless `sourceId` names one. */
  list(
    filter: AnnotationFilter,
    sort: AnnotationSort,
    offset: number,
    limit: number,
  ): { total: number; annotations: Annotation[] };
  /** In reading order, read page by page; what is deleted meanwhile is left out. */
  all(filter: AnnotationFilter): Generator<Annotation>;
  /** @throws FondsError NOT_FOUND. */
  get(id: AnnotationId): Annotation;
  /** In the order asked for; those that this archive does not hold, or that are deleted, are left out. */
  getMany(ids: readonly AnnotationId[]): Annotation[];

  /** @throws FondsError NOT_FOUND, INVALID_INPUT. */
  create(input: NewAnnotation): Promise<Annotation>;
  /**
   * As `create`, for a caller that has more to change in the same undo step, such as a note that quotes the passage.
   * Call it inside `archive.history.step` and return its changes, scopes and sources with your own:
   *
   *     archive.history.step(() => {
   *       const { annotation, changes, scopes, sourceIds } = annotations.createInStep(input);
   *       const own = notes.quoteInStep(id, revision, annotation, …);
   *       return { label: own.label, changes: [...changes, ...own.changes], scopes: [...scopes, 'notes'], sourceIds };
   *     });
   *
   * Whoever throws inside the step takes both back. On a version that is not the current one the passage is looked for
   * in this thread, which takes about a second for a text of 400 KB.
   * @throws FondsError NOT_FOUND, INVALID_INPUT.
   */
  createInStep(input: NewAnnotation): CreatedInStep & { readonly annotation: Annotation };
  /** As `createInStep`, for many, such as those of a file; each source and text is read once. @returns ids in the order given. */
  createAllInStep(inputs: readonly NewAnnotation[]): CreatedInStep & { readonly ids: AnnotationId[] };
  /** @throws FondsError NOT_FOUND; then nothing is changed. */
  change(ids: readonly AnnotationId[], change: AnnotationChange): void;
  /** @throws FondsError NOT_FOUND; then nothing is changed. */
  tag(ids: readonly AnnotationId[], add: readonly TagId[], remove: readonly TagId[]): void;
  /** @throws FondsError NOT_FOUND; then nothing is changed. */
  delete(ids: readonly AnnotationId[]): void;
  /**
   * A person says where the passage is in the current version, which is then as sure as where it was made.
   * @throws FondsError NOT_FOUND, INVALID_INPUT, STALE when `versionId` is not the current version.
   */
  reanchor(id: AnnotationId, versionId: VersionId, start: number, end: number): Annotation;

  /**
   * Inside the caller's step, which names the sources: regions of pages, the deleted ones too, go to the source that has
   * their original from now on.
   */
  moveRegionsInStep(from: SourceId, receiverOf: (sha256: Sha256) => SourceId): JournalChange[];

  /** In every text version where it was looked for. */
  anchorsOf(id: AnnotationId): KnownAnchor[];
  /** Annotations of a file that were made elsewhere. */
  readonly importer: AnnotationImporter;
  /** Which text of a source is the current one; its annotations go along in the same step. */
  readonly texts: TextChanges;
  /** Ends what is under way. Before the archive is closed. */
  close(): Promise<void>;
}

const PAGE = 500;
const SCOPES: readonly Scope[] = ['annotations', 'tags'];

const passages = (count: number) => t('{count, plural, one {a passage} other {# passages}}', { count });

export function createAnnotations({ archive, now, newId, workerPath }: AnnotationsOptions): Annotations {
  const { history, tags } = archive;
  const anchors = createAnchorStore(archive);
  const store = createAnnotationStore(archive, now, anchors.closeGap);
  const shown = createAnnotationListStore(archive, createPageLabels(archive));
  const adder = createAnnotationCreator({ archive, annotations: store, anchors, now, newId });
  const pool = createAnchoringPool(workerPath);
  const texts = createTextChanges(archive, anchors, pool);
  const importedStore = createImportedAnnotationStore(archive, anchors);
  const importer = createAnnotationImporter({ archive, store, importedStore: importedStore, anchors, pool, newId });
  // Another room, or an older program, may make a text current without a word about its annotations.
  const stop = archive.onWrite(({ sourceIds }) => {
    anchors.closeGaps(sourceIds);
    return undefined;
  });

  const records = (ids: readonly AnnotationId[]) => [...new Set(ids)].map(store.record);
  const sourcesOf = (some: readonly AnnotationRecord[]) => [...new Set(some.map(({ sourceId }) => sourceId))];
  const nameOf = (id: TagId) => tags.path(id).split('/').at(-1) ?? '';
  const titleOf = (id: SourceId) => archive.sources.get(id).description.title || t('Untitled');

  const changeLabel = (count: number, { colour, comment }: AnnotationChange): string => {
    if (comment === undefined) return t('Colour {passages}', { passages: passages(count) });
    return colour === undefined
      ? t('Comment on {passages}', { passages: passages(count) })
      : t('Change {passages}', { passages: passages(count) });
  };

  const tagLabel = (count: number, add: readonly TagId[], remove: readonly TagId[]): string => {
    const [first = '' as TagId] = add.length > 0 ? add : remove;
    const several = add.length + remove.length > 1;
    if (several) return t('Change the tags of {passages}', { passages: passages(count) });
    return add.length > 0
      ? t('Tag {passages} “{value}”', { passages: passages(count), value: nameOf(first) })
      : t('Take tag “{value}” off {passages}', { value: nameOf(first), passages: passages(count) });
  };

  const createAll = (inputs: readonly NewAnnotation[], ahead: Parameters<typeof adder.create>[1]) => {
    const sourceIds = [...new Set(inputs.map(({ sourceId }) => sourceId))];
    return { ...adder.create(inputs, ahead), scopes: SCOPES, sourceIds };
  };
  const createOne = (input: NewAnnotation, ahead: Parameters<typeof adder.create>[1]) => {
    const { ids, ...rest } = createAll([input], ahead);
    return { ...rest, annotation: shown.get(ids[0] as AnnotationId) };
  };

  return {
    list: (filter, sort, offset, limit) => ({
      total: shown.count(filter, sort),
      annotations: shown.getMany(shown.ids(filter, sort, offset, limit)),
    }),
    *all(filter) {
      const ids = shown.ids(filter, 'place', 0, Number.MAX_SAFE_INTEGER);
      for (let at = 0; at < ids.length; at += PAGE) yield* shown.getMany(ids.slice(at, at + PAGE));
    },
    get: shown.get,
    getMany: shown.getMany,

    create: async (input) => {
      const ahead = await adder.projectAhead(input, pool);
      const made = history.step(() => ({
        label: t('Annotate “{title}”', { title: titleOf(input.sourceId) }),
        ...createOne(input, ahead),
      }));
      return made.annotation;
    },
    createInStep: (input) => createOne(input, null),
    createAllInStep: (inputs) => createAll(inputs, null),

    change: (ids, change) => {
      history.step(() => {
        const rows = records(ids);
        const at = now().toISOString();
        const changes = rows.map((row) => store.change(row, change, at)).filter((made) => made !== null);
        const label = changeLabel(rows.length, change);
        return { label, changes, scopes: ['annotations'], sourceIds: sourcesOf(rows) };
      });
    },
    tag: (ids, add, remove) => {
      history.step(() => {
        const rows = records(ids);
        const bearing = rows.map(({ id }) => id);
        for (const id of [...add, ...remove]) {
          if (tags.subtree(id).length > 0) continue;
          throw new FondsError('NOT_FOUND', t('There is no tag {id} in this archive.', { id }), { id });
        }
        const changes = [
          ...[...new Set(remove)].map((id) => store.moveTag(id, bearing, 'out')),
          ...[...new Set(add)].map((id) => store.moveTag(id, bearing, 'in')),
        ].filter((made) => made !== null);
        return { label: tagLabel(rows.length, add, remove), changes, scopes: SCOPES, sourceIds: sourcesOf(rows) };
      });
    },
    delete: (ids) => {
      history.step(() => {
        const rows = records(ids);
        const label = t('{count, plural, one {Delete an annotation} other {Delete # annotations}}', {
          count: rows.length,
        });
        return { label, changes: rows.map(store.remove), scopes: SCOPES, sourceIds: sourcesOf(rows) };
      });
    },
    reanchor: (id, versionId, start, end) => {
      history.step(() => {
        const { sourceId, versionId: madeIn } = store.record(id);
        if (madeIn === null) {
          const message = t('A region of a page has no place in the text. Draw it again on its page.');
          throw new FondsError('INVALID_INPUT', message, { id });
        }
        const current = archive.texts.get(sourceId);
        if (current.id !== versionId) {
          const message = t(
            'Another text of this source has become the current one meanwhile. Look at it and place it there.',
          );
          throw new FondsError('STALE', message, { id, versionId });
        }
        const passage = normalizeRange(current.text, start, end);
        const row = { annotationId: id, versionId, state: 'placed', ...passage, method: 'person' } as const;
        return {
          label: t('Place an annotation of “{title}”', { title: titleOf(sourceId) }),
          changes: anchors.place(sourceId, { ...row, score: 1, similarity: 1 }),
          scopes: ['annotations'],
          sourceIds: [sourceId],
        };
      });
      return shown.get(id);
    },

    moveRegionsInStep: store.moveRegions,
    anchorsOf: (id) => anchors.of(id).map(({ annotationId: _id, ...row }) => row),
    importer: importer,
    texts,
    close: async () => {
      stop();
      await pool.close();
    },
  };
}
