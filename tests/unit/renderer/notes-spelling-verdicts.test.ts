import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSpellingVerdicts, MAX_WORDS_A_CALL } from '../../../renderer/features/notes/editor/spelling-verdicts.js';

const ENGLISH = ['en-GB'];

/** A dictionary whose answers come when the test says so. */
function desk(wrong: readonly string[]) {
  const misspelt = new Set(wrong);
  const asked: { words: readonly string[]; answer(): void; fail(): void }[] = [];
  const verdicts = createSpellingVerdicts(
    (_languages, words) =>
      new Promise((resolve) => {
        // What the archive knows is read when the question reaches it.
        const found = new Set(words.filter((word) => misspelt.has(word)));
        asked.push({ words, answer: () => resolve(found), fail: () => resolve(null) });
      }),
  );
  return {
    verdicts,
    asked,
    learn: (word: string) => {
      misspelt.delete(word);
      verdicts.invalidate();
    },
  };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('what spelling knows of words', () => {
  it('still knows the other misspelt words after one was learned', async () => {
    const { verdicts, asked, learn } = desk(['goverment', 'Žarković']);
    const first = verdicts.settle(ENGLISH, ['goverment', 'Žarković', 'met']);
    asked[0]?.answer();
    expect(await first).toBe(true);
    learn('Žarković');
    expect(verdicts.of(ENGLISH, 'goverment')).toBe('wrong');
    expect(verdicts.of(ENGLISH, 'met')).toBe('right');
  });

  it('asks again for what was known before a word was learned, and only then calls it settled', async () => {
    const { verdicts, asked, learn } = desk(['Žarković']);
    const first = verdicts.settle(ENGLISH, ['Žarković']);
    asked[0]?.answer();
    await first;
    learn('Žarković');
    const again = verdicts.settle(ENGLISH, ['Žarković']);
    expect(verdicts.of(ENGLISH, 'Žarković')).toBe('wrong');
    asked[1]?.answer();
    expect(await again).toBe(true);
    expect(verdicts.of(ENGLISH, 'Žarković')).toBe('right');
  });

  it('waits for an answer from after the learning when one from before it was under way', async () => {
    const { verdicts, asked, learn } = desk(['Žarković']);
    let isSettled = false;
    const settled = verdicts.settle(ENGLISH, ['Žarković']).then((done) => {
      isSettled = true;
      return done;
    });
    learn('Žarković');
    asked[0]?.answer();
    await turn();
    expect(isSettled).toBe(false);
    expect(verdicts.of(ENGLISH, 'Žarković')).toBe('wrong');
    asked[1]?.answer();
    expect(await settled).toBe(true);
    expect(verdicts.of(ENGLISH, 'Žarković')).toBe('right');
  });

  it('does not let a late answer from before the learning replace a newer one', async () => {
    const { verdicts, asked, learn } = desk(['Žarković']);
    void verdicts.settle(ENGLISH, ['Žarković']);
    learn('Žarković');
    const again = verdicts.settle(ENGLISH, ['Žarković']);
    asked[1]?.answer();
    await again;
    asked[0]?.answer();
    await turn();
    expect(verdicts.of(ENGLISH, 'Žarković')).toBe('right');
  });

  it('asks about a word once while its answer is under way', async () => {
    const { verdicts, asked } = desk(['goverment']);
    const both = [verdicts.settle(ENGLISH, ['goverment']), verdicts.settle(ENGLISH, ['goverment', 'met'])];
    expect(asked.map(({ words }) => words)).toEqual([['goverment'], ['met']]);
    for (const { answer } of asked) answer();
    expect(await Promise.all(both)).toEqual([true, true]);
  });

  it('says when the words could not be looked up, and asks again the next time', async () => {
    const { verdicts, asked } = desk(['goverment']);
    const first = verdicts.settle(ENGLISH, ['goverment']);
    asked[0]?.fail();
    expect(await first).toBe(false);
    expect(verdicts.of(ENGLISH, 'goverment')).toBe(null);
    const again = verdicts.settle(ENGLISH, ['goverment']);
    asked[1]?.answer();
    expect(await again).toBe(true);
  });

  it('forgets the verdicts of other dictionaries', async () => {
    const { verdicts, asked } = desk(['goverment']);
    const first = verdicts.settle(ENGLISH, ['goverment']);
    const other = verdicts.settle(['de'], ['Regierung']);
    for (const { answer } of asked) answer();
    expect(await first).toBe(false);
    expect(await other).toBe(true);
    expect(verdicts.of(['de'], 'goverment')).toBe(null);
  });

  it.each([
    [MAX_WORDS_A_CALL, 1],
    [MAX_WORDS_A_CALL + 1, 2],
  ])('asks for %i words in %i calls', async (count, calls) => {
    const sizes: number[] = [];
    const verdicts = createSpellingVerdicts(async (_languages, words) => {
      sizes.push(words.length);
      return new Set();
    });
    await verdicts.settle(
      ENGLISH,
      Array.from({ length: count }, (_, index) => `word${index}`),
    );
    expect(sizes).toHaveLength(calls);
  });

  it('knows of each word what the dictionary says at the end, whenever words are learned in between', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.constant('answer'), fc.constant('ask'), fc.constantFrom('a', 'b', 'c')), {
          maxLength: 30,
        }),
        async (steps) => {
          const { verdicts, asked, learn } = desk(['a', 'b', 'c']);
          const learned = new Set<string>();
          let answered = 0;
          for (const step of steps) {
            if (step === 'ask') void verdicts.settle(ENGLISH, ['a', 'b', 'c', 'd']);
            else if (step === 'answer') asked[answered++]?.answer();
            else {
              learned.add(step);
              learn(step);
            }
            await turn();
          }
          const last = verdicts.settle(ENGLISH, ['a', 'b', 'c', 'd']);
          let isOver = false;
          void last.then(() => {
            isOver = true;
          });
          for (let at = 0; !isOver; at += 1) {
            asked[at]?.answer();
            await turn();
          }
          for (const word of ['a', 'b', 'c', 'd']) {
            const isRight = word === 'd' || learned.has(word);
            expect(verdicts.of(ENGLISH, word)).toBe(isRight ? 'right' : 'wrong');
          }
        },
      ),
      { seed: 7, numRuns: 60 },
    );
  });
});
