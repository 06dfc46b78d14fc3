/**
 * Reader of HTML. The page is parsed without scripts and without loading anything, sanitised, and, when it is furnished
 * like a website (menus, sidebars, footers), freed of that furniture. What was left aside is kept beside the text.
 */

import { t } from '../wording/index.js';
import { collectLeftAside, describeLeftAside } from './collect-left-aside.js';
import { decode } from './decode.js';
import { writeBlocks } from './dom-blocks.js';
import { findArticle } from './html-article.js';
import { articleFacts } from './html-bylines.js';
import { unfoldFrames } from './html-frames.js';
import { readHead } from './html-head.js';
import { removeHidden } from './html-hidden.js';
import { describePage } from './html-metadata.js';
import { type AsidePart, measurePage, partitionPage } from './html-partition.js';
import { checkNesting, declaredCharset } from './html-source.js';
import { ParsedTextBuilder, type ReadBytes } from './parsed-file.js';

/** Never text of the document: programs, styles, embedded things, parts of forms. */
const NOT_TEXT =
  'script, style, noscript, template, iframe, frame, frameset, object, embed, applet, svg, math, canvas, audio, video, ' +
  'button, select, textarea, input, option, datalist, dialog';

/** Signs of a website around the document. Pages without any are read whole: extraction would only lose parts. */
const FURNITURE =
  'nav, aside, footer, form, [role=navigation], [role=banner], [role=contentinfo], [role=complementary], ' +
  '[class*=menu i], [class*=sidebar i], [class*=nav i], [class*=footer i], [class*=related i], [class*=comment i], ' +
  '[class*=share i], [class*=advert i], [id*=menu i], [id*=sidebar i], [id*=nav i], [id*=footer i], [id*=comment i]';

export const readHtml: ReadBytes = async (bytes, { charset }) => {
  const { text: html, remark } = decode(bytes, { declared: declaredCharset(bytes), chosen: charset });
  checkNesting(html);
  const { window } = await parse(html);
  const { default: createDOMPurify } = await import('dompurify');
  try {
    const document = window.document;
    const builder = new ParsedTextBuilder();
    const framed = unfoldFrames(document);
    const head = readHead(document, html);
    const hidden = removeHidden(document.body);
    builder.remarks.push(...[remark, framed, head.remark, hidden.remark].filter((text) => text !== null));

    for (const root of [document, ...hidden.elements]) {
      for (const element of root.querySelectorAll(NOT_TEXT)) element.remove();
    }
    // The scripts went with the lines above; DOMPurify is the second lock, over attributes and what parsers miss.
    createDOMPurify(window).sanitize(document.body, {
      IN_PLACE: true,
      USE_PROFILES: { html: true },
      // They say what an element is, and do nothing.
      ADD_ATTR: ['epub:type', 'itemprop', 'pubdate'],
    });

    const article = document.body.querySelector(FURNITURE) ? await findArticle(document) : null;
    const measures = measurePage(document.body, article);
    const parts = article ? partitionPage(document.body, article, measures) : [];
    const leftAside = collectLeftAside([
      ...parts,
      ...hidden.elements.map((element): AsidePart => ({ element, kind: 'hidden' })),
    ]);
    writeBlocks(document.body, builder, new Set(parts.map(({ element }) => element)));
    const leftAsideRemark = describeLeftAside(leftAside);
    if (leftAsideRemark) builder.remarks.push(leftAsideRemark);
    const facts = articleFacts(
      document.body,
      { article, aside: parts, measures },
      head.languages.find((tag) => tag !== '') ?? '',
    );
    const { description, suggestions } = describePage(head, facts);
    const reading = builder.finish(
      description,
      framed ??
        t(
          'This page holds no text. If a program in the page fills it in the browser, print it to PDF there and import that.',
        ),
    );
    return { ...reading, leftAside, suggestions };
  } finally {
    window.close();
  }
};

/** No `runScripts`, no `resources`: jsdom then runs and loads nothing. Its complaints about bad CSS go nowhere. */
async function parse(html: string) {
  const { JSDOM, VirtualConsole } = await import('jsdom');
  return new JSDOM(html, { url: 'about:blank', contentType: 'text/html', virtualConsole: new VirtualConsole() });
}
