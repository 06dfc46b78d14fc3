/** The verb that reads the pages of sources by OCR. */
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { t } from '../wording/index.js';
import { type CommandLine, oneOf, textOption, UsageError } from './command-line.js';
import { dir, jobAnswer, open, sourceId, type Terminal, type VerbHandler, type VerbOutput } from './verb-model.js';

/** What is about languages and files rather than about reading; null when the line asks for none of it. */
async function otherThanReading(terminal: Terminal, line: CommandLine): Promise<VerbOutput | null> {
  const added = textOption(line, 'add-language');
  const removed = textOption(line, 'remove-language');
  const transcripts = textOption(line, 'from');
  if (added !== undefined) {
    const { language } = await terminal.call('ocr.addLanguage', { file: resolve(added) });
    return { json: { language }, text: t('Pages can be read in “{language}” now.', { language }) };
  }
  if (removed !== undefined) {
    await terminal.call('ocr.removeLanguage', { language: removed });
    const known = await terminal.call('ocr.addedLanguages', undefined);
    return { json: known, text: t('“{language}” is removed.', { language: removed }) };
  }
  if (line.options.unfinished === true) {
    await open(terminal, dir(line), 'best');
    const begun = await terminal.call('ocr.unfinished', undefined);
    const lines = begun.map(({ sourceId: id, title, pageCount, languages }) =>
      t('{id}  {title}: {count, plural, one {# page} other {# pages}} read in {languages}', {
        id,
        title,
        count: pageCount,
        languages: languages.join('+'),
      }),
    );
    return { json: begun, text: lines.join('\n') || t('No reading was begun and left.') };
  }
  if (transcripts === undefined) return null;
  await open(terminal, dir(line));
  const [first] = line.operands.slice(1);
  const files = (await transcriptsIn(resolve(transcripts))).map((file) => resolve(file));
  const made = await terminal.call('ocr.bringIn', {
    files,
    ...(first === undefined ? {} : { sourceId: sourceId(first) }),
  });
  const done = t('{count, plural, one {# page} other {# pages}} brought in.', { count: made.pages });
  return { json: made, text: [done, ...made.remarks].join('\n') };
}

/** A file, or all of a folder by name. */
async function transcriptsIn(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null);
  if (!found?.isDirectory()) return [path];
  const names = (await readdir(path)).filter((name) => /\.(?:xml|hocr|html?)$/i.test(name));
  return names.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).map((name) => join(path, name));
}

const ocr: VerbHandler = async (terminal, line) => {
  const other = await otherThanReading(terminal, line);
  if (other) return other;
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
