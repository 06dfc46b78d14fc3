/** Makes the hits of one page: what is shown of each source, its matches and the passages that show them. */
import type { Archive, SourceHead } from '../../archive/index.js';
import type { Hit, SourceId } from '../../contract/index.js';
import { t } from '../../wording/index.js';
import type { Finder, QueryLine } from '../finder/finder.js';
import { snippets } from './snippets.js';

/** Type, repository, box and folder in one quiet line. */
export const descriptionLine = ({ documentType, repository, fonds, box, folder }: SourceHead): string =>
  [documentType, repository, fonds, box && t('Box {box}', { box }), folder && t('Folder {folder}', { folder })]
    .filter(Boolean)
    .join(' · ');

export const dateOf = ({ dateWritten, datePublished }: SourceHead): string => dateWritten || datePublished;

/** @param scores of the ids, in the same order. */
export async function makeHits(
  { archive, finder }: { readonly archive: Archive; readonly finder: Finder },
  line: QueryLine,
  ids: readonly SourceId[],
  scores: ArrayLike<number>,
): Promise<Hit[]> {
  if (ids.length === 0) return [];
  const places = line.query.trim() === '' ? [] : await finder.matchRanges(line, ids);
  const heads = archive.catalogue.heads(ids);
  return ids.flatMap((id, at) => {
    const head = heads.get(id);
    if (!head) return [];
    const { text, spans } = archive.texts.get(id, head.versionId);
    const matches = places[at] ?? [];
    return {
      sourceId: id,
      versionId: head.versionId,
      title: head.title,
      descriptionLine: descriptionLine(head),
      date: dateOf(head),
      score: scores[at] ?? 0,
      matches,
      snippets: snippets(text, spans, matches),
    };
  });
}
