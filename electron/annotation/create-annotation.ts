/**
 * New annotations, inside the caller's step. The quotation is read from the text here, never taken from a client; each
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
  /** Of one that was made elsewhere, such as in a file. What is not told is as for a new one; an id that is used here is not taken. */
  readonly imported?: {
    readonly id?: AnnotationId;
    readonly who?: string;
    /** ISO 8601. */
    readonly createdAt?: string;
    readonly changedAt?: string;
  };
}

/** Where a passage of another version is in the current one, found before the step. */
export interface ProjectedAhead {
  /** The current version when it was found. */
  readonly versionId: VersionId;
  readonly outcome: AnchorOutcome;
}

export interface AnnotationCreator {
  /** Writes them all. @throws FondsError NOT_FOUND, INVALID_INPUT; then the caller's step must not go on. */
  create(
    inputs: readonly NewAnnotation[],
    ahead: ProjectedAhead | null,
  ): { ids: AnnotationId[]; changes: JournalChange[] };
  /** What `add` would otherwise look for inside the step. @returns null when there is nothing to look for. */
  projectAhead(input: NewAnnotation, pool: AnchoringPool): Promise<ProjectedAhead | null>;
}

export interface AnnotationCreatorOptions {
  readonly archive: Pick<Archive, 'texts' | 'sources' | 'tags' | 'who'>;
  readonly annotations: Pick<AnnotationStore, 'insert' | 'isTaken'>;
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
    const version = memoized((key: string) => {
      const [sourceId, versionId] = key.split(' ') as [SourceId, VersionId | undefined];
      return versionId ? texts.get(sourceId, versionId) : texts.get(sourceId);
    });
    const checkTag = memoized((id: TagId) => {
      if (tags.subtree(id).length > 0) return id;
      throw new FondsError('NOT_FOUND', `There is no tag ${id} in this archive.`, { id });
    });
    const at = now().toISOString();
    const changes: JournalChange[] = [];
    const ids: AnnotationId[] = [];
    const elsewhere: { readonly sourceId: SourceId; readonly place: CertainAnchor }[] = [];

    const ofRegion = (sourceId: SourceId, region: Region): Region => {
      checkRegion(region);
      if (source(sourceId).originals.some(({ sha256 }) => sha256 === region.sha256)) return region;
      const message = 'The page is of a file that does not belong to this source. Open the source and draw it anew.';
      throw new FondsError('INVALID_INPUT', message, { sourceId, sha256: region.sha256 });
    };

    for (const { sourceId, target, colour, comment, tagIds, imported: made = {} } of inputs) {
      source(sourceId);
      const id = made.id && !annotations.isTaken(made.id) ? made.id : AnnotationId.parse(newId());
      const said = target.kind === 'text' ? version(`${sourceId} ${target.versionId}`) : null;
      const words = said && target.kind === 'text' ? quotedTextAt(said, target.start, target.end) : null;
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
      if (!words || !said) continue;
      const { versionId, start, end } = words;
      anchors.begin([
        { annotationId: id, versionId, state: 'placed', start, end, method: 'made', score: 1, similarity: 1 },
      ]);
      if (!said.isCurrent) elsewhere.push({ sourceId, place: certainAnchorOf(id, words) });
    }

    for (const [sourceId, ofSource] of Map.groupBy(elsewhere, (one) => one.sourceId)) {
      const current = version(sourceId);
      const byVersion = Map.groupBy(ofSource, ({ place }) => place.versionId);
      for (const [versionId, some] of byVersion) {
        const places = some.map(({ place }) => place);
        const isAhead = ahead?.versionId === current.id && places.length === 1;
        const outcomes = isAhead
          ? [ahead.outcome]
          : projectAnchorsNow(places, version(`${sourceId} ${versionId}`).text, current.text);
        const rows = places.map((place, index): AnchorRow => {
          return anchorRowOf(place, outcomes[index] as AnchorOutcome, current.id, current.text);
        });
        anchors.begin(rows);
      }
    }
    return { ids, changes };
  };

  const lookAhead: AnnotationCreator['projectAhead'] = async ({ sourceId, target }, pool) => {
    if (target.kind !== 'text') return null;
    const said = texts.get(sourceId, target.versionId);
    if (said.isCurrent) return null;
    const current = texts.get(sourceId);
    const place = certainAnchorOf(AnnotationId.parse(newId()), quotedTextAt(said, target.start, target.end));
    const targets = [anchorTargetOf(place, said.text)];
    const { outcomes } = await pool.project({ from: said.text, to: current.text, targets, spans: [] });
    const outcome = outcomes[0];
    return outcome ? { versionId: current.id, outcome } : null;
  };

  return { create: add, projectAhead: lookAhead };
}
