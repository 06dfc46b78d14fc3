/** lunr 2.3.9 with positions, saved as JSON. Knows no phrases, and cannot add to an index that is built. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import lunr from 'lunr';
import { BEST_HITS, type BenchEngine } from '../engine.js';
import type { QueryKind } from '../query-kinds.js';

const FILE = 'index.json';

function inItsLanguage(kind: QueryKind, text: string): string {
  switch (kind) {
    case 'and':
      return text
        .split(' ')
        .map((word) => `+${word}`)
        .join(' ');
    case 'prefix':
    case 'typeahead':
      return `${text}*`;
    case 'fuzzy':
      return `${text}~1`;
    default:
      return text;
  }
}

export const engine: BenchEngine = {
  name: 'lunr',
  kinds: ['plain', 'and', 'prefix', 'typeahead', 'fuzzy'],

  async build(documents, dir) {
    const index = lunr((builder) => {
      builder.ref('id');
      builder.field('title');
      builder.field('text');
      builder.metadataWhitelist = ['position'];
      for (const document of documents) builder.add(document);
    });
    writeFileSync(join(dir, FILE), JSON.stringify(index));
  },

  async open(dir) {
    const index = lunr.Index.load(JSON.parse(readFileSync(join(dir, FILE), 'utf8')));
    return {
      search: (kind, text) => index.search(inItsLanguage(kind, text)).length,
      ranked: (words, manner) =>
        index
          .search(words.map((word) => (manner === 'slips' ? `${word}~1` : word)).join(' '))
          .slice(0, BEST_HITS)
          .map(({ ref }) => ref),
      close: () => undefined,
    };
  },
};
