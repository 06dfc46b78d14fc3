/** What an export is made from: notes, sources with their annotations, and the tags that name them. */
import type { Annotation, Note, Source, Tag, TagId } from '../../contract/index.js';

export interface ExportedSource {
  readonly source: Source;
  /** In reading order. */
  readonly annotations: readonly Annotation[];
}

export interface ExportContent {
  /** What it is called: the note, the tag, the collection. */
  readonly title: string;
  readonly notes: readonly Note[];
  readonly sources: readonly ExportedSource[];
  /** Every tag of the archive in order of the tree. */
  readonly tags: readonly Tag[];
  /** `Person/President`. */
  tagPath(id: TagId): string;
}
