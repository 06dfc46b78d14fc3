/** No verdict depends on how fast the machine is or on what chance draws: what would make one so is refused by name. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const tests = join(import.meta.dirname, '..', '..');
const self = 'unit/structure/steady-verdicts.test.ts';

const REFUSED = [
  {
    what: /\bwaitForTimeout\b/,
    instead: 'wait for the state itself; untilStill and roundTrip are in tests/support/app.ts',
  },
  { what: /\bMath\.random\b/, instead: 'draw from seededRandom (tests/bench/search/random.ts)' },
];

/** @returns what to do instead, for each that is refused in this code. */
const complaints = (code: string) => REFUSED.filter(({ what }) => what.test(code)).map(({ instead }) => instead);

describe('a verdict', () => {
  it('waits for states and draws from a seed, in every file of the tests', () => {
    const files = readdirSync(tests, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.tsx?$/.test(file) && file !== self,
    );
    expect(files.length).toBeGreaterThan(100);
    const found = files.flatMap((file) =>
      complaints(readFileSync(join(tests, file), 'utf8')).map((instead) => `${file}: ${instead}`),
    );
    expect(found).toEqual([]);
  });

  it('would be refused otherwise', () => {
    expect(complaints('await page.waitForTimeout(300);')).toHaveLength(1);
    expect(complaints('const at = Math.random() * 9;')).toHaveLength(1);
    expect(complaints('await found.waitFor({ timeout: 300 });')).toEqual([]);
  });

  it('is about the same cases of a property at every run, unless others are asked for', () => {
    expect(fc.readConfigureGlobal().seed).toBe(Number(process.env.FONDS_SEED ?? 20261130));
  });
});
