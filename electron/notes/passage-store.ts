/**
 * What notes need to know of the passages and tags that they name. The tables belong to other rooms, which notes may not
 * import; here they are only read: annotation, anchor, current_text, tag, and the pages of text_version.
 */
import type { Archive } from '../archive/index.js';
import type { AnnotationId, PageSpan, SourceId, Span, TagId, VersionId } from '../contract/index.js';

export interface PassageRow {
  readonly sourceId: SourceId;
  /** The quoted words; '' for a region of a page image. */
  readonly exact: string;
  /** JSON; null for words. */
  readonly region: string | null;
  readonly deletedAt: string | null;
  /** The current version of the source, and where the passage is in it; null where it has no place. */
  readonly versionId: VersionId;
  readonly start: number | null;
  readonly end: number | null;
}

export interface PassageTagRow {
  readonly id: TagId;
  readonly name: string;
  readonly parentId: TagId | null;
}

export interface PassageStore {
  passage(id: AnnotationId): PassageRow | null;
  /** The oldest annotation whose words are exactly these, in this version; null when there is none. */
  passageAt(versionId: VersionId, start: number, end: number): AnnotationId | null;
  /** In text order; none in a text without pages. */
  pages(versionId: VersionId): readonly PageSpan[];
  tags(): PassageTagRow[];
}

const PASSAGE = `SELECT source_id AS sourceId, exact, region, deleted_at AS deletedAt, version_id AS versionId,
  start_at AS start, end_at AS end FROM annotated_passage WHERE id = :id`;
const PASSAGE_AT = `SELECT a.id AS id FROM placed_anchor x JOIN live_annotation a ON a.id = x.annotation_id
  WHERE x.version_id = :versionId AND x.start_at = :start AND x.end_at = :end ORDER BY a.id LIMIT 1`;
const SPANS = `SELECT spans FROM version_spans WHERE version_id = :versionId`;
const TAGS = `SELECT id, name, parent_id AS parentId FROM live_tag ORDER BY name_key`;

/** For the test that asks SQLite for its plan. */
export const PASSAGE_STATEMENTS = { passage: PASSAGE, passageAt: PASSAGE_AT };

/** Versions whose pages are remembered. Versions never change. */
const MAX_KEPT = 200;

export function createPassageStore({ database }: Pick<Archive, 'database'>): PassageStore {
  const kept = new Map<VersionId, readonly PageSpan[]>();
  return {
    passage: (id) => database.prepare<PassageRow>(PASSAGE).get({ id }) ?? null,
    passageAt: (versionId, start, end) =>
      database.prepare<{ id: AnnotationId }>(PASSAGE_AT).get({ versionId, start, end })?.id ?? null,
    pages: (versionId) => {
      const known = kept.get(versionId);
      if (known) return known;
      const row = database.prepare<{ spans: string }>(SPANS).get({ versionId });
      const spans = row ? (JSON.parse(row.spans) as Span[]) : [];
      const pages = spans.filter((span): span is PageSpan => span.kind === 'page');
      kept.set(versionId, pages);
      if (kept.size > MAX_KEPT) kept.delete(kept.keys().next().value as VersionId);
      return pages;
    },
    tags: () => database.prepare<PassageTagRow>(TAGS).all(),
  };
}
