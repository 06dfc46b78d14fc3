/** Verbs that write work to files and take annotations in. */
import { notYet, type Run } from './verb.js';

export const exportVerbs = { exchange: notYet } satisfies Record<string, Run>;
