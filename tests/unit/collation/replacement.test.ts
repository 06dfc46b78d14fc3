/** How a reading gets into another text: its words, with the blanks that are there. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replaced, replacementOf, shiftPins } from '../../../electron/collation/replacement.js';
import type { Pin, PinId } from '../../../electron/contract/index.js';

/** `|…|` marks what a text has at the place; `|` alone, twice, that it has nothing. */
function placed(marked: string) {
  const [before = '', words = '', after = ''] = marked.split('|');
  return { text: before + words + after, range: [before.length, before.length + words.length] as [number, number] };
}
const afterTransfer = (from: string, into: string): string => {
  const target = placed(into);
  return replaced(target.text, replacementOf(placed(from), target));
};

describe('a reading taken over', () => {
  it('stands for the words that were there, and leaves the blanks around them', () => {
    expect(afterTransfer('there are |48| barges', 'there  are\n|4B|\n barges')).toBe('there  are\n48\n barges');
  });
  it('keeps the line ends between the words it stands for, where there are as many', () => {
    expect(afterTransfer('|Colonel Petrov| came', '|Co1onel\nPetroy| came')).toBe('Colonel\nPetrov came');
    expect(afterTransfer('|the old Colonel Petrov| came', '|Co1onel\nPetroy| came')).toBe(
      'the old Colonel Petrov came',
    );
  });
  it('does not bring the line ends of the other text along, but its paragraphs', () => {
    expect(afterTransfer('a |long\nline of\nwords| here', 'a |word| here')).toBe('a long line of words here');
    expect(afterTransfer('a |first.\n\nSecond| here', 'a |word| here')).toBe('a first.\n\nSecond here');
    expect(afterTransfer('a |first.\n\nSecond| here', 'a |word| here\r\n')).toBe('a first.\r\n\r\nSecond here\r\n');
  });
  it('leaves a word that is broken at the end of a line as it is', () => {
    expect(afterTransfer('of |Petro-\nvic|, who', 'of |Petro vie|, who')).toBe('of Petro-\nvic, who');
  });
  it('is put between two words with a blank at either side', () => {
    expect(afterTransfer('forty |new| barges', 'forty|| barges')).toBe('forty new barges');
    expect(afterTransfer('forty |new| barges', 'forty||\nbarges')).toBe('forty new\nbarges');
    expect(afterTransfer('|The| forty', '||forty')).toBe('The forty');
    expect(afterTransfer('|The| forty', '||\nforty')).toBe('\nThe forty');
    expect(afterTransfer('the |end|', 'the||')).toBe('the end');
    expect(afterTransfer('the |end|\n', 'the||\n')).toBe('the end\n');
  });
  it('is put where it stands without a blank in the other text, so a sign stays at its word', () => {
    expect(afterTransfer('forty|,| barges', 'forty|| barges')).toBe('forty, barges');
    expect(afterTransfer('forty |(|barges', 'forty|| barges')).toBe('forty (barges');
    expect(afterTransfer('this and|/|or that', 'this and|| or that')).toBe('this and/or that');
  });
  it('begins or ends the paragraph that it begins or ends in the other text', () => {
    expect(afterTransfer('One.\n\n|Two.| Three.', 'One.||\n\nThree.')).toBe('One.\n\nTwo. Three.');
    expect(afterTransfer('One. |Two.|\n\nThree.', 'One.||\n\nThree.')).toBe('One. Two.\n\nThree.');
    expect(afterTransfer('One.\n\n|Two.|\n\nThree.', 'One.||\n\nThree.')).toBe('One.\n\nTwo.\n\nThree.');
    expect(afterTransfer('One\n|Two|\nThree', 'One||\nThree')).toBe('One\nTwo\nThree');
  });
  it('takes words out where it has nothing, and one of the two blanks beside them', () => {
    expect(afterTransfer('forty|| barges', 'forty |new| barges')).toBe('forty barges');
    expect(afterTransfer('forty|| barges', 'forty |new|\nbarges')).toBe('forty\nbarges');
    expect(afterTransfer('One.||\n\nThree.', 'One.\n\n|Two.|\n\nThree.')).toBe('One.\n\nThree.');
    expect(afterTransfer('One.||\n\nThree.', 'One. |Two.|\n\nThree.')).toBe('One.\n\nThree.');
    expect(afterTransfer('forty|| barges', 'forty|,| barges')).toBe('forty barges');
    expect(afterTransfer('red|| blue', 'red|,|blue')).toBe('red blue');
    expect(afterTransfer('and (||barges', 'and (|new| barges')).toBe('and (barges');
    expect(afterTransfer('||forty', '|Stamp| forty')).toBe('forty');
    expect(afterTransfer('forty||', 'forty |stamp|\n')).toBe('forty\n');
  });
  it('never changes anything but blanks outside of the place, whatever the texts', () => {
    const words = fc.array(fc.constantFrom('river', 'gate', '48', ',', '(', ' ', '\n', '\n\n', '-'), { maxLength: 6 });
    const text = words.map((parts) => parts.join(''));
    const bare = (said: string) => said.replace(/\s+/gu, '');
    fc.assert(
      fc.property(text, text, text, text, text, text, (a, b, c, d, e, f) => {
        const [from, into] = [b.trim(), e.trim()];
        const after = afterTransfer(`${a}|${from}|${c}`, `${d}|${into}|${f}`);
        expect(bare(after)).toBe(bare(d + from + f));
      }),
      { seed: 41, numRuns: 2_000 },
    );
  });
});

describe('pins of a text that is corrected', () => {
  const pin = (start: number, end: number): Pin => ({
    id: 'p' as PinId,
    kind: 'together',
    stretches: [
      { witness: 0, start, end },
      { witness: 1, start: 3, end: 7 },
    ],
    who: '',
    createdAt: '',
  });
  const along = (start: number, end: number, replacement: { start: number; end: number; words: string }) => {
    const { pins, dropped } = shiftPins([pin(start, end)], 0, replacement);
    const range = pins[0]?.stretches[0];
    return range ? [range.start, range.end] : dropped;
  };
  const change = { start: 10, end: 14, words: 'longer' };

  it('stay before it, and go along behind it', () => {
    expect(along(4, 10, change)).toEqual([4, 10]);
    expect(along(14, 20, change)).toEqual([16, 22]);
  });
  it('hold what stands for their words', () => {
    expect(along(10, 14, change)).toEqual([10, 16]);
    expect(along(8, 20, change)).toEqual([8, 22]);
  });
  it('keep what is left of their words, and are left out when nothing is', () => {
    expect(along(8, 12, change)).toEqual([8, 10]);
    expect(along(12, 20, change)).toEqual([16, 22]);
    expect(along(11, 13, change)).toBe(1);
    expect(along(10, 14, { start: 10, end: 14, words: '' })).toBe(1);
  });
  it('do not grow by words that are put beside them', () => {
    expect(along(4, 10, { start: 10, end: 10, words: ' new' })).toEqual([4, 10]);
    expect(along(10, 14, { start: 10, end: 10, words: 'new ' })).toEqual([14, 18]);
  });
  it('leave the other witnesses as they are', () => {
    expect(shiftPins([pin(14, 20)], 0, change).pins[0]?.stretches[1]).toEqual({ witness: 1, start: 3, end: 7 });
  });
});
