/** The rows of a tag page: for each source a heading and its passages; then the sources tagged as a whole. Pure. */
import type { Annotation, SourceRow } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';

export type TagPageRow =
  | {
      readonly kind: 'source';
      readonly key: string;
      readonly title: string;
      readonly source: SourceRow | null;
      readonly sourceId: SourceRow['id'];
      readonly count: number;
    }
  | { readonly kind: 'passage'; readonly key: string; readonly annotation: Annotation }
  | { readonly kind: 'head'; readonly key: string; readonly title: string };

/**
 * @param annotations by source.
 * @param sources those that bear the tag, or hold a passage that does.
 */
export function tagPageRows(annotations: readonly Annotation[], sources: readonly SourceRow[]): TagPageRow[] {
  const known = new Map(sources.map((source) => [source.id, source]));
  const rows: TagPageRow[] = [];
  const seen = new Set<string>();
  for (const [sourceId, passages] of Map.groupBy(annotations, (annotation) => annotation.sourceId)) {
    seen.add(sourceId);
    const title = passages[0]?.sourceTitle ?? '';
    rows.push({
      kind: 'source',
      key: sourceId,
      title,
      source: known.get(sourceId) ?? null,
      sourceId,
      count: passages.length,
    });
    for (const annotation of passages) rows.push({ kind: 'passage', key: annotation.id, annotation });
  }
  const whole = sources.filter(({ id }) => !seen.has(id));
  if (whole.length > 0) rows.push({ kind: 'head', key: 'whole', title: t('Sources tagged as a whole') });
  for (const source of whole) {
    rows.push({ kind: 'source', key: source.id, title: source.title, source, sourceId: source.id, count: 0 });
  }
  return rows;
}

/** Box, folder or reference code of a source, as far as they are known. */
export function shelfLine(source: SourceRow): string {
  const box = /^\d/.test(source.box) ? t('Box {box}', { box: source.box }) : source.box;
  const folder = /^\d/.test(source.folder) ? t('Folder {folder}', { folder: source.folder }) : source.folder;
  return [source.repository, box, folder, box || folder ? '' : source.referenceCode].filter(Boolean).join(' · ');
}
