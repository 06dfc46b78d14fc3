/** What the verbs of collations ask of the contract, and what they refuse before they ask anything. */
import { describe, expect, it } from 'vitest';
import { collateVerb } from '../../../electron/cli/collate-verb.js';
import { collationsVerb } from '../../../electron/cli/collations-verb.js';
import { readCommandLine, UsageError } from '../../../electron/cli/command-line.js';
import { tableLines, witnessLine } from '../../../electron/cli/format-collation.js';
import type { Terminal } from '../../../electron/cli/verb-model.js';
import type { CollationTable, Witness } from '../../../electron/contract/index.js';

const id = (last: number) => `0195f000-0000-7000-8000-${String(last).padStart(12, '0')}`;
const [A, B, V, C] = [id(1), id(2), id(3), id(4)] as const;

const witness = (siglum: string, change: Partial<Witness> = {}): Witness =>
  ({
    sourceId: A,
    versionId: V,
    currentVersionId: V,
    siglum,
    title: 'Memo',
    dateWritten: '',
    isInBin: false,
    length: 10,
    ...change,
  }) as Witness;
const KEPT = { id: C, name: 'Kept', witnesses: [witness('A'), witness('B')], base: 0, pins: [], revision: 1 };
const TABLE = { witnesses: KEPT.witnesses, table: [], variants: [], moves: [] };

/** Answers what it is given. @returns with what was asked. */
function fakeTerminal(answers: Record<string, unknown> = {}) {
  const asked: [string, unknown][] = [];
  const known: Record<string, unknown> = {
    'archive.open': {},
    'collation.list': [KEPT],
    'collation.get': KEPT,
    'collation.table': TABLE,
    ...answers,
  };
  const call = async (name: string, input: unknown) => {
    asked.push([name, input]);
    if (!Object.hasOwn(known, name)) throw new Error(`${name} was not expected`);
    return known[name];
  };
  return {
    asked,
    terminal: { call, finish: () => Promise.reject(new Error('no job')), say: () => {} } as unknown as Terminal,
  };
}
const run = async (argv: readonly string[], answers?: Record<string, unknown>) => {
  const { asked, terminal } = fakeTerminal(answers);
  const line = readCommandLine(argv);
  const verb = line.verb === 'collate' ? collateVerb.collate : collationsVerb.collations;
  return { answer: await verb(terminal, line), asked };
};

describe('collate', () => {
  it('asks for sources and versions in the order they are named, with the base that was chosen', async () => {
    const { asked } = await run(['collate', 'x.fonds', A, `${B}@${V}`, '--base', `${B}@${V}`]);
    expect(asked.at(-1)).toEqual([
      'collation.table',
      { witnesses: [{ sourceId: A }, { sourceId: B, versionId: V }], base: 1 },
    ]);
    expect(asked[0]?.[1]).toMatchObject({ access: 'read' });
  });

  it('asks for one that was kept by its name, whatever its case', async () => {
    const { asked } = await run(['collate', 'x.fonds', 'KEPT']);
    expect(asked.at(-1)).toEqual(['collation.table', { id: C }]);
  });

  it('opens the archive for writing only to keep one', async () => {
    const { asked } = await run(['collate', 'x.fonds', A, B, '--save', 'Kept'], { 'collation.create': KEPT });
    expect(asked[0]?.[1]).toMatchObject({ access: 'write' });
    expect(asked[1]).toEqual([
      'collation.create',
      { name: 'Kept', witnesses: [{ sourceId: A }, { sourceId: B }], base: 0 },
    ]);
    expect(asked.at(-1)).toEqual(['collation.table', { id: C }]);
  });

  it.each([
    [[A, 'memo']],
    [[A, `${B}@x`]],
    [[A, B, '--base', 'C']],
    [[A, B, '--compose', '--tei', 'b.xml']],
    [[A, B, '--replace']],
    [[A, B, '--tei', 'b', '--csv', './b']],
    [['Kept', '--save', 'Other']],
    [['Kept', '--base', 'A']],
    [[]],
    [Array.from({ length: 41 }, (_, at) => id(at))],
  ])('refuses %j as wrong usage before it opens anything', async (words) => {
    await expect(run(['collate', 'x.fonds', ...words], { 'archive.open': undefined })).rejects.toThrow(UsageError);
  });

  it('shows a place in a line, however long its readings are and whatever is in them', () => {
    const table = {
      ...TABLE,
      variants: [
        {
          class: 'redaction',
          row: 0,
          rows: 9,
          readings: [
            { witnesses: [1], text: '' },
            { witnesses: [0], text: `two\nlines ${'🜚'.repeat(200)}` },
          ],
        },
      ],
    } as unknown as CollationTable;
    const line = tableLines(table).at(-1) ?? '';
    expect(line).toMatch(/^1 {2}redaction {3}nothing B \] two lines 🜚+… A$/u);
    expect(line.isWellFormed()).toBe(true);
    expect(tableLines({ ...table, variants: [] }).at(-1)).toBe('Nothing differs');
  });

  it('says of a witness that a newer text exists or that it is in the bin', () => {
    expect(witnessLine(witness('A', { currentVersionId: B as Witness['versionId'], isInBin: true }))).toBe(
      `A  ${A}  Memo: a newer text exists, in the bin`,
    );
  });
});

describe('collations', () => {
  it('reads ranges by sigla and offsets, and asks whether the pin holds', async () => {
    const { asked } = await run(['collations', 'x.fonds', 'kept', '--pin', 'A:12-15, B:3-7'], {
      'collation.pin': { id: V },
      'collation.align': { refusedPinIds: [] },
    });
    const stretches = [
      { witness: 0, start: 12, end: 15 },
      { witness: 1, start: 3, end: 7 },
    ];
    expect(asked.slice(-2)).toEqual([
      ['collation.pin', { id: C, kind: 'together', stretches }],
      ['collation.align', { id: C }],
    ]);
  });

  it.each([
    [['--limit', '2']],
    [['--near', A, '--groups']],
    [['--near', 'memo']],
    [['--rename', 'x']],
    [['Kept', '--groups']],
    [['Kept', '--base', 'Z']],
    [['Kept', '--pin', 'A:1-2']],
    [['Kept', '--pin', 'A:x-y,B:1-2']],
    [['Kept', '--part', 'A:1-2,Z:1-2']],
    [['Kept', '--unpin', 'x']],
    [['Kept', '--drop', 'A']],
    [['Kept', '--drop', 'Z']],
    [['Kept', '--add', 'memo']],
    [['Kept', '--rename', 'x', '--delete']],
  ])('refuses %j as wrong usage and changes nothing', async (words) => {
    await expect(run(['collations', 'x.fonds', ...words])).rejects.toThrow(UsageError);
  });
});
