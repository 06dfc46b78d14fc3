/** Verbs of text versions. */
import { notYet, type Run } from './verb.js';

export const textVerbs = { versions: notYet, correct: notYet } satisfies Record<string, Run>;
