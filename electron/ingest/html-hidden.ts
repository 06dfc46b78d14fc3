/**
 * Finds the text of a page that its reader never sees: `hidden`, `display:none`, `visibility:hidden`, `font-size:0`, in
 * attributes and in plain rules of the page's own style sheets. `aria-hidden` hides nothing from the eye.
 */

import { t } from '../wording/index.js';
import { createSelectorMatcher } from './css-selectors.js';

/** Rules beyond these are not looked at: a page of a website has some hundreds that hide something. */
const MAX_RULES = 20_000;
const MAX_HIDING_RULES = 2_000;

type HidingProperty = 'display' | 'visibility' | 'font-size';
const PROPERTIES: readonly HidingProperty[] = ['display', 'visibility', 'font-size'];

const HIDING: Readonly<Record<HidingProperty, RegExp>> = {
  display: /^none$/i,
  visibility: /^(?:hidden|collapse)$/i,
  'font-size': /^0(?:\.0*)?(?:px|em|rem|pt|%)?$/i,
};

export interface HiddenElements {
  /** What was taken out, in the order of the page. */
  readonly elements: Element[];
  /** What was not looked at; null when everything was. */
  readonly remark: string | null;
}

/** Takes what is hidden out of the page. @param root in a document whose `style` elements still are where they were. */
export function removeHidden(root: Element): HiddenElements {
  const ruled = ruledBySheets(root.ownerDocument);
  const whole = new Set<Element>();
  const unlessShown = new Set<Element>();
  const shown = new Set<Element>();
  for (const element of root.querySelectorAll('[hidden], [style]')) ruled.add(element);
  for (const element of ruled) {
    if (isWhollyHidden(element, ruled)) whole.add(element);
    else {
      const visibility = ruled.valueOf(element, 'visibility');
      if (visibility !== null) (HIDING.visibility.test(visibility) ? unlessShown : shown).add(element);
    }
  }
  const elements: Element[] = [];
  const isShown = (element: Element) => shown.has(element);
  for (const element of root.querySelectorAll('*')) {
    if (!whole.has(element) && !unlessShown.has(element)) continue;
    // It went with an element around it.
    if (!root.contains(element)) continue;
    if (!whole.has(element) && (shown.size === 0 ? false : [...element.querySelectorAll('*')].some(isShown))) {
      removeAround(element, shown, elements);
    } else {
      element.remove();
      elements.push(element);
    }
  }
  return { elements, remark: ruled.remark };
}

/** Leaves what is shown within a hidden element. */
function removeAround(element: Element, shown: ReadonlySet<Element>, removed: Element[]): void {
  for (const node of [...element.childNodes]) {
    if (node.nodeType === 1) {
      const child = node as Element;
      if (shown.has(child)) continue;
      if ([...child.querySelectorAll('*')].some((inner) => shown.has(inner))) {
        removeAround(child, shown, removed);
        continue;
      }
      child.remove();
      removed.push(child);
    } else if (node.nodeType === 3 && node.nodeValue?.trim()) {
      const wrapper = element.ownerDocument.createElement('span');
      wrapper.append(node);
      removed.push(wrapper);
    }
  }
}

function isWhollyHidden(element: Element, ruled: CascadedValues): boolean {
  const display = ruled.valueOf(element, 'display');
  if (display !== null ? HIDING.display.test(display) : isMarkedHidden(element)) return true;
  return HIDING['font-size'].test(ruled.valueOf(element, 'font-size') ?? '');
}

/** What is `until-found` waits to be unfolded or found: its text belongs to the page. */
const isMarkedHidden = (element: Element) =>
  element.hasAttribute('hidden') && element.getAttribute('hidden')?.toLowerCase() !== 'until-found';

interface DeclaredValue {
  readonly value: string;
  readonly weight: number;
}

/** Elements that something is declared of, with the value that wins in the cascade. */
class CascadedValues {
  remark: string | null = null;
  #declared = new Map<Element, Partial<Record<HidingProperty, DeclaredValue>>>();

  [Symbol.iterator](): IterableIterator<Element> {
    return this.#declared.keys();
  }

