/**
 * Where the article of a page is, by Readability, said in elements of the page itself. It is a hint of what to read, not
 * the text to read: Readability drops notes, leads and paragraphs that are links, and `html-partition.ts` brings them back.
 */

export interface ArticleHint {
  /** Elements of the page that Readability kept, its root first among them in the order of the document. */
  readonly kept: ReadonlySet<Element>;
  /** UTF-16 units of text in them, white space collapsed. */
  readonly units: number;
}

/** An article shorter than either is taken for a miss. Units are UTF-16. */
const MIN_ARTICLE_UNITS = 200;
const MIN_ARTICLE_SHARE = 0.1;

/**
 * Each element of the copy bears an attribute of its own name. Readability replaces and merges elements, but keeps the
 * attributes of both; a value under one name would be overwritten.
 */
const MARK = 'data-fonds-';

/** @returns null when no article of a plausible size is found. The document is left as it was. */
export async function findArticle(document: Document): Promise<ArticleHint | null> {
  const { Readability } = await import('@mozilla/readability');
  const copy = document.cloneNode(true) as Document;
  const elements = [...document.body.querySelectorAll('*')];
  let index = 0;
  for (const element of copy.body.querySelectorAll('*')) {
    element.setAttribute(`${MARK}${index}`, '');
    index += 1;
  }
  const found = new Readability<Element>(copy, { serializer: (node) => node as Element, disableJSONLD: true }).parse();
  if (!found?.content) return null;
  const units = visibleUnits(found.content);
  if (units < MIN_ARTICLE_UNITS || units < visibleUnits(document.body) * MIN_ARTICLE_SHARE) return null;
  const kept = new Set<number>();
  for (const element of [found.content, ...found.content.querySelectorAll('*')]) {
    for (const name of element.getAttributeNames())
      if (name.startsWith(MARK)) kept.add(Number(name.slice(MARK.length)));
  }
  return { kept: new Set(elements.filter((_, at) => kept.has(at))), units };
}

const visibleUnits = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim().length;
