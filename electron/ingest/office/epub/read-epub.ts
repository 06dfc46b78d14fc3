/** Reader of e-books (EPUB): the chapters in the order in which the book is read, each as a page of HTML. */
import { posix } from 'node:path';
import { t } from '../../../wording/index.js';
import { chooseDescription } from '../../choose-description.js';
import { collectLeftAside, describeLeftAside } from '../../collect-left-aside.js';
import { decode } from '../../decode.js';
import { writeBlocks } from '../../dom-blocks.js';
import { removeHidden } from '../../html-hidden.js';
import type { AsidePart } from '../../html-partition.js';
import { checkNesting } from '../../html-source.js';
import { fileUnreadable, ParsedTextBuilder, type ReadBytes } from '../../parsed-file.js';
import { type Container, openContainer } from '../../zip/read-container.js';
import { childOf, descendantsOf, elementsOf, type OfficeXmlElement, textOf, xmlPart } from '../xml-tree.js';

const NOT_TEXT =
  'script, style, noscript, template, iframe, object, embed, svg, math, canvas, audio, video, nav[hidden]';
/** Fonts may be disguised without the book being locked. */
const DISGUISED_FONT = /\.(?:otf|ttf|woff2?|ttc)$/i;

export const readEpub: ReadBytes = async (bytes) => {
  const container = await openContainer(bytes);
  await refuseLocked(container);
  const { packageName, book } = await openBook(container);
  const chapters = chaptersOf(book, posix.dirname(packageName));
  const builder = new ParsedTextBuilder();
  const hidden: AsidePart[] = [];
  const missing: string[] = [];
  let pictures = 0;
  const { JSDOM, VirtualConsole } = await import('jsdom');
  const { default: createDOMPurify } = await import('dompurify');
  for (const name of chapters) {
    const part = await container.bytes(name);
    if (!part) {
      missing.push(posix.basename(name));
      continue;
    }
    const { text } = decode(part, { declared: 'utf-8' });
    checkNesting(text);
    const { window } = new JSDOM(text.replace(/<(script|style|title|textarea)([^>]*)\/>/gi, '<$1$2></$1>'), {
      url: 'about:blank',
      contentType: 'text/html',
      virtualConsole: new VirtualConsole(),
    });
    const { body } = window.document;
    hidden.push(...removeHidden(body).elements.map((element): AsidePart => ({ element, kind: 'hidden' })));
    pictures += body.querySelectorAll('img, svg').length;
    for (const element of body.querySelectorAll(NOT_TEXT)) element.remove();
    createDOMPurify(window).sanitize(body, { IN_PLACE: true, USE_PROFILES: { html: true }, ADD_ATTR: ['epub:type'] });
    writeBlocks(body, builder);
  }
  if (missing.length > 0) {
    builder.remarks.push(
      t('Chapters that the book names are missing in its file: {names}.', { names: missing.slice(0, 8).join(', ') }),
    );
  }
  if (pictures > 0) {
    builder.remarks.push(t('{count, plural, one {# picture} other {# pictures}} not read.', { count: pictures }));
  }
  const leftAside = collectLeftAside(hidden);
  const aside = describeLeftAside(leftAside);
  if (aside) builder.remarks.push(aside);
  const reading = builder.finish(descriptionOf(book), t('This book holds no text: its pages are pictures, or empty.'));
  return { ...reading, leftAside };
};

async function openBook(container: Container): Promise<{ packageName: string; book: OfficeXmlElement }> {
  const entry = await xmlPart(container, 'META-INF/container.xml');
  for (const { attributes } of descendantsOf(entry, 'ocf:rootfile')) {
    const packageName = attributes['full-path'] ?? '';
    const book = await xmlPart(container, packageName);
    if (book) return { packageName, book };
  }
  throw fileUnreadable(
    t('This e-book does not say which chapters it has: it is damaged. Get it again, and import that.'),
  );
}

async function refuseLocked(container: Container): Promise<void> {
  const encryption = await xmlPart(container, 'META-INF/encryption.xml');
  for (const { attributes } of descendantsOf(encryption, 'enc:CipherReference')) {
    if (!DISGUISED_FONT.test(attributes.URI ?? '')) {
      throw fileUnreadable(t('This e-book is locked by its seller (DRM), so that nothing else can read it.'));
    }
  }
}

/** Names of parts, in the order of reading. */
function chaptersOf(book: OfficeXmlElement, folder: string): string[] {
  const files = new Map<string, string>();
  for (const { attributes } of descendantsOf(book, 'opf:item')) {
    if (/html/.test(attributes['media-type'] ?? '')) files.set(attributes.id ?? '', attributes.href ?? '');
  }
  return [...descendantsOf(book, 'opf:itemref')].flatMap(({ attributes }) => {
    const href = files.get(attributes.idref ?? '');
    return href === undefined ? [] : [posix.join(folder, unescaped(href.replace(/#.*$/, '')))];
  });
}

function unescaped(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    // A percent sign that escapes nothing is part of the name.
    return address;
  }
}

function descriptionOf(book: OfficeXmlElement) {
  const metadata = childOf(book, 'opf:metadata');
  const all = (name: string) => [...elementsOf(metadata, name)].map((element) => textOf(element));
  return chooseDescription({
    title: all('dc:title'),
    creators: all('dc:creator'),
    language: all('dc:language'),
    datePublished: all('dc:date').map((date) => date.slice(0, 10)),
  });
}
