/** Reads what stands after the colon of a filter: one value or several with commas, quoted or not. */
import type { FilterField } from '../../contract/index.js';
import { t } from '../../wording/index.js';
import type { FilterNode, LineRange, QueryNode } from './ast.js';
import { readDateRange } from './date-range.js';
import { isBlank, isQuote, OPERATOR, quoteEnd, wordEnd } from './line-scanner.js';
import { replaced, SyntaxFault, without } from './syntax-fault.js';

/** More are no longer a question; each date costs a tenth of a millisecond to read. */
const MAX_VALUES = 50;

interface FilterName {
  readonly field: FilterField;
  /** As typed, for messages. */
  readonly written: string;
  readonly start: number;
  readonly example: string;
}

interface FilterValue {
  readonly text: string;
  readonly isQuoted: boolean;
  readonly place: LineRange;
}

/**
 * @param colon UTF-16 offset of the colon after the name.
 * @returns a FilterNode, or an OrNode of several; `end` is where the line goes on.
 * @throws SyntaxFault
 */
export function readFilter(line: string, name: FilterName, colon: number): { node: QueryNode; end: number } {
  const values: FilterValue[] = [];
  let at = valueStart(line, name, colon);
  for (;;) {
    const value = readValue(line, at);
    if (value.text === '') throw emptyValue(line, name, colon, value);
    if (values.push(value) > MAX_VALUES) throw tooManyValues(name, value.place);
    at = value.place[1];
    if (line[at] !== ',') break;
    at += 1;
  }
  const nodes = values.map((value, i) => filterNode(line, name, value, i === 0 ? name.start : value.place[0]));
  const [only] = nodes;
  return { node: nodes.length === 1 && only ? only : { kind: 'or', parts: nodes }, end: at };
}

/** Blanks may stand after the colon, as lunr allows them, where no other meaning than a value is possible. */
function valueStart(line: string, name: FilterName, colon: number): number {
  let at = colon + 1;
  while (isBlank(line[at])) at += 1;
  if (line[at] === '(') throw severalValues(line, name, at);
  if (at === colon + 1 || isQuote(line[at])) return at;
  const next = line.slice(at, wordEnd(line, at));
  const isValue = next !== '' && !OPERATOR.test(next) && !/^[-+~^,]|:/.test(next);
  return isValue ? at : colon + 1;
}

function readValue(line: string, start: number): FilterValue {
  if (isQuote(line[start])) {
    const end = quoteEnd(line, start);
    return { text: line.slice(start + 1, end - 1).trim(), isQuoted: true, place: [start, end] };
  }
  const word = wordEnd(line, start);
  // A backslash makes the comma after it plain, as elsewhere in the line.
  const [typed = ''] = /^(?:\\[\s\S]?|[^,\\])*/.exec(line.slice(start, word)) ?? [];
  return { text: typed.replace(/\\([\s\S]?)/g, '$1'), isQuoted: false, place: [start, start + typed.length] };
}

function filterNode(line: string, { field, written }: FilterName, value: FilterValue, start: number): FilterNode {
  const place: LineRange = [start, value.place[1]];
  if (field === 'type' || field === 'language' || field === 'in' || field === 'tag') {
    if (value.isQuoted) return { kind: 'filter', field, value: value.text, isWhole: true, place };
    return { kind: 'filter', field, value: beginning(line, written, value), isWhole: false, place };
  }
  const range = readDateRange(value.text);
  if ('from' in range) return { kind: 'filter', field, ...range, place };
  const mended = range.mended === null ? null : replaced(line, value.place, range.mended);
  throw new SyntaxFault(value.place, range.message, mended);
}

/** An unquoted value is the beginning of a name anyway, so a star at its end says nothing new and goes. */
function beginning(line: string, written: string, { text, place }: FilterValue): string {
  const bare = text.replace(/\*$/, '');
  if (bare === '') {
    throw new SyntaxFault(
      place,
      t(
        'A * alone would let everything through. After {written}: write how the name begins, or leave {written}: out.',
        { written },
      ),
      without(line, [place[0] - written.length - 1, place[1]]),
    );
  }
  const sign = /\*|[~^]\d*$/.exec(bare);
  if (!sign) return bare;
  throw new SyntaxFault(
    place,
    t(
      'After {written}: stands the beginning of a name, or a whole name between quotation marks; {sign} means nothing there.',
      { written, sign: sign[0].charAt(0) },
    ),
    replaced(line, place, bare.replace(/[~^]\d*$/, '').replaceAll('*', '')),
  );
}

function tooManyValues({ written }: FilterName, place: LineRange): SyntaxFault {
  const message = t(
    'After {written}: at most {MAX_VALUES} values may stand. Take some out, or ask in several searches.',
    { written, MAX_VALUES },
  );
  return new SyntaxFault(place, message, null);
}

function emptyValue(line: string, name: FilterName, colon: number, { place, isQuoted }: FilterValue): SyntaxFault {
  const [start, end] = place;
  const whole: LineRange = [name.start, end];
  if (line[start - 1] === ',') {
    const gap = /^\s+(?=[^\s()])/.exec(line.slice(end))?.[0] ?? '';
    return new SyntaxFault(
      [start - 1, start],
      t('After the comma another value of {written}: is expected, without a blank, as in type:memo,cable.', {
        written: name.written,
      }),
      gap === '' || isQuoted ? replaced(line, [start - 1, end], '') : replaced(line, [end, end + gap.length], ''),
    );
  }
  if (line[start] === ',') {
    return new SyntaxFault(
      [start, start + 1],
      t('A value of {written}: is missing before the comma. Write it as in type:memo,cable.', {
        written: name.written,
      }),
      replaced(line, [start, start + 1], ''),
    );
  }
  const missing = isQuoted
    ? t('Nothing stands between these quotation marks.')
    : t('Nothing stands after “{written}:”.', { written: name.written });
  return new SyntaxFault(
    isQuoted ? place : [name.start, colon + 1],
    t('{missing} Write what to look for, as in {example}.', { missing, example: name.example }),
    without(line, whole) || name.example,
  );
}

function severalValues(line: string, { written }: FilterName, open: number): SyntaxFault {
  const close = line.indexOf(')', open);
  const inside = close < 0 ? null : line.slice(open + 1, close).trim();
  const values = inside === null || /[("]/.test(inside) ? null : inside.replace(/\s+(OR\s+)?/g, ',');
  return new SyntaxFault(
    [open, open + 1],
    t('After {written}: no parentheses stand. Write several values with commas, as in type:memo,cable.', { written }),
    values === null ? null : replaced(line, [line.lastIndexOf(':', open) + 1, close + 1], values),
  );
}

/** Such a part narrows what is found and scores nothing. */
export function isOnlyFilters(node: QueryNode): boolean {
  switch (node.kind) {
    case 'filter':
      return true;
    case 'not':
      return isOnlyFilters(node.part);
    case 'and':
    case 'or':
      return node.parts.every(isOnlyFilters);
    case 'list':
      return node.clauses.every((clause) => isOnlyFilters(clause.node));
    default:
      return false;
  }
}
