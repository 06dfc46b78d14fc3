/**
 * Projects anchors into one text, in the worker. A result is valid only while the anchors it started from are: the anchors
 * are read again after each wait until none is missing, and `act` runs in that same turn, so that an annotation which was
 * made or moved while the worker was busy is not left out.
 */
import type { Archive } from '../archive/index.js';
import type { SourceId, Span, VersionId } from '../contract/index.js';
import type { AnchorRow, CertainAnchor } from './anchor-store.js';
import { type AnchorOutcome, type AnchorTarget, makeQuote } from './anchoring/index.js';
import type { AnchoringPool } from './anchoring-pool.js';
import { project } from './anchoring-worker.js';

const keyOf = ({ annotationId, versionId, start, end }: CertainAnchor): string =>
  `${annotationId} ${versionId} ${start} ${end}`;

/** @param text of the version of the anchor. */
export function anchorTargetOf(
  { method, start, end, exact, prefix, suffix }: CertainAnchor,
  text: string,
): AnchorTarget {
  // The words a person chose there may be other ones than those it was made on.
  const quote = method === 'made' ? { exact, prefix, suffix } : makeQuote(text, start, end);
  return { start, end, quote };
}

/** @param versionId of the new text. @param text the new text. */
export function anchorRowOf(
  certainAnchor: CertainAnchor,
  outcome: AnchorOutcome,
  versionId: VersionId,
  text: string,
): AnchorRow {
  const key = { annotationId: certainAnchor.annotationId, versionId };
  if (outcome.state === 'placed') {
    const { state, start, end, method, score, similarity } = outcome;
    return { ...key, state, start, end, method, score, similarity };
  }
  const candidates = outcome.candidates.map(({ start, end, score, similarity }) => {
    return { start, end, text: text.slice(start, end), score, similarity };
  });
  return { ...key, state: 'review', reason: outcome.reason, candidates };
}

/** For a few anchors, synchronously in this thread, because an undo step cannot wait. */
export function projectAnchorsNow(certainAnchors: readonly CertainAnchor[], from: string, to: string): AnchorOutcome[] {
  return project({
    from,
    to,
    targets: certainAnchors.map((certainAnchor) => anchorTargetOf(certainAnchor, from)),
    spans: [],
  }).outcomes;
}

export interface ProjectAnchorsOptions {
  readonly texts: Pick<Archive['texts'], 'get'>;
  readonly pool: AnchoringPool;
  readonly sourceId: SourceId;
  /** The new text. */
  readonly to: string;
  /** The version whose pages and blocks go over to that text; null when it has its own. */
  readonly structureOf: VersionId | null;
}

export interface ProjectedAnchors {
  /** Pages and blocks of the text; empty without `structureOf`. */
  readonly spans: Span[];
  /** @param versionId of the new text. */
  anchorRow(certainAnchor: CertainAnchor, versionId: VersionId): AnchorRow;
}

/** Anchors of one source on their way into a new text. */
export interface OngoingProjection extends ProjectedAnchors {
  /** Whether all anchors that there are in this very turn are projected. */
  isComplete(): boolean;
  /** Projects those that are not. Others may have been made when it comes back. */
  advance(): Promise<void>;
}

/** @param certainAnchors the anchors to project, as of now; what it throws rejects the promises. */
export function createAnchorProjection(
  { texts, pool, sourceId, to, structureOf }: ProjectAnchorsOptions,
  certainAnchors: () => readonly CertainAnchor[],
): OngoingProjection {
  const outcomes = new Map<string, AnchorOutcome>();
  let spans: Span[] | null = structureOf ? null : [];

  const look = async (versionId: VersionId, some: readonly CertainAnchor[]): Promise<void> => {
    const from = texts.get(sourceId, versionId);
    const carried = versionId === structureOf && !spans ? from.spans : [];
    const targets = some.map((certainAnchor) => anchorTargetOf(certainAnchor, from.text));
    const projection = await pool.project({ from: from.text, to, targets, spans: carried });
    if (versionId === structureOf) spans ??= projection.spans;
    for (const [at, certainAnchor] of some.entries()) {
      const outcome = projection.outcomes[at];
      if (outcome) outcomes.set(keyOf(certainAnchor), outcome);
    }
  };
  const missing = () => certainAnchors().filter((certainAnchor) => !outcomes.has(keyOf(certainAnchor)));

  return {
    get spans() {
      return spans ?? [];
    },
    isComplete: () => spans !== null && missing().length === 0,
    advance: async () => {
      const byVersion = Map.groupBy(missing(), ({ versionId }) => versionId);
      if (structureOf && !spans && !byVersion.has(structureOf)) byVersion.set(structureOf, []);
      for (const [versionId, some] of byVersion) await look(versionId, some);
    },
    anchorRow: (certainAnchor, versionId) => {
      const outcome = outcomes.get(keyOf(certainAnchor));
      if (!outcome) throw new Error('A passage was never projected');
      return anchorRowOf(certainAnchor, outcome, versionId, to);
    },
  };
}

/**
 * @param certainAnchors called again after each wait.
 * @param act called when all are projected, without a wait since `certainAnchors` was last called. @returns what it returned.
 */
export async function projectAnchors<T>(
  options: ProjectAnchorsOptions,
  certainAnchors: () => readonly CertainAnchor[],
  act: (found: ProjectedAnchors) => T,
): Promise<T> {
  const projection = createAnchorProjection(options, certainAnchors);
  while (!projection.isComplete()) await projection.advance();
  return act(projection);
}
