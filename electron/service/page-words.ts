/** Where the words of a text version are on its page images. */
import type { PageWords, VersionId } from '../contract/index.js';
import type { OcrStore } from '../ocr/index.js';

interface WordTools {
  readonly ocrPages: OcrStore;
}

/** Empty for a version that was not read from images. */
export function wordsOfPages(versionId: VersionId, { ocrPages }: WordTools): PageWords[] {
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
