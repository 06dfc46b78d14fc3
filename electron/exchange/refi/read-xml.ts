/**
 * XML as a tree, from a file that may be hostile: no document type, so no entities of its own and nothing to load; not
 * deeper and not larger than a person's work can be. Names are compared in lower case: programs differ in them.
 */
import { SaxesParser } from 'saxes';
import { FondsError } from '../../contract/index.js';

export interface XmlElement {
  /** Without prefix, in lower case. */
  readonly name: string;
  /** Namespace; '' when there is none. */
  readonly uri: string;
  /** By name in lower case. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
  /** Processing instructions right inside of it, by target. */
  readonly instructions: readonly { readonly target: string; readonly body: string }[];
  /** Where it begins, from 1. */
  readonly line: number;
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
  readonly instructions: { target: string; body: string }[];
}

const DEEPEST = 500;
const MOST_ELEMENTS = 5_000_000;
/** Given to the parser at once. */
const PIECE_UNITS = 1024 * 1024;

/** @param name of the file, for what is said of it. @throws FondsError EXCHANGE_INVALID with line and column. */
export function readXml(text: string, name: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const stack: OpenElement[] = [];
  let root: XmlElement | null = null;
  let count = 0;
  const refuse = (what: string): never => {
    const place = `line ${parser.line}, column ${parser.column + 1}`;
    const remedy = 'Nothing was taken in. Write the file anew in the program it comes from.';
    throw new FondsError('EXCHANGE_INVALID', `${name}, ${place}: ${what} ${remedy}`, {
      line: parser.line,
      column: parser.column + 1,
    });
  };
  parser.on('error', (error) => refuse(`this is not well-formed XML (${error.message.replace(/^\d+:\d+: /, '')}).`));
  parser.on('doctype', () => refuse('it declares a document type, which such a file has no use for.'));
  parser.on('opentag', ({ local, uri, attributes }) => {
    count += 1;
    if (stack.length >= DEEPEST) refuse(`elements lie more than ${DEEPEST} deep in each other.`);
    if (count > MOST_ELEMENTS) refuse(`there are more than ${MOST_ELEMENTS} elements.`);
    const named = Object.values(attributes).map((one) => [one.local.toLowerCase(), one.value] as const);
    const element: OpenElement = {
      name: local.toLowerCase(),
      uri,
      attributes: new Map(named),
      children: [],
      text: '',
      instructions: [],
      line: parser.line,
    };
    stack.at(-1)?.children.push(element);
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
  parser.on('processinginstruction', ({ target, body }) => void stack.at(-1)?.instructions.push({ target, body }));
  for (let at = 0; at < text.length; at += PIECE_UNITS) parser.write(text.slice(at, at + PIECE_UNITS));
  parser.close();
  if (!root) throw new FondsError('EXCHANGE_INVALID', `${name} is empty. Nothing was taken in.`);
  return root;
}

export const child = ({ children }: XmlElement, name: string): XmlElement | undefined =>
  children.find((one) => one.name === name);
export const childrenOf = (element: XmlElement | undefined, ...names: readonly string[]): XmlElement[] =>
  element?.children.filter(({ name }) => names.includes(name)) ?? [];
export const attribute = ({ attributes }: XmlElement, name: string): string | undefined =>
  attributes.get(name.toLowerCase());
