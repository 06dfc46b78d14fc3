import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnchorOutcome, anchorAll, makeQuote } from '../../../../electron/annotation/anchoring/index.js';

const TEXT = [
  'The minister received the ambassador in the small library. He was told that the government could not consent to the proposal, and that the treaty of commerce would have to wait.',
  'On the following morning the ambassador wrote home. He described the conversation at length, and asked for new instructions before the council met again in the spring.',
  'No answer came. The government of his own country had fallen, and the new cabinet did not wish to be reminded of the treaty of commerce.',
].join('\n\n');

function targetOf(text: string, words: string, nth = 0) {
  let start = text.indexOf(words);
  for (let skipped = 0; skipped < nth; skipped += 1) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`"${words}" is not in the text`);
  return { start, end: start + words.length, quote: makeQuote(text, start, start + words.length) };
}

function anchor(to: string, words: string, nth = 0): { outcome: AnchorOutcome; text: string | null } {
  const [outcome] = anchorAll(TEXT, to, [targetOf(TEXT, words, nth)]);
  if (!outcome) throw new Error('no outcome');
  return { outcome, text: outcome.state === 'placed' ? to.slice(outcome.start, outcome.end) : null };
}

describe('an annotation when its text gets another version', () => {
  it('stays where it was when nothing changed', () => {
    expect(anchor(TEXT, 'treaty of commerce', 1).outcome).toMatchObject({
      state: 'placed',
      start: TEXT.lastIndexOf('treaty of commerce'),
      score: 1,
      similarity: 1,
    });
  });

  it('stays with its words when only lines are broken otherwise', () => {
    const to = TEXT.replaceAll(' ', (_, at: number) => (at % 7 === 0 ? '\n' : ' ')).replace(
      'ambassador',
      'ambas-\nsador',
    );
    for (const words of ['library', 'could not consent to the proposal', 'The government of his own country']) {
      const { outcome, text } = anchor(to, words);
      expect(outcome).toMatchObject({ state: 'placed', similarity: 1 });
      expect(text?.replaceAll('\n', ' ')).toBe(words);
    }
    expect(anchor(to, 'ambassador').text).toBe('ambas-\nsador');
  });

  it('goes with its words when a paragraph is put before them', () => {
    const { text } = anchor(`A new first paragraph, which nobody had seen.\n\n${TEXT}`, 'asked for new instructions');
    expect(text).toBe('asked for new instructions');
  });

  it('goes with its words when its paragraph is moved', () => {
    const [one, two, three] = TEXT.split('\n\n');
    const { text } = anchor([one, three, two].join('\n\n'), 'asked for new instructions before the council met');
    expect(text).toBe('asked for new instructions before the council met');
  });

  it('stays with misread words', () => {
    const to = TEXT.replace('received the ambassador', 'recieved tbe arnbassador');
    expect(anchor(to, 'the ambassador').text).toBe('tbe arnbassador');
  });

  it('waits for a person when the passage was deleted, even though the same words stand elsewhere', () => {
    const to = TEXT.replace(', and that the treaty of commerce would have to wait', '');
    const { outcome } = anchor(to, 'treaty of commerce');
    expect(outcome.state).toBe('review');
    expect(outcome.state === 'review' && outcome.reason).toMatch(/not found in this version/);
    expect(outcome.state === 'review' && outcome.candidates.length).toBeGreaterThan(0);
  });

  it('waits for a person when a single word was deleted and stands elsewhere too', () => {
    const to = TEXT.replace('the ambassador in', 'in');
    expect(anchor(to, 'ambassador').outcome.state).toBe('review');
  });

  it('says so when it finds two places that cannot be distinguished', () => {
    const passage = 'He described the conversation at length';
    const to = `${TEXT.split('\n\n')[0]}\n\nMost of it is new here, or lost. ${passage}. Quite another thing follows now, and it is long. ${passage}. Quite another thing follows now, and it is long.`;
    const { outcome } = anchor(to, passage);
    expect(outcome).toMatchObject({ state: 'review', reason: expect.stringContaining('2 places') });
  });

  it('gives ranges inside the new text that split no pair, whatever the texts', () => {
    const part = fc.constantFrom('the ', 'treaty ', '𠀋𠀌', '😀', ' ', '\n\n', 'e\u0301', 'commerce ', '.', 'æ');
    const text = fc.array(part, { maxLength: 80 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, fc.nat(), fc.nat(), (from, to, one, other) => {
        const places = [one % (from.length + 1), other % (from.length + 1)].sort((a, b) => a - b);
        const [start = 0, end = 0] = places;
        const [outcome] = anchorAll(from, to, [{ start, end, quote: makeQuote(from, start, end) }]);
        const found = outcome?.state === 'placed' ? [outcome] : (outcome?.candidates ?? []);
        for (const place of found) {
          expect(place.start).toBeGreaterThanOrEqual(0);
          expect(place.start).toBeLessThanOrEqual(place.end);
          expect(place.end).toBeLessThanOrEqual(to.length);
          if (from !== to) expect(to.slice(place.start, place.end).isWellFormed()).toBe(true);
          expect(place.similarity).toBeGreaterThanOrEqual(0);
          expect(place.score).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
