import { describe, expect, it } from 'vitest';
import { makeQuote } from '../../../../electron/annotation/anchoring/index.js';
import { corrupt } from '../../../bench/anchoring/corrupt.js';
import { deletedTrial, editedTrial, livingTrial } from '../../../bench/anchoring/generated.js';
import { anchorLikeHypothesis } from '../../../bench/anchoring/hypothesis.js';
import { inventProse } from '../../../bench/anchoring/invented.js';
import { type AnchorTally, judged, NOTHING, shared, together } from '../../../bench/anchoring/judge.js';
import { LENGTHS, type Length } from '../../../bench/anchoring/passages-of.js';
import { isReached, percent } from '../../../bench/anchoring/report.js';
import { ANCHORINGS, run } from '../../../bench/anchoring/trial.js';
import { seededRandom } from '../../../bench/search/random.js';

const TEXTS = [1, 2].map((seed) => inventProse(60_000, seed));

function tallied(length: Length, rate: number): AnchorTally {
  return TEXTS.flatMap((text, index) => {
    const order = { length, rate, passages: 100, seed: 10 * index + 1 };
    return [livingTrial(text, order), deletedTrial(text, { ...order, seed: order.seed + 1 })];
  })
    .map((trial) => run(trial, ANCHORINGS.fonds))
    .reduce(together, NOTHING);
}

describe('a slice of the anchoring bench', () => {
  it.each([0.01, 0.05])('reaches with phrases what was set out for, at noise of %d', (rate) => {
    const tally = tallied('phrase', rate);
    expect(tally.alive).toBeGreaterThan(150);
    expect(tally.deleted).toBeGreaterThan(150);
    expect(isReached(tally), JSON.stringify(tally)).toBe(true);
  });

  it.each(LENGTHS)('places hardly ever a %s where it is not, even at noise of one letter in ten', (length) => {
    const { wrong, alive, falseAnchors, deleted } = tallied(length, 0.1);
    expect(percent(wrong, alive)).toBeLessThanOrEqual(0.5);
    expect(percent(falseAnchors, deleted)).toBeLessThanOrEqual(1);
  });

  it('follows passages whose paragraphs were moved between new ones', () => {
    const [one = '', other = ''] = TEXTS;
    const trial = editedTrial(one, other, { length: 'sentence', rate: 0.02, passages: 100, seed: 7 });
    const { wrong, exact, alive } = run(trial, ANCHORINGS.fonds);
    expect(wrong).toBe(0);
    expect(percent(exact, alive)).toBeGreaterThanOrEqual(97);
  });
});

describe('the truth of the bench', () => {
  it('knows where each passage went through any noise', () => {
    const [text = ''] = TEXTS;
    for (const rate of [0, 0.02, 0.2]) {
      const { text: now, where, left } = corrupt(text, { rate, lineLength: 70 }, seededRandom(3));
      expect(left(0, text.length)).toBeGreaterThan(0.95);
      const place = where(0, text.length);
      expect(place?.[0]).toBeLessThan(100);
      expect(place?.[1]).toBeGreaterThan(now.length - 100);
      if (rate > 0) continue;
      const start = text.indexOf('.', 30_000) + 2;
      const found = where(start, start + 40);
      expect(
        found &&
          now
            .slice(...found)
            .replace('-\n', '')
            .replaceAll('\n', ' '),
      ).toBe(text.slice(start, start + 40).trim());
    }
  });

  it('leaves out what was deleted', () => {
    const { text, where } = corrupt('one two three', { rate: 0, lineLength: 70 }, seededRandom(1), [[4, 8]]);
    expect(text).toBe('one three');
    expect(where(4, 8)).toBeNull();
    expect(where(8, 13)).toEqual([4, 9]);
  });

  it('counts a place as wrong below half of the truth, and as exact from nine tenths', () => {
    expect(shared([0, 10], [5, 15])).toBeCloseTo(1 / 3);
    expect(judged(NOTHING, [0, 10], [5, 15])).toMatchObject({ alive: 1, wrong: 1, exact: 0, orphans: 0 });
    expect(judged(NOTHING, [0, 10], [0, 9])).toMatchObject({ wrong: 0, exact: 1 });
    expect(judged(NOTHING, [0, 10], null)).toMatchObject({ wrong: 0, orphans: 1 });
    expect(judged(NOTHING, null, [0, 1])).toMatchObject({ alive: 0, deleted: 1, falseAnchors: 1 });
  });
});

describe('the peer of the bench', () => {
  const text = 'The minister wrote home. Later the ambassador wrote too, and waited for an answer.';
  const target = (words: string) => {
    const start = text.indexOf(words);
    return { start, end: start + words.length, quote: makeQuote(text, start, start + words.length) };
  };

  it('takes the position when the words stand there, and else the nearest words with their context', () => {
    expect(anchorLikeHypothesis(text, target('ambassador'))).toEqual([35, 45]);
    expect(anchorLikeHypothesis(`Quite new. ${text}`, target('ambassador'))).toEqual([46, 56]);
    const misread = text.replace('ambassador', 'arnbassador');
    expect(anchorLikeHypothesis(misread, target('ambassador'))?.[1]).toBe(46);
  });

  it('has no least score: it settles on like words even when the passage is gone', () => {
    const start = text.lastIndexOf('wrote');
    const second = { start, end: start + 5, quote: makeQuote(text, start, start + 5) };
    expect(anchorLikeHypothesis(text.replace('wrote too', 'waited'), second)).toEqual([13, 18]);
  });
});
