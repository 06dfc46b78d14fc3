/** Sources, their originals, and how lists of sources are filtered and sorted. */
import { z } from 'zod';
import { Description, Suggestion } from './description.js';
import { CollectionId, Sha256, SourceId, TagId } from './ids.js';
import { VersionInfo } from './text-models.js';

export const Original = z.object({
  sha256: Sha256,
  fileName: z.string(),
  fileBytes: z.number(),
  mediaType: z.string(),
  /** Where the file lay: from the dropped folder on, with `/`, its own name at the end; '' when that is not known. */
  path: z.string().default(''),
});
export type Original = z.infer<typeof Original>;

/** A row of a list of sources. */
export const SourceRow = z.object({
  id: SourceId,
  title: z.string(),
  documentType: z.string(),
  dateWritten: z.string(),
  creators: z.array(z.string()),
  repository: z.string(),
  fonds: z.string(),
  box: z.string(),
  folder: z.string(),
  referenceCode: z.string(),
  language: z.string(),
  addedAt: z.string(),
  deletedAt: z.string().nullable(),
});
export type SourceRow = z.infer<typeof SourceRow>;

export const Source = z.object({
  id: SourceId,
  description: Description,
  addedAt: z.string(),
  changedAt: z.string(),
  deletedAt: z.string().nullable(),
  originals: z.array(Original),
  versions: z.array(VersionInfo),
  collectionIds: z.array(CollectionId),
  tagIds: z.array(TagId),
  /** BCP 47 tag of the language the text seems to be in; null when it cannot be detected. A guess: the description overrules it. */
  guessedLanguage: z.string().nullable(),
  /** What the original may say of itself: neither in the description yet nor dismissed. */
  suggestions: z.array(Suggestion),
});
export type Source = z.infer<typeof Source>;

export const Collection = z.object({ id: CollectionId, name: z.string(), sourceCount: z.number() });
export type Collection = z.infer<typeof Collection>;

/** A folder that originals came from. */
export const SourceFolder = z.object({
  /** From the dropped folder on, with `/`; none at the end. */
  path: z.string(),
  /** Sources with an original in it or below it, the bin left out. */
  sourceCount: z.number(),
});
export type SourceFolder = z.infer<typeof SourceFolder>;

export const SourceSort = z.object({
  by: z.enum(['title', 'dateWritten', 'documentType', 'addedAt', 'repository']),
  direction: z.enum(['ascending', 'descending']),
});
export type SourceSort = z.infer<typeof SourceSort>;

export const SourceFilter = z.object({
  collectionId: CollectionId.optional(),
  documentType: z.string().optional(),
  tagId: TagId.optional(),
  /** A folder, as `source.folders` names it: sources with an original in it or below it. */
  folder: z.string().min(1).optional(),
  /** Only title and reference code are looked at; the search line of the list. */
  contains: z.string().optional(),
  inBin: z.boolean().optional(),
});
export type SourceFilter = z.infer<typeof SourceFilter>;
