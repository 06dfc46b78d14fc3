/** Lists that are answered a page at a time, and how a client reads one to its end. Nobody else counts pages. */
import { MAX_PAGE_ROWS } from './call.js';
import type { Input, Output } from './calls.js';

/** Where the rows of each stand in its answer, and by what a row is known again; null: rows are not distinguished. */
const PAGED = {
  'source.list': { rows: 'rows', key: 'id' },
  'note.list': { rows: 'rows', key: 'id' },
  'annotation.list': { rows: 'annotations', key: 'id' },
  'search.query': { rows: 'hits', key: 'sourceId' },
  'search.log': { rows: 'entries', key: 'seq' },
  'search.concordance': { rows: 'lines', key: null },
} as const satisfies Record<keyof typeof MAX_PAGE_ROWS, { rows: string; key: string | null }>;

export type PagedCall = keyof typeof PAGED;
export type PagedInput<N extends PagedCall> = Omit<Input<N>, 'offset' | 'limit'>;
type PagedRow = Readonly<Record<string, unknown>>;

const ATTEMPTS = 4;

/**
 * All rows of a list, page after page. When the list changes between two pages (its count, or a row that comes twice) it
 * is read again from the start; a list that never rests, as during an import, is returned as it was last read, each row once.
 * A client that shows it hears of the changes and reads it again.
 * @param most rows that are wanted.
 * @returns the answer to the last page, with the rows of all; `total` is how many there are, wanted or not.
 * @throws what `ask` throws.
 */
export async function readWhole<N extends PagedCall>(
  ask: (name: N, input: Input<N>) => Promise<Output<N>>,
  name: N,
  asked: PagedInput<N>,
  most = Number.POSITIVE_INFINITY,
): Promise<Output<N>> {
  const { rows: field, key } = PAGED[name];
  for (let attempt = 1; ; attempt += 1) {
    const rows: PagedRow[] = [];
    const totals = new Set<number>();
    let page: { readonly total: number } & PagedRow;
    for (let count = 1; count > 0; ) {
      const place = { offset: rows.length, limit: Math.min(most - rows.length, MAX_PAGE_ROWS[name]) };
      page = (await ask(name, { ...asked, ...place } as unknown as Input<N>)) as typeof page;
      const got = page[field] as readonly PagedRow[];
      rows.push(...got);
      totals.add(page.total);
      count = rows.length < Math.min(most, page.total) ? got.length : 0;
    }
    const distinct = key === null ? rows : [...new Map(rows.map((row) => [row[key], row])).values()];
    const isAsOfOneMoment = totals.size === 1 && distinct.length === rows.length;
    // biome-ignore lint/style/noNonNullAssertion: a first page is always asked for
    if (isAsOfOneMoment || attempt === ATTEMPTS) return { ...page!, [field]: distinct } as unknown as Output<N>;
  }
}
