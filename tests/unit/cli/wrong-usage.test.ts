/** What the verbs refuse as wrong usage: before an archive is opened, so that nothing can have changed. */
import { describe, expect, it } from 'vitest';
import { readCommandLine, UsageError } from '../../../electron/cli/command-line.js';
import { runVerb } from '../../../electron/cli/run-verb.js';
import type { Terminal } from '../../../electron/cli/verb-model.js';
import type { Verb } from '../../../electron/contract/index.js';

const SOME = '0195f000-0000-7000-8000-000000000000';
const DIR = 'x.fonds';

const terminal: Terminal = {
  call: (name) => Promise.reject(new Error(`${name} was asked`)),
  finish: () => Promise.reject(new Error('a job was awaited')),
  say: () => undefined,
};
const run = async (argv: readonly string[]) => {
  const line = readCommandLine(argv);
  return runVerb(terminal, line as typeof line & { verb: Verb });
};

describe('words that say nothing together', () => {
  it.each([
    [['annotation', DIR]],
    [['annotation', DIR, 'x']],
    [['annotation', DIR, SOME, '--colour', '9']],
    [['annotation', DIR, SOME, '--delete', '--comment', 'x']],
    [['annotation', DIR, SOME, '--delete', '--untag', 'x']],
    [['collections', DIR, '--rename', 'Calls']],
    [['collections', DIR, '--to', 'X']],
    [['collections', DIR, '--delete', 'Calls', '--to', 'X']],
    [['collections', DIR, '--add', 'A', '--delete', 'Calls']],
    [['collection', DIR, 'Calls']],
    [['collection', DIR, 'Calls', 'x']],
    [['tags', DIR, '--change', 'Person']],
    [['tags', DIR, '--change', 'Person', '--colour', 'red']],
    [['tags', DIR, '--change', 'Person', '--to', 'X']],
    [['saved', DIR, '--rename', 'Letters']],
    [['saved', DIR, '--rename', 'Letters', '--to', 'X', '--remove', 'Letters']],
    [['suggestions', DIR, 'x']],
    [['suggestions', DIR, SOME, '--accept', 'creators', '--dismiss', 'creators']],
    [['text', DIR, SOME, '--exact']],
    [['text', DIR, SOME, '--matches', 'a', '--left-aside']],
    [['text', DIR, SOME, '--matches', 'a', '--mode', 'some']],
    [['similar', DIR, SOME]],
    [['similar', DIR, SOME, '--quote', 'a', '--start', '0']],
    [['similar', DIR, SOME, '--start', '0']],
    [['similar', DIR, SOME, '--quote', 'a', '--limit', '101']],
    [['note', DIR, 'A', '--references', '--append', 'x']],
    [['note', DIR, '--title', 'B', '--references']],
    [['spelling', DIR]],
    [['spelling', DIR, 'a', '--learn', 'b']],
    [['spelling', DIR, '--learn', 'b', '--language', 'de']],
    [['cite', DIR, SOME, '--remove-style', 'x']],
    [['cite', DIR, '--add-style', 'a.csl', '--remove-style', 'x']],
    [['import', DIR, 'papers', '--preview', '--follow']],
  ])('are refused: %j', async (argv) => {
    await expect(run(argv)).rejects.toThrow(UsageError);
  });
});
