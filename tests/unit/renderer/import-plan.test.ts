import { describe, expect, it } from 'vitest';
import { type ImportPlanEntry, Job, type ReportLine } from '../../../electron/contract/index.js';
import { inReadingOrder as planOrder, planRows, tally } from '../../../renderer/features/import/import-plan.js';
import {
  groupOutcomes,
  inReadingOrder,
  outcomeSummary,
  reportText,
} from '../../../renderer/features/jobs/job-labels.js';
import { formatBytes, plural } from '../../../renderer/ui/format-number.js';

const entry = (index: number, status: ImportPlanEntry['status']): ImportPlanEntry => ({
  index,
  name: `file-${index}.txt`,
  fileBytes: 100,
  reader: 'text',
  status,
  note: null,
  duplicateOf: null,
});
const entries = [entry(0, 'new'), entry(1, 'duplicate'), entry(2, 'unsupported'), entry(3, 'new')];

const line = (name: string, outcome: ReportLine['outcome'], remarks: string[] = []): ReportLine => ({
  name,
  outcome,
  message: outcome === 'failed' ? 'It is damaged. Copy it again.' : null,
  sourceId: null,
  remarks,
});

describe('what an import will do', () => {
  it('counts what will be imported without duplicates and without what was left out', () => {
    expect(tally(entries, 'skip', new Set([3]))).toEqual({
      willImport: 1,
      bytes: 100,
      duplicates: 1,
      unreadable: 1,
      leftOut: 1,
    });
  });
  it('counts duplicates in when they are wanted again', () => {
    expect(tally(entries, 'import', new Set()).willImport).toBe(3);
  });
  it('never counts a file that cannot be read, and does not call it left out', () => {
    expect(tally([entry(0, 'unreadable')], 'import', new Set([0]))).toMatchObject({ willImport: 0, leftOut: 0 });
  });
  it('shows files that cannot be read first, then duplicates', () => {
    expect(planOrder(entries).map(({ index }) => index)).toEqual([2, 1, 0, 3]);
  });
});

describe('refusals for one reason', () => {
  const refused = (
    index: number,
    name: string,
    note = 'Fonds has no reader for this kind of file yet. It reads .txt.',
  ) => ({
    ...entry(index, 'unsupported'),
    name,
    note,
  });
  it('are one row of the sheet, which names the kinds', () => {
    const rows = planRows([
      refused(0, 'a.jpg'),
      refused(1, 'b.JPG'),
      refused(2, 'c.mp3'),
      refused(3, 'README'),
      entry(4, 'new'),
    ]);
    expect(rows.map(({ title, entries: files }) => `${files.length} ${title}`)).toEqual([
      '4 4 files of kinds that cannot be read',
      '1 file-4.txt',
    ]);
    expect(rows[0]?.note).toMatch(/^\.jpg \(2\), \.mp3 \(1\), no extension \(1\)\. Fonds has no reader/);
    expect(rows[0]?.fileBytes).toBe(400);
  });
  it('keep the name where there is one', () => {
    expect(planRows([refused(0, 'a.jpg'), refused(1, 'b.txt', 'This file is empty.')])).toMatchObject([
      { title: 'a.jpg', note: expect.stringMatching(/^Fonds has no reader/) },
      { title: 'b.txt', note: 'This file is empty.' },
    ]);
  });
  it.each([
    [3, 'f0.txt, f1.txt, f2.txt. This file is empty.'],
    [4, 'f0.txt, f1.txt, f2.txt and 1 more. This file is empty.'],
  ])('name the first of %i files', (count, note) => {
    const files = Array.from({ length: count }, (_, index) => refused(index, `f${index}.txt`, 'This file is empty.'));
    expect(planRows(files)).toMatchObject([{ note }]);
  });
  it('are one line of the report, and the others stay', () => {
    const lines = [line('a', 'failed'), line('b', 'damaged'), line('c', 'failed'), line('d', 'imported')];
    expect(groupOutcomes(lines).map(({ name }) => name)).toEqual(['2 files with the same refusal', 'b', 'd']);
  });
});

describe('a report', () => {
  const lines = [line('a.txt', 'imported'), line('b.pdf', 'failed'), line('c.txt', 'imported', ['Charset guessed.'])];
  const job = Job.parse({
    id: '0195f000-0000-7000-8000-000000000001',
    kind: 'import',
    state: 'done',
    progress: { phase: 'Importing', done: 3, total: 3, current: null },
    startedAt: '2026-11-23T10:00:00Z',
    endedAt: '2026-11-23T10:01:00Z',
    outcomes: { imported: 2, failed: 1 },
    error: null,
    planId: null,
  });

  it('begins with what failed, then with what the reader remarked on', () => {
    expect(inReadingOrder(lines).map(({ name }) => name)).toEqual(['b.pdf', 'c.txt', 'a.txt']);
  });
  it('sums up with failures first and says nothing of what did not happen', () => {
    expect(outcomeSummary({ imported: 1200, failed: 1, duplicate: 0 })).toBe('1 failed, 1,200 imported');
  });
  it('is copied with every file, its outcome and its remedy', () => {
    const text = reportText(job, lines);
    expect(text).toContain('Failed\tb.pdf\tIt is damaged. Copy it again.');
    expect(text.split('\n')).toHaveLength(6);
  });
});

describe('numbers in the interface', () => {
  it('says one source and two thousand sources', () => {
    expect([plural(1, 'source'), plural(2000, 'source')]).toEqual(['1 source', '2,000 sources']);
  });
  it('gives sizes a unit a person uses', () => {
    expect([0, 320, 1_940, 2_400_000, 325_000_000].map(formatBytes)).toEqual([
      '0 bytes',
      '320 bytes',
      '1.9 KB',
      '2.4 MB',
      '325 MB',
    ]);
  });
});
