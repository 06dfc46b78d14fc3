/**
 * lunr 2.3.9's own lexer and parser of queries, which read every plain word of a line: what a word, a sign, a field, a
 * distance and a weight are, is theirs to say. They are reached here because lunr's published types leave them out.
 */
import lunr from 'lunr';
import { INDEX_FIELDS, type IndexField } from '../../contract/index.js';
import type { Presence } from './ast.js';

/** `str` without escaping backslashes; the place is in the line as typed. */
export interface LunrLexeme {
  readonly type: 'FIELD' | 'TERM' | 'EDIT_DISTANCE' | 'BOOST' | 'PRESENCE';
  readonly str: string;
  readonly start: number;
  readonly end: number;
}

/** What lunr makes of one word; `field` null means every field. */
export interface LunrClause {
  readonly term: string;
  readonly field: IndexField | null;
  readonly editDistance: number;
  readonly boost: number;
  readonly presence: Presence;
}

interface Lexer {
  run(): void;
  readonly lexemes: readonly LunrLexeme[];
}
interface Parser {
  lexer: Lexer;
  parse(): lunr.Query;
}
const { QueryLexer, QueryParser } = lunr as unknown as {
  QueryLexer: new (text: string) => Lexer;
  QueryParser: new (text: string, query: lunr.Query) => Parser;
};

/** @param start where `text` begins in the line. */
export function lunrLexemes(text: string, start: number): LunrLexeme[] {
  const lexer = new QueryLexer(text);
  lexer.run();
  // After a backslash at the very end lunr's place is one past the text.
  return lexer.lexemes.map((lexeme) => ({
    ...lexeme,
    start: start + Math.min(lexeme.start, text.length),
    end: start + Math.min(lexeme.end, text.length),
  }));
}

/**
 * lunr's parser over lexemes that are already cut. Fields are given by their names in the index.
 * @returns one clause for each TERM, in order.
 * @throws lunr.QueryParseError when the lexemes are no clause of lunr (a bug of the caller, who has looked).
 */
export function lunrClauses(lexemes: readonly LunrLexeme[]): LunrClause[] {
  const query = new lunr.Query([...INDEX_FIELDS]);
  const parser = new QueryParser('', query);
  parser.lexer = { run: () => undefined, lexemes };
  parser.parse();
  return (query.clauses as (lunr.Query.Clause & { presence: lunr.Query.presence })[]).map((clause) => ({
    term: clause.term,
    field: clause.fields.length === 1 ? (clause.fields[0] as IndexField) : null,
    editDistance: clause.editDistance ?? 0,
    boost: clause.boost,
    presence: presenceOf(clause.presence),
  }));
}

function presenceOf(presence: lunr.Query.presence): Presence {
  if (presence === lunr.Query.presence.REQUIRED) return 'required';
  return presence === lunr.Query.presence.PROHIBITED ? 'prohibited' : 'optional';
}
