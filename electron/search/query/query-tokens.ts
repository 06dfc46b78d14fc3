/** Cuts a line into tokens. Every character that is not blank belongs to one token, or to the error that is thrown. */
import { INDEX_FIELDS, type IndexField } from '../../contract/index.js';
import { t } from '../../wording/index.js';
import type { LineRange, QueryNode } from './ast.js';
import { readFieldName, unknownField } from './field-names.js';
import { readFilter } from './filter-parser.js';
import { isBlank, isQuote, OPERATOR, quoteEnd, wordEnd } from './line-scanner.js';
import { hideLiteral, type LiteralSigns, unescaped } from './literal-signs.js';
import { type LunrLexeme, lunrLexemes } from './lunr-language.js';
import { replaced, SyntaxFault, without } from './syntax-fault.js';

export type OperatorName = 'AND' | 'OR' | 'NOT' | 'NEAR';

export type QueryToken = { readonly place: LineRange } & (
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'operator'; readonly name: OperatorName; readonly distance: number }
  | { readonly kind: 'phrase'; readonly text: string }
  | { readonly kind: 'filter'; readonly node: QueryNode }
  | { readonly kind: 'presence'; readonly lexeme: LunrLexeme }
  | { readonly kind: 'distance'; readonly lexeme: LunrLexeme }
  | { readonly kind: 'boost'; readonly lexeme: LunrLexeme }
  | { readonly kind: 'field'; readonly field: IndexField; readonly lexeme: LunrLexeme }
  /** `isJoined`: one hyphen binds it to the word before. */
  | { readonly kind: 'word'; readonly text: string; readonly isJoined: boolean; readonly lexeme: LunrLexeme }
);

const DEFAULT_DISTANCE = 10;
/** More digits are a slip; they would count beyond any text, or to infinity. */
const MAX_DIGITS = 6;

/** @param plain signs that are punctuation. @throws SyntaxFault */
export function tokenizeLine(line: string, plain: LiteralSigns): QueryToken[] {
  const tokens: QueryToken[] = [];
  let at = 0;
  while (at < line.length) {
    const char = line[at];
    if (isBlank(char)) {
      at += 1;
    } else if (plain.has(at)) {
      at = readChunk(line, at, plain, tokens);
    } else if (char === '(' || char === ')') {
      tokens.push({ kind: char === '(' ? 'open' : 'close', place: [at, at + 1] });
      at += 1;
    } else if (isQuote(char)) {
      tokens.push(phraseAt(line, at, plain));
      at = quoteEnd(line, at, plain);
    } else {
      at = readChunk(line, at, plain, tokens);
    }
  }
  return tokens;
}

function phraseAt(line: string, start: number, plain: LiteralSigns): QueryToken {
  const place: LineRange = [start, quoteEnd(line, start, plain)];
  const text = line.slice(start + 1, place[1] - 1).trim();
  if (text !== '') return { kind: 'phrase', text, place };
  throw new SyntaxFault(
    place,
    t('Nothing stands between these quotation marks. Write the words of the phrase, or take the marks out.'),
    without(line, place),
    { signs: place, isReported: false },
  );
}

/** Reads from `start` as far as the next blank, mark or parenthesis, or the end of a filter. @returns where it ended. */
function readChunk(line: string, start: number, plain: LiteralSigns, tokens: QueryToken[]): number {
  const chunk: LineRange = [start, wordEnd(line, start, plain)];
  const text = line.slice(...chunk);
  if (/^(?:AND|OR|NOT|NEAR)/.test(text)) {
    const operator = operatorOf(line, text, chunk);
    if (operator) {
      tokens.push(operator);
      return chunk[1];
    }
  }
  const { plainColons, filter } = readColons(line, chunk, plain);
  const end = filter?.start ?? chunk[1];
  const signs = plainColons.length > 0 ? new Set([...plain, ...plainColons]) : plain;
  const lexemes = lunrLexemes(hideLiteral(line.slice(start, end), start, signs), start);
  for (const [i, lexeme] of lexemes.entries()) tokens.push(tokenOf(line, lexeme, lexemes[i - 1], signs));
  if (!filter) return end;
  const { node, end: filterEnd } = readFilter(line, filter, filter.colon);
  tokens.push({ kind: 'filter', node, place: [filter.start, filterEnd] });
  return filterEnd;
}

function operatorOf(line: string, text: string, place: LineRange): QueryToken | null {
  if (/^NEAR(?:[/~:]|\d+$)/.test(text) && !OPERATOR.test(text)) {
    const digits = /\d+/.exec(text)?.[0].slice(0, MAX_DIGITS) ?? '';
    throw new SyntaxFault(
      place,
      t(
        'After NEAR/ the most words that may lie between is expected, as in treaty NEAR/5 envoy; NEAR alone means ten.',
      ),
      replaced(line, place, digits === '' ? 'NEAR' : `NEAR/${digits}`),
    );
  }
  if (!OPERATOR.test(text)) return null;
  const [name, digits] = text.split('/');
  const distance = digits === undefined ? DEFAULT_DISTANCE : Number(digits);
  if (distance >= 1 && distance < 10 ** MAX_DIGITS)
    return { kind: 'operator', name: name as OperatorName, distance, place };
  throw new SyntaxFault(
    place,
    t(
      'The number after NEAR/ counts words from one to the other: 1 means next to each other. Write NEAR/1 or more, up to six digits.',
    ),
    replaced(line, place, 'NEAR/1'),
  );
}

