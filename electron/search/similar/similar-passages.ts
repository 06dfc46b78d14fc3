/**
 * Finds passages of other places that share telling words with a given one: its rarest words find the candidates, and
 * in each the passage that holds most of their weight is the passage. Telling are words that are neither function words
 * nor in a great part of all sources. Words only; nothing is guessed about meaning.
 */
import type { Archive } from '../../archive/index.js';
import {
  FondsError,
  type Output,
  type ParsedInput,
  type Range,
  type SimilarPassage,
  type SourceId,
} from '../../contract/index.js';
import { foldWord } from '../../text/index.js';
import { t } from '../../wording/index.js';
import { createAnalyzer, wordsAndBigrams } from '../analysis/index.js';
import { inverseDocumentFrequency } from '../engine/scorer.js';
import type { Finder } from '../finder/finder.js';
import { dateOf, descriptionLine } from '../results/hits.js';
import { pageLabelAt } from '../results/snippets.js';
import { bestWindows, type WeightedOccurrence } from './passage-windows.js';

/** Words of the passage that are weighed: the longest, which are the rarest as a rule. */
const MAX_WORDS = 60;
/**
 * A word that stands in a larger share of the sources tells nothing; but not so in a handful of sources, which may all be
 * versions of one document.
 */
const COMMON_SHARE = 1 / 3;
const MIN_TO_BE_COMMON = 10;
/** With fewer words that are not common, common ones are weighed too: else one name would find its every mention. */
const MIN_TELLING = 2;
/** Rarest words by which candidates are looked for. */
const QUERY_WORDS = 16;
const MIN_CANDIDATES = 60;
/** What resembles less is not reported. */
const MIN_SIMILARITY = 0.1;

export interface SimilarOptions {
  readonly archive: Archive;
  readonly finder: Finder;
}

export type FindSimilar = (input: ParsedInput<'search.similar'>) => Promise<Output<'search.similar'>>;

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

interface WeightedTerm {
  readonly word: string;
  readonly weight: number;
}

/** The function throws FondsError NOT_FOUND; INVALID_INPUT for a passage that is empty, outside the text, or has no words. */
export function createSimilar({ archive, finder }: SimilarOptions): FindSimilar {
  const analyzer = createAnalyzer();

  /** As described, else as guessed; '' for those that nobody knows, and for what is in the bin. */
  function languagesOf(ids: readonly SourceId[]): (id: SourceId) => string {
    const rows = archive.catalogue.of(ids);
    const languages = new Map(rows.map(({ id, language, guessedLanguage }) => [id, language || guessedLanguage || '']));
    return (id) => languages.get(id) ?? '';
  }

  /** The telling words of a passage by key, heaviest first. */
  async function weigh(passage: string, language: string): Promise<Map<string, WeightedTerm>> {
    const byKey = new Map<string, string>();
    for (const token of wordsAndBigrams(passage)) {
      const word = foldWord(token.text);
      const key = finder.stemOf(word);
      if (key !== '' && !byKey.has(key) && !analyzer.isStopWord(word, [language])) byKey.set(key, word);
    }
    const words = [...byKey].sort(([, a], [, b]) => b.length - a.length).slice(0, MAX_WORDS);
    const weights = await finder.inverseDocumentFrequencies(words.map(([, word]) => word));
    const weighed = words
      .map(([key, word], at) => [key, { word, weight: weights[at] ?? 0 }] as const)
      .filter(([, { weight }]) => weight > 0)
      .sort(([, a], [, b]) => b.weight - a.weight);
    const { documents } = finder.state();
    const common = inverseDocumentFrequency(Math.max(documents * COMMON_SHARE, MIN_TO_BE_COMMON), documents);
    const telling = documents > MIN_TO_BE_COMMON ? weighed.filter(([, { weight }]) => weight >= common) : weighed;
    return new Map(telling.length >= MIN_TELLING ? telling : weighed);
  }

  return async ({ sourceId, start, end, limit }) => {
    const own = archive.texts.get(sourceId);
    if (start >= end || end > own.text.length) {
      const message = t('There is no such passage in the text. Select the passage again.');
      throw new FondsError('INVALID_INPUT', message, { start, end, length: own.text.length });
    }
    const passage = own.text.slice(start, end);
    if (wordsAndBigrams(passage).length === 0) {
      throw new FondsError('INVALID_INPUT', t('There are no words in this passage. Select some text.'), { start, end });
    }
    const weights = await weigh(passage, languagesOf([sourceId])(sourceId));
    let whole = 0;
    for (const { weight } of weights.values()) whole += weight;
    if (whole === 0) return [];

    const queryWords = [...weights.values()].slice(0, QUERY_WORDS).map(({ word }) => word);
    const { ids } = await finder.find({ query: queryWords.join(' '), mode: 'any', matching: 'expanded' });
    const candidates = ids.slice(0, Math.max(MIN_CANDIDATES, limit * 3));
    // The source itself may say it again, however it ranks.
    if (ids.includes(sourceId) && !candidates.includes(sourceId)) candidates.push(sourceId);

    const keys = new Map<string, string>();
    const keyOfToken = (text: string): string => {
      const known = keys.get(text);
      if (known !== undefined) return known;
      const word = foldWord(text);
      const key = finder.stemOf(word);
      keys.set(text, key);
      return key;
    };
    const heads = archive.catalogue.heads(candidates);
    const languageOf = languagesOf(candidates);
    const passages: SimilarPassage[] = [];
    for (const id of candidates) {
      const head = heads.get(id);
      if (!head) continue;
      const { text, spans } = archive.texts.get(id, head.versionId);
      const language = languageOf(id);
      const words: WeightedOccurrence[] = [];
      for (const { text: written, start: from, end: to } of wordsAndBigrams(text)) {
        const key = keyOfToken(written);
        const weight = weights.get(key)?.weight;
        // The same letters may be a telling word here and a function word in another language.
        if (weight === undefined || analyzer.isStopWord(written, [language])) continue;
        words.push({ start: from, end: to, key, weight });
      }
      const except: Range | null = id === sourceId ? [start, end] : null;
      for (const window of bestWindows(text, words, end - start, except)) {
        // Rounded, since the same weights added in another order differ in their last digits.
        const similarity = Math.min(1, Math.round((window.weight / whole) * 10_000) / 10_000);
        if (similarity < MIN_SIMILARITY || (window.distinct < 2 && weights.size > 1)) continue;
        passages.push({
          sourceId: id,
          versionId: head.versionId,
          title: head.title,
          date: dateOf(head),
          descriptionLine: descriptionLine(head),
          start: window.start,
          end: window.end,
          text: text.slice(window.start, window.end),
          matches: window.matches,
          pageLabel: pageLabelAt(spans, window.start),
          similarity,
        });
      }
      await nextTurn();
    }
    // Stable: those alike stay in the order in which the search ranked their sources.
    return passages.sort((a, b) => b.similarity - a.similarity).slice(0, limit);
  };
}
