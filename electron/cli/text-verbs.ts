/** Verbs of text versions: what a source says, corrected by hand, and every text it had before. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { FondsError, type Output, type TextVersion, type VersionInfo } from '../contract/index.js';
import { t } from '../wording/index.js';
import { anchorReportLine } from './annotation-verbs.js';
import { type CommandLine, textOption, UsageError } from './command-line.js';
import { dir, open, operand, sourceId, type Terminal, type VerbHandler, type VerbOutput } from './verb-model.js';

type SourceVersion = VersionInfo & { readonly sourceId: TextVersion['sourceId'] };

/** @throws FondsError NOT_FOUND. */
async function versionOf(terminal: Terminal, source: TextVersion['sourceId'], id: string): Promise<SourceVersion> {
  const { versions } = await terminal.call('source.get', { id: source });
  const found = versions.find((version) => version.id === id);
  if (!found)
    throw new FondsError(
      'NOT_FOUND',
      t('The source has no text {id}. “fonds versions DIR SOURCE” lists them.', { id }),
      { id },
    );
  return { ...found, sourceId: source };
}

const versionLine = ({ id, createdAt, origin, who, reason, length, isCurrent }: VersionInfo): string =>
  t('{value} {id}  {createdAt}  {origin}{value2}, {length} characters{value3}', {
    value: isCurrent ? '*' : ' ',
    id,
    createdAt,
    origin,
    value2: who ? ` (${who})` : '',
    length,
    value3: reason ? `: ${reason}` : '',
  });

/** Each change with its place in the text compared to, what went and what came. */
function changeLines(from: string, to: string, { edits }: Output<'text.compare'>): string[] {
  return edits.flatMap(({ kind, from: [a, b], to: [c, d] }) => {
    if (kind === 'same') return [];
    return [
      kind === 'removed' ? `@${c} - ${JSON.stringify(from.slice(a, b))}` : `@${c} + ${JSON.stringify(to.slice(c, d))}`,
    ];
  });
}

async function compare(terminal: Terminal, version: SourceVersion): Promise<VerbOutput> {
  const { sourceId: source, parentId, id } = version;
  if (!parentId) {
    const message = t('This text was read from the original{value}: there is none it was made from.', {
      value: version.origin ? ` (${version.origin})` : '',
    });
    throw new FondsError('NOT_FOUND', message, { id });
  }
  const compared = await terminal.call('text.compare', { sourceId: source, from: parentId, to: id });
  const [from, to] = await Promise.all(
    [parentId, id].map((versionId) => terminal.call('text.get', { sourceId: source, versionId })),
  );
  const lines = changeLines(from?.text ?? '', to?.text ?? '', compared);
  return { json: { from: parentId, to: id, ...compared }, text: lines.join('\n') };
}

const versions: VerbHandler = async (terminal, line) => {
  const source = sourceId(operand(line, 1));
  const [current, compared] = [textOption(line, 'current'), textOption(line, 'compare')];
  if (current !== undefined && compared !== undefined)
    throw new UsageError(t('“versions” takes one of --current and --compare at a time.'));
  await open(terminal, dir(line), current === undefined ? 'best' : 'write');
  if (compared !== undefined) return compare(terminal, await versionOf(terminal, source, compared));
  if (current !== undefined) {
    const { id: versionId } = await versionOf(terminal, source, current);
    const { anchors } = await terminal.call('text.makeCurrent', { sourceId: source, versionId });
    return { json: { versionId, anchors }, text: anchorReportLine(anchors) };
  }
  const { versions: all } = await terminal.call('source.get', { id: source });
  return { json: all, text: all.map(versionLine).join('\n') };
};

/** A text file as the text of a source: ends of lines as that has them. @throws FondsError FILE_UNREADABLE. */
async function textOf(path: string, like: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    throw new FondsError(
      'FILE_UNREADABLE',
      t('{path} cannot be read: {message}', { path, message: (error as Error).message }),
      { path },
    );
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return like.includes('\r') ? text : text.replace(/\r\n?/g, '\n');
  } catch {
    throw new FondsError('FILE_UNREADABLE', t('{path} is not UTF-8 text. Save it as UTF-8 and try again.', { path }), {
      path,
    });
  }
}

async function correctedText(line: CommandLine, text: string): Promise<string> {
  const [from, find, replace] = [textOption(line, 'from'), textOption(line, 'find'), textOption(line, 'replace')];
  if (from !== undefined) return textOf(resolve(from), text);
  if (find === undefined || replace === undefined) return text;
  if (find !== '' && text.includes(find)) return text.replaceAll(find, () => replace);
  throw new FondsError('NOT_FOUND', t('“{find}” is not in the text. “fonds text DIR SOURCE” prints it.', { find }), {
    find,
  });
}

const correct: VerbHandler = async (terminal, line) => {
  const source = sourceId(operand(line, 1));
  const [from, find, replace] = [textOption(line, 'from'), textOption(line, 'find'), textOption(line, 'replace')];
  const reason = textOption(line, 'reason');
  const isWhole = from !== undefined && find === undefined && replace === undefined;
  const isReplacing = from === undefined && find !== undefined && replace !== undefined;
  if (!isWhole && !isReplacing)
    throw new UsageError(t('“correct” needs --from FILE, or --find WORDS and --replace WORDS: one of the two.'));
  if (reason === undefined) throw new UsageError(t('“correct” needs --reason TEXT: the versions of a text show it.'));
  await open(terminal, dir(line));
  const before = await terminal.call('text.get', { sourceId: source });
  const text = await correctedText(line, before.text);
  if (text === '') throw new FondsError('INVALID_INPUT', t('Nothing would be left of the text.'));
  const made = await terminal.call('text.correct', { sourceId: source, versionId: before.id, text, reason });
  return {
    json: made,
    text: t('Corrected: {versionId}\n{anchorReportLine}', {
      versionId: made.versionId,
      anchorReportLine: anchorReportLine(made.anchors),
    }),
  };
};

export const textVerbs = { versions, correct } satisfies Record<string, VerbHandler>;
