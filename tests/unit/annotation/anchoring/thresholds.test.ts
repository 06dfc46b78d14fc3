/** On either side of every threshold of `anchor-all.ts` and of what it uses: a case that passes and one that does not. */
import { describe, expect, it } from 'vitest';
import {
  type AnchorOutcome,
  anchorAll,
  anchorQuotes,
  makeQuote,
} from '../../../../electron/annotation/anchoring/index.js';
import { misread, strange } from './strange.js';

const FAR_BEFORE = strange(600, 1);
const BEFORE = strange(27, 2);
const AFTER = strange(27, 3);
const FAR_AFTER = strange(600, 4);
const OTHER = strange(600, 5);

interface Parts {
  readonly before?: string;
  readonly words?: string;
  readonly after?: string;
  readonly farBefore?: string;
  readonly farAfter?: string;
}

/** What becomes of a passage when parts of its text are written otherwise. */
function outcomeOf(passage: string, changed: Parts): AnchorOutcome & { text: string } {
  const from = [FAR_BEFORE, BEFORE, passage, AFTER, FAR_AFTER].join(' ');
  const parts = {
    farBefore: FAR_BEFORE,
    before: BEFORE,
    words: passage,
    after: AFTER,
    farAfter: FAR_AFTER,
    ...changed,
  };
  const to = [parts.farBefore, parts.before, parts.words, parts.after, parts.farAfter].filter(Boolean).join(' ');
  const start = from.indexOf(passage);
  const end = start + passage.length;
  const [outcome] = anchorAll(from, to, [{ start, end, quote: makeQuote(from, start, end) }]);
  if (!outcome) throw new Error('no outcome');
  return { ...outcome, text: outcome.state === 'placed' ? to.slice(outcome.start, outcome.end) : '' };
}

const PHRASE = strange(20, 6);
const WORD = strange(20, 7, 40);
/** Nothing after the passage is what it was. */
const LOST_AFTER: Parts = { after: '', farAfter: OTHER };

/** What stands further off is hardly legible either. */
const MISREAD_FAR: Parts = { farBefore: misreadNear(FAR_BEFORE, 'end'), farAfter: misreadNear(FAR_AFTER, 'start') };

/** The hundred units that are nearest to the passage with six letters misread in ten. */
function misreadNear(text: string, at: 'start' | 'end', share = 0.6, near = 100): string {
  const [rest, part] =
    at === 'end' ? [text.slice(0, -near), text.slice(-near)] : [text.slice(near), text.slice(0, near)];
  const worse = misread(part, Math.round(part.replace(/\s/g, '').length * share));
  return at === 'end' ? rest + worse : worse + rest;
}

describe('a passage between neighbours that are certain', () => {
  it('is placed when half of a phrase is left, and waits with less', () => {
    const half = outcomeOf(PHRASE, { words: misread(PHRASE, 10) });
    expect(half).toMatchObject({ state: 'placed', similarity: 0.5, text: misread(PHRASE, 10) });
    expect(outcomeOf(PHRASE, { words: misread(PHRASE, 11) }).state).toBe('review');
  });

  it('is placed when 55 % of a single word are left, and waits with less', () => {
    expect(outcomeOf(WORD, { words: misread(WORD, 9) })).toMatchObject({ state: 'placed', similarity: 0.55 });
    expect(outcomeOf(WORD, { words: misread(WORD, 10) }).state).toBe('review');
  });

  it('may have one side that is hardly legible, but not one that is what chance would give', () => {
    const words = misread(PHRASE, 9);
    expect(outcomeOf(PHRASE, { words, after: misread(AFTER, 15), farAfter: OTHER }).state).toBe('placed');
    expect(outcomeOf(PHRASE, { words, after: strange(27, 8), farAfter: OTHER }).state).toBe('review');
  });

  it('needs one side that is surely the old one', () => {
    const words = misread(PHRASE, 9);
    const sides = (count: number) => ({
      ...MISREAD_FAR,
      words,
      before: misread(BEFORE, count),
      after: misread(AFTER, count),
    });
    expect(outcomeOf(PHRASE, sides(9)).state).toBe('placed');
    expect(outcomeOf(PHRASE, sides(13)).state).toBe('review');
  });
});

