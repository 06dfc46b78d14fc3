/** The verb that gathers files into sources: several sources into one, one into two, files in another order. */
import type { ArrangedSource, SourceId } from '../contract/index.js';
import { t } from '../wording/index.js';
import { type CommandLine, textOption, UsageError } from './command-line.js';
import { dir, open, sourceId, type Terminal, type VerbHandler } from './verb-model.js';

type Files = ArrangedSource['originals'];

async function filesOf(terminal: Terminal, id: SourceId): Promise<Files> {
  const { originals } = await terminal.call('source.get', { id });
  return originals.map((_, position) => ({ sourceId: id, position }));
}

/** @param text such as `3,1,2`. @throws UsageError unless each file is named once. */
function inOrder(files: Files, text: string): Files {
  const places = text.split(',').map((part) => Number(part.trim()));
  const isWhole =
    places.length === files.length &&
    new Set(places).size === files.length &&
    places.every((place) => Number.isInteger(place) && place >= 1 && place <= files.length);
  if (!isWhole)
    throw new UsageError(
      t('--order names each of the {count, plural, one {# file} other {# files}} once, such as 2,1,3.', {
        count: files.length,
      }),
    );
  return places.flatMap((place) => files[place - 1] ?? []);
}

async function arrangement(terminal: Terminal, line: CommandLine): Promise<ArrangedSource[]> {
  const [id, ...others] = line.operands.slice(1).map(sourceId);
  if (!id) throw new UsageError(t('“gather” needs a source.'));
  const title = textOption(line, 'title');
  const named = title === undefined ? {} : { title };
  const own = await filesOf(terminal, id);
  const part = textOption(line, 'part');
  const order = textOption(line, 'order');
  if (part !== undefined) {
    const at = Number(part);
    if (!Number.isInteger(at) || at < 2 || at > own.length)
      throw new UsageError(
        t('--part takes the number of the file that begins a source of its own, from 2 to {last}.', {
          last: own.length,
        }),
      );
    return [
      { id, originals: own.slice(0, at - 1) },
      { id: null, ...named, originals: own.slice(at - 1) },
    ];
  }
  if (order !== undefined) return [{ id, ...named, originals: inOrder(own, order) }];
  if (others.length === 0) throw new UsageError(t('“gather” needs further sources, --part or --order.'));
  const further = await Promise.all(others.map((other) => filesOf(terminal, other)));
  return [{ id, ...named, originals: [own, ...further].flat() }];
}

const gather: VerbHandler = async (terminal, line) => {
  await open(terminal, dir(line));
  const answer = await terminal.call('page.arrange', { sources: await arrangement(terminal, line) });
  return { json: answer, text: answer.sourceIds.join('\n') };
};

export const gatherVerb = { gather } satisfies Record<string, VerbHandler>;
