/** After any history at all the index answers as one would that was made today of what is there today. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SourceId } from '../../electron/contract/index.js';
import { tokens } from '../../electron/text/index.js';
import { found, openShelf, type Scores, type Shelf } from './search-index-bench.js';

/** Words that no stemmer of English changes, so that a text can be read for them as it is. */
const WORDS = 'alpha bravo delta gamma kilo lima oscar papa quebec romeo sierra tango victor yankee zulu'.split(' ');
const LANGUAGES = ['en', 'fr', 'de', ''];

const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 30 }).map((words) => words.join(' '));
const some = fc.array(fc.nat(), { minLength: 1, maxLength: 4 });
const operation = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('add' as const), text }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('describe' as const), some, title: fc.constantFrom(...WORDS) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('language' as const), some, language: fc.constantFrom(...LANGUAGES) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('describe all' as const), title: fc.constantFrom(...WORDS) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('delete' as const), some }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('restore' as const), some }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('undo' as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('redo' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('rest' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('merge beside' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reopen' as const) }) },
);
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

/** @param ids every source there ever was. @returns when it is done; changes are made before it returns. */
async function perform(shelf: Shelf, ids: SourceId[], operation: Operation): Promise<void> {
  const { archive } = shelf;
  const chosen = (numbers: readonly number[]) => [
    ...new Set(numbers.map((number) => ids[number % ids.length] as SourceId)),
  ];
  const { undo, redo } = archive.history.state();
  switch (operation.kind) {
    case 'add':
      ids.push(await shelf.add(operation.text));
      return;
    case 'describe':
      archive.sources.describe(chosen(operation.some), { title: operation.title });
      return;
    case 'language':
      archive.sources.describe(chosen(operation.some), { language: operation.language });
      return;
    case 'describe all':
      archive.sources.describe(ids, { title: operation.title });
      return;
    case 'delete':
      archive.sources.delete(chosen(operation.some));
      return;
    case 'restore':
      archive.sources.restore(chosen(operation.some));
      return;
    case 'undo':
      if (undo !== null) archive.history.undo();
      return;
    case 'redo':
      if (redo !== null) archive.history.redo();
      return;
    case 'rest':
      await shelf.indexer.whenIdle();
      return;
    case 'merge beside':
      return shelf.indexer.whenIdle();
    case 'reopen':
      await shelf.reopen();
      return;
  }
}

/** Histories a run tries; more on request: FONDS_HISTORIES=12. */
const HISTORIES = Number(process.env.FONDS_HISTORIES ?? 3);

/** Live sources that have the word in title or text, by reading them. */
function reading({ archive }: Shelf, word: string): SourceId[] {
  const isIn = (text: string) => tokens(text.toLowerCase()).some((token) => token.text === word);
  return archive.sources
    .live()
    .map(({ sourceId }) => sourceId)
    .filter((id) => isIn(archive.texts.get(id).text) || isIn(archive.sources.get(id).description.title))
    .sort();
}

function expectSame(line: string, now: Scores, fresh: Scores): void {
  expect([...now.keys()].sort(), line).toEqual([...fresh.keys()].sort());
  for (const [id, score] of fresh) {
    expect(Math.abs((now.get(id) ?? Number.NaN) - score), `${line}: score of ${id}`).toBeLessThanOrEqual(1e-9);
  }
}

it(
  'finds after any changes, undone, redone, merged or not, what a fresh index finds, with the same scores',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { minLength: 20, maxLength: 40 }),
        fc.array(operation, { minLength: 10, maxLength: 40 }),
        fc.array(fc.uniqueArray(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }), {
          minLength: 8,
          maxLength: 8,
        }),
        async (texts, operations, lines) => {
          const shelf = await openShelf();
          try {
            const ids = await shelf.fill(texts.length, (at) => texts[at] as string);
            /** Each ends with null, or with what it failed of. */
            const beside: Promise<unknown>[] = [];
            for (const operation of operations) {
              const underway = perform(shelf, ids, operation);
              // What goes on beside is not waited for: the next change comes in its midst.
              if (operation.kind === 'merge beside') {
                beside.push(
                  underway.then(
                    () => null,
                    (error: unknown) => error,
                  ),
                );
              } else await underway;
              // What was under way when the archive was closed ended there, done or not.
              if (operation.kind === 'reopen') await Promise.all(beside.splice(0));
            }
            await shelf.indexer.settle();
            const asked = [...WORDS.slice(0, 6), ...lines.map((words) => words.join(' '))];
            const now = asked.map((line) => found(shelf.indexer, line));
            for (const [at, word] of WORDS.slice(0, 6).entries()) {
              expect([...(now[at]?.keys() ?? [])].sort(), word).toEqual(reading(shelf, word));
            }
            expect(await Promise.all(beside)).toEqual(beside.map(() => null));
            await shelf.indexer.whenIdle();
            const merged = asked.map((line) => found(shelf.indexer, line));
            await shelf.indexer.reindex({ signal: new AbortController().signal, onProgress: () => undefined });
            for (const [at, line] of asked.entries()) {
              const fresh = found(shelf.indexer, line);
              expectSame(line, now[at] as Scores, fresh);
              expectSame(line, merged[at] as Scores, fresh);
            }
            expect(shelf.indexer.index.list.live).toBe(shelf.archive.sources.live().length);
          } finally {
            await shelf.remove();
          }
        },
      ),
      // A history takes some seconds. A failure is made smaller for a while only.
      { numRuns: HISTORIES, interruptAfterTimeLimit: 30_000 * HISTORIES },
    );
  },
  60_000 * HISTORIES,
);
