/**
 * XML of office documents as a tree. Names carry the usual prefix of their namespace, whichever the file uses. Nothing
 * is fetched, and documents that declare entities are refused.
 */
import { SaxesParser } from 'saxes';
import { t } from '../../wording/index.js';
import { fileUnreadable } from '../parsed-file.js';
import type { Container } from '../zip/read-container.js';

export interface OfficeXmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (OfficeXmlElement | string)[];
}

/** Beyond this a tree cannot be walked; no program writes it. */
const MAX_DEPTH = 500;
const MAX_UNITS = 80 * 1024 * 1024;

const OOXML = 'http://schemas.openxmlformats.org/';
const STRICT = 'http://purl.oclc.org/ooxml/';
const OPEN_DOCUMENT = 'urn:oasis:names:tc:opendocument:xmlns:';
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ...[OOXML, STRICT].flatMap((base): [string, string][] => {
    const year = base === OOXML ? '/2006' : '';
    return [
      [`${base}wordprocessingml${year}/main`, 'w'],
      [`${base}spreadsheetml${year}/main`, 'x'],
      [`${base}presentationml${year}/main`, 'p'],
      [`${base}drawingml${year}/main`, 'a'],
      [`${base}officeDocument${year}/relationships`, 'r'],
      [`${base}officeDocument${year}/math`, 'm'],
    ];
  }),
  [`${OOXML}package/2006/relationships`, 'rel'],
  [`${OOXML}package/2006/metadata/core-properties`, 'cp'],
  [`${OOXML}drawingml/2006/picture`, 'pic'],
  [`${OOXML}drawingml/2006/chart`, 'c'],
  [`${OOXML}drawingml/2006/diagram`, 'dgm'],
  [`${OOXML}markup-compatibility/2006`, 'mc'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingShape', 'wps'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://www.w3.org/2001/04/xmlenc#', 'enc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  ['http://www.idpf.org/2007/opf', 'opf'],
  ['urn:oasis:names:tc:opendocument:xmlns:container', 'ocf'],
  ['http://www.daisy.org/z3986/2005/ncx/', 'ncx'],
  ['http://www.w3.org/1999/xlink', 'xlink'],
  [`${OPEN_DOCUMENT}office:1.0`, 'office'],
  [`${OPEN_DOCUMENT}text:1.0`, 'text'],
  [`${OPEN_DOCUMENT}table:1.0`, 'table'],
  [`${OPEN_DOCUMENT}drawing:1.0`, 'draw'],
  [`${OPEN_DOCUMENT}style:1.0`, 'style'],
  [`${OPEN_DOCUMENT}meta:1.0`, 'meta'],
  [`${OPEN_DOCUMENT}presentation:1.0`, 'presentation'],
  [`${OPEN_DOCUMENT}manifest:1.0`, 'manifest'],
  [`${OPEN_DOCUMENT}script:1.0`, 'script'],
]);

interface MutableElement {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: (OfficeXmlElement | string)[];
}

/** @returns the root. @throws FondsError `FILE_UNREADABLE` when it is no XML, or XML that is made to harm. */
export function parseXml(bytes: Uint8Array, part: string): OfficeXmlElement {
  const source = decodeXml(bytes);
  if (source.length > MAX_UNITS)
    throw fileUnreadable(t('The part {part} of this file is too large to be read.', { part }));
  const parser = new SaxesParser({ xmlns: false, position: false });
  const root: MutableElement = { name: '', attributes: {}, children: [] };
  const open: MutableElement[] = [root];
  const scopes: ReadonlyMap<string, string>[] = [new Map()];
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/i.test(doctype)) {
      throw fileUnreadable(
        t('The part {part} of this file declares entities, which documents of this kind never do. It was not read.', {
          part,
        }),
      );
    }
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > MAX_DEPTH) throw fileUnreadable(t('The parts of this file are nested too deeply to be read.'));
    const scope = scopeOf(attributes, scopes.at(-1) ?? new Map());
    scopes.push(scope);
    const element: MutableElement = { name: canonical(name, scope, true), attributes: {}, children: [] };
    for (const key in attributes) {
      if (!key.startsWith('xmlns')) element.attributes[canonical(key, scope, false)] = attributes[key] ?? '';
    }
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  const text = (words: string) => {
    if (open.length > 1) open.at(-1)?.children.push(words);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', () => {
    open.pop();
    scopes.pop();
  });
  parser.on('error', (error) => {
    throw fileUnreadable(
      t(
        'The part {part} of this file is damaged ({reason}). Open the file in the program that made it and save it again, then import that.',
        { part, reason: error.message },
      ),
    );
  });
  parser.write(source).close();
  return root.children.find((child) => typeof child !== 'string') ?? root;
}

/** XML of these formats is UTF-8, or UTF-16 with its mark. */
function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}

function scopeOf(attributes: Readonly<Record<string, string>>, outer: ReadonlyMap<string, string>) {
  let scope: Map<string, string> | null = null;
  for (const key in attributes) {
    if (!key.startsWith('xmlns')) continue;
    const prefix = PREFIXES.get(attributes[key] ?? '');
    scope ??= new Map(outer);
    const own = key === 'xmlns' ? '' : key.slice('xmlns:'.length);
    scope.set(own, prefix ?? own);
  }
  return scope ?? outer;
}

function canonical(name: string, scope: ReadonlyMap<string, string>, isElement: boolean): string {
  const colon = name.indexOf(':');
  if (colon < 0) {
    // An attribute without a prefix has no namespace.
    const prefix = isElement ? scope.get('') : undefined;
    return prefix ? `${prefix}:${name}` : name;
  }
  const own = name.slice(0, colon);
  return `${scope.get(own) ?? own}${name.slice(colon)}`;
}

/** @returns the root of a part; null when the container has no such part. */
export async function xmlPart(container: Container, name: string): Promise<OfficeXmlElement | null> {
  const bytes = await container.bytes(name);
  return bytes ? parseXml(bytes, name) : null;
}

export function* elementsOf(parent: OfficeXmlElement | null | undefined, name?: string): Iterable<OfficeXmlElement> {
  for (const child of parent?.children ?? []) {
    if (typeof child !== 'string' && (name === undefined || child.name === name)) yield child;
  }
}

export function childOf(parent: OfficeXmlElement | null | undefined, name: string): OfficeXmlElement | null {
  for (const child of elementsOf(parent, name)) return child;
  return null;
}

/** Elements of that name at any depth, in document order; what stands inside one of them is not looked at again. */
export function* descendantsOf(parent: OfficeXmlElement | null | undefined, name: string): Iterable<OfficeXmlElement> {
  for (const child of elementsOf(parent)) {
    if (child.name === name) yield child;
    else yield* descendantsOf(child, name);
  }
}

export const textOf = (element: OfficeXmlElement | null | undefined): string =>
  (element?.children ?? []).map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
