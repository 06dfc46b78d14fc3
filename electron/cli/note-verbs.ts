/** Verbs of notes and citations. */
import { notYet, type Run } from './verb.js';

export const noteVerbs = { note: notYet, notes: notYet } satisfies Record<string, Run>;
