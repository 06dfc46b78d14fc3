/** Where each text was left, for as long as the window lives. A place is a text offset: sizes on screen change. */

export interface Place {
  /** UTF-16 offset of the first block that was visible. */
  readonly offset: number;
  /** How far that block had been scrolled past, in CSS pixels. */
  readonly pastPx: number;
  /** The query the source was read with; another query starts at its first hit. */
  readonly queryKey: string;
}

const places = new Map<string, Place>();
const MOST = 500;

/** @param key of the source, or of another view of its text. */
export function rememberPlace(key: string, place: Place): void {
  places.delete(key);
  places.set(key, place);
  const oldest = places.keys().next().value;
  if (places.size > MOST && oldest !== undefined) places.delete(oldest);
}

/** @returns null when the text was not read yet, or with another query. */
export function recallPlace(key: string, queryKey: string): Place | null {
  const place = places.get(key);
  return place && place.queryKey === queryKey ? place : null;
}
