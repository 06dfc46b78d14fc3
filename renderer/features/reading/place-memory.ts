/** Where each source was left, for as long as the window lives. A place is a text offset: sizes on screen change. */
import type { SourceId } from '../../../electron/contract/index.js';

export interface Place {
  /** UTF-16 offset of the first block that was visible. */
  readonly offset: number;
  /** How far that block had been scrolled past, in CSS pixels. */
  readonly pastPx: number;
  /** The query the source was read with; another query starts at its first hit. */
  readonly queryKey: string;
}

const places = new Map<SourceId, Place>();
const MOST = 500;

export function rememberPlace(sourceId: SourceId, place: Place): void {
  places.delete(sourceId);
  places.set(sourceId, place);
  const oldest = places.keys().next().value;
  if (places.size > MOST && oldest !== undefined) places.delete(oldest);
}

/** @returns null when the source was not read yet, or with another query. */
export function recallPlace(sourceId: SourceId, queryKey: string): Place | null {
  const place = places.get(sourceId);
  return place && place.queryKey === queryKey ? place : null;
}
