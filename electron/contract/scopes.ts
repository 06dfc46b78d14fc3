/** The parts of an archive that calls read and change. */
import { z } from 'zod';

export const Scope = z.enum([
  /** Anything at all. */
  'archive',
  'sources',
  'collections',
  'tags',
  'texts',
  'annotations',
  'notes',
  'styles',
  'spelling',
  'searches',
  'collations',
  'history',
  'index',
]);
export type Scope = z.infer<typeof Scope>;
