/** What is printed on the pages of text versions. A version never changes, so its pages are read once and kept. */
import type { Archive } from '../archive/index.js';
import type { PageSpan, VersionId } from '../contract/index.js';

/** Versions whose pages are kept; a hundred pages take some 10 KB. */
const KEPT = 2_000;

const PAGES = `SELECT j.value AS page FROM version_spans t, json_each(t.spans) j
  WHERE t.version_id = :versionId AND json_extract(j.value, '$.kind') = 'page'`;

export interface PageLabels {
  /** @param offset UTF-16. @returns null when no page of the version holds it. */
  at(versionId: VersionId, offset: number): string | null;
  /** @param pageIndex from 0. @returns null when the version has no such page. */
  ofPage(versionId: VersionId, pageIndex: number): string | null;
}

export function createPageLabels({ database }: Pick<Archive, 'database'>): PageLabels {
  const kept = new Map<VersionId, readonly PageSpan[]>();

  const pagesOf = (versionId: VersionId): readonly PageSpan[] => {
    const known = kept.get(versionId);
    if (known) return known;
    const rows = database.prepare<{ page: string }>(PAGES).all({ versionId });
    const pages = rows.map(({ page }) => JSON.parse(page) as PageSpan).sort((a, b) => a.start - b.start);
    if (kept.size >= KEPT) kept.clear();
    kept.set(versionId, pages);
    return pages;
  };

  return {
    at: (versionId, offset) => {
      const pages = pagesOf(versionId);
      let [low, high] = [0, pages.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((pages[middle]?.start ?? 0) <= offset) low = middle + 1;
        else high = middle;
      }
      const page = pages[low - 1];
      return page && offset < page.end ? page.pageLabel : null;
    },
    ofPage: (versionId, pageIndex) =>
      pagesOf(versionId).find((page) => page.pageIndex === pageIndex)?.pageLabel ?? null,
  };
}
