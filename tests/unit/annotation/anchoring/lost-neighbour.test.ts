/** Two like passages of the old text and one place in the new one. */
import { describe, expect, it } from 'vitest';
import { type AnchorOutcome, anchorAll, makeQuote } from '../../../../electron/annotation/anchoring/index.js';
import { strange } from './strange.js';

const FAR_BEFORE = strange(600, 61);
const FAR_AFTER = strange(600, 62);

/** What becomes of the words of one line of a list when its lines are others. */
function outcomeOf(old: readonly string[], words: string, now: readonly string[]): AnchorOutcome {
  const from = [FAR_BEFORE, ...old, FAR_AFTER].join('\n');
  const to = [FAR_BEFORE, ...now, FAR_AFTER].join('\n');
  const start = from.indexOf(words);
  const end = start + words.length;
  const [outcome] = anchorAll(from, to, [{ start, end, quote: makeQuote(from, start, end) }]);
  if (!outcome) throw new Error('no outcome');
  return outcome;
}

describe('a line of a list of which a like line is gone', () => {
  const both = ['Lamp oil  3.45', 'Item 13  3.40', 'Item 14  3.40', 'Oats for the mare  12.00'];
  const left = (line: string) => ['Lamp oil  3.45', line, 'Oats for the mare  12.00'];

  it('waits for a person when the digit that told the two apart is misread', () => {
    const expected = { state: 'review', reason: expect.stringContaining('one is gone') };
    expect(outcomeOf(both, 'Item 13  3.40', left('Item 1c  3.40'))).toMatchObject(expected);
    expect(outcomeOf(both, 'Item 14  3.40', left('Item 1c  3.40')).state).toBe('review');
  });

  it('is placed when that digit can be read', () => {
    expect(outcomeOf(both, 'Item 14  3.40', left('Item 14  3.40'))).toMatchObject({ state: 'placed', similarity: 1 });
    expect(outcomeOf(both, 'Item 13  3.40', left('Item 13  3.40'))).toMatchObject({ state: 'placed', similarity: 1 });
  });

  it('is placed when both are still there, however misread', () => {
    const now = ['Lamp oil  3.45', 'Item 1c  3.40', 'Item l4  3.4O', 'Oats for the mare  12.00'];
    expect(outcomeOf(both, 'Item 13  3.40', now).state).toBe('placed');
  });

  it('is placed when the line that is gone was quite another', () => {
    const others = ['Lamp oil  3.45', 'Item 13  3.40', 'Paid to the carrier', 'Oats for the mare  12.00'];
    expect(outcomeOf(others, 'Item 13  3.40', left('Item 1c  3.40')).state).toBe('placed');
  });

  it('waits when all but a letter of the like line is gone, and is placed when half of it is left', () => {
    const now = (rest: string) => ['Lamp oil  3.45', 'Item 1c  3.40', rest, 'Oats for the mare  12.00'];
    expect(outcomeOf(both, 'Item 13  3.40', now('I')).state).toBe('review');
    expect(outcomeOf(both, 'Item 13  3.40', now('Item 14')).state).toBe('placed');
  });

  it('waits when the like line fits but for three letters of what stands around it, and is placed when it fits less', () => {
    const after = strange(32, 64, 8);
    const old = [...both.slice(0, 3), after];
    // Only the like line, which is nearer, has these letters among the thirty-two units after it.
    const far = (count: number) => after.slice(0, 24) + 'z'.repeat(count) + after.slice(24 + count);
    const now = (count: number) => ['Lamp oil  3.45', 'Item 1c  3.40', far(count)];
    expect(outcomeOf(old, 'Item 13  3.40', now(2)).state).toBe('review');
    expect(outcomeOf(old, 'Item 13  3.40', now(5)).state).toBe('placed');
  });

  it('waits for lines that are gone a few lines off, not for those of another part of the list', () => {
    const apart = (letters: number) => {
      const between = strange(letters, 63);
      const old = ['Item 13  3.40', between, 'Item 14  3.40', 'Oats for the mare  12.00'];
      return outcomeOf(old, 'Item 13  3.40', ['Item 1c  3.40', 'Oats for the mare  12.00']).state;
    };
    expect(apart(70)).toBe('review');
    expect(apart(150)).toBe('placed');
  });
});

describe('equal lines in a long row', () => {
  it('wait when one is gone within four thousand units of them, and not when it is further off', () => {
    const line = 'paid to the carrier 1.20';
    const count = 400;
    const from = [FAR_BEFORE, ...Array.from({ length: count }, () => line), FAR_AFTER].join('\n');
    const to = from.replace(`${line}\n`, '');
    const last = from.lastIndexOf(line);
    const at = (before: number) => {
      const start = last - Math.round(before / (line.length + 1)) * (line.length + 1);
      const end = start + line.length;
      return anchorAll(from, to, [{ start, end, quote: makeQuote(from, start, end) }])[0]?.state;
    };
    expect(at(3_000)).toBe('review');
    expect(at(6_000)).toBe('placed');
  });
});