describe('a passage whose neighbours are hardly legible', () => {
  const words = misread(PHRASE, 9);
  const sides = { words, before: misread(BEFORE, 16), after: misread(AFTER, 16) };

  it('is certain by what stands further off, as far as ninety-six units', () => {
    expect(outcomeOf(PHRASE, sides).state).toBe('placed');
    expect(outcomeOf(PHRASE, { ...sides, ...MISREAD_FAR }).state).toBe('review');
  });

  it('needs half of what stands further off on one side, and a third on the other', () => {
    const far = (before: number, after: number) => ({
      words,
      before: misreadNear(BEFORE, 'end', before),
      farBefore: misreadNear(FAR_BEFORE, 'end', before),
      after: misreadNear(AFTER, 'start', after),
      farAfter: misreadNear(FAR_AFTER, 'start', after),
    });
    expect(outcomeOf(PHRASE, far(0.45, 0.6)).state).toBe('placed');
    expect(outcomeOf(PHRASE, far(0.58, 0.6)).state).toBe('review');
    expect(outcomeOf(PHRASE, far(0.45, 0.8)).state).toBe('review');
  });
});

describe('a passage with one neighbour that is certain', () => {
  it('is placed when six tenths of a phrase are left, and waits with less', () => {
    expect(outcomeOf(PHRASE, { ...LOST_AFTER, words: misread(PHRASE, 8) })).toMatchObject({
      state: 'placed',
      similarity: 0.6,
    });
    expect(outcomeOf(PHRASE, { ...LOST_AFTER, words: misread(PHRASE, 9) }).state).toBe('review');
  });

  it('is placed as a single word when seven tenths of that neighbour are left, and waits with less', () => {
    expect(outcomeOf(WORD, { ...LOST_AFTER, before: misread(BEFORE, 7) }).state).toBe('placed');
    expect(outcomeOf(WORD, { ...LOST_AFTER, before: misread(BEFORE, 9) }).state).toBe('review');
  });

  it('counts as no more than a single word with seven letters, and as a phrase with eight', () => {
    const sides = { ...LOST_AFTER, before: misread(BEFORE, 9) };
    expect(outcomeOf('qum rbaw', sides).state).toBe('review');
    expect(outcomeOf('qumt rbaw', sides).state).toBe('placed');
  });

  it('asks for three quarters of a phrase when its end cuts a word', () => {
    const joined = (count: number) => {
      const after = `${misread(PHRASE, count)}${AFTER}`;
      return { farBefore: OTHER, before: '', words: '', after };
    };
    expect(outcomeOf(PHRASE, joined(4)).state).toBe('placed');
    expect(outcomeOf(PHRASE, joined(7)).state).toBe('review');
  });

  it('asks for three quarters of a phrase when neither neighbour is sure', () => {
    const sides = { ...MISREAD_FAR, before: misread(BEFORE, 12), after: misread(AFTER, 12) };
    expect(outcomeOf(PHRASE, { ...sides, words: misread(PHRASE, 5) }).state).toBe('placed');
    expect(outcomeOf(PHRASE, { ...sides, words: misread(PHRASE, 6) }).state).toBe('review');
  });
});

/** A quotation of which nothing is known but its words and context, looked for in a text that holds it otherwise. */
function quoted(passage: string, texts: readonly Parts[], room = 200): AnchorOutcome {
  const text = texts
    .map(({ before = BEFORE, words = passage, after = AFTER }, index) =>
      [strange(room, 20 + index), before, words, after].join(' '),
    )
    .join(' ');
  const [outcome] = anchorQuotes(text, [{ exact: passage, prefix: `${BEFORE} `, suffix: ` ${AFTER}` }]);
  if (!outcome) throw new Error('no outcome');
  return outcome;
}

