/** Scroll positions of texts while the window lives, as text offsets since sizes on screen change. */

export interface ScrollPosition {
  /** UTF-16 offset of the first block that was visible. */
  readonly offset: number;
  /** How far that block had been scrolled past, in CSS pixels. */
  readonly pastPx: number;
  /** The query the source was read with; another query starts at its first hit. */
  readonly queryKey: string;
}

const positions = new Map<string, ScrollPosition>();
const MAX_POSITIONS = 500;

/** @param key of the source, or of another view of its text. */
export function saveScrollPosition(key: string, place: ScrollPosition): void {
  positions.delete(key);
  positions.set(key, place);
  const oldest = positions.keys().next().value;
  if (positions.size > MAX_POSITIONS && oldest !== undefined) positions.delete(oldest);
}

/** @returns null when the text was not read yet, or with another query. */
export function savedScrollPosition(key: string, queryKey: string): ScrollPosition | null {
  const place = positions.get(key);
  return place && place.queryKey === queryKey ? place : null;
}
