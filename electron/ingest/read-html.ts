/**
 * Reader of HTML. The page is parsed without scripts and without loading anything, sanitised, and, when it is
 * furnished like a website (menus, sidebars, footers), cut down to its article. What was left aside is said.
 */
import { decode } from './decode.js';
import { describeFrom } from './description.js';
import { writeBlocks } from './dom-blocks.js';
import { metadataOf } from './html-metadata.js';
import { checkNesting, declaredCharset } from './html-source.js';
import { counted, type ReadBytes, ReadingBuilder } from './reading.js';

/** Never text of the document: programs, styles, embedded things, parts of forms. */
const NOT_TEXT =
  'script, style, noscript, template, iframe, frame, frameset, object, embed, applet, svg, math, canvas, audio, video, ' +
  'button, select, textarea, input, option, datalist, dialog';

/** Signs of a website around the document. Pages without any are read whole: extraction would only lose parts. */
const FURNITURE =
  'nav, aside, footer, form, [role=navigation], [role=banner], [role=contentinfo], [role=complementary], ' +
  '[class*=menu i], [class*=sidebar i], [class*=nav i], [class*=footer i], [class*=related i], [class*=comment i], ' +
  '[class*=share i], [class*=advert i], [id*=menu i], [id*=sidebar i], [id*=nav i], [id*=footer i], [id*=comment i]';

/** An article shorter than either is taken for a miss. Units are UTF-16. */
const MIN_ARTICLE_UNITS = 200;
const MIN_ARTICLE_SHARE = 0.1;

export const readHtml: ReadBytes = async (bytes, { charset }) => {
  const { text: html, remark } = decode(bytes, { declared: declaredCharset(bytes), chosen: charset });
  checkNesting(html);
  const { window } = await parse(html);
  const { default: createDOMPurify } = await import('dompurify');
  try {
    const document = window.document;
    const metadata = metadataOf(document, html);
    const builder = new ReadingBuilder();
    if (remark) builder.remarks.push(remark);

    for (const element of document.querySelectorAll(NOT_TEXT)) element.remove();
    // The scripts went with the line above; DOMPurify is the second lock, over attributes and what parsers miss.
    createDOMPurify(window).sanitize(document.body, { IN_PLACE: true, USE_PROFILES: { html: true } });

    const article = document.body.querySelector(FURNITURE) ? await extractArticle(document) : null;
    if (article) {
      if (article.heading) builder.block({ kind: 'heading', level: 1 }, article.heading);
      writeBlocks(article.content, builder);
      builder.remarks.push(
        `The article was taken out of the page; ${counted(article.leftAsideUnits, 'character')} of menus and other surroundings were left aside.`,
      );
    } else {
      writeBlocks(document.body, builder);
    }
    return builder.finish(
      describeFrom({
        ...metadata,
        creators:
          metadata.creators.length > 0
            ? metadata.creators
            : [article?.byline, ...metadata.siteNames].filter(Boolean).slice(0, 1),
      }),
      'This page holds no text. If a program in the page fills it in the browser, print it to PDF there and import that.',
    );
  } finally {
    window.close();
  }
};

/** No `runScripts`, no `resources`: jsdom then runs and loads nothing. Its complaints about bad CSS go nowhere. */
async function parse(html: string) {
  const { JSDOM, VirtualConsole } = await import('jsdom');
  return new JSDOM(html, { url: 'about:blank', contentType: 'text/html', virtualConsole: new VirtualConsole() });
}

interface Article {
  readonly content: Element;
  /** The main heading, when extraction took it for a mere title and dropped it. */
  readonly heading: string | null;
  readonly byline: string | null;
  readonly leftAsideUnits: number;
}

/** @returns null when no article of a plausible size is found. The document is left as it was. */
async function extractArticle(document: Document): Promise<Article | null> {
  const { Readability } = await import('@mozilla/readability');
  const wholeUnits = visibleUnits(document.body);
  const copy = document.cloneNode(true) as Document;
  for (const heading of copy.querySelectorAll('h1')) heading.setAttribute(WAS_MAIN_HEADING, '');
  const found = new Readability<Element>(copy, { serializer: (node) => node as Element, disableJSONLD: true }).parse();
  if (!found?.content) return null;
  const content = found.content;
  restoreMainHeadings(content);
  const units = visibleUnits(content);
  if (units < MIN_ARTICLE_UNITS || units < wholeUnits * MIN_ARTICLE_SHARE) return null;
  const mainHeading = oneLine(document.querySelector('h1')?.textContent);
  const heading = mainHeading !== '' && !oneLine(content.textContent).includes(mainHeading) ? mainHeading : null;
  return {
    content,
    heading,
    byline: found.byline ?? null,
    leftAsideUnits: Math.max(0, wholeUnits - units - (heading?.length ?? 0)),
  };
}

const WAS_MAIN_HEADING = 'data-main-heading';

/** Readability makes every `h1` an `h2`; the level is part of the document's structure. */
function restoreMainHeadings(content: Element): void {
  for (const demoted of content.querySelectorAll(`h2[${WAS_MAIN_HEADING}]`)) {
    const heading = content.ownerDocument.createElement('h1');
    heading.append(...demoted.childNodes);
    demoted.replaceWith(heading);
  }
}

const oneLine = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
const visibleUnits = (element: Element) => oneLine(element.textContent).length;
