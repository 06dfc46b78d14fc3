/** What an HTML page says of itself: meta elements, JSON-LD, `time`, canonical address. Candidates in order of trust. */

export interface HtmlMetadata {
  readonly title: string[];
  readonly creators: string[];
  readonly siteNames: string[];
  readonly language: string[];
  readonly datePublished: string[];
  readonly url: string[];
}

/** @param html the page as it was written, for the comment browsers leave in saved pages. */
export function metadataOf(document: Document, html: string): HtmlMetadata {
  const meta = (...names: string[]) => names.flatMap((name) => metaContents(document, name));
  const linked = linkedData(document);
  const texts = (selector: string) =>
    [...document.querySelectorAll(selector)].map((element) => element.textContent ?? '');
  const authors = [
    ...meta('author', 'dc.creator', 'dcterms.creator', 'citation_author', 'article:author'),
    ...linked.authors,
  ];
  return {
    title: [
      ...meta('og:title', 'citation_title', 'dc.title'),
      ...linked.headlines,
      ...withoutSite(texts('head > title'), texts('h1')),
    ],
    creators: (authors.length > 0 ? authors : texts('[rel=author], [itemprop=author], .byline'))
      .map(withoutBy)
      .filter(isName),
    siteNames: [...meta('og:site_name', 'application-name'), ...linked.publishers],
    language: [
      attribute(document, 'html', 'lang'),
      attribute(document, 'html', 'xml:lang'),
      ...meta('og:locale', 'content-language'),
    ],
    datePublished: [
      ...meta(
        'article:published_time',
        'datepublished',
        'citation_publication_date',
        'dc.date',
        'dcterms.date',
        'pubdate',
        'date',
      ),
      ...linked.dates,
      ...[...document.querySelectorAll('time')].map((time) => time.getAttribute('datetime') ?? time.textContent ?? ''),
    ].map((value) => value.trim().replaceAll('/', '-')),
    url: [attribute(document, 'link[rel=canonical]', 'href'), ...meta('og:url'), savedFrom(html)],
  };
}

/** Sites add their own name (`Ferry talks | The Harbour Post`); the main heading shows where the title ends. */
function withoutSite(titles: readonly string[], headings: readonly string[]): string[] {
  const heading = headings.map((text) => text.replace(/\s+/g, ' ').trim()).find((text) => text.length > 2);
  const startsAlike = heading !== undefined && titles[0]?.replace(/\s+/g, ' ').trim().startsWith(heading);
  return startsAlike ? [heading] : [...titles, ...headings];
}

function metaContents(document: Document, name: string): string[] {
  const found: string[] = [];
  for (const element of document.querySelectorAll('meta[content]')) {
    const key =
      element.getAttribute('name') ??
      element.getAttribute('property') ??
      element.getAttribute('itemprop') ??
      element.getAttribute('http-equiv');
    if (key?.trim().toLowerCase() === name) found.push(element.getAttribute('content') ?? '');
  }
  return found;
}

const attribute = (document: Document, selector: string, name: string) =>
  document.querySelector(selector)?.getAttribute(name) ?? '';

/** Browsers write where a page came from: `<!-- saved from url=(0023)https://example.org/ -->`. */
const savedFrom = (html: string) => /<!--\s*saved from url=\(\d+\)(\S+?)\s*-->/i.exec(html.slice(0, 4096))?.[1] ?? '';

const withoutBy = (name: string) => name.replace(/^\s*by[:\s]+/i, '');
/** `article:author` is often the address of a profile. */
const isName = (name: string) => name.trim() !== '' && name.length < 300 && !/^\s*https?:/i.test(name);

interface LinkedData {
  readonly headlines: string[];
  readonly authors: string[];
  readonly dates: string[];
  readonly publishers: string[];
}

const ARTICLE_TYPES = /(Article|BlogPosting|Report|WebPage|CreativeWork|Book|Thesis)$/;

function linkedData(document: Document): LinkedData {
  const data: LinkedData = { headlines: [], authors: [], dates: [], publishers: [] };
  for (const script of document.querySelectorAll('script[type="application/ld+json" i]')) {
    for (const node of nodesOf(parsed(script.textContent ?? ''))) {
      if (!strings(node['@type']).some((type) => ARTICLE_TYPES.test(type))) continue;
      data.headlines.push(...strings(node.headline));
      data.dates.push(...strings(node.datePublished));
      data.authors.push(...names(node.author));
      data.publishers.push(...names(node.publisher));
    }
  }
  return data;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    // Broken JSON-LD is common, and only a hint is lost.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

function nodesOf(value: unknown): Node[] {
  const top = (Array.isArray(value) ? value : [value]).filter(isNode);
  return top.flatMap((node) => [node, ...(Array.isArray(node['@graph']) ? node['@graph'].filter(isNode) : [])]);
}

const strings = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((entry) => typeof entry === 'string');

const names = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((entry) => (isNode(entry) ? strings(entry.name) : strings(entry)));
