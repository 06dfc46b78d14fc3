/**
 * Who wrote an article, and when, as the article itself says it: in its bylines and `time` elements, above its first
 * paragraph before all. What stands among other articles, comments, menus and sidebars is not looked at.
 */
import type { LeftAsideKind } from '../contract/index.js';
import { t } from '../wording/index.js';
import { readByline } from './byline.js';
import { dateOf, findDates } from './dates-in-words.js';
import { isBlockElement } from './dom-blocks.js';
import type { ArticleHint } from './html-article.js';
import { namedFurniture, nameWords } from './html-furniture.js';
import { type ElementMeasures, oneLine } from './html-measure.js';
import type { AsidePart } from './html-partition.js';

/** What is said of one element; the first that is plain is used. */
export interface BylineValues {
  readonly values: readonly string[];
  /** Where it was read, in words for a person. */
  readonly from: string;
  readonly isPlain: boolean;
}

export interface ArticleFacts {
  readonly creators: readonly BylineValues[];
  readonly datePublished: readonly BylineValues[];
  readonly dateWritten: readonly BylineValues[];
}

const OTHERS: ReadonlySet<LeftAsideKind> = new Set<LeftAsideKind>([
  'related',
  'comments',
  'notice',
  'advertisement',
  'sidebar',
]);
const AUTHOR_MARK = '[rel~="author" i], [itemprop~="author" i], [itemprop~="creator" i]';
const AUTHOR_WORDS = new Set(
  'byline bylines author authors autor auteur autore writer writers contributor contributors'.split(' '),
);
const BYLINE_WORDS = new Set(['byline', 'bylines']);
const DATE_WORDS = new Set(
  'date dates dateline datetime time timestamp published pubdate posted datum byline bylines'.split(' '),
);
const CHANGED = /modif|updat|revis|aktualis|chang/i;
/** More is no line of who and when. UTF-16 units. */
const MAX_LINE_UNITS = 300;
const MAX_UNMARKED_UNITS = 120;
/** The first paragraph of the text is prose and at least as long. UTF-16 units. */
const MIN_PARAGRAPH_UNITS = 80;
const MAX_CANDIDATES = 200;

/** @param language BCP 47 of the page, '' when not known. */
export function articleFacts(
  body: Element,
  { article, aside, measures }: { article: ArticleHint | null; aside: readonly AsidePart[]; measures: ElementMeasures },
  language: string,
): ArticleFacts {
  const page = new BylinePage(body, article, aside, measures);
  const authors = page.marked(
    (element, words) => element.matches(AUTHOR_MARK) || words.some((word) => AUTHOR_WORDS.has(word)),
  );
  const dates = page.marked(
    (element, words) =>
      /^time$/i.test(element.tagName) ||
      /\bdate(?:Published|Created)\b/i.test(element.getAttribute('itemprop') ?? '') ||
      words.some((word) => DATE_WORDS.has(word)),
  );
  const datePublished = datesOf(dates, language);
  const loose = datePublished.length > 0 ? [] : looseDates(page, language);
  return {
    creators: creatorsOf(authors, language),
    datePublished: article ? [...datePublished, ...loose] : datePublished,
    // A page that is nothing but a document bears the date of the document.
    dateWritten: article ? [] : loose,
  };
}

/** Where a marked element stands. */
type MarkPosition = 'above the text' | 'in the article' | 'outside';

interface MarkedElement {
  readonly element: Element;
  readonly place: MarkPosition;
  /** Its text, with a line break where one of its elements ends and another begins. */
  readonly text: string;
}

class BylinePage {
  readonly #scope: Element;
  readonly #others: ReadonlySet<Element>;
  readonly #firstParagraph: Element | null;

  constructor(
    private readonly body: Element,
    article: ArticleHint | null,
    aside: readonly AsidePart[],
    private readonly measures: ElementMeasures,
  ) {
    this.#others = new Set(aside.filter(({ kind }) => OTHERS.has(kind)).map(({ element }) => element));
    this.#scope = article ? scopeOf(body, article, this.#others) : body;
    this.#firstParagraph = this.#findFirstParagraph();
  }

