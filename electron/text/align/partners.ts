/** Which letter of one text answers which of the other. Invariant: partners ascend in both, and are each other's. */

/** No letter of the other text. */
export const UNPAIRED = -1;
/** Inside a passage that answers one of the other text as a whole; nobody asked which letter answers which. */
export const UNSETTLED = -2;

export interface Partners {
  /** For each letter of the first text its partner in the second, `UNPAIRED` or `UNSETTLED`. */
  readonly ofA: Int32Array;
  readonly ofB: Int32Array;
}

/** Takes the letters from `start` to `end` of one text from their partners. */
export function separate(own: Int32Array, other: Int32Array, start: number, end: number): void {
  for (let at = start; at < end; at += 1) {
    const partner = own[at] ?? UNPAIRED;
    if (partner < 0) continue;
    other[partner] = UNPAIRED;
    own[at] = UNPAIRED;
  }
}
