/** The keys of a list that has the focus itself and names its active row. */
import type { KeyboardEvent } from 'react';

/**
 * @param screenful rows that a page key moves by.
 * @returns the row a key leads to, never outside the list; null when the key does not move.
 */
export function indexAfterKey(key: string, active: number, total: number, screenful: number): number | null {
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + screenful,
    PageUp: active - screenful,
    Home: 0,
    End: total - 1,
  };
  const target = targets[key];
  return target === undefined || total === 0 ? null : Math.max(0, Math.min(total - 1, target));
}

/** A key without modifiers that was pressed on the list itself: the buttons in its head answer their own. */
export const isKeyOfList = (event: KeyboardEvent): boolean =>
  event.target === event.currentTarget && !event.ctrlKey && !event.metaKey && !event.altKey;
