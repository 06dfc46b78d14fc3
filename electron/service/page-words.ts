/**
 * Where the words of a text version are on its page images: as they were read with it, or, of a text that was made from
 * one that was read, where the words are that it has from there.
 */
import type { Annotations } from '../annotation/index.js';
import type { Archive } from '../archive/index.js';
import type { PageWords, SourceId, VersionId } from '../contract/index.js';
import type { OcrStore } from '../ocr/index.js';
import { carryWords } from './carry-words.js';

export interface WordTools {
  readonly archive: Archive;
  readonly annotations: Annotations;
  readonly ocrPages: OcrStore;
}

/** Versions never change, so what was found out of one stays true. */
const MOST_KEPT = 4;
const kept = new WeakMap<OcrStore, Map<VersionId, Promise<PageWords[]>>>();

/** Empty for a version that no reading of images went before. */
export function wordsOfPages(versionId: VersionId, tools: WordTools): Promise<PageWords[]> {
  const own = readWords(versionId, tools);
  if (own.length > 0) return Promise.resolve(own);
  const known = kept.get(tools.ocrPages) ?? new Map<VersionId, Promise<PageWords[]>>();
  kept.set(tools.ocrPages, known);
  const before = known.get(versionId);
  if (before) return before;
  const found = carried(versionId, tools);
  known.set(versionId, found);
  found.catch(() => known.delete(versionId));
  for (const oldest of known.keys()) {
    if (known.size <= MOST_KEPT) break;
    known.delete(oldest);
  }
  return found;
}

/** As they were read with this very version. */
export function readWords(versionId: VersionId, { ocrPages }: Pick<WordTools, 'ocrPages'>): PageWords[] {
  return ocrPages.ofVersion(versionId).map(({ pageIndex, start, details, table: { width, height, words } }) => ({
    pageIndex,
    page: details.page ?? null,
    width,
    height,
    start,
    end: start + (words.at(-1)?.end ?? 0),
    words: words.map(({ box, ...word }) => ({ ...word, ...box, start: start + word.start, end: start + word.end })),
  }));
}

async function carried(versionId: VersionId, tools: WordTools): Promise<PageWords[]> {
  const { texts } = tools.archive;
  const sourceId = texts.sourceOf(versionId);
  const ancestor = sourceId && readAncestor(sourceId, versionId, tools);
  if (!sourceId || !ancestor) return [];
  const { text: from } = texts.get(sourceId, ancestor.id);
  const { text, spans } = texts.get(sourceId, versionId);
  const alignment = await tools.annotations.texts.align(from, text);
  const pages = spans.flatMap((span) => (span.kind === 'page' ? [span] : []));
  return carryWords(ancestor.words, { from, ...alignment }, { text, pages });
}

/** The nearest version that this one was made from whose pages were read. */
function readAncestor(sourceId: SourceId, versionId: VersionId, tools: WordTools) {
  const parents = new Map(tools.archive.texts.versions(sourceId).map(({ id, parentId }) => [id, parentId]));
  for (let id = parents.get(versionId) ?? null; id; id = parents.get(id) ?? null) {
    const words = readWords(id, tools);
    if (words.length > 0) return { id, words };
  }
  return null;
}
