/**
 * Makes a text that a person proofread: a correction whose words keep their places on the pages, with what was seen to be
 * right as certain. Written with the version, because a person's word must not be asked for again.
 */
import type { Annotations } from '../annotation/index.js';
import type { Archive } from '../archive/index.js';
import {
  type AnchorReport,
  FondsError,
  type PageWord,
  type ParsedInput,
  type ProofreadPage,
  type SourceId,
  type VersionId,
} from '../contract/index.js';
import type { CarriedPage, OcrStore } from '../ocr/index.js';
import { t } from '../wording/index.js';
import { wordsOfPages } from './page-words.js';

export interface ProofreadingTools {
  readonly archive: Archive;
  readonly annotations: Annotations;
  readonly ocrPages: OcrStore;
}

/** @throws FondsError as `text.correct` does. */
export async function correctText(
  { words, ...correction }: ParsedInput<'text.correct'>,
  tools: ProofreadingTools,
): Promise<{ versionId: VersionId; anchors: AnchorReport }> {
  const { archive, annotations, ocrPages } = tools;
  if (!words) return annotations.texts.correct(correction);
  const { sourceId, versionId, text } = correction;
  const read = versionThatWasRead(sourceId, versionId, tools);
  if (read === null)
    throw new FondsError('INVALID_INPUT', t('Nobody knows where the words of this text are on its pages.'), {
      sourceId,
    });
  const known = read === versionId ? [] : await wordsOfPages(versionId, tools);
  const pages = words.map((page) => {
    const { pageIndex } = page;
    const before = known.find((other) => other.pageIndex === pageIndex);
    return { from: read, fromPage: pageIndex, ...proofreadWords(page, text, before) };
  });
  return annotations.texts.correct(
    { ...correction, isProofread: true },
    {
      label: t('Proofread “{title}”', { title: archive.sources.get(sourceId).description.title || t('Untitled') }),
      scopes: [],
      changes: (made) => {
        ocrPages.carry(made, pages);
        return [];
      },
    },
  );
}

/** The version itself, or the nearest one that it was made from, whose pages were read. */
function versionThatWasRead(
  sourceId: SourceId,
  versionId: VersionId,
  { archive, ocrPages }: ProofreadingTools,
): VersionId | null {
  const parents = new Map(archive.texts.versions(sourceId).map(({ id, parentId }) => [id, parentId]));
  for (let id: VersionId | null = versionId; id !== null; id = parents.get(id) ?? null) {
    if (ocrPages.ofVersion(id).length > 0) return id;
  }
  return null;
}

/** @throws FondsError INVALID_INPUT when words overlap, or lie outside of the text. */
function proofreadWords(
  { pageIndex, start, words }: ProofreadPage,
  text: string,
  known: { readonly start: number; readonly words: readonly PageWord[] } | undefined,
): Pick<CarriedPage, 'pageIndex' | 'start' | 'words'> {
  // What stands in no table of its own is written as it was found out, from its page on.
  const placed = words
    ? words.map((word) => placedWord(word, start))
    : known?.words.map((word) => placedWord(word, known.start));
  let end = 0;
  for (const word of placed ?? []) {
    if (word.start < end || word.end < word.start || start + word.end > text.length)
      throw new FondsError('INVALID_INPUT', t('The words of a page must follow one another within its text.'));
    end = word.end;
  }
  return { pageIndex, start, words: placed };
}

const placedWord = ({ start, end, left, top, right, bottom, confidence, begins }: PageWord, from: number) => ({
  start: start - from,
  end: end - from,
  box: { left, top, right, bottom },
  confidence,
  begins,
});
