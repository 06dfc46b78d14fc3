/**
 * Two forms of `substitute` that CSL allows and at which citeproc stops, written so that it draws them:
 * - a substitute within a substitute becomes further alternatives after the names it belonged to, which means the same,
 *   since it is only tried when those names are empty;
 * - names that bring a label but no `name` get the `name` and `et-al` of the names they stand in for, as those have that
 *   bring nothing at all.
 */
import type { CslElement } from './csl-xml.js';

export type CslTree = Omit<CslElement, 'line' | 'children'> & { readonly children: readonly (CslTree | string)[] };
type CslChild = CslTree['children'][number];

const isElement = (child: CslChild): child is CslTree => typeof child !== 'string';
const named = (children: readonly CslChild[], ...names: readonly string[]): CslTree[] =>
  children.filter((child) => isElement(child) && names.includes(child.name)) as CslTree[];

/** @param look `name` and `et-al` of the names around. */
function alternatives(child: CslChild, look: readonly CslTree[]): CslChild[] {
  if (!isElement(child) || child.name !== 'names') return [child];
  const rest = child.children.filter((part) => !(isElement(part) && part.name === 'substitute'));
  const own = new Set(named(rest, 'name', 'et-al').map(({ name }) => name));
  const inherited = rest.length === 0 ? [] : look.filter(({ name }) => !own.has(name));
  const dressed: CslTree = { ...child, children: [...inherited, ...rest] };
  const within = named(child.children, 'substitute').flatMap(({ children }) => children);
  // What stands in for these names has their look, not that of the names further out.
  const theirs = named(dressed.children, 'name', 'et-al');
  const bare = (part: CslChild): CslChild =>
    isElement(part) && part.name === 'names' && part.children.length === 0 && theirs.length > 0
      ? { ...part, children: theirs }
      : part;
  return [dressed, ...within.flatMap((part) => alternatives(bare(part), theirs.length > 0 ? theirs : look))];
}

/** @returns the tree that means the same and that citeproc can draw. */
export function drawableSubstitutes(tree: CslTree): CslTree {
  const look = named(tree.children, 'name', 'et-al');
  const children = tree.children.map((child): CslChild => {
    if (!isElement(child)) return child;
    if (tree.name !== 'names' || child.name !== 'substitute') return drawableSubstitutes(child);
    const flat = child.children.flatMap((part) => alternatives(part, look));
    return { ...child, children: flat.map((part) => (isElement(part) ? drawableSubstitutes(part) : part)) };
  });
  return { ...tree, children };
}
