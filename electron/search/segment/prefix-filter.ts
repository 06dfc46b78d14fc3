/** Narrows a pattern to words that begin with a given letter: the walk then leaps over all others. */
import type { WordPattern } from './word-pattern.js';

/** @param pattern which never comes back to its start. @param unit UTF-16 code unit of the first letter. */
export function startingWith(pattern: WordPattern, unit: number): WordPattern {
  const { start } = pattern;
  return {
    start,
    isFinal: (state) => pattern.isFinal(state),
    step: (state, next) => (state === start && next !== unit ? -1 : pattern.step(state, next)),
    after: (state, last) => {
      if (state !== start) return pattern.after(state, last);
      return last < unit ? unit : -1;
    },
  };
}
