/** Which pages are selected, and which one the keys are on. Pure; pages are known by their keys. */
import type { SelectGesture } from '../../ui/index.js';

export interface GridSelection {
  readonly selected: ReadonlySet<string>;
  /** The page the keys are on; null while there is none. */
  readonly active: string | null;
  /** Where a range begins. */
  readonly anchor: string | null;
}

export const NO_SELECTION: GridSelection = { selected: new Set(), active: null, anchor: null };

/** @param keys of the pages as they stand. @returns what a gesture at one of them makes of the selection. */
export function selectAt(
  selection: GridSelection,
  keys: readonly string[],
  index: number,
  gesture: SelectGesture,
): GridSelection {
  const key = keys[index];
  if (key === undefined) return selection;
  switch (gesture) {
    case 'move':
      return { ...selection, active: key };
    case 'only':
      return { selected: new Set([key]), active: key, anchor: key };
    case 'toggle': {
      const selected = new Set(selection.selected);
      if (!selected.delete(key)) selected.add(key);
      return { selected, active: key, anchor: key };
    }
    case 'extend': {
      const anchor = selection.anchor ?? selection.active ?? key;
      const from = Math.max(0, keys.indexOf(anchor));
      const range = keys.slice(Math.min(from, index), Math.max(from, index) + 1);
      return { selected: new Set(range), active: key, anchor };
    }
  }
}

export const selectAll = (selection: GridSelection, keys: readonly string[]): GridSelection => ({
  ...selection,
  selected: new Set(keys),
  active: selection.active ?? keys[0] ?? null,
});

/**
 * The pages were arranged, undone, taken away by somebody else: those that are gone are no longer selected, and the keys
 * stay where they were.
 * @param formerKeys as they stood when the selection was made.
 */
export function keepAmong(
  selection: GridSelection,
  keys: readonly string[],
  formerKeys: readonly string[],
): GridSelection {
  const present = new Set(keys);
  const selected = [...selection.selected].filter((key) => present.has(key));
  const { active, anchor } = selection;
  const isActiveGone = active !== null && !present.has(active);
  if (!isActiveGone && selected.length === selection.selected.size && (anchor === null || present.has(anchor)))
    return selection;
  const at = Math.min(Math.max(0, active === null ? 0 : formerKeys.indexOf(active)), keys.length - 1);
  return {
    selected: new Set(selected),
    active: isActiveGone ? (keys[at] ?? null) : active,
    anchor: anchor !== null && present.has(anchor) ? anchor : null,
  };
}

/** @returns the pages that a command acts on: those selected, else the one the keys are on. In order. */
export function targetKeys({ selected, active }: GridSelection, keys: readonly string[]): readonly string[] {
  const chosen = keys.filter((key) => selected.has(key));
  return chosen.length > 0 ? chosen : keys.filter((key) => key === active);
}
