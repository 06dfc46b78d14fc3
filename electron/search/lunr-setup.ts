/**
 * lunr 2.3.9 as Fonds uses it: its tokenizer, pipeline, stemmer and query language, over Unicode words.
 * Two of its defects are mended here because both lose words a researcher typed: its trimmer eats every letter that is
 * not ASCII, and its `TokenSet` confuses states whose edge labels are digits, so that dates go missing.
 */
import lunr from 'lunr';
import { foldWord } from '../text/index.js';

interface TokenSetState {
  _str?: string;
  final: boolean;
  edges: Record<string, { id: number }>;
}

// lunr writes label and child id without a separator, so edge '1' to state 23 and edge '12' to state 3 read alike and
// minimisation merges states that differ (lunr.js, TokenSet.prototype.toString).
(lunr.TokenSet.prototype as unknown as { toString(): string }).toString = function stateKey(this: TokenSetState) {
  if (this._str) return this._str;
  let key = this.final ? '1' : '0';
  for (const label of Object.keys(this.edges).sort()) key += `|${label}>${this.edges[label]?.id}`;
  return key;
};

const EDGES = /^[^\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu;
const LEADING = /^[^\p{L}\p{M}\p{N}]+/u;

/** Trims punctuation of any script and folds case, marks and scripts; the token's place stays that of the bare word. */
function normalise(token: lunr.Token): lunr.Token {
  const written = token.toString();
  const bare = written.replace(EDGES, '');
  const metadata = (token as unknown as { metadata: { position?: [number, number] } }).metadata;
  if (metadata.position && bare.length !== written.length) {
    const lead = LEADING.exec(written)?.[0].length ?? 0;
    metadata.position = [metadata.position[0] + lead, bare.length];
  }
  return token.update(() => foldWord(bare));
}
lunr.Pipeline.registerFunction(normalise as lunr.PipelineFunction, 'fonds-normalise');

/**
 * lunr's tokenizer over the text as written, without tokens that hold no letter or digit, numbered so that neighbours
 * in the text have neighbouring numbers.
 */
function tokenize(field: unknown, metadata: object): lunr.Token[] {
  const text = String(field ?? '');
  const kept: lunr.Token[] = [];
  const separator = /[\s\-\u2010-\u2015]+/u;
  for (const token of splitWords(text, separator)) {
    const made = new lunr.Token(token.text, {
      ...metadata,
      position: [token.start, token.text.length],
      index: kept.length,
    });
    kept.push(made);
  }
  return kept;
}

function* splitWords(text: string, separator: RegExp): Generator<{ text: string; start: number }> {
  const pattern = new RegExp(`(?:(?!${separator.source}).)+`, 'gsu');
  for (const match of text.matchAll(pattern)) {
    if (/[\p{L}\p{N}]/u.test(match[0])) yield { text: match[0], start: match.index };
  }
}

export const FIELDS = ['title', 'description', 'body'] as const;
export type Field = (typeof FIELDS)[number];

/** Part of the index's identity on disk: a change here rebuilds every index. */
export const ANALYZER_VERSION = `lunr-${lunr.version}/1`;

/** A builder whose metadata lets hits be marked (`position`) and phrases be checked (`index`). */
export function newBuilder(): lunr.Builder {
  const builder = new lunr.Builder();
  (builder as unknown as { tokenizer: typeof tokenize }).tokenizer = tokenize;
  builder.pipeline.add(normalise as lunr.PipelineFunction, lunr.stemmer);
  builder.searchPipeline.add(normalise as lunr.PipelineFunction, lunr.stemmer);
  builder.metadataWhitelist = ['position', 'index'];
  builder.ref('ref');
  builder.field('title', { boost: 4 });
  builder.field('description', { boost: 2 });
  builder.field('body');
  return builder;
}

/** The terms a phrase is looked up by, in order. */
export function phraseTerms(phrase: string): string[] {
  const pipeline = new lunr.Pipeline();
  pipeline.add(normalise as lunr.PipelineFunction, lunr.stemmer);
  return pipeline.run(tokenize(phrase, {})).map(String);
}

/** What the published types of lunr leave out. */
export interface Clause extends lunr.Query.Clause {
  presence: lunr.Query.presence;
}
export const QueryParser = (
  lunr as unknown as { QueryParser: new (text: string, query: lunr.Query) => { parse(): lunr.Query } }
).QueryParser;

export { lunr };
