/** Verbs of collections: the list of them, and sources in one. */

import { t } from '../wording/index.js';
import { type CommandLine, textOption, UsageError } from './command-line.js';
import {
  dir,
  existingCollection,
  findCollection,
  open,
  operand,
  sourceId,
  type Terminal,
  type VerbHandler,
  type VerbOutput,
} from './verb-model.js';

type CollectionAction = (terminal: Terminal, line: CommandLine, name: string) => Promise<VerbOutput>;

const COLLECTION_ACTIONS: Readonly<Record<string, CollectionAction>> = {
  add: async (terminal, _, name) => {
    const made = await terminal.call('collection.create', { name });
    return { json: made, text: t('Made “{name}”: {id}', { name: made.name, id: made.id }) };
  },
  rename: async (terminal, line, named) => {
    const { id, name: before } = await existingCollection(terminal, named);
    await terminal.call('collection.rename', { id, name: textOption(line, 'to') ?? '' });
    const renamed = await existingCollection(terminal, id);
    return { json: renamed, text: t('“{before}” is called “{name}” now', { before, name: renamed.name }) };
  },
  delete: async (terminal, _, named) => {
    const { id, name } = await existingCollection(terminal, named);
    await terminal.call('collection.delete', { id });
    return { json: { id, name }, text: t('Deleted “{name}”; its sources stay', { name }) };
  },
};

/** The one action that is asked for; null: the list. @throws UsageError. */
function actionOf(line: CommandLine): { run: CollectionAction; name: string } | null {
  const asked = Object.keys(COLLECTION_ACTIONS).filter((name) => line.options[name] !== undefined);
  if (asked.length > 1)
    throw new UsageError(t('Only one of {asked} at a time.', { asked: asked.map((one) => `--${one}`).join(', ') }));
  const [option = ''] = asked;
  const hasName = line.options.to !== undefined;
  if (option === 'rename' && !hasName) throw new UsageError(t('--rename needs --to NAME.'));
  if (option !== 'rename' && hasName) throw new UsageError(t('--to is for --rename.'));
  const run = COLLECTION_ACTIONS[option];
  return run ? { run, name: textOption(line, option) ?? '' } : null;
}

const collections: VerbHandler = async (terminal, line) => {
  const asked = actionOf(line);
  await open(terminal, dir(line), asked ? 'write' : 'read');
  if (asked) return asked.run(terminal, line, asked.name);
  const all = await terminal.call('collection.list', undefined);
  return { json: all, text: all.map((c) => `${c.id}  ${c.name} (${c.sourceCount})`).join('\n') };
};

const collection: VerbHandler = async (terminal, line) => {
  const [named, ids] = [operand(line, 1), line.operands.slice(2).map(sourceId)];
  await open(terminal, dir(line));
  if (line.options.remove === true) {
    const { id, name } = await existingCollection(terminal, named);
    await terminal.call('collection.remove', { id, ids });
    return { json: { id, name, ids }, text: t('Taken out of “{name}”: {count}', { name, count: ids.length }) };
  }
  const { id, name } =
    (await findCollection(terminal, named)) ?? (await terminal.call('collection.create', { name: named }));
  await terminal.call('collection.add', { id, ids });
  return { json: { id, name, ids }, text: t('Put into “{name}”: {count}', { name, count: ids.length }) };
};

export const collectionVerbs = { collections, collection } satisfies Record<string, VerbHandler>;
