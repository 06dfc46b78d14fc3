/** Branded identifiers: every id of the archive is a UUIDv7 that knows its kind. */
import { z } from 'zod';

const id = <B extends string>(brand: B) => z.uuid().brand<B>(brand as never);

export const SourceId = id('SourceId');
export type SourceId = z.infer<typeof SourceId>;
export const VersionId = id('VersionId');
export type VersionId = z.infer<typeof VersionId>;
export const CollectionId = id('CollectionId');
export type CollectionId = z.infer<typeof CollectionId>;
export const TagId = id('TagId');
export type TagId = z.infer<typeof TagId>;
export const SavedSearchId = id('SavedSearchId');
export type SavedSearchId = z.infer<typeof SavedSearchId>;
export const AnnotationId = id('AnnotationId');
export type AnnotationId = z.infer<typeof AnnotationId>;
export const NoteId = id('NoteId');
export type NoteId = z.infer<typeof NoteId>;
export const CollationId = id('CollationId');
export type CollationId = z.infer<typeof CollationId>;
/** Of a decision about an alignment. */
export const PinId = id('PinId');
export type PinId = z.infer<typeof PinId>;
export const JobId = id('JobId');
export type JobId = z.infer<typeof JobId>;
export const PlanId = id('PlanId');
export type PlanId = z.infer<typeof PlanId>;

/** SHA-256 of an original, 64 lower-case hexadecimal digits. */
export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'Sha256'>();
export type Sha256 = z.infer<typeof Sha256>;
