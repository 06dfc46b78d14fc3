/** The verb that finds passages like one of a text. */
import type { SimilarPassage } from '../contract/index.js';
import { t } from '../wording/index.js';
import { inLine } from './annotation-verbs.js';
import { UsageError, wholeNumber } from './command-line.js';
import { passageArgument } from './passage-argument.js';
import { dir, open, operand, sourceId, type VerbHandler } from './verb-model.js';

const SHOWN = 20;
/** The most that one answer of the contract holds. */
const MOST = 100;

const similarLines = ({
  sourceId: id,
  title,
  date,
  pageLabel,
  start,
  end,
  text,
  similarity,
}: SimilarPassage): string[] => {
  const page = pageLabel === null ? '' : `, p. ${pageLabel}`;
  return [
    `${`${Math.round(similarity * 100)} %`.padStart(5)}  ${title || t('Untitled')}${date ? ` (${date})` : ''}${page}`,
    `  ${id}  ${start}–${end}`,
    `  “${inLine(text)}”`,
  ];
};

export const similarVerb = {
  similar: async (terminal, line) => {
    const source = sourceId(operand(line, 1));
    const passage = passageArgument(line);
    const limit = wholeNumber('limit', line.options.limit, SHOWN);
    if (limit > MOST) throw new UsageError(t('--limit is {MOST} at most.', { MOST }));
    await open(terminal, dir(line), 'best');
    const { text } = await terminal.call('text.get', { sourceId: source });
    const found = await terminal.call('search.similar', { sourceId: source, ...passage(text), limit });
    return { json: found, text: found.flatMap(similarLines).join('\n') || t('No other passage is like this one') };
  },
} satisfies Record<string, VerbHandler>;
