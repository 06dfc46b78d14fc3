/** The verb that reads the pages of sources by OCR. */
import { t } from '../wording/index.js';
import { oneOf, textOption, UsageError } from './command-line.js';
import { dir, jobAnswer, open, sourceId, type VerbHandler } from './verb-model.js';

const ocr: VerbHandler = async (terminal, line) => {
  const sources = line.operands.slice(1);
  const languages = textOption(line, 'language')?.split('+') ?? [];
  if (sources.length === 0) {
    await open(terminal, dir(line), 'best');
    const known = await terminal.call('ocr.languages', undefined);
    return { json: known, text: known.join('\n') };
  }
  if (line.options.guess === true) {
    await open(terminal, dir(line), 'best');
    const guess = await terminal.call('ocr.guess', { sourceId: sourceId(sources[0] ?? '') });
    return { json: guess, text: guess.language ?? t('No language could be guessed.') };
  }
  if (languages.length === 0) throw new UsageError(t('“ocr” needs --language, for example eng or eng+deu.'));
  const kind = oneOf('kind', line.options.kind, ['auto', 'photograph', 'scan'], 'auto');
  await open(terminal, dir(line));
  const { jobId } = await terminal.call('ocr.start', { sourceIds: sources.map(sourceId), languages, kind });
  const answer = await jobAnswer(terminal, jobId, ['failed']);
  const { state } = answer.json as { state: string };
  // What was done is done: whoever counts on all of it hears that it is not.
  return { ...answer, hasFailures: answer.failed === true && state === 'done' };
};

export const ocrVerb = { ocr } satisfies Record<string, VerbHandler>;
