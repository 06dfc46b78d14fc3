/** What a page says of itself in its head: `meta` elements, JSON-LD, title, addresses. Read before its scripts go. */

import { t } from '../wording/index.js';
import { type LinkedArticle, linkedArticle, linkedData } from './json-ld.js';

export interface PageHead {
  readonly linked: LinkedArticle | null;
  /** By name in lower case, in the order of the page: `name`, `property`, `itemprop` or `http-equiv`. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  /** Of the `title` element, without the site's name where the main heading shows where that begins. */
  readonly titles: readonly string[];
  readonly languages: readonly string[];
  readonly urls: readonly string[];
  /** What of it cannot be read. */
  readonly remark: string | null;
}

/** @param html the page as it was written, for the comment browsers leave in saved pages. */
export function readHead(document: Document, html: string): PageHead {
  const meta = metaOf(document);
  const metaValues = (name: string) => meta.get(name) ?? [];
  const texts = (selector: string) =>
    [...document.querySelectorAll(selector)].slice(0, 20).map((element) => element.textContent ?? '');
  const headings = texts('h1');
  const titles = withoutSite(texts('head > title'), headings);
  const urls = [
    attribute(document, 'link[rel~=canonical]', 'href'),
    ...metaValues('og:url'),
    ...metaValues('citation_public_url'),
    ...metaValues('citation_abstract_html_url'),
    savedFrom(html),
  ].filter((url) => url !== '');
  const data = linkedData(document);
  return {
    linked: linkedArticle(data, { urls, titles: [...headings, ...titles, ...metaValues('og:title')] }),
    meta,
    titles,
    languages: [
      attribute(document, 'html', 'lang'),
      attribute(document, 'html', 'xml:lang'),
      ...metaValues('citation_language'),
      ...metaValues('dc.language'),
      ...metaValues('dcterms.language'),
      ...metaValues('og:locale'),
      ...metaValues('content-language'),
    ],
    urls,
    remark:
      data.broken === 0
        ? null
        : t(
            '{broken, plural, one {# description} other {# descriptions}} of the page for machines (JSON-LD) cannot be read: an author or a date in it is passed over.',
            { broken: data.broken },
          ),
  };
}

function metaOf(document: Document): Map<string, string[]> {
  const meta = new Map<string, string[]>();
  for (const element of document.querySelectorAll('meta[content]')) {
    const content = element.getAttribute('content') ?? '';
    const names = ['name', 'property', 'itemprop', 'http-equiv'].flatMap((key) =>
      (element.getAttribute(key) ?? '').toLowerCase().split(/\s+/),
    );
    for (const name of new Set(names.map((written) => written.replace(/^(dc|dcterms?):/, '$1.')))) {
      if (name === '') continue;
      const existing = meta.get(name);
      if (existing) existing.push(content);
      else meta.set(name, [content]);
    }
  }
  return meta;
}

/** Sites add their own name (`Ferry talks | The Harbour Post`); the main heading shows where the title ends. */
export function withoutSite(titles: readonly string[], headings: readonly string[]): string[] {
  const heading = headings.map((text) => text.replace(/\s+/g, ' ').trim()).find((text) => text.length > 2);
  const startsAlike = heading !== undefined && titles[0]?.replace(/\s+/g, ' ').trim().startsWith(heading);
  return startsAlike ? [heading] : [...titles, ...headings];
}

const attribute = (document: Document, selector: string, name: string) =>
  document.querySelector(selector)?.getAttribute(name) ?? '';

/** Browsers write where a page came from: `<!-- saved from url=(0023)https://example.org/ -->`. */
const savedFrom = (html: string) => /<!--\s*saved from url=\(\d+\)(\S+?)\s*-->/i.exec(html.slice(0, 4096))?.[1] ?? '';
