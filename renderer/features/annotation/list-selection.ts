/** Which rows of a list are selected, and which one the keyboard is on. Pure. */
export interface ListSelection {
  readonly active: number;
  /** Where a stretch of rows begins that Shift extends. */
  readonly anchor: number;
  readonly ids: ReadonlySet<string>;
}

export type SelectionGesture = 'only' | 'toggle' | 'extend' | 'move';

export const EMPTY_SELECTION: ListSelection = { active: -1, anchor: -1, ids: new Set() };

/** @param ids of all rows, in order. @param index the row that is gone to. */
export function applyGesture(
  now: ListSelection,
  ids: readonly string[],
  index: number,
  gesture: SelectionGesture,
): ListSelection {
  const active = Math.max(0, Math.min(ids.length - 1, index));
  const id = ids[active];
  if (id === undefined) return EMPTY_SELECTION;
  switch (gesture) {
    case 'only':
      return { active, anchor: active, ids: new Set([id]) };
    case 'move':
      return { ...now, active, anchor: active };
    case 'toggle': {
      const next = new Set(now.ids);
      if (!next.delete(id)) next.add(id);
      return { active, anchor: active, ids: next };
    }
    case 'extend': {
      const origin = now.anchor < 0 ? active : now.anchor;
      return {
        active,
        anchor: origin,
        ids: new Set(ids.slice(Math.min(origin, active), Math.max(origin, active) + 1)),
      };
    }
  }
}
