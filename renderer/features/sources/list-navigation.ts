/** The row that a key moves to; never outside the list. */

/** @param screenful rows that a page key moves by. @returns the row a key leads to; null when it does not move. */
export function indexAfterKey(key: string, active: number, total: number, screenful: number): number | null {
  const within = (index: number) => Math.max(0, Math.min(total - 1, index));
  switch (key) {
    case 'ArrowDown':
      return within(active + 1);
    case 'ArrowUp':
      return within(active - 1);
    case 'PageDown':
      return within(active + screenful);
    case 'PageUp':
      return within(active - screenful);
    case 'Home':
      return 0;
    case 'End':
      return within(total - 1);
    default:
      return null;
  }
}
