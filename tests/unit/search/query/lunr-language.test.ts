import fc from 'fast-check';
import lunr from 'lunr';
import { describe, expect, it } from 'vitest';
import { INDEX_FIELDS } from '../../../../electron/contract/index.js';
import { parseQuery, type QueryNode } from '../../../../electron/search/query/index.js';
import { faultOf, read } from './parse-helpers.js';

interface ExpectedClause {
  readonly term: string;
  readonly fields: readonly string[];
  readonly boost: number;
  readonly editDistance: number;
  readonly presence: string;
}

const PRESENCES = ['', 'optional', 'required', 'prohibited'];
type LunrParser = new (text: string, query: lunr.Query) => { parse(): lunr.Query };
const { QueryParser } = lunr as unknown as { QueryParser: LunrParser };

function readByLunr(line: string): ExpectedClause[] {
  const { clauses } = new QueryParser(line, new lunr.Query([...INDEX_FIELDS])).parse();
  return (clauses as (lunr.Query.Clause & { presence: number })[]).map((clause) => ({
    term: clause.term,
    fields: clause.fields,
    boost: clause.boost,
    editDistance: clause.editDistance ?? 0,
    presence: PRESENCES[clause.presence] ?? '',
  }));
}

function clausesOf(node: QueryNode | null): ExpectedClause[] {
  if (node === null) return [];
  const clauses = node.kind === 'list' ? node.clauses : [{ presence: 'optional', node } as const];
  return clauses.map((clause) => {
    if (clause.node.kind !== 'word') throw new Error(`Not a word: ${clause.node.kind}`);
    const { text, field, boost, editDistance } = clause.node;
    const fields = field === null ? INDEX_FIELDS : [field];
    return { term: text.toLowerCase(), fields, boost, editDistance, presence: clause.presence };
  });
}

const wordText = fc.string({ unit: fc.constantFrom(...'abčžя19./’&'), minLength: 1, maxLength: 6 });
const gap = fc.constantFrom(' ', '  ', '\t');
// A sign between blanks is lunr's command and punctuation of ours: see pasted-lines.test.ts.
const word = fc
  .record({
    sign: fc.constantFrom('', '', '+', '-'),
    field: fc.constantFrom('', '', 'title:', 'body:', 'box:', 'title: '),
    before: fc.constantFrom('', '', '', '*'),
    text: wordText,
    after: fc.constantFrom('', '', '', '*', '*b', '-cd', '-cd-*e', '--f', '\\:x', '\\-', '-box:7'),
    modifiers: fc.constantFrom('', '', '~1', '^10', '~2^3', '^3~2', ' ~1', '~1~2', '^2+z', '~1z'),
  })
  // A star alone is lunr's language and an error of ours.
  .filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
  .map((w) => w.sign + w.field + w.before + w.text + w.after + w.modifiers);

describe('lunr’s own language', () => {
  it('is read as lunr reads it, clause by clause: words, fields, weights, distances, signs', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(word, gap), { minLength: 1, maxLength: 6 }), (words) => {
        const line = words.flat().join('');
        expect(clausesOf(parseQuery(line, 'any'))).toEqual(readByLunr(line));
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['treaty envoy', '[treaty envoy]'],
    ['+treaty -draft envoy', '[+treaty -draft envoy]'],
    ['title:treat* body:*roy box:m*n', '[title:treat* body:*roy box:m*n]'],
    ['milosevik~1 treaty^10 title:pact~2^3', '[milosevik~1 treaty^10 title:pact~2^3]'],
    ['treaty', 'treaty'],
    ['Treaty Радошевић', '[Treaty Радошевић]'],
    ['a\\:b \\+c', '[a:b +c]'],
  ])('reads %s as %s', (line, expected) => expect(read(line)).toBe(expected));

  it('finds every source without a word when a line only says what must not be there', () => {
    expect(read('-draft')).toBe('[-draft]');
    expect(read('-draft', 'all')).toBe('[-draft]');
  });

  it('keeps words with strokes and apostrophes whole, for the index to take apart as it took the text apart', () => {
    expect(read("12/3 l'envoi Račak’s")).toBe("[12/3 l'envoi Račak’s]");
  });

  it('says where in the line each word stands, with its field and numbers, without its sign', () => {
    const line = '  +title:treaty~1  cease-fire^2';
    const places: string[] = [];
    const node = parseQuery(line, 'any');
    if (node?.kind !== 'list') throw new Error('Not a list.');
    for (const clause of node.clauses) if (clause.node.kind === 'word') places.push(line.slice(...clause.node.place));
    expect(places).toEqual(['title:treaty~1', 'cease', 'fire^2']);
  });
});

describe('a word with hyphens', () => {
  it('is two words in the mode “any”, as in lunr, where sign and field mean the first', () => {
    expect(read('cease-fire')).toBe('[cease fire]');
    expect(read('+title:cease-fire')).toBe('[+title:cease fire]');
    expect(read('title:(cease-fire)')).toBe('[title:cease title:fire]');
  });

  it('is a phrase in the mode “all”, with its sign, field and weight', () => {
    expect(read('cease-fire', 'all')).toBe('"cease-fire"');
    expect(read('-cease-fire reference:A-12^3', 'all')).toBe('[-"cease-fire" +reference:"A-12"^3]');
  });

  it('is a phrase beside an operator in every mode, because an operator takes one thing on each side', () => {
    expect(read('cease-fire AND treaty')).toBe('and("cease-fire", treaty)');
    expect(read('NOT cease-fire')).toBe('[-"cease-fire"]');
    expect(read('cease-fire NEAR treaty')).toBe('<"cease-fire" 10 treaty>');
  });

  it('asks for all its parts when one of them holds a star or a distance, which no phrase can', () => {
    expect(read('title:cease-fi*', 'all')).toBe('and(title:cease, title:fi*)');
    expect(read('cease-fire~1 x', 'all')).toBe('[+and(cease, fire~1) +x]');
    expect(faultOf('cease-fi* NEAR treaty').message).toContain('NEAR stands between two words or phrases');
  });
});

describe('the modes', () => {
  it('makes every word necessary in the mode “all”, inside parentheses too, and leaves signs as they are', () => {
    expect(read('a -b (c d) title:(e f)', 'all')).toBe('[+a -b +[+c +d] +[+title:e +title:f]]');
    expect(read('a OR b c', 'all')).toBe('[+or(a, b) +c]');
  });

  it('takes the whole line as one phrase in the mode “phrase”: marks go, operators and signs are words', () => {
    expect(read('  peace “of the” valley ', 'phrase')).toBe('"peace  of the  valley"');
    expect(read('a AND (b -c title:', 'phrase')).toBe('"a AND (b -c title:"');
  });

  it('looks for nothing in a blank line', () => {
    for (const mode of ['any', 'all', 'phrase'] as const)
      expect([read('', mode), read(' \t ', mode)]).toEqual(['nothing', 'nothing']);
    expect(read('""', 'phrase')).toBe('nothing');
  });
});
