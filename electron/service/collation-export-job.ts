/** Exports a collation: computes it, has it written in a worker, and puts the file in its place whole. */
import { basename } from 'node:path';
import { type CollationFormat, type CollationSubject, FondsError } from '../contract/index.js';
import { tooLongForWord } from '../export/index.js';
import { writeAtomically } from '../files/index.js';
import { t } from '../wording/index.js';
import type { ArchiveSession } from './archive-host.js';
import type { ExportPool } from './export-pool.js';
import type { JobContext } from './job-registry.js';

export interface CollationTarget {
  readonly subject: CollationSubject;
  readonly format: CollationFormat;
  /** Path of the file to write. */
  readonly file: string;
  readonly onExisting: 'refuse' | 'replace';
}

export interface CollationExportTools {
  readonly open: ArchiveSession;
  readonly pool: ExportPool;
  readonly now: () => Date;
}

/** @throws FondsError NOT_FOUND, INVALID_INPUT, FILE_EXISTS, DISK_FULL. */
export async function runCollationExport(
  { subject, format, file, onExisting }: CollationTarget,
  { open, pool, now }: CollationExportTools,
  { signal, progress, report }: JobContext,
): Promise<void> {
  const { archive, collations, collating } = open;
  const phase = (name: string) => progress({ phase: name, done: 0, total: null, current: basename(file) });
  phase(t('Collating'));
  const result = await collating.align(subject, signal, (done, total) =>
    progress({ phase: t('Collating'), done, total, current: basename(file) }),
  );
  const places = result.blocks.filter((block) => block.class !== null).length;
  const refusal = format === 'docx' ? tooLongForWord(places, result.witnesses.length) : null;
  if (refusal) throw new FondsError('INVALID_INPUT', refusal);
  const table = await collating.table(subject, signal);
  const { witnesses } = result;
  const versions = witnesses.map(({ sourceId, versionId }) => archive.texts.get(sourceId, versionId));
  phase(t('Writing'));
  const work = {
    name:
      'id' in subject
        ? collations.get(subject.id).name
        : witnesses.map(({ title }) => title || t('Untitled')).join(' · '),
    result,
    table,
    texts: versions.map(({ text }) => text),
    spans: versions.map(({ spans }) => spans),
    sources: witnesses.map(({ sourceId }) => archive.sources.get(sourceId).description),
    now: now(),
  };
  await writeAtomically(file, await pool.writeCollation({ format, content: work }, signal), onExisting);
  report({ name: basename(file), outcome: 'written', message: null, sourceId: null, remarks: [] });
}
