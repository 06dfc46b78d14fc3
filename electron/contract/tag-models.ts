/** Tags and the colours of marks. */
import { z } from 'zod';
import { TagId } from './ids.js';

/** One of the eight marks of the design system, `--mark-1` to `--mark-8`. */
export const Colour = z.number().int().min(1).max(8);
export type Colour = z.infer<typeof Colour>;

/** Tags form a tree; a name is taken once among the children of one parent. */
export const Tag = z.object({
  id: TagId,
  name: z.string(),
  /** Null at the top. */
  parentId: TagId.nullable(),
  /** Null: annotations that bear it keep their own colour. */
  colour: Colour.nullable(),
  /** What the tag is for: the memo of a codebook. */
  description: z.string(),
  /** Sources that bear it themselves, without the bin. */
  sourceCount: z.number(),
  /** Passages that bear it, without those of sources in the bin. */
  annotationCount: z.number(),
  /** Sources that a list or a search by it holds: they or a passage of theirs bear it or one below it. */
  reachCount: z.number(),
});
export type Tag = z.infer<typeof Tag>;
