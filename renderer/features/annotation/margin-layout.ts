/**
 * Where the cards of the margin stand. Each wants to be at the height of its passage; none covers another. Invariants:
 * order is kept, cards are at least `gapPx` apart, nothing stands above the text, and the active card is at
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
 * The items that intersect a vertical range.
 * @param placed tops by id; the items in the order they were placed in.
 */
export function visibleItems<T extends MarginItem>(
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

/** How far the furthest card stands below its passage, in CSS pixels. */
export function maxDrift(items: readonly MarginItem[], placed: ReadonlyMap<string, number>): number {
  return items.reduce((most, { id, wantPx }) => Math.max(most, (placed.get(id) ?? wantPx) - wantPx), 0);
}

export interface MarginShape {
  readonly shape: 'card' | 'tick';
  readonly tops: ReadonlyMap<string, number>;
}

/** Further from its passage than this, a card is read as belonging to another one. */
const MAX_DRIFT_PX = 420;
const GAP_PX = { card: 8, tick: 3 } as const;
export const TICK_PX = 15;
/** Signs so near that they cover each other in part, like a stack: the last resort of a text marked from end to end. */
const STACKED_PX = 4;

/**
 * Cards, where there is room for them and they stay near their passages; else signs, however close they must stand.
 * @param room whether the margin is wide enough for cards.
 */
export function shapeMargin(
  items: readonly MarginItem[],
  activeId: string | null,
  room: 'cards' | 'ticks',
): MarginShape {
  if (room === 'cards') {
    const tops = layoutMargin(items, activeId, GAP_PX.card);
    if (maxDrift(items, tops) <= MAX_DRIFT_PX) return { shape: 'card', tops };
  }
  const ticks = items.map((item) => ({ ...item, heightPx: TICK_PX }));
  const tops = layoutMargin(ticks, null, GAP_PX.tick);
  if (maxDrift(ticks, tops) <= MAX_DRIFT_PX) return { shape: 'tick', tops };
  const stacked = items.map((item) => ({ ...item, heightPx: STACKED_PX }));
  return { shape: 'tick', tops: layoutMargin(stacked, null, 0) };
}
