/** Which tags the described sources have: of all of them, or of some. */
import type { Source, Tag } from '../../../electron/contract/index.js';

export interface TagStanding {
  readonly tag: Tag;
  /** How many of the described sources have it. */
  readonly count: number;
  readonly isOnAll: boolean;
}

/** Tags of all first, then those of some; by name in each. A tag that is not in the list (just deleted) is left out. */
export function tagStandings(sources: readonly Pick<Source, 'tagIds'>[], known: readonly Tag[]): TagStanding[] {
  return known
    .map((tag) => {
      const count = sources.filter(({ tagIds }) => tagIds.includes(tag.id)).length;
      return { tag, count, isOnAll: count === sources.length };
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => Number(b.isOnAll) - Number(a.isOnAll) || a.tag.name.localeCompare(b.tag.name));
}

const fold = (name: string): string => name.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase().trim();

/** Tags that hold what is typed and are not on all of the sources, those that begin with it first. */
export function offeredTags(typed: string, known: readonly Tag[], standings: readonly TagStanding[]): Tag[] {
  const wanted = fold(typed);
  const isOnAll = new Set(standings.filter((standing) => standing.isOnAll).map(({ tag }) => tag.id));
  return known
    .filter(({ id, name }) => !isOnAll.has(id) && fold(name).includes(wanted))
    .sort(
      (a, b) =>
        Number(fold(b.name).startsWith(wanted)) - Number(fold(a.name).startsWith(wanted)) ||
        a.name.localeCompare(b.name),
    );
}

/** @returns the tag of that name in any case; null when there is none. */
export const tagCalled = (name: string, known: readonly Tag[]): Tag | null =>
  known.find((tag) => tag.name.trim().toLocaleLowerCase() === name.trim().toLocaleLowerCase()) ?? null;
