/**
 * Looks for annotated passages in one text, by the worker. What it found holds only as long as the places it began from
 * do: `settle` asks for them again until nothing is missing, and acts in that very moment, so that nothing which was made
 * or moved while the worker was busy is left without an answer.
 */
import type { Archive } from '../archive/index.js';
import type { SourceId, Span, VersionId } from '../contract/index.js';
import type { AnchorRow, CertainAnchor } from './anchor-store.js';
import { type AnchorOutcome, type AnchorTarget, makeQuote } from './anchoring/index.js';
import type { AnchoringPool } from './anchoring-pool.js';
import { project } from './anchoring-worker.js';

const keyOf = ({ annotationId, versionId, start, end }: CertainAnchor): string =>
  `${annotationId} ${versionId} ${start} ${end}`;

/** @param text of the version the place is in. */
export function anchorTargetOf(
  { method, start, end, exact, prefix, suffix }: CertainAnchor,
  text: string,
): AnchorTarget {
  // The words a person chose there may be other ones than those it was made on.
  const quote = method === 'made' ? { exact, prefix, suffix } : makeQuote(text, start, end);
  return { start, end, quote };
}

/** @param versionId of the text that was looked into. @param text its text. */
export function anchorRowOf(
  place: CertainAnchor,
  outcome: AnchorOutcome,
  versionId: VersionId,
  text: string,
): AnchorRow {
  const key = { annotationId: place.annotationId, versionId };
  if (outcome.state === 'placed') {
    const { state, start, end, method, score, similarity } = outcome;
    return { ...key, state, start, end, method, score, similarity };
  }
  const candidates = outcome.candidates.map(({ start, end, score, similarity }) => {
    return { start, end, text: text.slice(start, end), score, similarity };
  });
  return { ...key, state: 'review', reason: outcome.reason, candidates };
}

/** For a few places, at once and in this thread: inside a step nobody can wait. */
export function projectAnchorsNow(places: readonly CertainAnchor[], from: string, to: string): AnchorOutcome[] {
  return project({ from, to, targets: places.map((place) => anchorTargetOf(place, from)), spans: [] }).outcomes;
}

export interface ProjectAnchorsOptions {
  readonly texts: Pick<Archive['texts'], 'get'>;
  readonly pool: AnchoringPool;
  readonly sourceId: SourceId;
  /** The text to look into. */
  readonly to: string;
  /** The version whose pages and blocks go over to that text; null when it has its own. */
  readonly structureOf: VersionId | null;
}

export interface ProjectedAnchors {
  /** Pages and blocks of the text; empty without `structureOf`. */
  readonly spans: Span[];
  /** @param versionId of the text that was looked into. */
  anchorRow(place: CertainAnchor, versionId: VersionId): AnchorRow;
}

/**
 * @param places what is to be found, as things stand; called again after each wait. What it throws ends the seeking.
 * @param act called with all of it found, without a wait since `places` was last called. @returns what it returned.
 */
export async function projectAnchors<T>(
  { texts, pool, sourceId, to, structureOf }: ProjectAnchorsOptions,
  places: () => readonly CertainAnchor[],
  act: (found: ProjectedAnchors) => T,
): Promise<T> {
  const outcomes = new Map<string, AnchorOutcome>();
  let spans: Span[] | null = structureOf ? null : [];

  const look = async (versionId: VersionId, some: readonly CertainAnchor[]): Promise<void> => {
    const from = texts.get(sourceId, versionId);
    const carried = versionId === structureOf && !spans ? from.spans : [];
    const targets = some.map((place) => anchorTargetOf(place, from.text));
    const projection = await pool.project({ from: from.text, to, targets, spans: carried });
    if (versionId === structureOf) spans ??= projection.spans;
    for (const [at, place] of some.entries()) {
      const outcome = projection.outcomes[at];
      if (outcome) outcomes.set(keyOf(place), outcome);
    }
  };

  for (;;) {
    const missing = places().filter((place) => !outcomes.has(keyOf(place)));
    if (missing.length === 0 && spans) break;
    const byVersion = Map.groupBy(missing, ({ versionId }) => versionId);
    if (structureOf && !spans && !byVersion.has(structureOf)) byVersion.set(structureOf, []);
    for (const [versionId, some] of byVersion) await look(versionId, some);
  }
  const row: ProjectedAnchors['anchorRow'] = (place, versionId) => {
    const outcome = outcomes.get(keyOf(place));
    if (!outcome) throw new Error('A passage was never looked for');
    return anchorRowOf(place, outcome, versionId, to);
  };
  return act({ spans, anchorRow: row });
}
