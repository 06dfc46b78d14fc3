/**
 * Tests of one story: each begins where the one before it ended, in a window that is not started for each of them. A
 * step that is run by itself (`-t`), or before its turn, goes the way to it first, so that each can be run alone; in a
 * run of all of them no step is run twice.
 */
import { it } from 'vitest';

type Act = () => unknown;
type AddStep = (name: string, act: Act) => void;
export interface Story extends AddStep {
  /** Leaves a step out, and what follows does without it. */
  skipIf(isSkipped: unknown): AddStep;
}

interface Step {
  readonly name: string;
  /** At most once: after that it answers with how it ended. */
  run(): Promise<void>;
}

/** For a step alone: as much as `vitest.config.ts` gives a test of the window. */
const LIMIT_MS = 180_000;

/** @throws what it throws, or that it took too long. */
async function withinLimit(name: string, act: Act): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`“${name}” took longer than ${LIMIT_MS / 1_000} s`)), LIMIT_MS);
  });
  try {
    await Promise.race([act(), tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

/** @param register what makes a test of a step; it may take as long as the whole way to it. */
export function story(register: (name: string, run: () => Promise<void>, limitMs: number) => unknown = it): Story {
  const steps: Step[] = [];
  const addStep: AddStep = (name, act) => {
    const before = [...steps];
    let outcome: Promise<void> | null = null;
    const run = () => {
      outcome ??= withinLimit(name, act);
      return outcome;
    };
    steps.push({ name, run });
    const runAfterOthers = async () => {
      for (const earlier of before) {
        try {
          await earlier.run();
        } catch (cause) {
          throw new Error(`“${earlier.name}”, a step before this one, failed`, { cause });
        }
      }
      await run();
    };
    register(name, runAfterOthers, LIMIT_MS * (before.length + 2));
  };
  return Object.assign(addStep, {
    skipIf: (isSkipped: unknown): AddStep => (isSkipped ? (name) => it.skip(name) : addStep),
  });
}
