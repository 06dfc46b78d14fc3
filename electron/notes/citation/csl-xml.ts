/**
 * CSL as XML, read into the tree that citeproc takes. Document types and entities are refused, nesting is bounded and
 * nothing is ever fetched: a style may come from anywhere.
 */
import { SaxesParser } from 'saxes';
import { FondsError } from '../../contract/index.js';
import { t } from '../../wording/index.js';

export interface CslElement {
  readonly name: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: readonly (CslElement | string)[];
  /** Where it begins, from 1. */
  readonly line: number;
}

interface ElementBuilder extends CslElement {
  readonly children: (CslElement | string)[];
}

const MAX_LEVELS = 200;
const CHUNK = 1_024;

export const styleInvalid = (what: string, line?: number): FondsError =>
  new FondsError(
    'STYLE_INVALID',
    line === undefined
      ? t('This is no citation style that Fonds can use: {what}', { what })
      : t('Line {line}: {what}', { line, what }),
    line === undefined ? {} : { line },
  );

/** @returns the root element; comments and white space between elements are left out. @throws FondsError STYLE_INVALID. */
export function readCslXml(xml: string): CslElement {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const open: ElementBuilder[] = [];
  let root: CslElement | null = null;
  parser.on('error', (error) => {
    const [, line, what] = /^(?:.*?:)?(\d+):\d+: (.*)$/.exec(error.message) ?? [];
    throw styleInvalid(t('the XML is broken: {what}', { what: what ?? error.message }), Number(line ?? parser.line));
  });
  parser.on('doctype', () => {
    throw styleInvalid(
      t('a document type is declared. A citation style has none; remove the <!DOCTYPE …> line.'),
      parser.line,
    );
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length >= MAX_LEVELS)
      throw styleInvalid(t('more than {MAX_LEVELS} elements within each other.', { MAX_LEVELS }), parser.line);
    const attrs = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, String(value)]));
    const element: ElementBuilder = { name, attrs, children: [], line: parser.line };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('text', (text) => {
    if (text.trim() !== '') open.at(-1)?.children.push(text);
  });
  parser.on('closetag', () => {
    const closed = open.pop();
    // citeproc looks into a term for its words.
    if (closed?.name === 'term' && closed.children.length === 0) closed.children.push('');
  });
  parser.write(xml).close();
  if (!root) throw styleInvalid(t('the file is empty.'));
  return root;
}

/** Every element at and below, in the order of the file. */
export function* elementsOf(element: CslElement): Generator<CslElement> {
  yield element;
  for (const child of element.children) if (typeof child !== 'string') yield* elementsOf(child);
}

export const childOf = (element: CslElement, name: string): CslElement | undefined =>
  element.children.find((child): child is CslElement => typeof child !== 'string' && child.name === name);

export const textOf = (element: CslElement | undefined): string =>
  (element?.children ?? [])
    .filter((child) => typeof child === 'string')
    .join('')
    .trim();

/** Of the first element alone, without reading the rest. @returns null when it has no such attribute. */
export function rootAttribute(xml: string, name: string): string | null {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let found: string | null = null;
  let isRead = false;
  parser.on('error', () => {
    isRead = true;
  });
  parser.on('opentag', ({ attributes }) => {
    if (!isRead) found = attributes[name] ?? null;
    isRead = true;
  });
  for (let at = 0; at < xml.length && !isRead; at += CHUNK) parser.write(xml.slice(at, at + CHUNK));
  return found;
}