  add(element: Element): void {
    if (!this.#declared.has(element)) this.#declared.set(element, {});
  }

  /** A later declaration of the same weight wins. */
  declare(element: Element, property: HidingProperty, declared: DeclaredValue): void {
    const all = this.#declared.get(element) ?? {};
    const before = all[property];
    if (!before || declared.weight >= before.weight) all[property] = declared;
    this.#declared.set(element, all);
  }

  /** @returns null when neither the element nor a rule says anything. */
  valueOf(element: Element, property: HidingProperty): string | null {
    const ruled = this.#declared.get(element)?.[property];
    const own = inlineValue(element, property);
    if (own === null || (ruled && ruled.weight >= IMPORTANT && !own.isImportant)) return ruled?.value ?? null;
    return own.value;
  }
}

const IMPORTANT = 1e9;

function inlineValue(element: Element, property: HidingProperty): { value: string; isImportant: boolean } | null {
  const style = element.getAttribute('style');
  if (!style?.toLowerCase().includes(property)) return null;
  let found: { value: string; isImportant: boolean } | null = null;
  for (const declaration of style.slice(0, 10_000).split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0 || declaration.slice(0, colon).trim().toLowerCase() !== property) continue;
    found = split(declaration.slice(colon + 1));
  }
  return found;
}

function split(written: string): { value: string; isImportant: boolean } {
  const mark = written.indexOf('!');
  const isImportant = mark >= 0 && /^!\s*important\s*$/i.test(written.slice(mark));
  return { value: (mark >= 0 ? written.slice(0, mark) : written).trim(), isImportant };
}

/** Reads the sheets twice: what hides first, then whatever else is said of the elements found so. */
function ruledBySheets(document: Document): CascadedValues {
  const ruled = new CascadedValues();
  const rules = [...rulesOf(document)];
  const hiding = rules.filter((rule) => PROPERTIES.some((name) => HIDING[name].test(rule.declared[name]?.value ?? '')));
  if (hiding.length === 0) return ruled;
  const matcher = createSelectorMatcher(document.documentElement);
  for (const { selectors } of hiding.slice(0, MAX_HIDING_RULES)) {
    for (const selector of selectors) for (const element of matcher.select(selector)) ruled.add(element);
  }
  const candidates = new Set(ruled);
  const isCut = () => matcher.isExhausted || rules.length >= MAX_RULES || hiding.length > MAX_HIDING_RULES;
  if (isCut()) ruled.remark = TOO_MANY_RULES;
  if (candidates.size === 0) return ruled;
  for (const { selectors, declared } of rules) {
    for (const selector of selectors) {
      const specificity = matcher.specificity(selector);
      if (specificity === null) continue;
      for (const element of matcher.among(candidates, selector)) {
        for (const name of PROPERTIES) {
          const value = declared[name];
          if (value)
            ruled.declare(element, name, {
              value: value.value,
              weight: specificity + (value.isImportant ? IMPORTANT : 0),
            });
        }
      }
    }
  }
  if (isCut()) ruled.remark = TOO_MANY_RULES;
  return ruled;
}

const TOO_MANY_RULES = t(
  'The page has more rules of style than are looked at: text that it hides may stand among the text that was read.',
);

interface StyleRule {
  readonly selectors: readonly string[];
  readonly declared: Partial<Record<HidingProperty, { readonly value: string; readonly isImportant: boolean }>>;
}

/** Rules for the screen that say something of visibility, in order. */
function* rulesOf(document: Document): Generator<StyleRule> {
  let count = 0;
  for (const sheet of document.styleSheets) {
    const media =
      sheet.ownerNode && 'getAttribute' in sheet.ownerNode ? (sheet.ownerNode as Element).getAttribute('media') : '';
    if (!isForScreen(media ?? '')) continue;
    for (const rule of styleRules(sheet.cssRules)) {
      count += 1;
      if (count > MAX_RULES) return;
      const declared: StyleRule['declared'] = {};
      for (const name of PROPERTIES) {
        const value = rule.style.getPropertyValue(name);
        if (value)
          declared[name] = { value: value.trim(), isImportant: rule.style.getPropertyPriority(name) === 'important' };
      }
      if (Object.keys(declared).length > 0) yield { selectors: rule.selectorText.split(','), declared };
    }
  }
}

function* styleRules(rules: CSSRuleList): Generator<CSSStyleRule> {
  for (const rule of rules) {
    if ('selectorText' in rule) yield rule as CSSStyleRule;
    else if ('media' in rule && 'cssRules' in rule) {
      const { media, cssRules } = rule as CSSMediaRule;
      if (isForScreen(media.mediaText)) yield* styleRules(cssRules);
    }
  }
}

/** A query of widths and the like may hold or not: what it hides is taken for seen. */
const isForScreen = (media: string) => /^\s*$|(?:^|,)\s*(?:only\s+)?(?:screen|all)\s*(?:,|$)/i.test(media);
