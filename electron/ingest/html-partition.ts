/**
 * Parts a page into document and furniture. What Readability takes for the article stays; whatever it dropped stays too
 * if it is prose, notes, a lead, a table, a caption or a heading of those. Only what is plainly furniture is left aside,
 * and each part of it is named. Does not change the text of the page.
 */
import type { LeftAsideKind } from '../contract/index.js';
import { isBlockElement } from './dom-blocks.js';
import type { ArticleHint } from './html-article.js';
import {
  announcesComments,
  announcesNotes,
  announcesRelated,
  isNamedNotes,
  NEVER_DOCUMENT,
  namedFurniture,
  nameWords,
} from './html-furniture.js';
import { type ElementMeasures, measure, oneLine } from './html-measure.js';
import { beginsAsNote, isCookieNotice, isLegalLine, isProse, isSentence } from './prose.js';

/** Share of the letters of a block that stand in links: above it, links are what the block is there for. */
const LINKED = 0.5;
/** Prose as long as this is a document, whatever the element that holds it is called. UTF-16 units. */
const UNMISTAKABLE_PROSE_UNITS = 600;
/** Within the article less will do. UTF-16 units. */
const PROSE_IN_ARTICLE_UNITS = 100;
/** The title and the teaser of another article are shorter than this. UTF-16 units. */
const MAX_CARD_UNITS = 400;
/** What Readability put beside the article by mistake is shorter than this share of it. */
const MAX_STRAY_SHARE = 0.2;
/** So many things of one kind are a row. */
const MIN_ROW = 3;
/** A line that says who wrote an article, and when, is shorter than this. UTF-16 units. */
const MAX_BYLINE_UNITS = 200;
/** So many paragraphs in a row that are links are a list of links. */
const LINK_LIST = 3;

/**
 * Where a block stands; it decides what is enough for it to stay. `lead`: between the main heading and the article, where
 * a page says who and when, and what it is about.
 */
type BlockPosition = 'article' | 'lead' | 'outside' | 'furniture';

export interface AsidePart {
  readonly element: Element;
  readonly kind: LeftAsideKind;
}

/** @returns what to leave out, in the order of the page, none within another. */
export function partitionPage(body: Element, article: ArticleHint, measures: ElementMeasures): AsidePart[] {
  const parting = new PagePartition(body, article, measures);
  parting.children(body, 'outside');
  return parting.aside.reverse();
}

/** Measures a page, with what is a note in it. @param article null when none was found. */
export function measurePage(body: Element, article: ArticleHint | null): ElementMeasures {
  const kept = article?.kept ?? new Set<Element>();
  const targets = noteTargets(body, kept);
  return measure(body, kept, (element, leafText) => {
    if (targets.has(element)) return 'target';
    const isNote = isNamedNotes(element, nameWords(element)) || (leafText !== null && beginsAsNote(leafText));
    return isNote ? 'named' : null;
  });
}

class PagePartition {
  /** From the end of the page to its beginning. */
  readonly aside: AsidePart[] = [];
  readonly #mainHeading: Element | null;
  readonly #firstKept: Element | null;

  constructor(
    body: Element,
    private readonly article: ArticleHint,
    private readonly measures: ElementMeasures,
  ) {
    this.#mainHeading = mainHeading(body);
    [this.#firstKept = null] = article.kept;
  }

  /** Visits what stands in an element that itself stays. @returns whether anything in it stays. */
  children(parent: Element, place: BlockPosition): boolean {
    const isKept = this.article.kept.has(parent);
    // From the end, because a heading goes where that goes which it heads.
    let next: LeftAsideKind | 'kept' | null = null;
    let stays = isKept;
    const parts = isKept ? [...parent.children] : this.#parts(parent);
    for (const part of parts.reverse()) {
      const { units, hasBlocks } = this.measures.of(part);
      if (units === 0) continue;
      // Readability takes words out of paragraphs (links that share, spans); the sentence would not be whole.
      if (isKept && !isBlockElement(part) && !hasBlocks) continue;
      next = this.#visit(part, isKept ? 'article' : place, next);
      if (next === 'kept') stays = true;
    }
    return stays;
  }

  /** @param next what became of the part behind it. @returns what becomes of this one. */
  #visit(element: Element, place: BlockPosition, next: LeftAsideKind | 'kept' | null): LeftAsideKind | 'kept' {
    const strayed = this.#strayed(element);
    if (strayed) {
      this.aside.push({ element, kind: strayed });
      return strayed;
    }
    if (this.article.kept.has(element) || this.measures.of(element).holdsKept) {
      this.children(element, place);
      return 'kept';
    }
    const verdict = this.#judge(element, this.#isLead(element, place) ? 'lead' : place, next);
    if (typeof verdict === 'string') {
      if (verdict !== 'kept') this.aside.push({ element, kind: verdict });
      return verdict;
    }
    const count = this.aside.length;
    if (this.children(element, verdict.place)) return 'kept';
    // Nothing in it stays: it is left aside as one, unless it is of several kinds.
    const kinds = new Set(this.aside.slice(count).map((part) => part.kind));
    const [first] = kinds;
    const kind = verdict.kind ?? first ?? 'other';
    if (verdict.kind || kinds.size <= 1) this.aside.splice(count, Number.POSITIVE_INFINITY, { element, kind });
    return kind;
  }

