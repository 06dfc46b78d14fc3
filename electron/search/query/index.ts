/**
 * The door of the query language: a search line becomes a tree that says what is asked. Knows no index and no archive.
 * Nothing of a line is passed over: every sign ends in a node or in an error at its place.
 */
import { FondsError, type SearchMode } from '../../contract/index.js';
import type { QueryNode } from './ast.js';
import { treeOf } from './grammar.js';
import { QUOTE } from './line.js';
import { SyntaxFault } from './syntax-fault.js';
import { tokensOf } from './tokens.js';

export type * from './ast.js';

/** Faults in one line that are mended for a suggestion; more of them leave too little of what was typed. */
const MOST_MENDED = 5;

/**
 * A word without any letter or digit, such as & or –, is a WordNode all the same; it is for the reader of the tree to
 * say that no index holds it.
 * @returns null when the line holds nothing to look for.
 * @throws FondsError QUERY_SYNTAX. The message says what is wrong and what to write instead; `details` are `start` and
 * `end`, UTF-16 offsets into the line as typed, and where one is known `suggestion`, a whole line that can be read.
 */
export function parseQuery(line: string, mode: SearchMode): QueryNode | null {
  try {
    return read(line, mode);
  } catch (fault) {
    if (!(fault instanceof SyntaxFault)) throw fault;
    const [start, end] = fault.place;
    const suggestion = suggest(fault, line, mode);
    throw new FondsError('QUERY_SYNTAX', fault.message, { start, end, ...(suggestion === null ? {} : { suggestion }) });
  }
}

/** @throws SyntaxFault */
function read(line: string, mode: SearchMode): QueryNode | null {
  if (mode === 'phrase') return wholeLine(line);
  const tokens = tokensOf(line);
  return tokens.length === 0 ? null : treeOf(line, tokens, mode);
}

/** In this mode quotation marks say nothing new, and operators and signs are plain words. */
function wholeLine(line: string): QueryNode | null {
  const text = line.replace(QUOTE, ' ').trim();
  if (text === '') return null;
  const start = line.search(/\S/);
  return { kind: 'phrase', text, field: null, slop: 0, boost: 1, place: [start, line.trimEnd().length] };
}

/** Mends one fault after the other until the line can be read. @returns null when it cannot, or nothing is left of it. */
function suggest(first: SyntaxFault, line: string, mode: SearchMode): string | null {
  let [fault, tried] = [first, line];
  for (let i = 0; i < MOST_MENDED; i++) {
    if (fault.mended === null || fault.mended === tried) return null;
    tried = fault.mended;
    try {
      return read(tried, mode) === null ? null : tried;
    } catch (next) {
      if (!(next instanceof SyntaxFault)) throw next;
      fault = next;
    }
  }
  return null;
}
