/**
 * Matches the selectors that style sheets hide things by: tags, classes and ids, alone, together, and below one another
 * (`.js .menu li`, `ul > .more`). Others match nothing. An index of the document keeps it quick on large sheets.
 */

export interface SelectorMatcher {
  /** Elements below the root that match, in no order. */
  select(selector: string): Iterable<Element>;
  /** Those of `elements` that match. */
  among(elements: ReadonlySet<Element>, selector: string): Iterable<Element>;
  /** As the cascade counts it: ids × 10,000 + classes × 100 + tags; null for a selector that is not understood. */
  specificity(selector: string): number | null;
  /** Whether the work came to its bound: since then nothing has matched. */
  readonly isExhausted: boolean;
}

interface Compound {
  readonly tag: string | null;
  readonly ids: readonly string[];
  readonly classes: readonly string[];
  /** How the compound before it in the list is related: an ancestor, or the parent. */
  readonly below: 'ancestor' | 'parent';
}

const MAX_SELECTOR_UNITS = 300;
const MAX_COMPOUNDS = 8;
/** Comparisons of an element with a part of a selector; a large page takes some ten thousand. */
const MAX_COMPARISONS = 2_000_000;
const COMPOUND = /^(\*|[a-z][a-z0-9-]*)?((?:[.#][\w\u0080-\uFFFF-]+)*)$/i;

export function createSelectorMatcher(root: Element): SelectorMatcher {
  const known = new Map<string, readonly Compound[] | null>();
  const byClass = new Map<string, Element[]>();
  const byId = new Map<string, Element[]>();
  const classesOf = new Map<Element, ReadonlySet<string>>();
  for (const element of [root, ...root.querySelectorAll('[class], [id]')]) {
    const names = new Set((element.getAttribute('class') ?? '').split(/\s+/).filter((name) => name !== ''));
    classesOf.set(element, names);
    for (const name of names) push(byClass, name, element);
    if (element.id) push(byId, element.id, element);
  }

  let comparisons = 0;

  const fits = (element: Element, { tag, ids, classes }: Compound): boolean => {
    comparisons += 1;
    return (
      comparisons <= MAX_COMPARISONS &&
      (tag === null || element.tagName.toLowerCase() === tag) &&
      ids.every((id) => element.id === id) &&
      classes.every((name) => classesOf.get(element)?.has(name))
    );
  };

  const matches = (element: Element, compounds: readonly Compound[], index = compounds.length - 1): boolean => {
    const compound = compounds[index];
    if (!compound || !fits(element, compound)) return false;
    const before = compounds[index - 1];
    if (!before) return true;
    if (compound.below === 'parent') {
      return element.parentElement !== null && matches(element.parentElement, compounds, index - 1);
    }
    for (let ancestor = element.parentElement; ancestor; ancestor = ancestor.parentElement) {
      if (comparisons > MAX_COMPARISONS) return false;
      if (matches(ancestor, compounds, index - 1)) return true;
      // Where ancestors alone are asked for, the nearest one that fits has all the ancestors that a farther one has.
      if (before.below === 'ancestor' && fits(ancestor, before)) return false;
    }
    return false;
  };

  /** Null when every element may match. */
  const candidates = (compounds: readonly Compound[]): readonly Element[] | null => {
    const last = compounds.at(-1);
    if (last?.ids[0]) return byId.get(last.ids[0]) ?? [];
    if (last?.classes[0]) return byClass.get(last.classes[0]) ?? [];
    return null;
  };

  const parse = (selector: string): readonly Compound[] | null => {
    let compounds = known.get(selector);
    if (compounds === undefined) {
      compounds = parseSelector(selector);
      known.set(selector, compounds);
    }
    return compounds;
  };

  return {
    *select(selector) {
      const compounds = parse(selector);
      if (!compounds) return;
      const all = candidates(compounds) ?? root.getElementsByTagName(compounds.at(-1)?.tag ?? '*');
      for (const element of all) if (matches(element, compounds)) yield element;
    },
    *among(elements, selector) {
      const compounds = parse(selector);
      if (!compounds) return;
      const all = candidates(compounds);
      const isShorter = all !== null && all.length < elements.size;
      for (const element of isShorter ? all : elements) {
        if ((!isShorter || elements.has(element)) && matches(element, compounds)) yield element;
      }
    },
    get isExhausted() {
      return comparisons > MAX_COMPARISONS;
    },
    specificity(selector) {
      return (
        parse(selector)?.reduce(
          (sum, { ids, classes, tag }) => sum + ids.length * 10_000 + classes.length * 100 + (tag ? 1 : 0),
          0,
        ) ?? null
      );
    },
  };
}

function push(index: Map<string, Element[]>, key: string, element: Element): void {
  const existing = index.get(key);
  if (existing) existing.push(element);
  else index.set(key, [element]);
}

function parseSelector(selector: string): readonly Compound[] | null {
  if (selector.length > MAX_SELECTOR_UNITS) return null;
  const parts = selector
    .trim()
    .replace(/\s*>\s*/g, ' > ')
    .split(/\s+/);
  const compounds: Compound[] = [];
  let below: Compound['below'] = 'ancestor';
  for (const part of parts) {
    if (part === '>') {
      below = 'parent';
      continue;
    }
    const match = COMPOUND.exec(part);
    if (!match || part === '') return null;
    const names = match[2]?.match(/[.#][^.#]+/g) ?? [];
    const tag = match[1] && match[1] !== '*' ? match[1].toLowerCase() : null;
    compounds.push({
      tag,
      ids: names.filter((name) => name.startsWith('#')).map((name) => name.slice(1)),
      classes: names.filter((name) => name.startsWith('.')).map((name) => name.slice(1)),
      below,
    });
    below = 'ancestor';
  }
  return compounds.length > 0 && compounds.length <= MAX_COMPOUNDS ? compounds : null;
}
