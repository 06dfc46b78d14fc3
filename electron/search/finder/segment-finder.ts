/**
 * The finder over Fonds' own index. A line is read once and kept with what its words stand for, so that paging, marking
 * and facets of one search agree with each other.
 */
import type { Archive } from '../../archive/index.js';
import type { Expansion, Progress, SourceId } from '../../contract/index.js';
import { t } from '../../wording/index.js';
import { certaintyOf, createAnalyzer } from '../analysis/index.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import { ArchiveLexicon, formsOf } from '../engine/archive-lexicon.js';
import { Evaluator } from '../engine/evaluate.js';
import { exactTerm, type TermEntries } from '../engine/expand-terms.js';
import { markText } from '../engine/mark-text.js';
import { wholeTerm } from '../engine/matched-term.js';
import { prepareQuery } from '../engine/prepare-query.js';
import { inverseDocumentFrequency } from '../engine/scorer.js';
import { topK } from '../engine/top-k.js';
import { IndexDamagedError } from '../live/index-damaged-error.js';
import { fieldNumber } from '../live/index-document.js';
import { createIndexer } from '../live/indexer.js';
import type { LiveIndex } from '../live/live-index.js';
import { type QueryNode, type ReadingHint, readLine } from '../query/index.js';
import { lineHints } from '../results/line-hints.js';
import { createQueryCache } from '../results/query-cache.js';
import { documentFrequencies } from './document-frequency.js';
import type { Finder, FinderHits, QueryLine } from './finder.js';

/** Forms of a word that are listed; terms of a wildcard whose forms are looked at. */
const FORMS_LISTED = 8;
const TERMS_LOOKED_AT = 200;
/** Lines kept with what they mean. */
const KEPT_LINES = 8;
const REBUILT = t('The search index was damaged. It was made anew before this was answered; nothing is missing.');

export interface SegmentFinderOptions {
  readonly archive: Archive;
  readonly catalogue: Catalogue;
  /** Path of the bundled worker entry. */
  readonly workerPath: string;
  readonly onProgress?: (progress: Progress) => void;
}

/** A line as read, over the index as it was then. */
interface ParsedLine {
  readonly node: QueryNode | null;
  readonly lexicon: ArchiveLexicon;
  /** Parts of the line that no index could hold. */
  readonly unfindable: readonly string[];
  readonly readingHints: readonly ReadingHint[];
}