  /** Readability takes a notice for a part of the article when it stands beside it and is of words alone. */
  #strayed(element: Element): LeftAsideKind | null {
    const { kept, units: articleUnits } = this.article;
    const { units, proseUnits, hasBlocks, holdsKept } = this.measures.of(element);
    if (!kept.has(element) && !holdsKept) return null;
    if (element.parentElement && kept.has(element.parentElement)) return null;
    if (units > articleUnits * MAX_STRAY_SHARE || proseUnits >= UNMISTAKABLE_PROSE_UNITS) return null;
    const named = namedFurniture(element, nameWords(element));
    if (named && NEVER_DOCUMENT.has(named)) return named;
    return !hasBlocks && isCookieNotice(oneLine(element)) ? 'notice' : null;
  }

  #isLead(element: Element, place: BlockPosition): boolean {
    if (place !== 'outside' || !this.#mainHeading || !this.#firstKept) return false;
    return follows(this.#mainHeading, element) && follows(element, this.#firstKept);
  }

  /** Judges what Readability dropped whole. @returns what becomes of it, or that its parts are to be visited. */
  #judge(
    element: Element,
    place: BlockPosition,
    next: LeftAsideKind | 'kept' | null,
  ): LeftAsideKind | 'kept' | { place: BlockPosition; kind: LeftAsideKind | null } {
    const { units, linkUnits, proseUnits, hasBlocks, heading } = this.measures.of(element);
    if (this.#mainHeading && element !== this.#mainHeading && element.contains(this.#mainHeading))
      return { place, kind: null };
    const density = linkUnits / units;
    const words = nameWords(element);
    const named = namedFurniture(element, words);
    const isDocument = density < LINKED && proseUnits >= UNMISTAKABLE_PROSE_UNITS;
    const isAsking = named === 'notice' && words.some((word) => /^(?:cookie|consent|gdpr)/.test(word));
    const isMisnamed = isDocument || (place === 'article' && density < LINKED && proseUnits >= PROSE_IN_ARTICLE_UNITS);
    if (named && NEVER_DOCUMENT.has(named) && (!isMisnamed || named === 'comments' || isAsking)) return named;

    const isRelated =
      named === 'related' || (hasBlocks && heading !== null && announcesRelated(heading) && linkUnits > 0);
    const holdsNotes = this.#holdsNotes(element, words, heading);
    if (holdsNotes === 'is' && (named === null || density < LINKED) && density < 0.8 && !isRelated) return 'kept';
    if (isRelated) return 'related';
    if (heading !== null && hasBlocks && announcesComments(heading)) return 'comments';
    switch (named) {
      case 'navigation':
        if (!isDocument) return 'navigation';
        break;
      case 'form':
        return hasBlocks && isDocument
          ? { place, kind: 'form' }
          : proseUnits > 0 && hasBlocks && density < LINKED && place === 'article'
            ? { place, kind: 'form' }
            : 'form';
      case 'footer':
      case 'sidebar':
        if (place === 'article' || place === 'lead') break;
        if (holdsNotes === 'holds' || isDocument)
          return { place: isDocument && named === 'sidebar' ? place : 'furniture', kind: named };
        return named;
      default:
    }
    if (/^H[1-6]$/i.test(element.tagName)) return this.#judgeHeading(element, next);
    const tag = element.tagName.toUpperCase();
    if (place === 'outside' && (this.#isCards(element) || this.#isRow(element))) return 'related';
    if (place === 'outside' && tag === 'ARTICLE' && linkUnits > 0 && !isDocument) return 'related';
    if (place !== 'furniture' && units <= MAX_BYLINE_UNITS && isByline(element, words, place)) return 'kept';
    if (tag === 'UL' || tag === 'OL' || tag === 'MENU' || tag === 'DL') {
      if (density >= LINKED) return 'navigation';
      const items = [...element.children].filter((item) => this.measures.of(item).units > 0).length;
      const isText = units / Math.max(1, items) >= 20 && (place === 'article' || tag === 'OL' || proseUnits > 0);
      if (isText && place !== 'furniture') return 'kept';
    }
    if (tag === 'TABLE' && place !== 'furniture' && density < LINKED && isDataTable(element)) return 'kept';
    if ((tag === 'PRE' || tag === 'BLOCKQUOTE') && place !== 'furniture' && density < LINKED) return 'kept';
    if (hasBlocks) return { place, kind: place === 'furniture' ? 'footer' : null };
    return this.#judgeLeaf(element, words, density, place);
  }

  #judgeHeading(element: Element, next: LeftAsideKind | 'kept' | null): LeftAsideKind | 'kept' {
    if (element === this.#mainHeading || next === 'kept') return 'kept';
    if (announcesNotes(oneLine(element))) return 'kept';
    return next ?? 'other';
  }

  #judgeLeaf(
    element: Element,
    words: readonly string[],
    density: number,
    place: BlockPosition,
  ): LeftAsideKind | 'kept' {
    const text = oneLine(element);
    if (isCookieNotice(text) && place !== 'article') return 'notice';
    if (isLegalLine(text) && place !== 'article') return 'footer';
    if (beginsAsNote(text) && density < LINKED) return 'kept';
    if (place === 'furniture') return density >= LINKED ? 'navigation' : 'other';
    if (density < LINKED) {
      if (isProse(text) || ((place === 'article' || place === 'lead') && isSentence(text))) return 'kept';
      if (words.some((word) => LEAD_WORDS.has(word))) return 'kept';
      if (place !== 'outside' && (element.closest('figure') || words.some((word) => SMALL_WORDS.has(word))))
        return 'kept';
      return 'other';
    }
    if (place !== 'outside' && isSentence(text) && !this.#isInLinkList(element)) return 'kept';
    return 'navigation';
  }

  /** @returns `is`: notes as a whole; `holds`: some of it is. */
  #holdsNotes(element: Element, words: readonly string[], heading: string | null): 'is' | 'holds' | null {
    const { units } = this.measures.of(element);
    if (this.measures.of(element).isNoteTarget) return 'is';
    if (isNamedNotes(element, words) && units >= 15) return 'is';
    if (heading !== null && announcesNotes(heading) && this.measures.of(element).hasBlocks) return 'is';
    return this.measures.of(element).holdsNotes ? 'holds' : null;
  }

  /** Titles of other articles, linked, with a few words under each. */
  #isCards(element: Element): boolean {
    const isCard = (part: Element) => {
      const { units, linkUnits, hasLinkedHeading } = this.measures.of(part);
      return units > 0 && units <= MAX_CARD_UNITS && linkUnits > 0 && hasLinkedHeading;
    };
    if (isCard(element)) return true;
    const parts = [...element.children].filter((part) => this.measures.of(part).units > 0);
    const cards = parts.filter(isCard).length;
    return cards >= 2 && cards >= parts.length - 1;
  }

  /** Things of one kind in a row, most of them with a link: pictures of the day, what happens now, other articles. */
  #isRow(element: Element): boolean {
    const kinds = new Map<string, Element[]>();
    for (const part of element.children) {
      if (this.measures.of(part).units === 0 || /^(?:P|TR|TD|H[1-6]|PRE|BLOCKQUOTE)$/i.test(part.tagName)) continue;
      const kind = `${part.tagName} ${part.getAttribute('class') ?? ''}`;
      const alike = kinds.get(kind);
      if (alike) alike.push(part);
      else kinds.set(kind, [part]);
    }
    const total = this.measures.of(element).units;
    for (const parts of kinds.values()) {
      const units = parts.reduce((sum, part) => sum + this.measures.of(part).units, 0);
      const linked = parts.filter((part) => this.measures.of(part).linkUnits > 0).length;
      const isShort = units / parts.length <= MAX_CARD_UNITS;
      if (parts.length >= MIN_ROW && isShort && units >= total * 0.7 && linked >= parts.length * 0.6) return true;
    }
    return false;
  }

  /** Whether a block that is a link stands in a row of such. */
  #isInLinkList(element: Element): boolean {
    const units = (of: Element) => this.measures.of(of).units;
    // A paragraph alone in its element stands for it.
    let block = element;
    while (block.parentElement && units(block.parentElement) === units(block)) block = block.parentElement;
    const isLinked = (other: Element | null): other is Element =>
      other !== null && units(other) > 0 && this.measures.of(other).linkUnits >= units(other) * LINKED;
    let count = 1;
    for (let other = block.previousElementSibling; count < LINK_LIST && isLinked(other); count += 1)
      other = other.previousElementSibling;
    for (let other = block.nextElementSibling; count < LINK_LIST && isLinked(other); count += 1)
      other = other.nextElementSibling;
    return count >= LINK_LIST;
  }

  /** The parts of an element that Readability did not keep; loose text between blocks becomes a part of its own. */
  #parts(parent: Element): Element[] {
    if (!this.measures.of(parent).hasBlocks) return [];
    const parts: Element[] = [];
    let run: Node[] = [];
    const close = () => {
      const [first] = run;
      if (first && run.some((node) => (node.textContent ?? '').trim() !== '')) {
        const wrapper = parent.ownerDocument.createElement('span');
        first.parentNode?.insertBefore(wrapper, first);
        wrapper.append(...run);
        this.measures.add(wrapper);
        parts.push(wrapper);
      }
      run = [];
    };
    for (const node of [...parent.childNodes]) {
      const element = node.nodeType === 1 ? (node as Element) : null;
      if (element && (isBlockElement(element) || this.measures.of(element).hasBlocks)) {
        close();
        parts.push(element);
      } else if (element || node.nodeType === 3) run.push(node);
    }
    close();
    return parts;
  }
}

