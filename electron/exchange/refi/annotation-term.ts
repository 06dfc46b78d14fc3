/**
 * What REFI-QDA has no words for, as a processing instruction inside of the selection: the version an annotation was
 * made on, its quotation and anchors, its colour and maker. A program that does not know it passes over it; a selection
 * that was moved since (`at` differs) is read as that program says.
 */
import { z } from 'zod';
import { Colour } from '../../contract/index.js';
import { AnchorTerm, QuoteTerm, RegionTerm } from '../fonds-terms.js';

export const INSTRUCTION = 'fonds-annotation';

const offset = z.number().int().min(0);
const time = z.iso.datetime();

export const AnnotationTerm = z.object({
  id: z.uuid(),
  sourceId: z.uuid(),
  /** `startPosition` and `endPosition`, or the corners, of the selection it stands in; null when it stands in none. */
  at: z.array(z.number()).nullable(),
  words: z
    .object({
      versionId: z.uuid(),
      textSha256: z.string(),
      start: offset,
      end: offset,
      quote: QuoteTerm,
    })
    .nullable(),
  region: RegionTerm.nullable(),
  anchors: z.array(AnchorTerm).max(10_000),
  colour: Colour,
  who: z.string().max(1_000),
  createdAt: time,
  changedAt: time,
  /** Where XML cannot hold them, or no selection does. */
  comment: z.string().max(100_000).optional(),
  tags: z.array(z.string().min(1).max(2_000)).max(200).optional(),
});
export type AnnotationTerm = z.infer<typeof AnnotationTerm>;
