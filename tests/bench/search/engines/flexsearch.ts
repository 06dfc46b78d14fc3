/**
 * flexsearch's Document with the `forward` tokenizer, exported to files. Every query is a query by beginnings; it
 * measures no distance between words and keeps no positions, so it is asked neither slips nor phrases.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Charset, Document } from 'flexsearch';
import { BEST_HITS, type BenchEngine } from '../engine.js';

type Indexed = { id: string; title: string; text: string };

const newIndex = () =>
  new Document<Indexed>({
    document: { id: 'id', index: ['title', 'text'] },
    tokenize: 'forward',
    encoder: Charset.LatinBalance,
  });

export const engine: BenchEngine = {
  name: 'flexsearch',
  kinds: ['plain', 'and', 'prefix', 'typeahead'],

  async build(documents, dir) {
    const index = newIndex();
    for (const document of documents) index.add({ ...document });
    await index.export((key, data) => {
      if (data != null) writeFileSync(join(dir, encodeURIComponent(key)), data);
    });
  },

  async open(dir) {
    const index = newIndex();
    for (const file of readdirSync(dir)) {
      await index.import(decodeURIComponent(file), readFileSync(join(dir, file), 'utf8'));
    }
    return {
      search(kind, text) {
        const found = index.search(text, { limit: BEST_HITS, suggest: kind !== 'and' });
        return new Set(found.flatMap(({ result }) => result)).size;
      },
      add(document) {
        index.add({ ...document });
      },
      close: () => undefined,
    };
  },
};