  /** Marked elements in the order of the page, none within another, without those of other articles. */
  marked(isMarked: (element: Element, words: readonly string[]) => boolean): MarkedElement[] {
    const found: MarkedElement[] = [];
    for (const element of this.body.querySelectorAll('[class], [id], [rel], [itemprop], time')) {
      if (found.length >= MAX_CANDIDATES) break;
      if (found.at(-1)?.element.contains(element)) continue;
      if (!isMarked(element, nameWords(element))) continue;
      const { units } = this.measures.of(element);
      if (units === 0 || units > MAX_LINE_UNITS) continue;
      const text = linesOf(element);
      if (this.#isOfOthers(element)) continue;
      found.push({ element, text, place: this.#placeOf(element) });
    }
    return found;
  }

  /** Short lines above the first paragraph. */
  linesAbove(): Element[] {
    const lines: Element[] = [];
    for (const element of this.#scope.querySelectorAll('*')) {
      if (element === this.#firstParagraph || lines.length >= 30) break;
      if (!this.#isLeaf(element) || this.measures.of(element).units > MAX_UNMARKED_UNITS) continue;
      if (/^H[1-6]$/i.test(element.tagName) || this.#isOfOthers(element)) continue;
      lines.push(element);
    }
    return lines;
  }

  #placeOf(element: Element): MarkPosition {
    if (!this.#scope.contains(element)) return 'outside';
    const first = this.#firstParagraph;
    if (!first) return 'above the text';
    return (element.compareDocumentPosition(first) & FOLLOWING) !== 0 ? 'above the text' : 'in the article';
  }

  #isOfOthers(element: Element): boolean {
    for (let around: Element | null = element; around; around = around.parentElement) {
      if (this.#others.has(around)) return true;
      if (!this.#scope.contains(around) || around === this.#scope) continue;
      const named = namedFurniture(around, nameWords(around));
      if (named === 'navigation' || (named !== null && OTHERS.has(named))) return true;
    }
    return false;
  }

  #isLeaf(element: Element): boolean {
    const { units, hasBlocks } = this.measures.of(element);
    return units > 0 && !hasBlocks && isBlockElement(element);
  }

  #findFirstParagraph(): Element | null {
    for (const element of this.#scope.querySelectorAll('*')) {
      const { units, proseUnits } = this.measures.of(element);
      if (units < MIN_PARAGRAPH_UNITS || proseUnits === 0 || !this.#isLeaf(element)) continue;
      if (element.closest('figure, [class*=caption i]') === null && !this.#isOfOthers(element)) return element;
    }
    return null;
  }
}

const FOLLOWING = 4;

/** The innermost element that holds the article and its main heading. */
function scopeOf(body: Element, article: ArticleHint, others: ReadonlySet<Element>): Element {
  const roots = [...article.kept].filter(
    (element) => !element.parentElement || !article.kept.has(element.parentElement),
  );
  const heading = [...body.querySelectorAll('h1')].find((h1) => !isWithin(h1, others));
  let scope: Element = heading ?? roots[0] ?? body;
  for (const root of roots) while (!scope.contains(root) && scope.parentElement) scope = scope.parentElement;
  return body.contains(scope) ? scope : body;
}

function isWithin(element: Element, others: ReadonlySet<Element>): boolean {
  for (let around: Element | null = element; around; around = around.parentElement) if (others.has(around)) return true;
  return false;
}

function linesOf(element: Element): string {
  const lines: string[] = [];
  const walk = (node: Node): void => {
    if (node.nodeType === 3) {
      const text = (node.nodeValue ?? '').replace(/\s+/g, ' ').trim();
      if (text !== '') lines.push(text);
    }
    for (let child = node.firstChild; child; child = child.nextSibling) walk(child);
  };
  walk(element);
  return lines.join('\n');
}

function creatorsOf(marked: readonly MarkedElement[], language: string): BylineValues[] {
  const named = marked.flatMap(({ element, place, text }) => {
    const inner = element.querySelector('[itemprop~="name" i]');
    const isStrong =
      element.matches(AUTHOR_MARK) ||
      element.querySelector(AUTHOR_MARK) !== null ||
      nameWords(element).some((word) => BYLINE_WORDS.has(word));
    const strong = element.matches(AUTHOR_MARK) ? [] : [...element.querySelectorAll(AUTHOR_MARK)];
    const texts = strong.length > 0 ? strong.map(linesOf) : [inner ? linesOf(inner) : text];
    const names = [...new Set(texts.flatMap((line) => readByline(line, language).names))];
    return names.length > 0 ? [{ element, place, isStrong, names }] : [];
  });
  const at = (place: MarkPosition) => named.filter((one) => one.place === place);
  const above = at('above the text');
  // Authors stand beside one another; the first of them leads to the others.
  const strong = above.filter(({ isStrong }) => isStrong);
  const first = strong[0] ?? above[0];
  const statements: BylineValues[] = [];
  if (first) {
    const together = (strong.length > 0 ? strong : above).filter(({ element }) => areTogether(first.element, element));
    const rest = above.filter((one) => !together.includes(one));
    const values = distinct(together);
    const others = distinct(rest).filter((name) => !values.includes(name));
    // Two lines of one kind that name different people: which of them wrote it is not plain.
    statements.push({ values, from: t('the byline'), isPlain: first.isStrong || others.length === 0 });
    if (others.length > 0) statements.push({ values: others, from: t('a line above the text'), isPlain: false });
    return statements;
  }
  const inside = at('in the article');
  const insideNames = distinct(inside);
  if (insideNames.length > 0) {
    const isOne = sets(inside).length === 1 && inside.some(({ isStrong }) => isStrong);
    return insideNames.length <= MAX_OFFERED
      ? [{ values: insideNames, from: t('a line in the article'), isPlain: isOne }]
      : [];
  }
  // Of several outside none is taken: they are of other articles.
  const outside = at('outside');
  return sets(outside).length === 1
    ? [{ values: distinct(outside), from: t('a line outside the article'), isPlain: false }]
    : [];
}

const MAX_OFFERED = 3;
const distinct = (named: readonly { names: readonly string[] }[]) => [...new Set(named.flatMap(({ names }) => names))];
const sets = (named: readonly { names: readonly string[] }[]) => [
  ...new Set(named.map(({ names }) => names.join('\n'))),
];

/** Whether two marks stand in one line of who and when. */
function areTogether(a: Element, b: Element): boolean {
  let around: Element | null = a;
  while (around && !around.contains(b)) around = around.parentElement;
  return around !== null && oneLine(around).length <= MAX_LINE_UNITS;
}

function datesOf(marked: readonly MarkedElement[], language: string): BylineValues[] {
  const dated = marked.flatMap(({ element, place, text }) => {
    if (place === 'outside' || CHANGED.test(`${element.className} ${element.getAttribute('itemprop') ?? ''}`))
      return [];
    const date = dateIn(element, text, language);
    if (date === null) return [];
    const mark = `${element.getAttribute('itemprop') ?? ''} ${element.className} ${element.hasAttribute('pubdate') ? 'published' : ''}`;
    return [{ place, date, isStrong: /published|pubdate|dateCreated/i.test(mark) }];
  });
  const statements = (place: MarkPosition, from: string, needsMark: 'mark' | 'none'): BylineValues[] => {
    const here = dated.filter((one) => one.place === place);
    const strong = here.filter(({ isStrong }) => isStrong);
    const days = [...new Set((strong.length > 0 ? strong : here).map(({ date }) => date))];
    if (days.length === 0 || days.length > MAX_OFFERED) return [];
    const isPlain = days.length === 1 && (needsMark === 'none' || strong.length > 0);
    return days.map((date) => ({ values: [date], from, isPlain }));
  };
  const above = statements('above the text', t('the line above the text'), 'none');
  return above.length > 0 ? above : statements('in the article', t('a date in the article'), 'mark');
}

function dateIn(element: Element, text: string, language: string): string | null {
  const time = element.matches('[datetime]') ? element : element.querySelector('time[datetime]');
  for (const written of [element.getAttribute('content'), time?.getAttribute('datetime')]) {
    const date = written ? dateOf(written, language) : null;
    if (date) return date;
  }
  // Of “published on … updated on …” the first is meant.
  const before = text.split(/\n|(?=\b(?:last\s+)?(?:updated|modified|aktualisiert|mis à jour|actualizado)\b)/i);
  for (const line of before.filter((part) => !CHANGED.test(part))) {
    const [first, second] = findDates(line, language);
    if (first?.isSure && (!second || second.start > first.end)) return first.value;
  }
  const [first] = findDates(text.replaceAll('\n', ' '), language);
  return first?.isSure && !CHANGED.test(text) ? first.value : null;
}

/** Dates of lines that nothing marks, each reading for itself. */
function looseDates(page: BylinePage, language: string): BylineValues[] {
  for (const line of page.linesAbove()) {
    const found = findDates(oneLine(line), language);
    const values = [...new Set(found.map(({ value }) => value))];
    if (values.length > 0 && values.length <= MAX_OFFERED) {
      return values.map((value) => ({ values: [value], from: t('a line above the text'), isPlain: false }));
    }
  }
  return [];
}
