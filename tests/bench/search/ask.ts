/** Times the questions of a set. */
import type { Opened } from './engine.js';
import type { KindFigures } from './figures.js';
import { median, percentile } from './percentile.js';
import type { QueryKind } from './query-kinds.js';

const PASSES = 3;
/** A first pass that took longer is repeated once only. */
const SLOW_MS = 8_000;
/** A first pass that took longer is not repeated: its own times count. */
const VERY_SLOW_MS = 30_000;
/** A first pass ends here, and its questions so far are the set. */
const GIVE_UP_MS = 60_000;

function passesAfter(firstMs: number): number {
  if (firstMs > VERY_SLOW_MS) return 0;
  return firstMs > SLOW_MS ? 1 : PASSES;
}

export async function askAll(opened: Opened, kind: QueryKind, questions: readonly string[]): Promise<KindFigures> {
  const ask = async (question: string): Promise<{ elapsedMs: number; hits: number }> => {
    const started = performance.now();
    const answer = opened.search(kind, question);
    // An engine that answers at once must not be charged for a turn of the event loop.
    const hits = typeof answer === 'number' ? answer : await answer;
    return { elapsedMs: performance.now() - started, hits };
  };

  const started = performance.now();
  const first: number[] = [];
  let answered = 0;
  for (const question of questions) {
    const { elapsedMs, hits } = await ask(question);
    first.push(elapsedMs);
    if (hits > 0) answered += 1;
    if (performance.now() - started > GIVE_UP_MS) break;
  }

  const passes = passesAfter(performance.now() - started);
  const timed = questions.slice(0, first.length);
  const times: number[][] = timed.map(() => []);
  for (let pass = 0; pass < passes; pass += 1) {
    for (const [index, question] of timed.entries()) times[index]?.push((await ask(question)).elapsedMs);
  }
  const each = passes === 0 ? first : times.map(median);
  return {
    p50Ms: median(each),
    p95Ms: percentile(each, 0.95),
    maxMs: Math.max(...each),
    questions: each.length,
    passes: Math.max(1, passes),
    answered: answered / each.length,
  };
}
