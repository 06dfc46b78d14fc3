/** Multiple selection in a list: selected rows and the active one. Pure. */
import type { SelectGesture } from '../../ui/index.js';

export interface ListSelection {
  readonly active: number;
  /** Where the range of rows begins that Shift extends. */
  readonly anchor: number;
  readonly ids: ReadonlySet<string>;
}

export const EMPTY_SELECTION: ListSelection = { active: -1, anchor: -1, ids: new Set() };

/** @param ids of all rows, in order. @param index the row that is gone to. */
export function applyGesture(
  selection: ListSelection,
  ids: readonly string[],
  index: number,
  gesture: SelectGesture,
): ListSelection {
  const active = Math.max(0, Math.min(ids.length - 1, index));
  const id = ids[active];
  if (id === undefined) return EMPTY_SELECTION;
  switch (gesture) {
    case 'only':
      return { active, anchor: active, ids: new Set([id]) };
    case 'move':
      return { ...selection, active, anchor: active };
    case 'toggle': {
      const next = new Set(selection.ids);
      if (!next.delete(id)) next.add(id);
      return { active, anchor: active, ids: next };
    }
    case 'extend': {
      const anchor = selection.anchor < 0 ? active : selection.anchor;
      return { active, anchor, ids: new Set(ids.slice(Math.min(anchor, active), Math.max(anchor, active) + 1)) };
    }
  }
}
