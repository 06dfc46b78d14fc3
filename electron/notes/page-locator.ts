/** The pages on which a passage stands, as a citation counts them. */
import type { PageSpan, Region } from '../contract/index.js';

/** What would end a citation or part it. */
const SYNTAX = /[[\]@;\s]+/g;
const LEAF = /^\d+\s*[rv]$/;

/** @returns a locator such as `p. 3`, `pp. 3–4`, `fol. 2v`; '' when the text has no pages. */
export function pageLocator(pages: readonly PageSpan[], start: number, end: number): string {
  const on = pages.filter((page) => page.start < Math.max(end, start + 1) && start < page.end);
  return locator([...new Set(on.map(({ pageLabel }) => pageLabel))]);
}

/** The page of a region: what is printed on it, else its number. */
export const regionLocator = (pages: readonly PageSpan[], { pageIndex }: Pick<Region, 'pageIndex'>): string =>
  locator([pages.find((page) => page.pageIndex === pageIndex)?.pageLabel || String(pageIndex + 1)]);

function locator(labels: readonly string[]): string {
  const plain = labels.map((label) => label.replace(SYNTAX, ' ').trim()).filter((label) => label !== '');
  const [first, last] = [plain[0], plain.at(-1)];
  if (first === undefined || last === undefined) return '';
  const sign = LEAF.test(first) ? ['fol.', 'fols.'] : ['p.', 'pp.'];
  return first === last ? `${sign[0]} ${first}` : `${sign[1]} ${first}–${last}`;
}
