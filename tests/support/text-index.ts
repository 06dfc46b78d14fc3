/** Fonds' engine over a few texts in memory, as the finder has it over an archive: what a line finds and what it marks. */
import type { Range, SearchMode, WordMatching } from '../../electron/contract/index.js';
import { createAnalyzer } from '../../electron/search/analysis/index.js';
import { ArchiveLexicon } from '../../electron/search/engine/archive-lexicon.js';
import { Evaluator } from '../../electron/search/engine/evaluate.js';
import { markText } from '../../electron/search/engine/mark-text.js';
import { prepareQuery } from '../../electron/search/engine/prepare-query.js';
import { SegmentList } from '../../electron/search/engine/segment-list.js';
import { parseQuery } from '../../electron/search/query/index.js';
import { Segment } from '../../electron/search/segment/segment.js';
import { SegmentBuilder } from '../../electron/search/segment/segment-builder.js';

const analyzer = createAnalyzer();

export interface TextIndex {
  /** Numbers of the texts found, rising. */
  find(line: string, mode?: SearchMode, matching?: WordMatching): number[];
  /** What is marked in each text, whether it was found or not. */
  marks(line: string, mode?: SearchMode, matching?: WordMatching): Range[][];
}

/** @param texts two segments are made of them, so that both one and several are tried. */
export function textIndex(texts: readonly string[], language = 'en'): TextIndex {
  const list = new SegmentList([{ name: 'body', boost: 1 }]);
  const half = Math.ceil(texts.length / 2);
  for (const [from, until] of [
    [0, half],
    [half, texts.length],
  ] as const) {
    if (from === until) continue;
    const builder = new SegmentBuilder(1, analyzer.analyze);
    for (let at = from; at < until; at++) builder.add({ ref: String(at), language, fields: [texts[at] ?? ''] });
    const { header, hot, cold } = builder.finish();
    list.append(new Segment(header, hot, (start, length) => cold.subarray(start, start + length)));
  }
  const evaluator = new Evaluator(list);
  const read = (line: string, mode: SearchMode, matching: WordMatching) => {
    const parsed = parseQuery(line, mode);
    const node = parsed && prepareQuery(parsed, line, analyzer).node;
    const languages = [language];
    const lexicon = new ArchiveLexicon({
      list,
      analyzer,
      languages,
      matching,
      fieldNumber: () => 0,
      filter: () => () => true,
    });
    return { node, lexicon };
  };
  return {
    find: (line, mode = 'all', matching = 'expanded') => {
      const { node, lexicon } = read(line, mode, matching);
      if (!node) return [];
      const { documents } = evaluator.evaluate(node, lexicon);
      return Array.from(documents, (document) => Number(list.refOf(document))).sort((a, b) => a - b);
    },
    marks: (line, mode = 'all', matching = 'expanded') => {
      const { node, lexicon } = read(line, mode, matching);
      return texts.map((text) =>
        node ? markText(text, { language, certainty: 'certain' }, node, lexicon, analyzer) : [],
      );
    },
  };
}

/** The texts a line finds, and what it marks in them. */
export function matchesIn(texts: readonly string[], line: string, mode?: SearchMode, matching?: WordMatching) {
  const index = textIndex(texts);
  const marks = index.marks(line, mode, matching);
  return index.find(line, mode, matching).map((number) => {
    const text = texts[number] ?? '';
    return (marks[number] ?? []).map(([start, end]) => text.slice(start, end));
  });
}
