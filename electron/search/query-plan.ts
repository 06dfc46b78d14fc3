/** Reads a query line: quoted phrases apart, the rest in lunr's own language. Pure. */
import { FondsError, type SearchMode } from '../contract/index.js';
import { fold } from '../text/index.js';
import { type Clause, FIELDS, lunr, phraseTerms, QueryParser } from './lunr-setup.js';

export interface QueryPlan {
  /** Each a list of terms that must stand next to each other, in this order. */
  readonly phrases: readonly (readonly string[])[];
  readonly clauses: readonly Clause[];
}

const QUOTED = /"([^"]*)"/g;
const WORD = /[\p{L}\p{N}]/u;

/**
 * @returns null when the line holds nothing to look for.
 * @throws FondsError QUERY_SYNTAX with `details.start` and `details.end`, UTF-16 offsets into the line.
 */
export function planQuery(line: string, mode: SearchMode): QueryPlan | null {
  const straight = line.replace(/[“”„‟«»]/g, '"');
  if (!WORD.test(straight)) return null;
  if (mode === 'phrase') {
    const terms = phraseTerms(straight.replaceAll('"', ' '));
    return terms.length > 0 ? { phrases: [terms], clauses: [] } : null;
  }
  const quotes = [...straight.matchAll(/"/g)];
  if (quotes.length % 2 === 1) {
    const start = quotes.at(-1)?.index ?? 0;
    throw new FondsError(
      'QUERY_SYNTAX',
      'This quotation mark has no partner. Close the phrase, or take the mark out.',
      {
        start,
        end: start + 1,
      },
    );
  }
  const phrases = [...straight.matchAll(QUOTED)]
    .map((match) => phraseTerms(match[1] ?? ''))
    .filter((p) => p.length > 0);
  // Blanks of the same length keep the places that a syntax error names.
  const rest = straight.replace(QUOTED, (quoted) => ' '.repeat(quoted.length));
  const clauses = parseClauses(rest);
  if (mode === 'all') {
    for (const clause of clauses) {
      if (clause.presence === lunr.Query.presence.OPTIONAL) clause.presence = lunr.Query.presence.REQUIRED;
    }
  }
  return phrases.length + clauses.length > 0 ? { phrases, clauses } : null;
}

function parseClauses(text: string): Clause[] {
  const query = new lunr.Query([...FIELDS]);
  try {
    new QueryParser(text, query).parse();
  } catch (error) {
    if (!(error instanceof lunr.QueryParseError)) throw error;
    const { start, end, message } = error as unknown as { start: number; end: number; message: string };
    throw new FondsError('QUERY_SYNTAX', `${explain(message)}`, { start, end });
  }
  for (const clause of query.clauses) {
    // Wildcard terms skip the pipeline, so they are folded here as the index was.
    if (!clause.usePipeline || clause.wildcard || clause.term.includes('*')) clause.term = fold(clause.term).text;
  }
  return query.clauses as Clause[];
}

/** lunr's own words, made into a sentence with what to do. */
function explain(message: string): string {
  if (message.includes('unrecognised field')) {
    return `Fonds knows no field of this name: ${message.replace(/^.*field /, '').replace(/, possible.*/, '')}. Fields are ${FIELDS.join(', ')}.`;
  }
  if (message.includes('edit distance')) return 'After ~ a whole number is expected, as in milosevik~1.';
  if (message.includes('boost')) return 'After ^ a whole number is expected, as in treaty^2.';
  return `The line cannot be read here: ${message}.`;
}
