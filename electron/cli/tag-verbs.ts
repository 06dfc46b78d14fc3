/** Verbs of tags: the tree, and tags on sources. A tag is named by its path, or by its name where no other has it. */
import { type Input, type Tag, tagTree } from '../contract/index.js';
import { t } from '../wording/index.js';
import { type CommandLine, textOption, UsageError } from './command-line.js';
import {
  dir,
  existingTag,
  open,
  operand,
  resolveTag,
  sourceId,
  type Terminal,
  type VerbHandler,
  type VerbOutput,
} from './verb-model.js';

/** A verb within a verb: the option that asks for it, the options it needs, and those it may have. */
interface TagAction {
  readonly needs?: string;
  readonly may?: readonly string[];
  run(terminal: Terminal, line: CommandLine, path: string): Promise<VerbOutput>;
}

/** With its path, as a script wants it. */
const tagOutput = async (terminal: Terminal, text: string, id: Tag['id']): Promise<VerbOutput> => {
  const tree = tagTree(await terminal.call('tag.list', undefined));
  return { json: { ...tree.get(id), path: tree.path(id) }, text };
};

const TAG_ACTIONS: Readonly<Record<string, TagAction>> = {
  add: {
    may: ['colour', 'about'],
    run: async (terminal, line, path) => {
      const change = lookOf(line);
      const { id } = await terminal.call('tag.ensure', { path });
      if (Object.keys(change).length > 0) await terminal.call('tag.change', { id, change });
      return tagOutput(terminal, t('The tag “{path}” is there', { path }), id);
    },
  },
  change: {
    may: ['colour', 'about'],
    run: async (terminal, line, path) => {
      const { id } = await existingTag(terminal, path);
      await terminal.call('tag.change', { id, change: lookOf(line) });
      return tagOutput(terminal, t('Changed “{path}”', { path }), id);
    },
  },
  rename: {
    needs: 'to',
    run: async (terminal, line, path) => {
      const { id } = await existingTag(terminal, path);
      const name = textOption(line, 'to') ?? '';
      await terminal.call('tag.rename', { id, name });
      return tagOutput(terminal, t('“{path}” is called “{name}” now', { path, name }), id);
    },
  },
  move: {
    needs: 'under',
    run: async (terminal, line, path) => {
      const { id } = await existingTag(terminal, path);
      const under = textOption(line, 'under') ?? '';
      const parentId = under.trim() === '/' ? null : (await existingTag(terminal, under)).id;
      await terminal.call('tag.move', { id, parentId });
      return tagOutput(
        terminal,
        parentId ? t('“{path}” is below “{under}” now', { path, under }) : t('“{path}” is at the top now', { path }),
        id,
      );
    },
  },
  merge: {
    needs: 'into',
    run: async (terminal, line, path) => {
      const { id } = await existingTag(terminal, path);
      const into = await existingTag(terminal, textOption(line, 'into') ?? '');
      await terminal.call('tag.merge', { id, into: into.id });
      return tagOutput(terminal, t('What bore “{path}” bears “{name}” now', { path, name: into.name }), into.id);
    },
  },
  delete: {
    run: async (terminal, _, path) => {
      const { id, name } = await existingTag(terminal, path);
      await terminal.call('tag.delete', { id });
      return { json: { id, name }, text: t('Deleted “{path}”; what bore it stays', { path }) };
    },
  },
};

/** @returns null for none. @throws UsageError. */
function colourOption(line: CommandLine): number | null | undefined {
  const value = textOption(line, 'colour');
  if (value === undefined) return undefined;
  if (value === 'none') return null;
  if (/^[1-8]$/.test(value)) return Number(value);
  throw new UsageError(t('--colour is a number from 1 to 8, or none, not “{value}”.', { value }));
}

/** What --colour and --about say of a tag. @throws UsageError. */
function lookOf(line: CommandLine): Input<'tag.change'>['change'] {
  const [colour, description] = [colourOption(line), textOption(line, 'about')];
  return { ...(colour === undefined ? {} : { colour }), ...(description === undefined ? {} : { description }) };
}

/** The one deed that is asked for; null: the list. @throws UsageError. */
function tagActionOf(line: CommandLine): { name: string; deed: TagAction; path: string } | null {
  const given = Object.keys(line.options).filter((name) => line.options[name] !== undefined);
  const asked = given.filter((name) => Object.hasOwn(TAG_ACTIONS, name));
  const [name] = asked;
  if (asked.length > 1)
    throw new UsageError(t('Only one of {asked} at a time.', { asked: asked.map((one) => `--${one}`).join(', ') }));
  const action = name === undefined ? undefined : TAG_ACTIONS[name];
  const allowed = [name, action?.needs, ...(action?.may ?? [])];
  const stray = given.find((option) => !allowed.includes(option));
  if (stray)
    throw new UsageError(
      name ? t('--{name} takes no --{stray}.', { name, stray }) : t('--{stray} says nothing by itself.', { stray }),
    );
  if (!action || name === undefined) return null;
  if (action.needs && !given.includes(action.needs))
    throw new UsageError(t('--{name} needs --{needs}.', { name, needs: action.needs }));
  return { name, deed: action, path: textOption(line, name) ?? '' };
}

async function list(terminal: Terminal): Promise<VerbOutput> {
  const tree = tagTree(await terminal.call('tag.list', undefined));
  const lines = tree.tags.map(({ id, name, sourceCount, annotationCount }) => {
    const indent = '  '.repeat(tree.depth(id));
    return `${indent}${name} (${t('{sourceCount, plural, one {# source} other {# sources}}', { sourceCount })}, ${t('{annotationCount, plural, one {# passage} other {# passages}}', { annotationCount })})`;
  });
  return { json: tree.tags.map((tag) => ({ ...tag, path: tree.path(tag.id) })), text: lines.join('\n') };
}

const tags: VerbHandler = async (terminal, line) => {
  const asked = tagActionOf(line);
  const look = lookOf(line);
  if (asked?.name === 'change' && Object.keys(look).length === 0)
    throw new UsageError(t('--change needs --colour or --about.'));
  await open(terminal, dir(line), asked ? 'write' : 'read');
  return asked ? asked.deed.run(terminal, line, asked.path) : list(terminal);
};

const tag: VerbHandler = async (terminal, line) => {
  const [path, ids] = [operand(line, 1), line.operands.slice(2).map(sourceId)];
  if (line.operands.length === 2) throw new UsageError(t('“tag DIR PATH” needs the sources that it is for.'));
  await open(terminal, dir(line), path === '' ? 'read' : 'write');
  if (path === '') {
    const tree = tagTree(await terminal.call('tag.list', undefined));
    const text = tree.tags.map(({ id, sourceCount }) => `${id}  ${tree.path(id)} (${sourceCount})`).join('\n');
    return { json: tree.tags, text };
  }
  if (line.options.remove === true) {
    const { id, name } = await existingTag(terminal, path);
    await terminal.call('tag.remove', { id, ids });
    return { json: { id, name, ids }, text: t('“{name}” taken off: {count}', { name, count: ids.length }) };
  }
  const { id, name } = (await resolveTag(terminal, path)) ?? (await terminal.call('tag.ensure', { path }));
  await terminal.call('tag.add', { id, ids });
  return { json: { id, name, ids }, text: t('“{name}” put on: {count}', { name, count: ids.length }) };
};

export const tagVerbs = { tag, tags } satisfies Record<string, VerbHandler>;
