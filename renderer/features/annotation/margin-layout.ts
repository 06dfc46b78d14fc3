/**
 * Where the cards of the margin stand. Each wants to be at the height of its passage; none covers another. Invariants:
 * order is kept, cards are at least `gapPx` apart, nothing stands above the text, and the card that is looked at is at
 * its passage wherever there is room for those above it. Pure.
 */
export interface MarginItem {
  readonly id: string;
  /** CSS pixels from the top of the text. */
  readonly wantPx: number;
  readonly heightPx: number;
}

/**
 * @param items by the height they want.
 * @returns the top of each, in CSS pixels.
 */
export function layoutMargin(
  items: readonly MarginItem[],
  activeId: string | null,
  gapPx: number,
): Map<string, number> {
  const tops = items.map(({ wantPx }) => wantPx);
  const active = items.findIndex(({ id }) => id === activeId);
  // Those above the active card give way upwards, as far as the top of the text.
  let limit = Number.POSITIVE_INFINITY;
  for (let index = active; index >= 0; index -= 1) {
    const item = items[index] as MarginItem;
    tops[index] = Math.min(item.wantPx, limit - gapPx - item.heightPx);
    limit = tops[index] as number;
  }
  let free = 0;
  const placed = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    const top = Math.max(free, tops[index] as number);
    placed.set(item.id, top);
    free = top + item.heightPx + gapPx;
  }
  return placed;
}

/**
 * The items that touch a stretch.
 * @param placed tops by id; the items in the order they were placed in.
 */
export function itemsWithin<T extends MarginItem>(
  items: readonly T[],
  placed: ReadonlyMap<string, number>,
  fromPx: number,
  untilPx: number,
): T[] {
  return items.filter(({ id, heightPx }) => {
    const top = placed.get(id) ?? 0;
    return top + heightPx >= fromPx && top <= untilPx;
  });
}
