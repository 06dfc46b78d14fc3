/**
 * The API of the query language: a search line becomes a tree that says what is asked. Knows no index and no archive.
 * Nothing of a line is passed over: every sign ends in a node or in an error at its place.
 */
import { FondsError, type SearchMode } from '../../contract/index.js';
import type { QueryNode } from './ast.js';
import { parseTokens } from './line-parser.js';
import { isBlank, QUOTE } from './line-scanner.js';
import { type LiteralSigns, literalSigns } from './literal-signs.js';
import { tokenizeLine } from './query-tokens.js';
import { SyntaxFault } from './syntax-fault.js';

export type * from './ast.js';

/** A line as read, with what its reader should know of how. */
export interface ReadLine {
  readonly node: QueryNode | null;
  readonly hints: readonly ReadingHint[];
}

/** A sign that was read as punctuation though a command may have been meant. */
export interface ReadingHint {
  /** In UTF-16 units of the line, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** What the command would have to look like, in sentences. */
  readonly message: string;
  /** The whole line as that command; null when none is known. */
  readonly suggestion: string | null;
}

/** AND, OR, NOT or NEAR: whoever writes one of them means a command, and hears what is wrong with it. */
const COMMAND = /(?:^|[\s()])(?:AND|OR|NOT|NEAR(?:\/\d+)?)(?=[\s()]|$)/;
/** Signs in one line that are passed over; more are no line that a person wrote. */
const MAX_PASSED_OVER = 60;

/**
 * Reads a line as leniently as a pasted one needs: what would be a fault of the syntax is punctuation, unless the line
 * holds an operator. So `Re: H: latest` and `“the talks, at` are words.
 * @throws FondsError QUERY_SYNTAX as `parseQuery`, for a faulty command.
 */
export function readLine(line: string, mode: SearchMode): ReadLine {
  const plain = literalSigns(line);
  const hints: ReadingHint[] = [];
  for (let passed = 0; ; passed++) {
    try {
      return { node: read(line, mode, plain), hints };
    } catch (fault) {
      if (!(fault instanceof SyntaxFault)) throw fault;
      if (COMMAND.test(line) || passed === MAX_PASSED_OVER || !passOver(fault, line, plain))
        throw refusal(fault, line, mode);
      if (!fault.leniency?.isReported) continue;
      const [start, end] = fault.place;
      hints.push({ start, end, message: fault.message, suggestion: suggest(fault, line, mode) });
    }
  }
}

/** @returns false when nothing is left to be passed over. */
function passOver({ leniency }: SyntaxFault, line: string, plain: Set<number>): boolean {
  if (!leniency) return false;
  const before = plain.size;
  const [start, end] = leniency.signs;
  for (let at = start; at < end; at++) if (!isBlank(line[at])) plain.add(at);
  return plain.size > before;
}

/** Faults in one line that are mended for a suggestion; more of them leave too little of what was typed. */
const MAX_MENDED = 5;

/**
 * A word without any letter or digit, such as & or –, is a WordNode all the same; it is for the reader of the tree to
 * say that no index holds it.
 * @returns null when the line holds nothing to look for.
 * @throws FondsError QUERY_SYNTAX. The message says what is wrong and what to write instead; `details` are `start` and
 * `end`, UTF-16 offsets into the line as typed, and where one is known `suggestion`, a whole line that can be read.
 */
export function parseQuery(line: string, mode: SearchMode): QueryNode | null {
  try {
    return read(line, mode, literalSigns(line));
  } catch (fault) {
    throw fault instanceof SyntaxFault ? refusal(fault, line, mode) : fault;
  }
}

function refusal(fault: SyntaxFault, line: string, mode: SearchMode): FondsError {
  const [start, end] = fault.place;
  const suggestion = suggest(fault, line, mode);
  return new FondsError('QUERY_SYNTAX', fault.message, { start, end, ...(suggestion === null ? {} : { suggestion }) });
}

/** @throws SyntaxFault */
function read(line: string, mode: SearchMode, plain: LiteralSigns): QueryNode | null {
  if (mode === 'phrase') return wholeLine(line);
  const tokens = tokenizeLine(line, plain);
  return tokens.length === 0 ? null : parseTokens(line, tokens, mode);
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
  for (let i = 0; i < MAX_MENDED; i++) {
    if (fault.mended === null || fault.mended === tried) return null;
    tried = fault.mended;
    try {
      return read(tried, mode, literalSigns(tried)) === null ? null : tried;
    } catch (next) {
      if (!(next instanceof SyntaxFault)) throw next;
      fault = next;
    }
  }
  return null;
}