describe('a quotation that is looked for', () => {
  const LONGER = strange(25, 9);

  it('is placed with seven tenths of its words, and waits with less, however sure its context is', () => {
    expect(quoted(LONGER, [{ words: misread(LONGER, 7) }])).toMatchObject({ state: 'placed', method: 'quote' });
    expect(quoted(LONGER, [{ words: misread(LONGER, 8) }])).toMatchObject({ state: 'review' });
  });

  it('is placed when words and context come to a score of 0.8, and waits below that', () => {
    const sides = (count: number) => ({ before: misread(BEFORE, count), after: misread(AFTER, count) });
    expect(quoted(LONGER, [sides(12)])).toMatchObject({ state: 'placed', similarity: 1 });
    expect(quoted(LONGER, [sides(15)])).toMatchObject({ state: 'review' });
  });

  it('weighs the context with four tenths, and less the longer the words are above forty letters', () => {
    const sides = { before: misread(BEFORE, 9), after: misread(AFTER, 9) };
    const scoreOf = (letters: number) => {
      const outcome = quoted(strange(letters, 10), [sides]);
      return outcome.state === 'placed' ? outcome.score : 0;
    };
    expect(scoreOf(25)).toBeCloseTo(1 - 0.4 / 3, 5);
    expect(scoreOf(40)).toBeCloseTo(1 - 0.4 / 3, 5);
    expect(scoreOf(80)).toBeCloseTo(1 - 0.2 / 3, 5);
  });

  it('waits when two places differ by less than 0.05 in score, and goes to the better one above that', () => {
    const sides = (count: number) => ({ before: misread(BEFORE, count), after: misread(AFTER, count) });
    // Of 54 letters of context, 6 make a score of 0.044 and 8 one of 0.059.
    expect(quoted(LONGER, [{}, sides(3)])).toMatchObject({
      state: 'review',
      reason: 'Found at 2 places that cannot be told apart.',
    });
    expect(quoted(LONGER, [{}, sides(4)])).toMatchObject({ state: 'placed', score: 1 });
  });

  it('is shown at places that are half alike, and not at others', () => {
    const shown = (count: number) => {
      const outcome = quoted(PHRASE, [{ words: misread(PHRASE, count) }]);
      return outcome.state === 'review' ? outcome.candidates.length : Number.NaN;
    };
    expect(shown(10)).toBe(1);
    expect(shown(11)).toBe(0);
  });

  it('is shown at five places at most, and found at thirty-two', () => {
    const places = (count: number) =>
      quoted(
        LONGER,
        Array.from({ length: count }, () => ({})),
      );
    expect(places(4)).toMatchObject({ candidates: { length: 4 } });
    expect(places(30)).toMatchObject({ candidates: { length: 5 }, reason: expect.stringContaining('at 30 places') });
    expect(places(40)).toMatchObject({ candidates: { length: 5 }, reason: expect.stringContaining('at 32 places') });
  });

  it('is found by five letters in a row, wherever they stand in it', () => {
    const only = (run: number) => {
      // Every letter after a run is misread, and nothing of the context is left.
      let seen = 0;
      const words = LONGER.replace(/\S/g, (letter) => {
        seen += 1;
        return seen % (run + 1) === 0 ? 'z' : letter;
      });
      // In a long text, because in a short one nearly every place is looked at.
      const outcome = quoted(LONGER, [{ before: strange(27, 12), words, after: strange(27, 13) }], 60_000);
      return outcome.state === 'placed' ? Number.NaN : outcome.candidates.length;
    };
    expect(only(5)).toBe(1);
    expect(only(4)).toBe(0);
  });
});

describe('equal lines of a list', () => {
  const line = (length: number) => `${strange(length, 11, 7)} 1.20`;
  /** @param count of equal lines; of the new text the last line is cut to `share`. */
  function listed(length: number, share: number): AnchorOutcome {
    const one = line(length);
    const from = [FAR_BEFORE, one, one, one, FAR_AFTER].join('\n');
    const to = [FAR_BEFORE, one, one, one.slice(0, Math.round(one.length * share)), FAR_AFTER]
      .filter(Boolean)
      .join('\n');
    const start = from.indexOf(one);
    const end = start + 20;
    const [outcome] = anchorAll(from, to, [{ start, end, quote: makeQuote(from, start, end) }]);
    if (!outcome) throw new Error('no outcome');
    return outcome;
  }

  it('wait for a person when more than half of one is gone, because nobody can say which', () => {
    expect(listed(40, 0)).toMatchObject({ state: 'review', reason: expect.stringContaining('one is gone') });
    expect(listed(40, 0.4)).toMatchObject({ state: 'review' });
    expect(listed(40, 0.6)).toMatchObject({ state: 'placed' });
  });

  it('are looked for as far as a few lines go', () => {
    expect(listed(330, 0)).toMatchObject({ state: 'review' });
    expect(listed(480, 0)).toMatchObject({ state: 'placed' });
  });
});
