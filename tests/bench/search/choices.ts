/** What a person asked of the bench on the command line. */
import { parseArgs } from 'node:util';
import { PIECE_WORDS } from './corpus.js';
import { ENGINE_NAMES } from './engines/index.js';

export interface SearchBenchOptions {
  readonly documents: number;
  readonly words: number;
  readonly only: readonly string[];
  /** Documents of the larger measure of Fonds alone; 0 leaves it out. */
  readonly own: number;
  readonly write: boolean;
}

export const USAGE = `Usage: npm run bench -- search [--documents 20000] [--words 500] [--only ${ENGINE_NAMES.join(',')}] [--own 50000] [--write]
  --documents  how many documents every engine holds
  --words      length of a document: ${PIECE_WORDS} or more
  --only       these engines, by name
  --own        how many documents Fonds alone holds in a second measure; 0 leaves it out
  --write      put the figures into docs/search.md; asks for all engines`;

/** Fewer documents than this hold no rare words, nor those that are added. */
const MIN_DOCUMENTS = 1_000;

/** @returns a sentence for a person when they ask for what cannot be. */
export function parseChoices(args: readonly string[]): SearchBenchOptions | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        documents: { type: 'string', default: '20000' },
        words: { type: 'string', default: '500' },
        only: { type: 'string', default: ENGINE_NAMES.join(',') },
        own: { type: 'string', default: '50000' },
        write: { type: 'boolean', default: false },
      },
    });
    const only = values.only.split(',').filter(Boolean);
    const choices = {
      documents: Number(values.documents),
      words: Number(values.words),
      own: Number(values.own),
      only,
      write: values.write,
    };
    return wrong(choices) ?? choices;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function wrong({ documents, words, own, only, write }: SearchBenchOptions): string | null {
  const isCount = (count: number) => Number.isInteger(count) && count >= MIN_DOCUMENTS;
  if (!isCount(documents)) return `--documents takes a whole number from ${MIN_DOCUMENTS}.`;
  if (own !== 0 && !isCount(own)) return `--own takes 0 or a whole number from ${MIN_DOCUMENTS}.`;
  if (!Number.isInteger(words) || words < PIECE_WORDS) return `--words takes a whole number from ${PIECE_WORDS}.`;
  const names: readonly string[] = ENGINE_NAMES;
  const unknown = only.filter((name) => !names.includes(name));
  if (unknown.length > 0) return `There is no engine called ${unknown.join(', ')}.`;
  if (only.length === 0) return '--only names no engine.';
  const isPart = names.some((name) => !only.includes(name));
  // A document that mixes runs would compare figures of different days.
  if (write && isPart) return '--write asks for all engines in one run.';
  return null;
}
