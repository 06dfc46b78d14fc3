/** The verb of annotations named by their ids: prints them, changes their colour, comment and tags, takes them away. */
import type { TagId } from '../contract/index.js';
import { t } from '../wording/index.js';
import { annotationId, annotationLines, colourOption } from './annotation-verbs.js';
import { type CommandLine, textOption, textOptions, UsageError } from './command-line.js';
import { dir, ensureTags, existingTag, open, type Terminal, type VerbHandler } from './verb-model.js';

/** What is to be changed about annotations; null: nothing is asked for. @throws UsageError. */
function changeOf(line: CommandLine) {
  const [colour, comment] = [colourOption(line), textOption(line, 'comment')];
  const [tags, untags] = [textOptions(line, 'tag'), textOptions(line, 'untag')];
  const change = { ...(colour === undefined ? {} : { colour }), ...(comment === undefined ? {} : { comment }) };
  const isNothing = Object.keys(change).length === 0 && tags.length === 0 && untags.length === 0;
  return isNothing ? null : { change, tags, untags };
}

/** Names that are not there are refused before anything is made or changed. */
async function tagsOf(terminal: Terminal, tags: readonly string[], untags: readonly string[]) {
  const remove: TagId[] = [];
  for (const path of untags) remove.push((await existingTag(terminal, path)).id);
  const add = (await ensureTags(terminal, tags)).map(({ id }) => id);
  return { add, remove };
}

const annotation: VerbHandler = async (terminal, line) => {
  const ids = line.operands.slice(1).map(annotationId);
  const wanted = changeOf(line);
  if (line.options.delete === true) {
    if (wanted) throw new UsageError(t('--delete stands alone.'));
    await open(terminal, dir(line));
    await terminal.call('annotation.delete', { ids });
    return { json: { ids }, text: t('Deleted: {count}', { count: ids.length }) };
  }
  await open(terminal, dir(line), wanted ? 'write' : 'best');
  const shown = async () => {
    const all = [];
    for (const id of ids) all.push(await terminal.call('annotation.get', { id }));
    return all;
  };
  // One that is not there is said before a tag is made for it.
  const before = await shown();
  if (wanted && (wanted.tags.length > 0 || wanted.untags.length > 0))
    await terminal.call('annotation.tag', { ids, ...(await tagsOf(terminal, wanted.tags, wanted.untags)) });
  if (wanted && Object.keys(wanted.change).length > 0)
    await terminal.call('annotation.change', { ids, change: wanted.change });
  const after = wanted ? await shown() : before;
  return { json: after, text: (await annotationLines(terminal, after)).join('\n') };
};

export const annotationVerb = { annotation } satisfies Record<string, VerbHandler>;
