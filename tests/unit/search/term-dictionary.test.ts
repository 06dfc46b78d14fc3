import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteWriter } from '../../../electron/search/segment/bytes.js';
import { PatternAutomaton } from '../../../electron/search/segment/pattern-automaton.js';
import { startingWith } from '../../../electron/search/segment/prefix-filter.js';
import { TermDictionary, TermDictionaryWriter } from '../../../electron/search/segment/term-dictionary.js';

function dictionaryOf(words: readonly string[]): TermDictionary {
  const writer = new TermDictionaryWriter(new ByteWriter());
  for (const word of words) writer.add(word);
  return new TermDictionary(writer.bytes.done(), writer.blocks, writer.count);
}

/** Few letters, so that many words share their beginnings; some of two and three bytes. */
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', 'ж', '語'), minLength: 1, maxLength: 9 });
const words = fc.uniqueArray(word, { maxLength: 300 }).map((list) => list.sort((a, b) => (a < b ? -1 : 1)));

describe('a dictionary of words', () => {
  it('gives every word back, by number and by name, and no other', () => {
    fc.assert(
      fc.property(words, word, (list, other) => {
        const dictionary = dictionaryOf(list);
        expect([...dictionary.words()]).toEqual(list);
        expect(list.map((one) => dictionary.find(one))).toEqual([...list.keys()]);
        expect(list.map((_, at) => dictionary.word(at))).toEqual(list);
        expect(dictionary.find(other)).toBe(list.indexOf(other));
      }),
    );
  });

  it('finds exactly the words with a beginning', () => {
    fc.assert(
      fc.property(words, word, (list, beginning) => {
        const prefix = beginning.slice(0, 2);
        const found: string[] = [];
        dictionaryOf(list).withPrefix(prefix, (one) => found.push(one));
        expect(found).toEqual(list.filter((one) => one.startsWith(prefix)));
      }),
    );
  });

  it('finds exactly the words that lunr’s pattern of a wildcard or a slip accepts, whatever it leaps over', () => {
    const pattern = fc.oneof(
      fc.tuple(word, fc.nat(8)).map(([text, at]) => ({ term: `${text.slice(0, at)}*${text.slice(at)}` })),
      fc.tuple(word, fc.constantFrom(1, 2)).map(([term, editDistance]) => ({ term, editDistance })),
    );
    fc.assert(
      fc.property(words, pattern, (list, clause) => {
        const automaton = new PatternAutomaton(clause);
        const found: [string, number][] = [];
        dictionaryOf(list).accepted(automaton, (one, at) => found.push([one, at]));
        const wanted = [...list.entries()].filter(([, one]) => automaton.accepts(one)).map(([at, one]) => [one, at]);
        expect(found).toEqual(wanted);
      }),
      { numRuns: 500 },
    );
  });

  it('finds of what a pattern accepts the words with its first letter, when no slip may be in that', () => {
    fc.assert(
      fc.property(words, word, fc.constantFrom(1, 2), (list, term, editDistance) => {
        const automaton = new PatternAutomaton({ term, editDistance });
        const found: string[] = [];
        dictionaryOf(list).accepted(startingWith(automaton, term.charCodeAt(0)), (one) => found.push(one));
        expect(found).toEqual(list.filter((one) => one.charAt(0) === term.charAt(0) && automaton.accepts(one)));
      }),
      { numRuns: 500 },
    );
  });

  it('finds in one walk what two patterns find in two, and tells what is the first one’s', () => {
    fc.assert(
      fc.property(words, word, word, fc.constantFrom(1, 2), (list, term, other, editDistance) => {
        const [first, second] = [term, other].map((one) => new PatternAutomaton({ term: one, editDistance }));
        const both = new PatternAutomaton({ term, editDistance }, { term: other, editDistance });
        const found: [string, boolean][] = [];
        dictionaryOf(list).accepted(both, (one, _, state) => found.push([one, both.isFinalOfFirst(state)]));
        const wanted = list.filter((one) => first?.accepts(one) || second?.accepts(one));
        expect(found).toEqual(wanted.map((one) => [one, first?.accepts(one)]));
      }),
    );
  });
});
