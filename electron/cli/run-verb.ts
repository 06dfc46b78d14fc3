/** What each verb asks of the contract and how its answer is printed. A verb has no feature of its own. */
import { resolve } from 'node:path';
import type { Verb } from '../contract/index.js';
import { t } from '../wording/index.js';
import { annotationVerb } from './annotation-verb.js';
import { annotationVerbs } from './annotation-verbs.js';
import { citeVerbs } from './cite-verbs.js';
import { collateVerb } from './collate-verb.js';
import { collationsVerb } from './collations-verb.js';
import { collectionVerbs } from './collection-verbs.js';
import type { CommandLine } from './command-line.js';
import { exportVerbs } from './export-verbs.js';
import { gatherVerb } from './gather-verb.js';
import { importVerb } from './import-verb.js';
import { noteVerbs } from './note-verbs.js';
import { ocrVerb } from './ocr-verb.js';
import { pagesVerb } from './pages-verb.js';
import { rereadVerb } from './reread-verb.js';
import { searchVerbs } from './search-verbs.js';
import { similarVerb } from './similar-verb.js';
import { sourceVerbs } from './source-verbs.js';
import { spellingVerb } from './spelling-verb.js';
import { tagVerbs } from './tag-verbs.js';
import { textVerbs } from './text-verbs.js';
import {
  dir,
  jobAnswer,
  onExisting,
  open,
  operand,
  type Terminal,
  type VerbHandler,
  type VerbOutput,
} from './verb-model.js';

/** The archive in a few lines, and what undo and redo would do. */
const info: VerbHandler = async (terminal, line) => {
  await open(terminal, dir(line), 'read');
  // Whoever asks about an archive reads it, so that whether it can be written to is not said.
  const { readOnly: _, ...archive } = await terminal.call('archive.info', undefined);
  const history = await terminal.call('history.state', undefined);
  const rows = [
    [t('Name'), archive.name],
    [t('Made'), archive.createdAt],
    [t('Sources'), String(archive.counts.sources)],
    [t('In the bin'), String(archive.counts.inBin)],
    [t('Collections'), String(archive.counts.collections)],
    [t('Schema'), String(archive.schemaVersion)],
    [t('Undo'), history.undo ?? 'nothing'],
    [t('Redo'), history.redo ?? 'nothing'],
  ];
  return {
    json: { ...archive, history },
    text: rows.map(([label = '', value]) => label.padEnd(20) + value).join('\n'),
  };
};

const runs: Record<Verb, VerbHandler> = {
  ...sourceVerbs,
  ...collectionVerbs,
  ...searchVerbs,
  ...similarVerb,
  ...tagVerbs,
  ...annotationVerbs,
  ...annotationVerb,
  ...textVerbs,
  ...rereadVerb,
  ...ocrVerb,
  ...pagesVerb,
  ...gatherVerb,
  ...noteVerbs,
  ...spellingVerb,
  ...citeVerbs,
  ...exportVerbs,
  ...collateVerb,
  ...collationsVerb,
  create: async (terminal, line) => {
    const info = await terminal.call('archive.create', { dir: dir(line) });
    return { json: info, text: t('Made {dir}', { dir: dir(line) }) };
  },
  info,
  import: importVerb,
  undo: async (terminal, line) => {
    await open(terminal, dir(line));
    const state = await terminal.call('history.undo', undefined);
    return { json: state, text: t('Undone: {redo}', { redo: state.redo ?? '' }) };
  },
  redo: async (terminal, line) => {
    await open(terminal, dir(line));
    const state = await terminal.call('history.redo', undefined);
    return { json: state, text: t('Redone: {undo}', { undo: state.undo ?? '' }) };
  },
  verify: async (terminal, line) => {
    await open(terminal, dir(line), 'read');
    const { jobId } = await terminal.call('verify.start', undefined);
    return jobAnswer(terminal, jobId, ['damaged', 'missing', 'failed']);
  },
  backup: async (terminal, line) => {
    await open(terminal, dir(line), 'best');
    const file = resolve(operand(line, 1));
    const written = await terminal.call('archive.backup', { file, onExisting: onExisting(line) });
    const left = written.absent.map((sha256) => t('missing or damaged, not in the backup: {sha256}', { sha256 }));
    const text = [t('{fileBytes} bytes written to {file}', { fileBytes: written.fileBytes, file }), ...left].join('\n');
    return { json: { file, ...written }, text, failed: left.length > 0 };
  },
  restore: async (terminal, line) => {
    const target = resolve(operand(line, 1));
    const info = await terminal.call('archive.restore', { file: dir(line), dir: target });
    return { json: info, text: t('Restored {sources} sources to {target}', { sources: info.counts.sources, target }) };
  },
};

export function runVerb(terminal: Terminal, line: CommandLine & { verb: Verb }): Promise<VerbOutput> {
  return runs[line.verb](terminal, line);
}
