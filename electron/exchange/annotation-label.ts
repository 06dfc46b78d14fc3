/** By what a person knows an annotation of a file, its first words, else where it is in the file; and what is wrong with it. */
import type { z } from 'zod';
import type { ExchangeAnnotation } from './exchange-model.js';

const NAME_LENGTH = 60;

/** @returns its first words, at most 60 code points; else where it is in the file. */
export function annotationLabel({ target, location: place }: Pick<ExchangeAnnotation, 'target' | 'location'>): string {
  const words = target.kind === 'text' ? (target.quote?.exact ?? '') : '';
  return firstWords(words) || place;
}

/** @returns on one line, at most 60 code points. */
export function firstWords(words: string): string {
  // A pair of surrogates at most for each: what comes after is not looked at.
  const line = words
    .slice(0, NAME_LENGTH * 4)
    .replace(/\s+/g, ' ')
    .trim();
  const points = Array.from(line);
  return points.length > NAME_LENGTH ? `${points.slice(0, NAME_LENGTH).join('')}…` : line;
}

/** @returns where in a value its first fault is, and which, as a sentence. */
export function firstFault({ issues: [issue] }: z.ZodError): string {
  const where = issue?.path.length ? `“${issue.path.join('/')}”: ` : '';
  return `${where}${issue?.message ?? 'unknown'}.`.replace(/\.\.$/, '.');
}
