/**
 * New annotations, inside the caller's step. The quotation is read from the text here, never from a client; each
 * one of words has its anchor on the version it was made on, and on the current one, when the step is over.
 */
import type { Archive, JournalChange } from '../archive/index.js';
import {
  AnnotationId,
  type Colour,
  FondsError,
  type NewTarget,
  type Region,
  type SourceId,
  type TagId,
  type TextVersion,
  type VersionId,
} from '../contract/index.js';
import { t } from '../wording/index.js';
import type { AnchorRow, AnchorStore, CertainAnchor } from './anchor-store.js';
import { type AnchorOutcome, makeQuote } from './anchoring/index.js';
import type { AnchoringPool } from './anchoring-pool.js';
import type { AnnotationStore, NewAnnotationRecord } from './annotation-store.js';
import { checkRegion, normalizeRange } from './normalize-target.js';
import { anchorRowOf, anchorTargetOf, projectAnchorsNow } from './project-anchors.js';

export interface NewAnnotation {
  readonly sourceId: SourceId;
  readonly target: NewTarget;
  readonly colour: Colour;
  /** Markdown. */
  readonly comment: string;
  readonly tagIds: readonly TagId[];
  /** What an import keeps of the original annotation. Missing values are as for a new one; an id already in use is replaced. */
  readonly imported?: {
    readonly id?: AnnotationId;
    readonly who?: string;
    /** ISO 8601. */
    readonly createdAt?: string;
    readonly changedAt?: string;
  };
}

/** A passage of another version projected into the current one before the undo step begins, because the step is synchronous. */
export interface ProjectedAhead {
  /** The current version at that time. */
  readonly versionId: VersionId;
  readonly outcome: AnchorOutcome;
}

export interface AnnotationCreator {
  /** Writes them all. @throws FondsError NOT_FOUND, INVALID_INPUT; then the caller's step must not go on. */
  create(
    inputs: readonly NewAnnotation[],
    ahead: ProjectedAhead | null,
  ): { ids: AnnotationId[]; changes: JournalChange[] };
  /** Projects in the worker what `create` would otherwise project inside the step. @returns null when there is nothing to project. */
  projectAhead(input: NewAnnotation, pool: AnchoringPool): Promise<ProjectedAhead | null>;
}

export interface AnnotationCreatorOptions {
  readonly archive: Pick<Archive, 'texts' | 'sources' | 'tags' | 'who'>;
  readonly annotations: Pick<AnnotationStore, 'insert' | 'exists'>;
  readonly anchors: Pick<AnchorStore, 'begin'>;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** Reads each thing of the archive once, however many annotations ask for it. */
const memoized = <K, V>(read: (key: K) => V): ((key: K) => V) => {
  const known = new Map<K, V>();
  return (key) => {
    const value = known.get(key) ?? read(key);
    known.set(key, value);
    return value;
  };
};

const quotedTextAt = ({ id: versionId, text }: TextVersion, start: number, end: number) => {
  const passage = normalizeRange(text, start, end);
  return { versionId, ...passage, quote: makeQuote(text, passage.start, passage.end) };
};

const certainAnchorOf = (
  annotationId: AnnotationId,
  { quote, ...words }: ReturnType<typeof quotedTextAt>,
): CertainAnchor => ({
  annotationId,
  ...words,
  ...quote,
  method: 'made',
});

export function createAnnotationCreator({
  archive,
  annotations,
  anchors,
  now,
  newId,
}: AnnotationCreatorOptions): AnnotationCreator {
  const { texts, sources, tags, who } = archive;

  const add: AnnotationCreator['create'] = (inputs, ahead) => {
    const source = memoized((id: SourceId) => sources.get(id));
    const versionOf = memoized((key: string) => {
      const [sourceId, versionId] = key.split(' ') as [SourceId, VersionId | undefined];
      return versionId ? texts.get(sourceId, versionId) : texts.get(sourceId);
    });
    const checkTag = memoized((id: TagId) => {
      if (tags.subtree(id).length > 0) return id;
      throw new FondsError('NOT_FOUND', t('There is no tag {id} in this archive.', { id }), { id });
    });
    const at = now().toISOString();
    const changes: JournalChange[] = [];
    const ids: AnnotationId[] = [];
    const elsewhere: { readonly sourceId: SourceId; readonly certainAnchor: CertainAnchor }[] = [];

    const ofRegion = (sourceId: SourceId, region: Region): Region => {
      checkRegion(region);
      if (source(sourceId).originals.some(({ sha256 }) => sha256 === region.sha256)) return region;
      const message = t('The page is of a file that does not belong to this source. Open the source and draw it anew.');
      throw new FondsError('INVALID_INPUT', message, { sourceId, sha256: region.sha256 });
    };

    for (const { sourceId, target, colour, comment, tagIds, imported: made = {} } of inputs) {
      source(sourceId);
      const id = made.id && !annotations.exists(made.id) ? made.id : AnnotationId.parse(newId());
      const version = target.kind === 'text' ? versionOf(`${sourceId} ${target.versionId}`) : null;
      const words = version && target.kind === 'text' ? quotedTextAt(version, target.start, target.end) : null;
      const record: NewAnnotationRecord = {
        id,
        sourceId,
        words,
        region: target.kind === 'region' ? ofRegion(sourceId, target.region) : null,
        colour,
        comment,
        tagIds: [...new Set(tagIds)].map(checkTag),
        who: made.who ?? who,
        createdAt: made.createdAt ?? at,
        changedAt: made.changedAt ?? made.createdAt ?? at,
      };
      changes.push(annotations.insert(record));
      ids.push(id);
      if (!words || !version) continue;
      const { versionId, start, end } = words;
      anchors.begin([
        { annotationId: id, versionId, state: 'placed', start, end, method: 'made', score: 1, similarity: 1 },
      ]);
      if (!version.isCurrent) elsewhere.push({ sourceId, certainAnchor: certainAnchorOf(id, words) });
    }

    for (const [sourceId, ofSource] of Map.groupBy(elsewhere, (one) => one.sourceId)) {
      const current = versionOf(sourceId);
      const byVersion = Map.groupBy(ofSource, ({ certainAnchor }) => certainAnchor.versionId);
      for (const [versionId, some] of byVersion) {
        const certainAnchors = some.map(({ certainAnchor }) => certainAnchor);
        const isAhead = ahead?.versionId === current.id && certainAnchors.length === 1;
        const outcomes = isAhead
          ? [ahead.outcome]
          : projectAnchorsNow(certainAnchors, versionOf(`${sourceId} ${versionId}`).text, current.text);
        const rows = certainAnchors.map((certainAnchor, index): AnchorRow => {
          return anchorRowOf(certainAnchor, outcomes[index] as AnchorOutcome, current.id, current.text);
        });
        anchors.begin(rows);
      }
    }
    return { ids, changes };
  };

  const lookAhead: AnnotationCreator['projectAhead'] = async ({ sourceId, target }, pool) => {
    if (target.kind !== 'text') return null;
    const version = texts.get(sourceId, target.versionId);
    if (version.isCurrent) return null;
    const current = texts.get(sourceId);
    const certainAnchor = certainAnchorOf(AnnotationId.parse(newId()), quotedTextAt(version, target.start, target.end));
    const targets = [anchorTargetOf(certainAnchor, version.text)];
    const { outcomes } = await pool.project({ from: version.text, to: current.text, targets, spans: [] });
    const outcome = outcomes[0];
    return outcome ? { versionId: current.id, outcome } : null;
  };

  return { create: add, projectAhead: lookAhead };
}