/** The heading that the title of the page repeats; else the first of the highest. */
function mainHeading(body: Element): Element | null {
  const title = oneLine(body.ownerDocument.querySelector('head > title') ?? body.ownerDocument.createElement('title'));
  const isTitle = (heading: Element) => {
    const text = oneLine(heading);
    return text.length >= MIN_TITLE_UNITS && title.includes(text);
  };
  return [...body.querySelectorAll('h1, h2, h3')].slice(0, 50).find(isTitle) ?? body.querySelector('h1');
}
const MIN_TITLE_UNITS = 8;

/** Who and when: by its name, or in the place where it stands. */
const isByline = (element: Element, words: readonly string[], place: BlockPosition) =>
  words.some((word) => BYLINE_WORDS.has(word)) ||
  (place === 'lead' &&
    (element.matches('time, address, [rel~="author" i]') ||
      element.querySelector('time, address, [rel~="author" i]') !== null));

/** Whether `b` begins behind the beginning of `a`, and is not within it. */
const follows = (a: Element, b: Element) => (a.compareDocumentPosition(b) & FOLLOWING) !== 0 && !a.contains(b);
const FOLLOWING = 4;

const LEAD_WORDS = new Set(
  'lead lede leadin standfirst subtitle subhead subheadline deck dek intro abstract'.split(' '),
);
const BYLINE_WORDS = new Set('byline dateline'.split(' '));
const SMALL_WORDS = new Set('author authors date published credit credits caption'.split(' '));