interface Colons {
  /** Offsets of colons that belong to a word. */
  readonly plainColons: readonly number[];
  /** The first filter; what follows its colon is not lunr's to read. */
  readonly filter: (Parameters<typeof readFilter>[1] & { readonly colon: number }) | null;
}

/** Decides for each name that lunr sees before a colon: a field, a filter, part of a word as in 14:30, or a fault. */
function readColons(line: string, chunk: LineRange, plain: LiteralSigns): Colons {
  const text = line.slice(...chunk);
  const plainColons: number[] = [];
  if (!text.includes(':')) return { plainColons, filter: null };
  let hasField = false;
  // What a word goes on with after a plain colon, a + too, is no name; right after a field it is what to look for.
  let insideWord: RegExp | null = null;
  let afterColon = chunk[0];
  for (const { type, str, start, end } of lunrLexemes(hideLiteral(text, chunk[0], plain), chunk[0])) {
    if (type !== 'FIELD') continue;
    const isInside = insideWord?.test(line.slice(afterColon, start));
    const meant = isInside ? 'plain' : readFieldName(str, line.slice(end + 1, chunk[1]));
    if (meant === 'unknown' && !hasField) throw unknownField(line, str, [start, end], wordOf(line, chunk));
    afterColon = end + 1;
    if (typeof meant === 'string') {
      insideWord = /^\+*$/;
      plainColons.push(end);
      continue;
    }
    const { field, example } = meant;
    if (!isIndexField(field)) {
      return { plainColons, filter: { field, written: line.slice(start, end), start, example, colon: end } };
    }
    insideWord = /^$/;
    hasField = true;
  }
  return { plainColons, filter: null };
}

const isIndexField = (name: string): name is IndexField => INDEX_FIELDS.some((field) => field === name);

/** The chunk without the sign before it. */
const wordOf = (line: string, [start, end]: LineRange): LineRange => [
  /[-+]/.test(line[start] ?? '') ? start + 1 : start,
  end,
];

function tokenOf(line: string, lexeme: LunrLexeme, before: LunrLexeme | undefined, plain: LiteralSigns): QueryToken {
  const { type, start, end } = lexeme;
  const place: LineRange = [start, end];
  switch (type) {
    case 'PRESENCE':
      return { kind: 'presence', lexeme, place };
    case 'FIELD':
      return fieldToken(lexeme);
    case 'TERM': {
      // From the line, because lunr's copy has hidden signs.
      const text = unescaped(line, start, end, plain);
      checkWord(line, text, place);
      const isJoined = before?.type === 'TERM' && before.end + 1 === start;
      return { kind: 'word', text, isJoined, lexeme, place };
    }
    case 'EDIT_DISTANCE':
    case 'BOOST': {
      const kind = type === 'BOOST' ? 'boost' : 'distance';
      const whole: LineRange = [start - 1, end];
      checkNumber(line, kind, lexeme.str, whole);
      return { kind, lexeme, place: whole };
    }
  }
}

function fieldToken(lexeme: LunrLexeme): QueryToken {
  const info = readFieldName(lexeme.str, '');
  if (typeof info === 'string' || !isIndexField(info.field)) throw new Error(`Not a field: ${lexeme.str}`);
  const { start, end } = lexeme;
  return { kind: 'field', field: info.field, lexeme: { ...lexeme, str: info.field }, place: [start, end + 1] };
}

function checkWord(line: string, text: string, place: LineRange): void {
  if (text === '') {
    throw new SyntaxFault(
      place,
      t(
        'A backslash makes the sign after it plain, and nothing follows this one. Write the sign, as in \\*, or take the backslash out.',
      ),
      without(line, place),
      { signs: place, isReported: false },
    );
  }
  if (!text.includes('*') || /[\p{L}\p{N}]/u.test(text)) return;
  throw new SyntaxFault(
    place,
    t('A * alone would find every word of every document. Write at least one letter with it, as in treat*.'),
    without(line, place),
  );
}

function checkNumber(line: string, kind: 'distance' | 'boost', digits: string, place: LineRange): void {
  if (digits !== '' && digits.length <= MAX_DIGITS) return;
  const isAfterPhrase = isQuote(line[place[0] - 1]);
  const what =
    kind === 'boost'
      ? t('After ^ a whole number is expected, the weight of the word, as in treaty^2.')
      : isAfterPhrase
        ? t('After ~ a whole number is expected: how many words may stand in between, as in "peace treaty"~5.')
        : t('After ~ a whole number is expected: how many letters may differ, as in milosevik~1.');
  const number = kind === 'boost' ? '^2' : isAfterPhrase ? '~5' : '~1';
  throw new SyntaxFault(
    place,
    digits === '' ? what : t('{what} This one is too large.', { what }),
    replaced(line, place, number),
    {
      signs: place,
      isReported: true,
    },
  );
}
