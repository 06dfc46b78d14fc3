/**
 * Imports annotations from a file; their ids, authors and times stay. The worker anchors them before the undo step begins;
 * one whose passage is not found goes to review and is never placed by guess.
 */
import type { Archive, JournalChange } from '../archive/index.js';
import {
  AnnotationId,
  assertNever,
  type Colour,
  FondsError,
  type QuoteSelector,
  type Region,
  type SourceId,
  type TagId,
  type VersionId,
} from '../contract/index.js';
import { t } from '../wording/index.js';
import type { AnchorKey, AnchorRow, AnchorStore, CertainAnchor } from './anchor-store.js';
import { type AnchorOutcome, makeQuote } from './anchoring/index.js';
import type { AnchoringPool } from './anchoring-pool.js';
import type { AnnotationStore, NewAnnotationRecord } from './annotation-store.js';
import type { ImportedAnnotationStore } from './imported-annotation-store.js';
import { checkRegion, normalizeRange } from './normalize-target.js';
import { anchorRowOf, anchorTargetOf } from './project-anchors.js';

type WithoutAnnotationId<Row> = Row extends AnchorKey ? Omit<Row, 'annotationId'> : never;
/** Where an annotation is in one text version of its source. UTF-16 offsets. */
export type KnownAnchor = WithoutAnnotationId<AnchorRow>;

/** What a file says of where an annotation is. */
export type ImportedTarget =
  /**
   * At this range of this version; `quote` null: the words of the text at that range. With a quote of its own the range is
   * used as it is, within the bounds of the text: Fonds wrote it for words that it had searched for.
   */
  | {
      readonly kind: 'text';
      readonly versionId: VersionId;
      readonly start: number;
      readonly end: number;
      readonly quote: QuoteSelector | null;
    }
  /** Only the words are known: they are searched for in the current text. */
  | { readonly kind: 'quote'; readonly quote: QuoteSelector }
  | { readonly kind: 'region'; readonly region: Region };

export interface ImportedAnnotation {
  readonly id: AnnotationId;
  readonly sourceId: SourceId;
  readonly target: ImportedTarget;
  /** In versions of this archive; in a version without one the annotation is projected. */
  readonly anchors: readonly KnownAnchor[];
  readonly colour: Colour;
  /** Markdown. */
  readonly comment: string;
  readonly who: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly changedAt: string;
}

/** One that may be written, or why it may not. */
export type PreparedAnnotation =
  | {
      readonly record: Omit<NewAnnotationRecord, 'tagIds'>;
      readonly anchors: readonly KnownAnchor[];
      /** In the current text: the reason why it is in review; null when it is placed. */
      readonly review: string | null;
    }
  | { readonly refused: string };

export interface PreparedAnnotations {
  /** In the order given. */
  readonly annotations: readonly PreparedAnnotation[];
  /** The texts they were looked for in. */
  readonly current: ReadonlyMap<SourceId, VersionId>;
}

export interface AnnotationImporter {
  /** @throws FondsError NOT_FOUND (a source or a version). */
  prepare(inputs: readonly ImportedAnnotation[]): Promise<PreparedAnnotations>;
  /**
   * Writes one of them, inside the caller's step. When its id belongs to a live annotation, or to a deleted one with
   * another target, the annotation gets a new id.
   * @returns 'stale' when another text became the current one since it was prepared: prepare it again. Nothing is written
   * then.
   */
  write(prepared: PreparedAnnotations, index: number, tagIds: readonly TagId[]): WrittenAnnotation | 'stale';
}

export interface WrittenAnnotation {
  /** Null for one that is refused. */
  readonly id: AnnotationId | null;
  readonly changes: readonly JournalChange[];
}

export interface AnnotationImporterOptions {
  readonly archive: Pick<Archive, 'texts' | 'sources'>;
  readonly store: Pick<AnnotationStore, 'insert'>;
  readonly importedStore: ImportedAnnotationStore;
  readonly anchors: Pick<AnchorStore, 'begin'>;
  readonly pool: AnchoringPool;
  readonly newId: () => string;
}

type QuotedText = NonNullable<NewAnnotationRecord['words']>;

