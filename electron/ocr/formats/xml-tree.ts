/** XML of others as a small tree, read by saxes: without documents from outside, and within limits. */
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { FondsError } from '../../contract/index.js';
import { t } from '../../wording/index.js';

export interface LayoutElement {
  /** Without its prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly LayoutElement[];
  /** All text in it, in order. */
  readonly text: string;
}

const DEEPEST = 200;
const MOST_ELEMENTS = 4_000_000;
/** Letters of Latin-1 by their names in HTML, which hOCR may use and nobody declares; from U+00A0 on. */
const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
const ENTITIES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(LATIN_1.split(' ').map((name, index) => [name, String.fromCharCode(0xa0 + index)])),
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  hellip: '…',
};

interface OpenLayoutElement {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: LayoutElement[];
  text: string;
}

/** @throws FondsError FILE_UNREADABLE when it is not well formed, or nested or large beyond reason. */
export function readXml(xml: string): LayoutElement {
  const parser = new SaxesParser();
  Object.assign(parser.ENTITIES, ENTITIES);
  const open: OpenLayoutElement[] = [];
  let root: LayoutElement | null = null;
  let count = 0;
  parser.on('error', (error) => {
    throw unreadable(
      t('This file is not well-formed XML ({problem}). Export it again from where it comes from.', {
        problem: error.message,
      }),
    );
  });
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    count += 1;
    if (open.length >= DEEPEST || count > MOST_ELEMENTS) {
      throw unreadable(t('This file is nested too deeply or has too many elements. Split it, and import the parts.'));
    }
    open.push({ name: local(name), attributes: unprefixed(attributes), children: [], text: '' });
  });
  const addText = (text: string) => {
    const last = open.at(-1);
    if (last) last.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const element = open.pop();
    if (!element) return;
    const parent = open.at(-1);
    if (!parent) root ??= element;
    else {
      parent.children.push(element);
      parent.text += element.text;
    }
  });
  parser.write(xml).close();
  if (!root) throw unreadable(t('This file holds no XML. Choose another.'));
  return root;
}

const local = (name: string) => name.slice(name.indexOf(':') + 1);
const unprefixed = (attributes: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [local(name), value]));

export const unreadable = (message: string) => new FondsError('FILE_UNREADABLE', message);

/** @returns the elements of these names in it, however deep, in order; not those within one of them. */
export function descendants(element: LayoutElement, names: ReadonlySet<string>): LayoutElement[] {
  return element.children.flatMap((child) => (names.has(child.name) ? [child] : descendants(child, names)));
}

export const childOf = (element: LayoutElement, name: string): LayoutElement | null =>
  element.children.find((child) => child.name === name) ?? null;

/** What no XML may hold becomes the sign for a lost character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are not allowed in XML 1.0.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** For text and for attributes in double quotes. */
export const escapeXml = (text: string): string =>
  text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"]/g, (letter) => ESCAPES[letter] as string);
