/**
 * New annotations, inside the caller's step. The quotation is read from the text here, never taken from a client; each
 * one of words has its anchor on the version it was made on, and on the current one, when the step is over.
 */
import type { Archive, Change } from '../archive/index.js';
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
import type { AnchorRow, AnchorStore, CertainPlace } from './anchor-store.js';
import { type AnchorOutcome, makeQuote } from './anchoring/index.js';
import type { AnchoringPool } from './anchoring-pool.js';
import type { AnnotationStore, NewRecord } from './annotation-store.js';
import { checkRegion, passageIn } from './passage.js';
import { rowOf, seekNow, targetOf } from './seeking.js';

export interface NewAnnotation {
  readonly sourceId: SourceId;
  readonly target: NewTarget;
  readonly colour: Colour;
  /** Markdown. */
  readonly comment: string;
  readonly tagIds: readonly TagId[];
  /** Of one that was made elsewhere, such as in a file. What is not told is as for a new one; an id that is used here is not taken. */
  readonly made?: {
    readonly id?: AnnotationId;
    readonly who?: string;
    /** ISO 8601. */
    readonly createdAt?: string;
    readonly changedAt?: string;
  };
}

/** Where a passage of another version is in the current one, found before the step. */
export interface Ahead {
  /** The current version when it was found. */
  readonly versionId: VersionId;
  readonly outcome: AnchorOutcome;
}

export interface Adding {
  /** Writes them all. @throws FondsError NOT_FOUND, INVALID_INPUT; then the caller's step must not go on. */
  add(inputs: readonly NewAnnotation[], ahead: Ahead | null): { ids: AnnotationId[]; changes: Change[] };
  /** What `add` would otherwise look for inside the step. @returns null when there is nothing to look for. */
  lookAhead(input: NewAnnotation, pool: AnchoringPool): Promise<Ahead | null>;
}

export interface AddingOptions {
  readonly archive: Pick<Archive, 'texts' | 'sources' | 'tags' | 'who'>;
  readonly annotations: Pick<AnnotationStore, 'insert' | 'isTaken'>;
  readonly anchors: Pick<AnchorStore, 'begin'>;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** Reads each thing of the archive once, however many annotations ask for it. */
const once = <K, V>(read: (key: K) => V): ((key: K) => V) => {
  const known = new Map<K, V>();
  return (key) => {
    const value = known.get(key) ?? read(key);
    known.set(key, value);
    return value;
  };
};

const wordsIn = ({ id: versionId, text }: TextVersion, start: number, end: number) => {
  const passage = passageIn(text, start, end);
  return { versionId, ...passage, quote: makeQuote(text, passage.start, passage.end) };
};

const placeOf = (annotationId: AnnotationId, { quote, ...words }: ReturnType<typeof wordsIn>): CertainPlace => ({
  annotationId,
  ...words,
  ...quote,
  method: 'made',
});

export function createAdding({ archive, annotations, anchors, now, newId }: AddingOptions): Adding {
  const { texts, sources, tags, who } = archive;

  const add: Adding['add'] = (inputs, ahead) => {
    const source = once((id: SourceId) => sources.get(id));
    const version = once((key: string) => {
      const [sourceId, versionId] = key.split(' ') as [SourceId, VersionId | undefined];
      return versionId ? texts.get(sourceId, versionId) : texts.get(sourceId);
    });
    const checkTag = once((id: TagId) => {
      if (tags.below(id).length > 0) return id;
      throw new FondsError('NOT_FOUND', `There is no tag ${id} in this archive.`, { id });
    });
    const at = now().toISOString();
    const changes: Change[] = [];
    const ids: AnnotationId[] = [];
    const elsewhere: { readonly sourceId: SourceId; readonly place: CertainPlace }[] = [];

    const ofRegion = (sourceId: SourceId, region: Region): Region => {
      checkRegion(region);
      if (source(sourceId).originals.some(({ sha256 }) => sha256 === region.sha256)) return region;
      const message = 'The page is of a file that does not belong to this source. Open the source and draw it anew.';
      throw new FondsError('INVALID_INPUT', message, { sourceId, sha256: region.sha256 });
    };

    for (const { sourceId, target, colour, comment, tagIds, made = {} } of inputs) {
      source(sourceId);
      const id = made.id && !annotations.isTaken(made.id) ? made.id : AnnotationId.parse(newId());
      const said = target.kind === 'text' ? version(`${sourceId} ${target.versionId}`) : null;
      const words = said && target.kind === 'text' ? wordsIn(said, target.start, target.end) : null;
      const record: NewRecord = {
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
      if (!said.isCurrent) elsewhere.push({ sourceId, place: placeOf(id, words) });
    }

    for (const [sourceId, ofSource] of Map.groupBy(elsewhere, (one) => one.sourceId)) {
      const current = version(sourceId);
      const byVersion = Map.groupBy(ofSource, ({ place }) => place.versionId);
      for (const [versionId, some] of byVersion) {
        const places = some.map(({ place }) => place);
        const isAhead = ahead?.versionId === current.id && places.length === 1;
        const outcomes = isAhead
          ? [ahead.outcome]
          : seekNow(places, version(`${sourceId} ${versionId}`).text, current.text);
        const rows = places.map((place, index): AnchorRow => {
          return rowOf(place, outcomes[index] as AnchorOutcome, current.id, current.text);
        });
        anchors.begin(rows);
      }
    }
    return { ids, changes };
  };

  const lookAhead: Adding['lookAhead'] = async ({ sourceId, target }, pool) => {
    if (target.kind !== 'text') return null;
    const said = texts.get(sourceId, target.versionId);
    if (said.isCurrent) return null;
    const current = texts.get(sourceId);
    const place = placeOf(AnnotationId.parse(newId()), wordsIn(said, target.start, target.end));
    const targets = [targetOf(place, said.text)];
    const { outcomes } = await pool.project({ from: said.text, to: current.text, targets, spans: [] });
    const outcome = outcomes[0];
    return outcome ? { versionId: current.id, outcome } : null;
  };

  return { add, lookAhead };
}
