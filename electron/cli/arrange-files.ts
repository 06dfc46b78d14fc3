/** How `pages` combines, parts and reorders the files of sources: numbers of files, from 1, become an arrangement. */
import type { Input, SourceId } from '../contract/index.js';
import { t } from '../wording/index.js';
import { type CommandLine, textOption, UsageError } from './command-line.js';
import { operand, sourceId, type Terminal, type VerbOutput } from './verb-model.js';

type Arrangement = Input<'page.arrange'>['sources'];
type Files = Arrangement[number]['originals'];

/** Whether the line asks for an arrangement; then it is about files. */
export const isArrangement = ({ options }: CommandLine): boolean =>
  options.combine === true || options['part-at'] !== undefined || options.order !== undefined;

/** The archive is open for writing. @throws UsageError. */
export async function arrangeFiles(terminal: Terminal, line: CommandLine): Promise<VerbOutput> {
  const [first, ...others] = line.operands.slice(1).map(sourceId);
  const [partAt, order] = [textOption(line, 'part-at'), textOption(line, 'order')];
  if (!first || [line.options.combine, partAt, order].filter((one) => one !== undefined).length !== 1)
    throw new UsageError(t('“pages” takes one of --combine, --part-at and --order at a time.'));
  const title = textOption(line, 'title');
  const named = title === undefined ? {} : { title };
  const files = await filesOf(terminal, first);
  const sources = await (async (): Promise<Arrangement> => {
    if (order !== undefined) return [{ id: first, originals: reordered(files, order), ...named }];
    if (partAt !== undefined) {
      const [kept = [], ...parted] = parts(files, partAt);
      return [{ id: first, originals: kept }, ...parted.map((originals) => ({ id: null, originals, ...named }))];
    }
    if (others.length === 0) throw new UsageError(t('“pages --combine” needs the sources whose files are added.'));
    const added: Files[] = [];
    for (const id of others) added.push(await filesOf(terminal, id));
    return [{ id: first, originals: [...files, ...added.flat()], ...named }];
  })();
  const { sourceIds } = await terminal.call('page.arrange', { sources });
  const text = sourceIds.map((id, at) =>
    t('{count, plural, one {# file} other {# files}}: {id}', { count: sources[at]?.originals.length ?? 0, id }),
  );
  return { json: { sourceIds }, text: text.join('\n') };
}

async function filesOf(terminal: Terminal, id: SourceId): Promise<Files> {
  const { originals } = await terminal.call('source.get', { id });
  if (originals.length === 0) throw new UsageError(t('{id} has no files to arrange.', { id }));
  return originals.map((_, position) => ({ sourceId: id, position }));
}

/** Numbers from 1 to the last file. @throws UsageError. */
function numbers(text: string, last: number, option: string): number[] {
  const all = text.split(',').map((part) => Number(part.trim()));
  if (all.every((one) => Number.isInteger(one) && one >= 1 && one <= last)) return all;
  throw new UsageError(
    t('--{option} takes numbers of files from 1 to {last}, such as 2,5.', { option, last: String(last) }),
  );
}

function reordered(files: Files, text: string): Files {
  const order = numbers(text, files.length, 'order');
  if (order.length !== files.length || new Set(order).size !== files.length)
    throw new UsageError(
      t('--order names each file once; there {count, plural, one {is # file} other {are # files}}.', {
        count: files.length,
      }),
    );
  return order.flatMap((number) => files[number - 1] ?? []);
}

/** Each number begins a part of its own; what is before the first of them stays. */
function parts(files: Files, text: string): Files[] {
  const at = [...new Set(numbers(text, files.length, 'part-at'))].sort((a, b) => a - b);
  if (at[0] === 1)
    throw new UsageError(t('--part-at names files from the second on: the first one stays where it is.'));
  return [1, ...at].map((from, index) => files.slice(from - 1, (at[index] ?? files.length + 1) - 1));
}