/** What links of raised marks in the article lead to, with the list that holds it. */
function noteTargets(body: Element, kept: ReadonlySet<Element>): Set<Element> {
  const targets = new Set<Element>();
  const byId = new Map<string, Element>();
  for (const element of body.querySelectorAll('[id], a[name]')) {
    byId.set(element.id || (element.getAttribute('name') ?? ''), element);
  }
  for (const link of body.querySelectorAll('a[href^="#"]')) {
    if (!kept.has(link) || !isNoteMark(link)) continue;
    let target = byId.get(decoded(link.getAttribute('href')?.slice(1) ?? '')) ?? null;
    while (target && !isBlockElement(target)) target = target.parentElement;
    if (!target || target === body || kept.has(target)) continue;
    targets.add(target);
    const list = target.parentElement;
    if (list && /^(?:OL|UL|DL)$/i.test(list.tagName)) targets.add(list);
  }
  return targets;
}

/** `12`, `[3]`, `*`, `iv`, `a`: raised or in brackets. */
function isNoteMark(link: Element): boolean {
  const mark = oneLine(link);
  if (!/^[[(]?(?:\d{1,3}|[*†‡§¶]{1,3}|[a-z]|[ivx]{1,5}|[¹²³⁰⁴-⁹]{1,3})[\])]?$/i.test(mark)) return false;
  return (
    link.closest('sup') !== null ||
    link.querySelector('sup') !== null ||
    !/^[\da-z]+$/i.test(mark) ||
    /note|fn|^#\w{1,4}\d/i.test(link.getAttribute('href') ?? '')
  );
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch (error) {
    if (error instanceof URIError) return fragment;
    throw error;
  }
}

function isDataTable(table: Element): boolean {
  const rows = [...table.querySelectorAll('tr')].slice(0, 100);
  return rows.filter((row) => row.children.length >= 2).length >= 2 && !table.querySelector('table, form');
}
