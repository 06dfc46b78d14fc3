/** The verb that collates: shows what differs, composes, keeps the collation, writes it to files. */
import { basename, resolve } from 'node:path';
import { type Collation, type CollationFormat, type CollationSubject, MAX_WITNESSES } from '../contract/index.js';
import { t } from '../wording/index.js';
import { type CommandLine, textOption, UsageError } from './command-line.js';
import { refusedLines, resolveCollation, tableLines } from './format-collation.js';
import { composedLines } from './format-composed.js';
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
import { chosenWitness } from './witness-argument.js';

/** Options that write a file. `--json` is what every verb has, so the alignment has the name of those who read it. */
const FILES = {
  tei: 'tei',
  csv: 'csv',
  html: 'html',
  docx: 'docx',
  collatex: 'json',
} as const satisfies Record<string, CollationFormat>;

interface OutputFile {
  readonly format: CollationFormat;
  readonly file: string;
}

/** What --base names: one of the witnesses as it is written, or its letter. @throws UsageError. */
function baseOf(line: CommandLine, named: readonly string[]): number {
  const base = textOption(line, 'base');
  if (base === undefined) return 0;
  const found = named.indexOf(base);
  const index = found < 0 && /^[A-Z]$/.test(base) ? base.charCodeAt(0) - 'A'.charCodeAt(0) : found;
  if (index >= 0 && index < named.length) return index;
  throw new UsageError(t('--base is one of the witnesses, or its letter in their order, not “{base}”.', { base }));
}

/** @throws UsageError for options that say nothing together. */
function filesOf(line: CommandLine): OutputFile[] {
  const files = Object.entries(FILES).flatMap(([option, format]) => {
    const file = textOption(line, option);
    return file === undefined ? [] : [{ format, file: resolve(file) }];
  });
  if (line.options.compose === true && files.length > 0)
    throw new UsageError(t('--compose prints a text; the files hold what differs. Ask for one of the two.'));
  if (line.options.replace === true && files.length === 0)
    throw new UsageError(t('--replace says nothing without a file to write.'));
  if (new Set(files.map(({ file }) => file)).size < files.length)
    throw new UsageError(t('Each file needs a name of its own.'));
  return files;
}

async function write(terminal: Terminal, line: CommandLine, subject: CollationSubject, orders: readonly OutputFile[]) {
  const written: { json: object; text: string; failed: boolean }[] = [];
  for (const { format, file } of orders) {
    const order = { subject, format, file, onExisting: onExisting(line) };
    const { jobId } = await terminal.call('collation.export', order);
    const { json, text, failed = false } = await jobAnswer(terminal, jobId, ['failed']);
    written.push({
      json: { format, file, ...(json as object) },
      text: failed ? text : t('{basename} written', { basename: basename(file) }),
      failed,
    });
  }
  return written;
}

async function answer(
  terminal: Terminal,
  line: CommandLine,
  subject: CollationSubject,
  kept: Collation | null,
): Promise<VerbOutput> {
  const orders = filesOf(line);
  const said = kept ? [t('Kept as “{name}”: {id}', { name: kept.name, id: kept.id })] : [];
  if (line.options.compose === true) {
    const composed = await terminal.call('collation.compose', subject);
    return { json: { ...(kept ? { collation: kept } : {}), ...composed }, text: composedLines(composed).join('\n') };
  }
  if (orders.length > 0) {
    const files = await write(terminal, line, subject, orders);
    return {
      json: { ...(kept ? { collation: kept } : {}), files: files.map(({ json }) => json) },
      text: [...said, ...files.map(({ text }) => text)].join('\n'),
      failed: files.some(({ failed }) => failed),
    };
  }
  const table = await terminal.call('collation.table', subject);
  return {
    json: { ...(kept ? { collation: kept } : {}), ...table },
    text: [...said, ...tableLines(table)].join('\n'),
  };
}

const collate: VerbHandler = async (terminal, line) => {
  const named = line.operands.slice(1);
  const [name, base] = [textOption(line, 'save'), textOption(line, 'base')];
  filesOf(line);
  if (named.length === 1) {
    if (name !== undefined || base !== undefined)
      throw new UsageError(
        t('--save and --base are for sources named here. “fonds collations DIR COLLATION” changes one that was kept.'),
      );
    await open(terminal, dir(line), 'read');
    const { id, pins } = await resolveCollation(terminal, operand(line, 1));
    const output = await answer(terminal, line, { id }, null);
    if (pins.length === 0 || line.options.compose === true) return output;
    const { refusedPinIds } = await terminal.call('collation.align', { id });
    return { ...output, text: [output.text, ...refusedLines(refusedPinIds.length)].join('\n') };
  }
  if (named.length > MAX_WITNESSES)
    throw new UsageError(t('At most {MAX_WITNESSES} texts are collated at once.', { MAX_WITNESSES }));
  const witnesses = named.map(chosenWitness);
  const baseIndex = baseOf(line, named);
  await open(terminal, dir(line), name === undefined ? 'read' : 'write');
  if (name === undefined) return answer(terminal, line, { witnesses, base: baseIndex }, null);
  const kept = await terminal.call('collation.create', { name, witnesses, base: baseIndex });
  return answer(terminal, line, { id: kept.id }, kept);
};

export const collateVerb = { collate } satisfies Record<string, VerbHandler>;
