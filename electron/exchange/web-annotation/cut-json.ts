/**
 * JSON whose long lists of annotations stay bytes until a member of them is asked for: parsed as a whole, a file takes
 * five times its size in memory. What lies around the lists is parsed at once.
 */
import { randomUUID } from 'node:crypto';

/** A member of a list, as it is written in the file. */
export class Unread {
  readonly #bytes: Buffer;
  readonly #start: number;
  readonly #end: number;

  constructor(bytes: Buffer, start: number, end: number) {
    this.#bytes = bytes;
    this.#start = start;
    this.#end = end;
  }

  /** Anew each time. @throws SyntaxError. */
  read(): unknown {
    return JSON.parse(this.#bytes.toString('utf8', this.#start, this.#end));
  }

  toJSON(): unknown {
    return this.read();
  }
}

/** Lists of annotations: the document itself, or these of it and of pages in it. */
export const LISTS: readonly string[] = ['@graph', 'rows', 'annotations', 'items'];
const PAGES: readonly string[] = ['first', 'next'];

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
const isBlank = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** @param bytes UTF-8, with or without its mark. @returns members of lists as `Unread`. @throws SyntaxError. */
export function cutJson(bytes: Buffer): unknown {
  // No string of the file can be taken for one of these.
  const mark = randomUUID();
  const cuts: Unread[] = [];
  const around: string[] = [];
  let written = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  /** Of each object and list around: whether lists and pages in it are looked for. */
  const isPage: boolean[] = [];
  let key = '';
  let isKeyNext = false;

  for (let at = written; at < bytes.length; at += 1) {
    switch (bytes[at]) {
      case QUOTE: {
        const end = endOfString(bytes, at);
        if (isKeyNext) key = isPage.at(-1) ? bytes.toString('utf8', at + 1, Math.min(end, at + 20)) : '';
        at = end;
        break;
      }
      case OPEN_OBJECT:
        isPage.push(isPage.length === 0 || (isPage.at(-1) === true && PAGES.includes(key)));
        isKeyNext = true;
        break;
      case OPEN_LIST:
        if (isPage.length === 0 || (isPage.at(-1) === true && LISTS.includes(key))) at = cutList(at);
        else {
          isPage.push(false);
          isKeyNext = false;
        }
        break;
      case CLOSE_OBJECT:
      case CLOSE_LIST:
        isPage.pop();
        key = '';
        break;
      case COLON:
        isKeyNext = false;
        break;
      case COMMA:
        // In a list there are no keys, and what is taken for one opens nothing.
        isKeyNext = true;
        key = '';
        break;
    }
  }
  around.push(bytes.toString('utf8', written));
  return withMembers(JSON.parse(around.join('')), mark, cuts);

  /** @returns where the list ends. */
  function cutList(open: number): number {
    let at = open + 1;
    for (;;) {
      while (isBlank(bytes[at])) at += 1;
      const start = at;
      const end = endOfMember(bytes, start);
      if (end > start) {
        around.push(bytes.toString('utf8', written, start), `"${mark}${cuts.length}"`);
        cuts.push(new Unread(bytes, start, end));
        written = end;
      }
      if (bytes[end] !== COMMA) return end;
      at = end + 1;
    }
  }
}

/** @returns where its closing quote is, or the end of the file. */
function endOfString(bytes: Buffer, open: number): number {
  for (let at = open + 1; ; at += 1) {
    at = bytes.indexOf(QUOTE, at);
    if (at < 0) return bytes.length;
    let slashes = 0;
    while (bytes[at - 1 - slashes] === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return at;
  }
}

/** @returns where the comma or bracket after a member is, or the end of the file. */
function endOfMember(bytes: Buffer, start: number): number {
  let depth = 0;
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) at = endOfString(bytes, at);
    else if (byte === OPEN_OBJECT || byte === OPEN_LIST) depth += 1;
    else if (depth === 0 && (byte === COMMA || byte === CLOSE_LIST || byte === CLOSE_OBJECT)) return at;
    else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) depth -= 1;
  }
  return bytes.length;
}

/** Puts the members where their marks are. Lists of the document itself and of the pages that follow each other. */
function withMembers(document: unknown, mark: string, cuts: readonly Unread[]): unknown {
  const members = (list: readonly unknown[]) =>
    list.map((one) => (typeof one === 'string' && one.startsWith(mark) ? cuts[Number(one.slice(mark.length))] : one));
  if (Array.isArray(document)) return members(document);
  const waiting = [document];
  for (let page = waiting.pop(); page !== undefined; page = waiting.pop()) {
    if (typeof page !== 'object' || page === null || Array.isArray(page)) continue;
    const holder = page as Record<string, unknown>;
    for (const name of LISTS) if (Array.isArray(holder[name])) holder[name] = members(holder[name]);
    for (const name of PAGES) if (Object.hasOwn(holder, name)) waiting.push(holder[name]);
  }
  return document;
}
