/** Verbs that write work to files and take annotations in. */
import { basename, extname, resolve } from 'node:path';
import { z } from 'zod';
import { EXPORT_FORMATS, ExportFormat, ExportRequest, type ExportSubject, NoteId } from '../contract/index.js';
import { t } from '../wording/index.js';
import { type CommandLine, oneOf, textOption, UsageError } from './command-line.js';
import { exportFound, searchQuery } from './search-verbs.js';
import {
  dir,
  existingCollection,
  existingTag,
  jobAnswer,
  onExisting,
  open,
  operand,
  sourceId,
  type Terminal,
  type VerbHandler,
} from './verb-model.js';

/** What `--what` means. @throws UsageError, FondsError NOT_FOUND. */
async function readWhat(terminal: Terminal, line: CommandLine, asked: string): Promise<ExportSubject> {
  const [kind, ...rest] = asked.split(':');
  const name = rest.join(':').trim();
  switch (kind) {
    case 'everything':
      return { kind };
    case 'notes':
      return { kind: 'allNotes' };
    case 'note': {
      const ids = z
        .array(NoteId)
        .min(1)
        .safeParse(name.split(',').map((id) => id.trim()));
      if (!ids.success)
        throw new UsageError(
          t('“{name}” is not the id of a note, or several with commas. “fonds notes DIR” lists them.', { name }),
        );
      return { kind: 'notes', ids: ids.data };
    }
    case 'source':
      return { kind: 'annotations', sourceId: sourceId(name) };
    case 'tag':
      return { kind, tagId: (await existingTag(terminal, name)).id };
    case 'collection':
      return { kind, collectionId: (await existingCollection(terminal, name)).id };
    case 'search': {
      const query = textOption(line, 'query');
      if (query === undefined) throw new UsageError(t('--what search needs --query QUERY.'));
      return { kind, query: await searchQuery(terminal, line, query) };
    }
    default:
      throw new UsageError(
        t('--what is one of note:ID, notes, source:ID, tag:PATH, collection:NAME, search, everything, not “{asked}”.', {
          asked,
        }),
      );
  }
}

/** The format whose extension the file has; the first of several. */
const formatOf = (file: string): string | undefined =>
  EXPORT_FORMATS.find(({ extension }) => `.${extension}` === extname(file).toLowerCase())?.id;

const exportWork: VerbHandler = async (terminal, line) => {
  const asked = textOption(line, 'what');
  if (asked === undefined) return exportFound(terminal, line);
  const out = textOption(line, 'out');
  if (out === undefined) throw new UsageError(t('“export --what” needs --out FILE.'));
  const file = resolve(out);
  const format = oneOf('format', line.options.format ?? formatOf(file), ExportFormat.options, 'docx');
  await open(terminal, dir(line), 'best');
  const [style, locale] = [textOption(line, 'style'), textOption(line, 'locale')];
  const places = line.options['with-places'] === true ? 'keep' : 'leave-out';
  const order = ExportRequest.parse({ what: await readWhat(terminal, line, asked), format, style, locale, places });
  const { jobId } = await terminal.call('export.start', { ...order, file, onExisting: onExisting(line) });
  const answer = await jobAnswer(terminal, jobId, ['failed']);
  return { ...answer, text: answer.failed ? answer.text : t('{basename} written', { basename: basename(file) }) };
};

const exchange: VerbHandler = async (terminal, line) => {
  await open(terminal, dir(line));
  const { jobId } = await terminal.call('exchange.import', { file: resolve(operand(line, 1)) });
  // What is left out is reported and is no failure: the file may be about more than this archive holds.
  const answer = await jobAnswer(terminal, jobId, ['skipped']);
  return { ...answer, failed: (answer.json as { state: string }).state !== 'done' };
};

export const exportVerbs = { export: exportWork, exchange } satisfies Record<string, VerbHandler>;
