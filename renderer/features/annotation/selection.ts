/** Which rows of a list are selected, and which one the keyboard is on. Pure. */
export interface Selection {
  readonly active: number;
  /** Where a stretch of rows begins that Shift extends. */
  readonly origin: number;
  readonly ids: ReadonlySet<string>;
}

export type Gesture = 'only' | 'toggle' | 'extend' | 'move';

export const NOTHING_SELECTED: Selection = { active: -1, origin: -1, ids: new Set() };

/** @param ids of all rows, in order. @param index the row that is gone to. */
export function select(now: Selection, ids: readonly string[], index: number, gesture: Gesture): Selection {
  const active = Math.max(0, Math.min(ids.length - 1, index));
  const id = ids[active];
  if (id === undefined) return NOTHING_SELECTED;
  switch (gesture) {
    case 'only':
      return { active, origin: active, ids: new Set([id]) };
    case 'move':
      return { ...now, active, origin: active };
    case 'toggle': {
      const next = new Set(now.ids);
      if (!next.delete(id)) next.add(id);
      return { active, origin: active, ids: next };
    }
    case 'extend': {
      const origin = now.origin < 0 ? active : now.origin;
      return { active, origin, ids: new Set(ids.slice(Math.min(origin, active), Math.max(origin, active) + 1)) };
    }
  }
}
