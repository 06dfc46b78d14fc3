/** The verb that reads an original again with another character set. */
import { CHARSET_GROUPS, CHARSETS, charsetName, type RereadPreview } from '../contract/index.js';
import { t } from '../wording/index.js';
import { anchorReportLine } from './annotation-verbs.js';
import { textOption } from './command-line.js';
import { dir, open, operand, sourceId, type VerbHandler, type VerbOutput } from './verb-model.js';

function listOfSets(): VerbOutput {
  const groups = CHARSET_GROUPS.map((group) => {
    const sets = CHARSETS.filter((charset) => charset.group === group);
    return [group, ...sets.map(({ id, name }) => `  ${id.padEnd(16)}${name}`)].join('\n');
  });
  return { json: CHARSETS, text: groups.join('\n') };
}

/** Lines that differ, as they are now (-) and as they would be (+). */
function differingLines({ before, after, isSame }: RereadPreview): string[] {
  if (isSame) return [t('Not a character would change.')];
  const read = after.text.split('\n');
  return before.text.split('\n').flatMap((line, at) => {
    const other = read[at] ?? '';
    return line === other ? [] : [`- ${line}`, `+ ${other}`];
  });
}

function preview(answer: RereadPreview): VerbOutput {
  const { before, charset, remarks } = answer;
  const head = t('Read as {charsetName}, from character {start} on:', {
    charsetName: charsetName(charset),
    start: before.start,
  });
  return { json: answer, text: [head, ...differingLines(answer), ...remarks].join('\n') };
}

const reread: VerbHandler = async (terminal, line) => {
  const charset = textOption(line, 'charset');
  if (charset === undefined) return listOfSets();
  const source = sourceId(operand(line, 1));
  const isPreview = line.options.preview === true;
  await open(terminal, dir(line), isPreview ? 'best' : 'write');
  if (isPreview) return preview(await terminal.call('text.previewReread', { sourceId: source, charset }));
  const { id: versionId } = await terminal.call('text.get', { sourceId: source });
  const reason = textOption(line, 'reason') ?? '';
  const made = await terminal.call('text.reread', { sourceId: source, versionId, charset, reason });
  return {
    json: made,
    text: t('Read again as {charsetName}: {versionId}\n{anchorReportLine}', {
      charsetName: charsetName(made.charset),
      versionId: made.versionId,
      anchorReportLine: anchorReportLine(made.anchors),
    }),
  };
};

export const rereadVerb = { reread } satisfies Record<string, VerbHandler>;
