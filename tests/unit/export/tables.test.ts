/** Tables that a spreadsheet opens, and what becomes of a file when writing it fails. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type ConcordanceLine,
  EMPTY_DESCRIPTION,
  type LogEntry,
  type Source,
  type SourceId,
} from '../../../electron/contract/index.js';
import { exportConcordance, exportLog } from '../../../electron/export/index.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fonds-export-'));
  file = join(folder, 'out.csv');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const sourceId = '01a20835-b9cb-7424-88b3-126b3f9050a5' as SourceId;
const line = (change: Partial<ConcordanceLine> = {}): ConcordanceLine => ({
  sourceId,
  versionId: '01a20835-b9cb-7424-88b3-126b3f9050a6' as ConcordanceLine['versionId'],
  title: 'Telephone call',
  date: '2000-09-06',
  pageLabel: '12',
  start: 40,
  end: 46,
  left: 'would he receive\n the ',
  match: 'envoy',
  right: ', he asked; “no”',
  ...change,
});
const source = (): Source =>
  ({
    description: {
      ...EMPTY_DESCRIPTION,
      repository: 'National Archives',
      fonds: 'Cables',
      series: 'S 1',
      box: '12',
      folder: '3',
      referenceCode: 'A-12',
    },
  }) as Source;
async function* several(lines: readonly ConcordanceLine[]) {
  yield* lines;
}
const entry = (change: Partial<LogEntry> = {}): LogEntry => ({
  seq: 1,
  at: '2026-01-01T00:00:00.000Z',
  who: 'ana',
  query: { query: 'peace, treaty', mode: 'phrase', filter: { dateFrom: '1999' } },
  scope: 'from 1999',
  searched: 120,
  hits: 0,
  tookMs: 3.4,
  ...change,
});
const writeLog = (entries: readonly LogEntry[], format: 'csv' | 'json', onExisting: 'refuse' | 'replace' = 'refuse') =>
  exportLog({ entries, file, format, onExisting, now: () => new Date('2026-02-01T00:00:00Z') });

describe('a concordance as a table', () => {
  it('has each match between its words, with all that leads back to the place', async () => {
    const written = await exportConcordance({ lines: several([line()]), source, file, onExisting: 'refuse' });
    const text = readFileSync(file, 'utf8');
    expect(written).toEqual({ lines: 1, fileBytes: readFileSync(file).length });
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text.slice(1).split('\r\n')).toEqual([
      'Left,Match,Right,Title,Date,Page,Repository,Fonds,Series,Box,Folder,Reference code,Source,Start,End',
      `would he receive the ,envoy,", he asked; “no”",Telephone call,2000-09-06,12,National Archives,Cables,S 1,12,3,A-12,${sourceId},40,46`,
      '',
    ]);
  });

  it('lets no cell run as a formula', async () => {
    const hostile = ['=HYPERLINK("http://x")', '+1', '-1', '@SUM(1)', '\t=1', '＝1'];
    const lines = hostile.map((text) => line({ left: text, match: text, right: text, title: text, pageLabel: text }));
    await exportConcordance({ lines: several(lines), source, file, onExisting: 'refuse' });
    for (const row of readFileSync(file, 'utf8').slice(1).split('\r\n').slice(1, -1)) {
      expect(row).not.toMatch(/(^|,)"?[=+\-@\t\r＝]/);
    }
  });

  it('keeps its rows in order over many pieces', async () => {
    const lines = Array.from({ length: 1_001 }, (_, start) => line({ start, end: start + 5, pageLabel: null }));
    expect((await exportConcordance({ lines: several(lines), source, file, onExisting: 'refuse' })).lines).toBe(1_001);
    const starts = readFileSync(file, 'utf8')
      .split('\r\n')
      .slice(1, -1)
      .map((row) => Number(row.split(',').at(-2)));
    expect(starts).toEqual(lines.map(({ start }) => start));
  });

  it('is written whole or not at all', async () => {
    async function* failing() {
      for (let at = 0; at < 5_000; at += 1) yield line({ start: at });
      throw new Error('the archive was closed');
    }
    writeFileSync(file, 'mine');
    const attempt = (onExisting: 'refuse' | 'replace') =>
      exportConcordance({ lines: failing(), source, file, onExisting });
    await expect(attempt('replace')).rejects.toThrow('the archive was closed');
    await expect(attempt('refuse')).rejects.toMatchObject({ code: 'FILE_EXISTS' });
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(readdirSync(folder)).toEqual(['out.csv']);
  });
});

describe('the search log as a file', () => {
  it('is a table with a row for each search', async () => {
    const exact = entry({
      seq: 2,
      query: { query: '=1', mode: 'any', matching: 'exact', filter: {} },
      scope: '',
      hits: 4,
    });
    expect(await writeLog([entry(), exact], 'csv')).toMatchObject({ entries: 2 });
    expect(readFileSync(file, 'utf8').slice(1).split('\r\n')).toEqual([
      'Number,When,Who,Search,Mode,Matching,Within,Sources searched,Sources found,Milliseconds',
      '1,2026-01-01T00:00:00.000Z,ana,"peace, treaty",phrase,expanded,from 1999,120,0,3',
      "2,2026-01-01T00:00:00.000Z,ana,'=1,any,exact,,120,4,3",
      '',
    ]);
  });

  it('is JSON with everything that was kept', async () => {
    const entries = [entry(), entry({ seq: 2 })];
    await writeLog(entries, 'json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ exportedAt: '2026-02-01T00:00:00.000Z', entries });
  });

  it('is a good file when nothing was searched yet, and replaces one only when it may', async () => {
    expect(await writeLog([], 'json')).toMatchObject({ entries: 0 });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ entries: [] });
    await expect(writeLog([], 'csv')).rejects.toMatchObject({ code: 'FILE_EXISTS' });
    await writeLog([entry()], 'csv', 'replace');
    expect(readFileSync(file, 'utf8').split('\r\n')).toHaveLength(3);
  });
});
