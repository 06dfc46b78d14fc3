/** minisearch, saved as JSON. Keeps no positions, so it knows no phrases. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import MiniSearch, { type SearchOptions } from 'minisearch';
import type { BenchDocument } from '../corpus.js';
import { BEST_HITS, type BenchEngine } from '../engine.js';
import type { QueryKind } from '../query-kinds.js';

const FILE = 'index.json';
const OPTIONS = { fields: ['title', 'text'], idField: 'id' };

function options(kind: QueryKind): SearchOptions {
  switch (kind) {
    case 'and':
      return { combineWith: 'AND' };
    case 'prefix':
      return { prefix: true };
    case 'typeahead':
      return { prefix: (_term, index, terms) => index === terms.length - 1 };
    case 'fuzzy':
      return { fuzzy: 1 };
    default:
      return {};
  }
}

export const engine: BenchEngine = {
  name: 'minisearch',
  kinds: ['plain', 'and', 'prefix', 'typeahead', 'fuzzy'],

  async build(documents, dir) {
    const index = new MiniSearch<BenchDocument>(OPTIONS);
    index.addAll(documents);
    writeFileSync(join(dir, FILE), JSON.stringify(index));
  },

  async open(dir) {
    const index = MiniSearch.loadJSON<BenchDocument>(readFileSync(join(dir, FILE), 'utf8'), OPTIONS);
    return {
      search: (kind, text) => index.search(text, options(kind)).length,
      ranked: (words, manner) =>
        index
          .search(words.join(' '), manner === 'slips' ? { fuzzy: 1 } : {})
          .slice(0, BEST_HITS)
          .map(({ id }) => String(id)),
      add: (document) => index.add(document),
      close: () => undefined,
    };
  },
};
