/** Verbs of tags and annotations. */
import { notYet, type Run } from './verb.js';

export const annotationVerbs = { annotate: notYet, annotations: notYet } satisfies Record<string, Run>;
