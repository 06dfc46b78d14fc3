/**
 * XML as a tree, from a file that may be hostile: no document type, so no entities of its own and nothing to load; not
 * deeper and not larger than a person's work can be. Names are compared in lower case: programs differ in them.
 */
import { SaxesParser } from 'saxes';
import { FondsError } from '../../contract/index.js';
import { t } from '../../wording/index.js';

export interface XmlElement {
  /** Without prefix, in lower case. */
  readonly name: string;
  /** Namespace; '' when there is none. */
  readonly uri: string;
  /** Names in lower case, each before its value: for the few of an element a map takes five times the room. */
  readonly attributes: readonly string[];
  readonly children: readonly XmlElement[];
  readonly text: string;
  /** Processing instructions right inside of it, by target. */
  readonly instructions: readonly { readonly target: string; readonly body: string }[];
  /** Where it begins, from 1. */
  readonly line: number;
}

interface OpenElement extends XmlElement {
  children: XmlElement[];
  text: string;
  instructions: { target: string; body: string }[];
}

/** Most elements have none of these; a project may have a million elements. Never written to. */
const [NO_ATTRIBUTES, NO_CHILDREN, NO_INSTRUCTIONS] = [[], [], []];

const DEEPEST = 500;
const MAX_ELEMENTS = 5_000_000;
const MAX_NAMES = 1_000;
/** Given to the parser at once. */
const PIECE_UNITS = 1024 * 1024;

/** @param name of the file, for what is said of it. @throws FondsError EXCHANGE_INVALID with line and column. */
export function readXml(text: string, name: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const stack: OpenElement[] = [];
  let root: XmlElement | null = null;
  let count = 0;
  // The same few names come again and again.
  const lowered = new Map<string, string>();
  const lower = (written: string): string => {
    const held = lowered.get(written) ?? written.toLowerCase();
    if (lowered.size < MAX_NAMES) lowered.set(written, held);
    return held;
  };
  const refuse = (what: string): never => {
    const place = t('line {line}, column {column}', { line: parser.line, column: parser.column + 1 });
    const remedy = t('Nothing was taken in. Write the file anew in the program it comes from.');
    throw new FondsError('EXCHANGE_INVALID', `${name}, ${place}: ${what} ${remedy}`, {
      line: parser.line,
      column: parser.column + 1,
    });
  };
  parser.on('error', (error) =>
    refuse(t('this is not well-formed XML ({message}).', { message: error.message.replace(/^\d+:\d+: /, '') })),
  );
  parser.on('doctype', () => refuse(t('it declares a document type, which such a file has no use for.')));
  parser.on('opentag', ({ local, uri, attributes }) => {
    count += 1;
    if (stack.length >= DEEPEST) refuse(t('elements lie more than {DEEPEST} deep in each other.', { DEEPEST }));
    if (count > MAX_ELEMENTS) refuse(t('there are more than {MAX_ELEMENTS} elements.', { MAX_ELEMENTS }));
    const named = Object.values(attributes).flatMap((one) => [lower(one.local), one.value]);
    const element: OpenElement = {
      name: lower(local),
      uri,
      attributes: named.length === 0 ? NO_ATTRIBUTES : named,
      children: NO_CHILDREN,
      text: '',
      instructions: NO_INSTRUCTIONS,
      line: parser.line,
    };
    const above = stack.at(-1);
    if (above) {
      if (above.children === NO_CHILDREN) above.children = [];
      above.children.push(element);
    }
    root ??= element;
    stack.push(element);
  });
  parser.on('closetag', () => void stack.pop());
  const words = (piece: string): void => {
    const top = stack.at(-1);
    if (top) top.text += piece;
  };
  parser.on('text', words);
  parser.on('cdata', words);
  parser.on('processinginstruction', ({ target, body }) => {
    const top = stack.at(-1);
    if (!top) return;
    if (top.instructions === NO_INSTRUCTIONS) top.instructions = [];
    top.instructions.push({ target, body });
  });
  for (let at = 0; at < text.length; at += PIECE_UNITS) parser.write(text.slice(at, at + PIECE_UNITS));
  parser.close();
  if (!root) throw new FondsError('EXCHANGE_INVALID', t('{name} is empty. Nothing was taken in.', { name }));
  return root;
}

/** Lets go of what is in an element when all of it was read. */
export const forget = (element: XmlElement): void => {
  (element as OpenElement).children = NO_CHILDREN;
};

export const child = ({ children }: XmlElement, name: string): XmlElement | undefined =>
  children.find((one) => one.name === name);
export const childrenOf = (element: XmlElement | undefined, ...names: readonly string[]): XmlElement[] =>
  element?.children.filter(({ name }) => names.includes(name)) ?? [];
export function attribute({ attributes }: XmlElement, name: string): string | undefined {
  const wanted = name.toLowerCase();
  for (let at = 0; at < attributes.length; at += 2) if (attributes[at] === wanted) return attributes[at + 1];
  return undefined;
}