export function createSegmentFinder(options: SegmentFinderOptions): Finder {
  const { archive, catalogue, workerPath, onProgress = () => undefined } = options;
  const analyzer = createAnalyzer();
  const indexer = createIndexer({ archive, analyzer, workerPath, onProgress, onGuess: catalogue.touch });
  const readings = createQueryCache<ParsedLine>({
    most: KEPT_LINES,
    revision: () => [indexer.index, indexer.index.generation],
  });
  const evaluators = new WeakMap<LiveIndex, Evaluator>();

  const evaluatorOf = (index: LiveIndex): Evaluator => {
    const known = evaluators.get(index) ?? new Evaluator(index.list);
    evaluators.set(index, known);
    return known;
  };

  /** @throws FondsError QUERY_SYNTAX. */
  const read = (line: QueryLine): ParsedLine => readings.get(line, () => parse(line));

  function parse({ query, mode, matching }: QueryLine): ParsedLine {
    const { index } = indexer;
    const { node: parsed, hints: readingHints } = readLine(query, mode);
    const { node, unfindable } = parsed ? prepareQuery(parsed, query, analyzer) : { node: null, unfindable: [] };
    return {
      node,
      unfindable,
      readingHints,
      lexicon: new ArchiveLexicon({
        list: index.list,
        analyzer,
        languages: index.languages,
        matching,
        fieldNumber,
        filter: (node) => {
          const passes = catalogue.select(node);
          return (ref) => passes(ref as SourceId);
        },
      }),
    };
  }

  async function ready(): Promise<void> {
    await indexer.settle();
    await catalogue.ready();
  }

  /**
   * Asks when everything is in. An index that turns out to be damaged is rebuilt first, and then asked again.
   * @param ask receives whether that was needed.
   */
  async function answer<T>(ask: (index: LiveIndex, state: 'as it was' | 'made anew') => T): Promise<T> {
    await ready();
    const { index } = indexer;
    try {
      return ask(index, 'as it was');
    } catch (error) {
      if (!(error instanceof IndexDamagedError)) throw error;
      await indexer.rebuild(index);
      await ready();
      return ask(indexer.index, 'made anew');
    }
  }

  return {
    find: (line) =>
      answer((index, state): FinderHits => {
        const reading = read(line);
        const { node, lexicon } = reading;
        const remarks = state === 'made anew' ? [REBUILT, ...remarksOf(reading)] : remarksOf(reading);
        const evaluator = evaluatorOf(index);
        const { readingHints } = reading;
        const { columns } = catalogue;
        const asked = { line: line.query, node, readingHints, lexicon, evaluator, columns };
        if (!node) return { ids: [], scores: [], expansions: [], remarks, hints: lineHints({ ...asked, found: 0 }) };
        const scored = evaluator.evaluate(node, lexicon);
        const order = topK(scored, Number.POSITIVE_INFINITY);
        return {
          ids: order.map((at) => index.list.refOf(scored.documents[at] as number) as SourceId),
          scores: order.map((at) => scored.scores[at] as number),
          expansions: expansionsOf(node, lexicon),
          remarks,
          hints: lineHints({ ...asked, found: scored.documents.length }),
        };
      }),
    matchRanges: (line, ids) =>
      answer(() => {
        const { node, lexicon } = read(line);
        if (!node) return ids.map(() => []);
        const rows = new Map(archive.catalogue.of(ids).map((row) => [row.id, row]));
        return ids.map((id) => {
          const { language = '', guessedLanguage = null } = rows.get(id) ?? {};
          const { id: versionId, text } = archive.texts.get(id);
          const used = language || (guessedLanguage ?? indexer.guessedLanguage(versionId) ?? '');
          const certainty = language ? 'certain' : certaintyOf(used, text);
          return markText(text, { language: used, certainty }, node, lexicon, analyzer);
        });
      }),
    inverseDocumentFrequencies: (words) =>
      answer((index) =>
        words.map((word) => {
          const entries: TermEntries = new Map();
          for (const term of analyzer.queryTerms(word, index.languages)) exactTerm(index.list, term, entries);
          const holding = [...entries].reduce(
            (sum, [term, found]) => sum + (wholeTerm(term, found)?.documents ?? 0),
            0,
          );
          return holding === 0 ? 0 : inverseDocumentFrequency(holding, index.list.live);
        }),
      ),
    documentFrequencies: async (forms, except, signal) => {
      const ask = () => documentFrequencies(() => indexer.index, analyzer, forms, new Set(except), signal);
      await ready();
      const { index } = indexer;
      try {
        return await ask();
      } catch (error) {
        if (!(error instanceof IndexDamagedError)) throw error;
        await indexer.rebuild(index);
        await ready();
        return ask();
      }
    },
    // The shortest of a word's readings: what its forms most likely share.
    stemOf: (word) =>
      analyzer
        .queryTerms(word, indexer.index.languages)
        .reduce((least, term) => (least === '' || term.length < least.length ? term : least), ''),
    settle: indexer.settle,
    state: () => {
      const { index } = indexer;
      return {
        documents: index.list.live,
        segments: index.segments.length,
        terms: index.segments.reduce((sum, { header }) => sum + header.terms, 0),
        indexBytes: index.bytes,
        analyzer: index.row.analyzer,
        isCurrent: indexer.isCurrent,
      };
    },
    reindex: indexer.reindex,
    close: indexer.close,
  };
}

/** Words and phrases that found other forms than the one typed. */
function expansionsOf(root: QueryNode, lexicon: ArchiveLexicon): Expansion[] {
  const expansions = new Map<string, Expansion>();
  const note = (meaning: ReturnType<ArchiveLexicon['meaning']>) => {
    const { typed, counts } = meaning;
    const forms = formsOf(meaning, TERMS_LOOKED_AT);
    const lower = typed.normalize('NFC').toLowerCase();
    const others = forms.filter(({ written }) => written.toLowerCase() !== lower);
    if (counts || others.length === 0) return;
    const listed = others.slice(0, FORMS_LISTED).map(({ written, count }) => ({ form: written, count }));
    expansions.set(typed, { typed, forms: listed, more: others.length - listed.length });
  };
  const visit = (node: QueryNode): void => {
    switch (node.kind) {
      case 'word':
        if (!lexicon.passedOver.has(node.text)) note(lexicon.meaning(node));
        return;
      case 'phrase':
        for (const { whole, parts } of lexicon.phraseMeanings(node)) {
          for (const meaning of [whole, ...(parts ?? []).map((part) => part.meaning)]) if (meaning) note(meaning);
        }
        return;
      case 'near':
        visit(node.left);
        visit(node.right);
        return;
      case 'and':
      case 'or':
        for (const part of node.parts) visit(part);
        return;
      case 'list':
        for (const { presence, node: part } of node.clauses) if (presence !== 'prohibited') visit(part);
        return;
      default:
        return;
    }
  };
  visit(root);
  return [...expansions.values()];
}

function remarksOf({ lexicon: { passedOver }, unfindable }: ParsedLine): string[] {
  const quoted = (words: Iterable<string>) => [...words].map((word) => `“${word}”`).join(', ');
  const remarks: string[] = [];
  if (passedOver.size > 0) {
    const them = t('{count, plural, one {it} other {them}}', { count: passedOver.size });
    remarks.push(
      t('{passedOver} did not bring in sources: nearly every text has {them}.', {
        passedOver: quoted(passedOver),
        them,
      }),
    );
  }
  if (unfindable.length > 0) {
    remarks.push(
      t('{unfindable} was not looked for: it holds no letter or digit.', { unfindable: quoted(unfindable) }),
    );
  }
  return remarks;
}
