/** On either side of what bounds the search for a quotation: which of its n-grams are looked up, and how they vote. */
import { describe, expect, it } from 'vitest';
import {
  type AnchorOutcome,
  anchorAlong,
  anchorQuotes,
  makeQuote,
} from '../../../../electron/annotation/anchoring/index.js';
import type { AlignmentOp, TextAlignment } from '../../../../electron/text/index.js';
import { misread, strange } from './strange.js';

/** What becomes of words of which nothing else is known. */
function looked(words: string, text: string): AnchorOutcome {
  const [outcome] = anchorQuotes(text, [{ exact: words, prefix: '', suffix: '' }]);
  if (!outcome) throw new Error('no outcome');
  return outcome;
}

const candidates = (outcome: AnchorOutcome) => (outcome.state === 'review' ? outcome.candidates.length : Number.NaN);

describe('a quotation that is looked for in a long text', () => {
  it('is found by n-grams that stand at three hundred places, and not by those that stand at five hundred', () => {
    const lines = (count: number) => 'paid to the carrier 12.00\n'.repeat(count);
    expect(candidates(looked('to the carrier', lines(300)))).toBe(5);
    expect(candidates(looked('to the carrier', lines(500)))).toBe(0);
  });

  it('is looked up by every other n-gram when it has more than 480 letters', () => {
    const passage = strange(600, 31, 8);
    /** Only the five letters of every word that begin at `first` are left. */
    const left = (first: number) =>
      passage.replace(/\S{8}/g, (word) => {
        const end = first + 5;
        return 'z'.repeat(first) + word.slice(first, end) + 'z'.repeat(8 - end);
      });
    const found = (first: number) => candidates(looked(passage, `${strange(60_000, 32)} ${left(first)}`));
    expect(found(2)).toBe(1);
    expect(found(1)).toBe(0);
  });

  it('is found though letters were added between its words, before places that hold a part of it', () => {
    const passage = strange(48, 33, 12);
    const pieces = passage.split(' ');
    const spread = pieces.join(' zzzz ');
    // More places than are looked at hold half of the letters in a row, which is more than any two of its words.
    const parts = Array.from({ length: 40 }, (_, index) => `${strange(300, 40 + index)} ${pieces[0]} ${pieces[1]}`);
    const outcome = looked(passage, `${parts.join(' ')} ${strange(300, 34)} ${spread} ${strange(300, 35)}`);
    const best = outcome.state === 'review' ? outcome.candidates[0] : outcome;
    expect(best?.similarity).toBeGreaterThan(0.75);
  });
});

describe('a passage that was cut where its paragraph was moved to', () => {
  const words = strange(100, 51, 10).split(' ');
  const passage = words.join(' ');
  const before = strange(27, 52);
  // What follows begins like the last words but one of the passage.
  const after = `${misread(words[8] ?? '', 5)} ${strange(17, 53)}`;
  const from = [strange(300, 54), before, passage, after, strange(300, 55)].join(' ');

  /** @param around what stands before the passage and after it in the new text, where its first words are joined. */
  function cutBy(count: number, around: { before: string; lost?: string; after: string }): string {
    const kept = words.slice(0, -count).join(' ');
    const lost = around.lost ?? words.slice(-count).join(' ');
    const to = [strange(300, 56), around.before, kept, lost, around.after, strange(300, 57)].filter(Boolean).join(' ');
    const start = from.indexOf(passage);
    const at = to.indexOf(kept);
    const joined: Pick<AlignmentOp, 'from' | 'to'> = { from: [start, start + kept.length], to: [at, at + kept.length] };
    const alignment: TextAlignment = {
      from,
      to,
      ops: [
        { kind: 'removed', from: [0, from.length], to: [0, 0] },
        { kind: 'added', from: [from.length, from.length], to: [0, to.length] },
      ],
      moves: [{ ...joined, ops: [{ kind: 'same', ...joined }] }],
    };
    const end = start + passage.length;
    const [outcome] = anchorAlong(alignment, [{ start, end, quote: makeQuote(from, start, end) }]);
    return outcome?.state === 'placed' ? to.slice(outcome.start, outcome.end) : `review: ${outcome?.reason}`;
  }

  it('is completed when it lost two words of ten, and is left when it lost one', () => {
    const strangers = { before: strange(27, 58), after: strange(27, 59) };
    expect(cutBy(2, strangers)).toBe(passage);
    expect(cutBy(1, strangers)).toBe(words.slice(0, -1).join(' '));
  });

  it('is completed when half of what stood around it is gone', () => {
    expect(cutBy(2, { before: misread(before, 3), after: strange(27, 59) })).toBe(passage);
  });

  it('simply lost its end when its old neighbours stand around it, however like they are', () => {
    expect(cutBy(2, { before, lost: '', after })).toBe(words.slice(0, -2).join(' '));
  });
});
