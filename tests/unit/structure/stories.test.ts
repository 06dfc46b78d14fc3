/** Every test of the window can be run alone: those that build on one another are a story. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { story } from '../../support/story.js';

const windowTests = join(import.meta.dirname, '..', '..', 'e2e');

/** A story of three steps. @returns what runs the test of each by its name, and the steps in the order in which they ran. */
function threeSteps(second: () => void = () => undefined) {
  const order: string[] = [];
  const tests = new Map<string, () => Promise<void>>();
  const step = story((name, run) => tests.set(name, run));
  step('first', () => order.push('first'));
  step('second', () => {
    order.push('second');
    second();
  });
  step('third', () => order.push('third'));
  return { order, run: (name: string) => tests.get(name)?.() };
}

describe('a step of a story', () => {
  it('goes the way to it when it is run alone', async () => {
    const { order, run } = threeSteps();
    await run('third');
    expect(order).toEqual(['first', 'second', 'third']);
  });

  it('runs once, in whichever order the tests are run', async () => {
    const { order, run } = threeSteps();
    for (const name of ['second', 'third', 'first']) await run(name);
    expect(order).toEqual(['first', 'second', 'third']);
  });

  it('fails at once behind one that failed, and says which', async () => {
    const { order, run } = threeSteps(() => {
      throw new Error('nothing is drawn');
    });
    await run('first');
    await expect(run('second')).rejects.toThrow('nothing is drawn');
    await expect(run('third')).rejects.toThrow('“second”, a step before this one, failed');
    expect(order).toEqual(['first', 'second']);
  });
});

describe('the tests of the window', () => {
  it('are steps of a story, or begin with nothing', () => {
    const files = readdirSync(windowTests).filter((name) => name.endsWith('.test.ts'));
    expect(files.length).toBeGreaterThan(20);
    const alone = files.filter((name) =>
      /import \{[^}]*\bit\b[^}]*\} from 'vitest'/.test(readFileSync(join(windowTests, name), 'utf8')),
    );
    // In these a test outside a story starts what it needs itself, or is the only one.
    expect(alone).toEqual(['hostile', 'incidents', 'packaged', 'printing', 'wording'].map((name) => `${name}.test.ts`));
  });
});