export function createAnnotationImporter({
  archive,
  store,
  importedStore,
  anchors,
  pool,
  newId,
}: AnnotationImporterOptions): AnnotationImporter {
  const { texts, sources } = archive;

  type TextOf = (id: VersionId) => string;
  /** Each text of a source is read once, however many annotations are in it. */
  const textsOf = (sourceId: SourceId): TextOf => {
    const known = new Map<VersionId, string>();
    return (id) => {
      const text = known.get(id) ?? texts.get(sourceId, id).text;
      known.set(id, text);
      return text;
    };
  };

  const wordsOf = (textOf: TextOf, target: ImportedTarget & { kind: 'text' }): QuotedText => {
    const text = textOf(target.versionId);
    const { versionId, start, end, quote } = target;
    if (quote) return { versionId, start, end, quote };
    const passage = normalizeRange(text, start, end);
    return { versionId, ...passage, quote: makeQuote(text, passage.start, passage.end) };
  };

  const regionOf = (sourceId: SourceId, region: Region): Region => {
    checkRegion(region);
    if (sources.get(sourceId).originals.some(({ sha256 }) => sha256 === region.sha256)) return region;
    throw new FondsError('INVALID_INPUT', t('The page is of a file that does not belong to this source.'));
  };

  function draftOf({ target, anchors: known, ...fields }: ImportedAnnotation, textOf: TextOf): DraftOrRefusal {
    const draft = { fields, known: [...known], words: null, region: null, quote: null };
    try {
      switch (target.kind) {
        case 'region':
          return { ...draft, region: regionOf(fields.sourceId, target.region) };
        case 'quote':
          return { ...draft, quote: target.quote };
        case 'text':
          return { ...draft, words: wordsOf(textOf, target) };
        default:
          return assertNever(target);
      }
    } catch (error) {
      if (error instanceof FondsError && error.code === 'INVALID_INPUT') return { refused: error.message };
      throw error;
    }
  }

  async function prepareSource(
    sourceId: SourceId,
    inputs: readonly ImportedAnnotation[],
  ): Promise<PreparedAnnotation[]> {
    const current = texts.get(sourceId);
    const textOf = textsOf(sourceId);
    const prepared = inputs.map((input) => draftOf(input, textOf));
    const drafts = prepared.filter((draft): draft is DraftAnnotation => !('refused' in draft));

    const quoted = drafts.filter(({ quote }) => quote !== null);
    if (quoted.length > 0) {
      const quotes = quoted.map(({ quote }) => quote as QuoteSelector);
      const outcomes = await pool.find({ text: current.text, quotes });
      for (const [at, draft] of quoted.entries()) settleQuoted(draft, outcomes[at] as AnchorOutcome, current);
    }
    for (const draft of drafts) {
      const { words, known } = draft;
      if (!words || draft.quote || known.some(({ versionId }) => versionId === words.versionId)) continue;
      const { versionId, start, end } = words;
      known.push({ versionId, state: 'placed', start, end, method: 'made', score: 1, similarity: 1 });
    }
    await project(textOf, drafts, current);

    return prepared.map((draft) => {
      if ('refused' in draft) return draft;
      const { fields, words, region, known } = draft;
      const here = known.find(({ versionId }) => versionId === current.id);
      const review = here?.state === 'review' ? here.reason : null;
      return { record: { ...fields, words, region }, anchors: known, review };
    });
  }

  function settleQuoted(
    draft: DraftAnnotation,
    outcome: AnchorOutcome,
    { id, text }: { id: VersionId; text: string },
  ): void {
    const quote = draft.quote as QuoteSelector;
    // Nothing is known of where it was made: an empty place says so.
    const [start, end] = outcome.state === 'placed' ? [outcome.start, outcome.end] : [0, 0];
    draft.words = { versionId: id, start, end, quote };
    const certainAnchor: CertainAnchor = { annotationId: draft.fields.id, ...draft.words, ...quote, method: 'quote' };
    const { annotationId: _id, ...row } = anchorRowOf(certainAnchor, outcome, id, text);
    draft.known.push(row as KnownAnchor);
  }

  /** Those that were made on another version are looked for in the current one, unless the file knows. */
  async function project(
    textOf: TextOf,
    drafts: readonly DraftAnnotation[],
    current: { id: VersionId; text: string },
  ): Promise<void> {
    const missing = drafts.filter(({ words, known }) => words && !known.some((one) => one.versionId === current.id));
    const byVersion = Map.groupBy(missing, ({ words }) => (words as QuotedText).versionId);
    for (const [versionId, some] of byVersion) {
      const from = textOf(versionId);
      const certainAnchors = some.map(({ fields, words }): CertainAnchor => {
        const { start, end, quote } = words as QuotedText;
        return { annotationId: fields.id, versionId, start, end, ...quote, method: 'made' };
      });
      const targets = certainAnchors.map((certainAnchor) => anchorTargetOf(certainAnchor, from));
      const { outcomes } = await pool.project({ from, to: current.text, targets, spans: [] });
      for (const [at, certainAnchor] of certainAnchors.entries()) {
        const { annotationId: _id, ...row } = anchorRowOf(
          certainAnchor,
          outcomes[at] as AnchorOutcome,
          current.id,
          current.text,
        );
        some[at]?.known.push(row as KnownAnchor);
      }
    }
  }

  const prepare: AnnotationImporter['prepare'] = async (inputs) => {
    const annotations: PreparedAnnotation[] = [];
    const current = new Map<SourceId, VersionId>();
    const indexed = inputs.map((input, index) => ({ input, index }));
    for (const [sourceId, some] of Map.groupBy(indexed, ({ input }) => input.sourceId)) {
      current.set(sourceId, texts.get(sourceId).id);
      const ofSource = await prepareSource(
        sourceId,
        some.map(({ input }) => input),
      );
      for (const [at, { index }] of some.entries()) annotations[index] = ofSource[at] as PreparedAnnotation;
    }
    return { annotations, current };
  };

  const take: AnnotationImporter['write'] = (prepared, index, tagIds) => {
    const one = prepared.annotations[index];
    if (!one || 'refused' in one) return { id: null, changes: [] };
    const { sourceId } = one.record;
    if (texts.currentId(sourceId) !== prepared.current.get(sourceId)) return 'stale';
    const owner = importedStore.ownerOf(one.record.id, one.record);
    const isFree = owner === 'nobody' || owner === 'deleted';
    const id = isFree ? one.record.id : AnnotationId.parse(newId());
    const record: NewAnnotationRecord = { ...one.record, id, tagIds: [...new Set(tagIds)] };
    const rows = one.anchors.map((anchor) => ({ annotationId: id, ...anchor }) as AnchorRow);
    if (owner === 'deleted') return { id, changes: [importedStore.revive(record, rows)] };
    const change = store.insert(record);
    anchors.begin(rows);
    return { id, changes: [change] };
  };

  return { prepare, write: take };
}

interface DraftAnnotation {
  readonly fields: Omit<NewAnnotationRecord, 'words' | 'region' | 'tagIds'>;
  readonly known: KnownAnchor[];
  words: QuotedText | null;
  readonly region: Region | null;
  /** Of one whose place is looked for. */
  readonly quote: QuoteSelector | null;
}
type DraftOrRefusal = DraftAnnotation | { readonly refused: string };
