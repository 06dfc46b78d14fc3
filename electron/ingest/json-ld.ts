/**
 * What a page says of its article in JSON-LD (schema.org). Lists of other articles, comments and reviews in it are not
 * looked into; of several articles the one is taken that is this page's.
 */

export interface LinkedArticle {
  readonly titles: readonly string[];
  readonly authors: readonly string[];
  readonly dates: readonly string[];
  readonly languages: readonly string[];
  readonly publishers: readonly string[];
  /** False when the page tells of several articles, and none of them surely is its own. */
  readonly isThisPage: boolean;
}

const MAX_SCRIPT_UNITS = 2_000_000;
const MAX_NODES = 2_000;
const MAX_DEPTH = 6;

/** Types of schema.org whose author and date are those of a text. */
const ARTICLE =
  /(?:Article|Posting|Report|Thesis|Book|Chapter|Letter|Manuscript|Legislation|Review|Message|Speech|Conversation|Recipe)$/;
const PAGE = /(?:WebPage|CreativeWork|ItemPage|AboutPage|ProfilePage|QAPage|FAQPage|ArchiveComponent|DigitalDocument)$/;
/** Where an article may lie within what is said of the page. */
const WITHIN = ['@graph', 'mainEntity', 'mainEntityOfPage'] as const;

type JsonLdNode = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is JsonLdNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export interface LinkedData {
  readonly values: readonly unknown[];
  /** Scripts that cannot be read. */
  readonly broken: number;
}

export function linkedData(document: Document): LinkedData {
  const scripts = [...document.querySelectorAll('script[type="application/ld+json" i]')]
    .map((script) => script.textContent ?? '')
    .filter((script) => script.trim() !== '');
  const values = scripts.map(parsed).filter((value) => value !== undefined);
  return { values, broken: scripts.length - values.length };
}

/** @param own addresses and titles by which the page is known. @returns null when nothing is said. */
export function linkedArticle(
  { values }: LinkedData,
  own: { readonly urls: readonly string[]; readonly titles: readonly string[] },
): LinkedArticle | null {
  const nodes: JsonLdNode[] = [];
  for (const value of values) collect(value, nodes, 0);
  const byId = new Map(nodes.flatMap((node) => strings(node['@id']).map((id): [string, JsonLdNode] => [id, node])));
  const ofType = (type: RegExp) => nodes.filter((node) => typesOf(node).some((name) => type.test(name)));
  const articles = ofType(ARTICLE);
  const pages = ofType(PAGE);
  const isOwn = (node: JsonLdNode) =>
    addressesOf(node).some((address) => own.urls.some((url) => sameAddress(address, url))) ||
    titlesOf(node).some((title) => own.titles.some((known) => sameTitle(title, known)));
  const article = articles.find(isOwn) ?? articles[0] ?? pages.find(isOwn) ?? pages[0];
  if (!article) return null;
  const among = articles.length > 0 ? articles : pages;
  // Of a page that says nothing of its author the publisher is still known.
  const page = pages.find((node) => node !== article);
  const from = (...keys: string[]) =>
    keys.map((key) => names(article[key], byId)).find((found) => found.length > 0) ?? [];
  return {
    titles: titlesOf(article),
    authors: from('author', 'creator'),
    dates: [article.datePublished, article.dateCreated, article.uploadDate].flatMap(strings),
    languages: [article.inLanguage, page?.inLanguage].flatMap(strings),
    publishers: [...names(article.publisher, byId), ...names(page?.publisher, byId)],
    isThisPage: among.length === 1 || isOwn(article),
  };
}

function collect(value: unknown, nodes: JsonLdNode[], depth: number): void {
  if (nodes.length >= MAX_NODES || depth > MAX_DEPTH) return;
  for (const node of Array.isArray(value) ? value : [value]) {
    if (!isNode(node)) continue;
    nodes.push(node);
    for (const key of WITHIN) collect(node[key], nodes, depth + 1);
    // People and publishers are named once, and referred to by their id.
    for (const key of ['author', 'creator', 'publisher']) {
      for (const inner of [node[key]].flat()) if (isNode(inner) && inner['@id'] && inner.name) nodes.push(inner);
    }
  }
}

/** Systems wrap their data in comments, and leave line breaks in strings. @returns undefined for what cannot be read. */
function parsed(script: string): unknown {
  if (script.length > MAX_SCRIPT_UNITS) return undefined;
  const bare = script
    .trim()
    .replace(
      /^(?:\/\*[\s*]*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[|<!--|\/\*.{0,200}?\*\/|\/\/[^\n]{0,200}\n)\s*/s,
      '',
    )
    .replace(/\s*(?:\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>|(?:\/\/\s*)?-->|;)$/s, '');
  for (const text of [
    bare,
    bare.replace(/\p{Cc}+/gu, ' '),
    bare.replace(/\p{Cc}+/gu, ' ').replace(/,\s*([}\]])/g, '$1'),
  ]) {
    try {
      return JSON.parse(text);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return undefined;
}

const strings = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((entry) => typeof entry === 'string').map(unescaped);

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: ' ' };
/** Templates escape their values as if they stood in HTML. */
const unescaped = (text: string) =>
  text.replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|(amp|quot|apos|lt|gt|nbsp));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

const typesOf = (node: JsonLdNode) => strings(node['@type']);
const titlesOf = (node: JsonLdNode) => [...strings(node.headline), ...strings(node.name)];
const addressesOf = (node: JsonLdNode): string[] => [
  ...strings(node.url),
  ...strings(node['@id']),
  ...[node.mainEntityOfPage]
    .flat()
    .flatMap((page) => (isNode(page) ? [...strings(page['@id']), ...strings(page.url)] : strings(page))),
];

function names(value: unknown, byId: ReadonlyMap<string, JsonLdNode>): string[] {
  return [value].flat().flatMap((entry) => {
    if (typeof entry === 'string') return byId.has(entry) ? strings(byId.get(entry)?.name) : strings(entry);
    if (!isNode(entry)) return [];
    const named = strings(entry.name);
    if (named.length > 0) return named;
    const whole = [entry.givenName, entry.familyName].flatMap(strings).join(' ');
    return whole ? [whole] : strings(entry['@id']).flatMap((id) => strings(byId.get(id)?.name));
  });
}

const sameTitle = (a: string, b: string) => keyOf(a) === keyOf(b) && keyOf(a) !== '';
const keyOf = (title: string) =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function sameAddress(a: string, b: string): boolean {
  const bare = (url: string) =>
    url
      .replace(/^https?:\/\/(?:www\.)?/i, '')
      .replace(/[#?].*$/, '')
      .replace(/\/$/, '');
  return bare(a) !== '' && bare(a) === bare(b);
}
