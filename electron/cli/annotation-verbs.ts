/** Verbs of tags and annotations. */
import { notYet, type Run } from './verb.js';

export const annotationVerbs = { tags: notYet, annotate: notYet, annotations: notYet } satisfies Record<string, Run>;
