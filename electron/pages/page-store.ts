/** What is known of the pages of originals, and how they are looked at. Owns `original_pages` and `page_view`. */
import { z } from 'zod';
import type { Archive, JournalChange } from '../archive/index.js';
import { type PageKey, PageView, type Sha256 } from '../contract/index.js';

/** What the bytes of an original say of its pages; derived, and made once. */
export const OriginalPages = z.object({
  /** In pixels, upright; of a PDF as they are at 300 dpi. Empty when it cannot be opened. */
  pages: z.array(z.object({ width: z.number(), height: z.number() })),
  takenAt: z.string().nullable(),
  place: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
  camera: z.string().nullable(),
  /** Why it cannot be drawn, or what is wrong with it; null when nothing is. */
  problem: z.string().nullable(),
});
export type OriginalPages = z.infer<typeof OriginalPages>;

const GET_FACTS = 'SELECT facts FROM original_pages WHERE sha256 = $sha256';
const PUT_FACTS = `INSERT INTO original_pages (sha256, facts) VALUES ($sha256, $facts)
  ON CONFLICT (sha256) DO UPDATE SET facts = excluded.facts`;
const VIEWS = 'SELECT page_index AS pageIndex, view FROM page_view WHERE sha256 = $sha256';
const GET_VIEW = 'SELECT view FROM page_view WHERE sha256 = $sha256 AND page_index = $pageIndex';
const PUT_VIEW = `INSERT INTO page_view (sha256, page_index, view) VALUES ($sha256, $pageIndex, $view)
  ON CONFLICT (sha256, page_index) DO UPDATE SET view = excluded.view`;
const REMOVE_VIEW = 'DELETE FROM page_view WHERE sha256 = $sha256 AND page_index = $pageIndex';

export interface PageStore {
  /** Null when nobody has looked yet. */
  facts(sha256: Sha256): OriginalPages | null;
  putFacts(sha256: Sha256, facts: OriginalPages): void;
  /** Of an original, by page; pages that are looked at as they are have none. */
  views(sha256: Sha256): ReadonlyMap<number, PageView>;
  view(page: PageKey): PageView | null;
  /** Inside the caller's step; null: as it is. @returns the change, null when there is none. */
  setView(page: PageKey, view: PageView | null): JournalChange | null;
}

export function createPageStore({ database, history }: Pick<Archive, 'database' | 'history'>): PageStore {
  const view: PageStore['view'] = ({ sha256, pageIndex }) => {
    const row = database.prepare<{ view: string }>(GET_VIEW).get({ sha256, pageIndex });
    return row ? PageView.parse(JSON.parse(row.view)) : null;
  };
  const write = ({ sha256, pageIndex }: PageKey, next: PageView | null): void => {
    if (next === null) database.prepare(REMOVE_VIEW).run({ sha256, pageIndex });
    else database.prepare(PUT_VIEW).run({ sha256, pageIndex, view: JSON.stringify(next) });
  };
  history.register('page.view', (subjectId, state) => {
    const [sha256 = '', page = ''] = subjectId.split('/');
    write({ sha256: sha256 as Sha256, pageIndex: Number(page) }, state as PageView | null);
    return { scopes: ['sources'], sourceIds: [] };
  });

  return {
    facts: (sha256) => {
      const row = database.prepare<{ facts: string }>(GET_FACTS).get({ sha256 });
      const facts = row ? OriginalPages.safeParse(JSON.parse(row.facts)) : null;
      return facts?.success ? facts.data : null;
    },
    putFacts: (sha256, facts) => {
      database.write(() => database.prepare(PUT_FACTS).run({ sha256, facts: JSON.stringify(facts) }));
    },
    views: (sha256) =>
      new Map(
        database
          .prepare<{ pageIndex: number; view: string }>(VIEWS)
          .all({ sha256 })
          .map((row) => [row.pageIndex, PageView.parse(JSON.parse(row.view))]),
      ),
    view,
    setView: (page, next) => {
      const before = view(page);
      if (JSON.stringify(before) === JSON.stringify(next)) return null;
      write(page, next);
      return { kind: 'page.view', subjectId: `${page.sha256}/${page.pageIndex}`, before, after: next };
    },
  };
}
