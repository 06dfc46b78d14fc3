/** The least redacted text: row by row, from any base, and nothing chosen in silence. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composedOf } from '../../../electron/collation/alignment-task.js';
import { describeComposed, summaryOfComposed } from '../../../electron/contract/index.js';

let runs = 0;
const composed = (texts: readonly string[], base = 0) => {
  runs += 1;
  return composedOf({ key: `composed ${runs}`, texts: [...texts], base, pins: [] });
};
const textOf = (texts: readonly string[], base = 0) => composed(texts, base).text;
/** Of each range its words, whose they are, and why. */
const spansOf = (texts: readonly string[], base = 0) => {
  const { text, spans, sigla } = composed(texts, base);
  return spans.map(({ start, end, from, because }) => [text.slice(start, end), from && sigla[from.witness], because]);
};

describe('the least redacted text', () => {
  const LETTERS = ['you (b)(1) Chernov to be your', 'you appointed Viktor ███ your'];
  it.each([0, 1])('joins what two releases show of one sentence, from base %i', (base) => {
    expect(textOf(LETTERS, base)).toBe('you appointed Viktor Chernov to be your');
  });

  it('names the release of every range', () => {
    expect(spansOf(LETTERS)).toEqual([
      ['you ', 'A', 'base'],
      ['appointed Viktor', 'B', 'withheld'],
      [' Chernov to be your', 'A', 'base'],
    ]);
  });

  it('says where one gap ends as another begins, because both may withhold more there', () => {
    const made = composed(LETTERS);
    expect(made.seams.map((at) => made.text.slice(0, at))).toEqual(['you appointed Viktor']);
    expect(describeComposed(summaryOfComposed(made)).join('; ')).not.toContain('nothing is withheld by all');
    const third = composed([...LETTERS, 'you appointed Viktor Chernov to be your']);
    expect(third.seams).toEqual([]);
    expect(describeComposed(summaryOfComposed(third))).toEqual(['nothing is withheld by all']);
  });

  it('reads what the base cannot be read in, and tells it from what was withheld', () => {
    const texts = ['we saw the [illegible] of ███ that day', 'we saw the gate of the lock that day'];
    expect(textOf(texts)).toBe(texts[1]);
    expect(spansOf(texts)).toContainEqual(['gate', 'B', 'unread']);
    expect(spansOf(texts)).toContainEqual(['the lock', 'B', 'withheld']);
    const list = [
      'He spoke.\n\n[Omitted here is a list of ships.]\n\nHe left.',
      'He spoke.\n\nFour ships.\n\nHe left.',
    ];
    expect(textOf(list)).toBe(list[1]);
  });

  it.each([0, 1, 2])('shows both words where two releases differ in what a third withholds, from base %i', (base) => {
    const texts = ['we saw 43 barges there', 'we saw 48 barges there', 'we saw ███ barges there'];
    const [first, second] = base === 1 ? ['B: 48', 'A: 43'] : ['A: 43', 'B: 48'];
    expect(textOf(texts, base)).toBe(`we saw [${first} | ${second}] barges there`);
    const { spans } = composed(texts, base);
    expect(
      spans
        .filter(({ choice }) => choice === 0)
        .map(({ from }) => from?.witness)
        .sort(),
    ).toEqual([0, 1]);
  });

  it('makes one choice of neighbouring words, and names all who say the same', () => {
    const texts = ['we saw ███ today', 'we saw 43 barges today', 'we saw 48 boats today', 'we saw 43 barges today'];
    expect(textOf(texts)).toBe('we saw [B D: 43 barges | C: 48 boats] today');
  });

  it('keeps a mark where nobody shows what it stands for, and says so', () => {
    const texts = ['we saw ███ of the lock', 'we saw the gate ███ of the lock'];
    const made = composed(texts);
    expect(made.text).toBe('we saw the gate ███ of the lock');
    expect(describeComposed(summaryOfComposed(made))).toEqual(['1 place withheld by all']);
    expect(textOf(['we saw ███ it', 'we saw it'])).toBe('we saw ███ it');
    expect(describeComposed(summaryOfComposed(composed(['we saw [illegible] it', 'we saw it'])))).toEqual([
      '1 place is legible in no witness',
    ]);
  });

  it('takes in what the base leaves out unsaid, where another withholds it', () => {
    expect(textOf(['we saw of the lock', 'we saw ███ of the lock', 'we saw the gate of the lock'])).toBe(
      'we saw the gate of the lock',
    );
  });

  const WORDS =
    'The ambassador told Prince Anton on Tuesday that his government bought four hundred rifles from some dealer near Trieste and would ship them before winter unless Vienna heard about it first through spies'.split(
      ' ',
    );
  const gap = fc.record({
    start: fc.nat(WORDS.length - 1),
    length: fc.integer({ min: 1, max: 6 }),
    mark: fc.constantFrom('███', '[redacted, 1.4(b)]', '[redacted]', '(b)(1)'),
  });
  const release = fc.array(gap, { maxLength: 3 }).map((gaps) => {
    const marks = WORDS.map((_, at) => gaps.find(({ start, length }) => start <= at && at < start + length)?.mark);
    return {
      marks,
      text: WORDS.flatMap((word, at) => (marks[at] ? (at > 0 && marks[at - 1] ? [] : marks[at]) : word)).join(' '),
    };
  });

  it('holds every word that some release shows, and the base as it is', () => {
    fc.assert(
      fc.property(fc.array(release, { minLength: 2, maxLength: 5 }), fc.nat(), (made, at) => {
        const base = at % made.length;
        const texts = made.map(({ text }) => text);
        const { text, spans } = composed(texts, base);
        const shown = WORDS.filter((_, word) => made.some(({ marks }) => !marks[word]));
        const said = text.match(/\p{L}{2,}/gu) ?? [];
        for (const word of shown) expect(said).toContain(word);
        const own = spans.filter(({ because }) => because === 'base').map(({ start, end }) => text.slice(start, end));
        expect(own.join('')).toBe(texts[base]?.replace(/███|\[redacted(?:, 1\.4\(b\))?\]|\(b\)\(1\)/g, ''));
        const marks = text.match(/█+|\[redacted|\(b\)\(1\)/g)?.length ?? 0;
        if (marks > 0) expect(summaryOfComposed({ sigla: [], spans, seams: [] }).withheld).toBeGreaterThan(0);
      }),
      { seed: 43, numRuns: 150 },
    );
  });
});
