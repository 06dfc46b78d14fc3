/** The terminal compares, keeps and exports collations: two releases of one memo, as the sample archive has them. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Collation, CollationTable, ComposedText, NearDuplicate } from '../../electron/contract/index.js';
import { asksLibreOffice, openInLibreOffice, UNLESS_INSTALLED } from '../support/libre-office.js';
import { root } from '../support/service.js';
import { terminal, terminalJson } from '../support/terminal.js';

const RELEASES = [
  '01-telcon-whitcombe-stavrin-release-2009.txt',
  '02-telcon-whitcombe-stavrin-release-2016.txt',
] as const;

let folder: string;
let dir: string;
let one: string;
let two: string;
let other: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonds-collate-'));
  dir = join(folder, 'Work.fonds');
  const papers = join(folder, 'papers');
  await mkdir(papers);
  for (const name of RELEASES) {
    await writeFile(join(papers, name), await readFile(join(root, 'data', 'sample-archive', 'documents', name)));
  }
  await writeFile(join(papers, '99-other.txt'), 'Nothing of what the two say stands in this paper about the weather.');
  await terminalJson('create', dir);
  await terminalJson('import', dir, papers);
  const { sources } = await terminalJson<{ sources: { id: string; title: string }[] }>('sources', dir);
  [one = '', two = '', other = ''] = sources.map(({ id }) => id);
  await terminalJson('describe', dir, one, 'title=Telcon, 2009 release', 'referenceCode=WPL 2007-0114-M');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const textOf = async (id: string): Promise<string> => (await terminalJson<{ text: string }>('text', dir, id)).text;

describe('collate', () => {
  it('prints an alignment from which each witness rebuilds, and the variants with their classes', async () => {
    const { witnesses, table, variants, moves } = await terminalJson<CollationTable>('collate', dir, one, two);
    expect(witnesses.map(({ siglum, sourceId }) => [siglum, sourceId])).toEqual([
      ['A', one],
      ['B', two],
    ]);
    for (const [witness, id] of [one, two].entries()) {
      const text = await textOf(id);
      const tokens = table.flatMap((row) => row[witness] ?? []);
      let at = 0;
      for (const { start, end, text: said } of tokens) {
        expect(text.slice(at, start).trim()).toBe('');
        expect(text.slice(start, end)).toBe(said);
        at = end;
      }
      expect(text.slice(at).trim()).toBe('');
    }
    const number = variants.find(({ class: kind }) => kind === 'number');
    expect(number?.readings).toEqual([
      { witnesses: [0], text: '43' },
      { witnesses: [1], text: '48' },
    ]);
    expect(variants.map(({ class: kind }) => kind)).toContain('redaction');
    expect(Array.isArray(moves)).toBe(true);
  });

  it('shows for people what differs, the base first', async () => {
    const shown = await terminal('collate', dir, one, two);
    expect(shown).toMatchObject({ code: 0, stderr: '' });
    expect(shown.stdout).toMatch(/^A {2}\S+ {2}Telcon, 2009 release/);
    expect(shown.stdout).toMatch(/\d+ places: .*\bredaction\b/);
    expect(shown.stdout).toMatch(/number +43 A \] 48 B/);
    expect((await terminal('collate', dir, one, two, '--base', two)).stdout).toMatch(/number +48 B \] 43 A/);
    expect((await terminal('collate', dir, one, two, '--base', 'B')).stdout).toMatch(/number +48 B \] 43 A/);
  });

  it('composes the least redacted text, each span from the release that shows it', async () => {
    const composed = await terminalJson<ComposedText>('collate', dir, one, two, '--compose');
    expect(composed.text).toContain('My ambassador walked along');
    expect(composed.text).toContain('Their own. The colonels in Leskova');
    expect(composed.sigla).toEqual(['A', 'B']);
    const shown = await terminal('collate', dir, one, two, '--compose');
    expect(shown.stdout).toContain(`${composed.text}\n---\nBase: A.\nFrom B: 3 withheld in A.`);
    // A mark is left, so that it is not said that nothing is withheld by all.
    expect(shown.stdout).toContain('1 place is legible in no witness.');
    expect(shown.stdout).not.toContain('withheld by all');
    const texts = await Promise.all([one, two].map(textOf));
    for (const { start, end, from } of composed.spans) {
      if (!from) continue;
      expect(composed.text.slice(start, end)).toBe(texts[from.witness]?.slice(from.start, from.end));
    }
  });

  it('writes several files at once, and none over one that is there', async () => {
    const file = (name: string) => join(folder, name);
    const orders = ['--tei', file('a.xml'), '--csv', file('a.csv'), '--html', file('a.html')];
    const more = ['--docx', file('a.docx'), '--collatex', file('a.json')];
    const { files } = await terminalJson<{ files: { format: string; state: string }[] }>(
      'collate',
      dir,
      one,
      two,
      ...orders,
      ...more,
    );
    expect(files.map(({ format, state }) => [format, state])).toEqual(
      ['tei', 'csv', 'html', 'docx', 'json'].map((format) => [format, 'done']),
    );
    const { document } = new JSDOM(await readFile(file('a.xml'), 'utf8'), { contentType: 'application/xml' }).window;
    expect(document.querySelector('witness')?.textContent).toContain('WPL 2007-0114-M');
    expect(JSON.parse(await readFile(file('a.json'), 'utf8')).witnesses).toEqual(['A', 'B']);
    const word = await readFile(file('a.docx'));
    expect(word.subarray(0, 2).toString()).toBe('PK');
    expect(await terminal('collate', dir, one, two, '--tei', file('a.xml'))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('is there already'),
    });
    expect(await terminal('collate', dir, one, two, '--tei', file('a.xml'), '--replace')).toMatchObject({
      code: 0,
      stdout: 'a.xml written\n',
    });
  });

  it.skipIf(!asksLibreOffice)(`writes a Word document that LibreOffice opens${UNLESS_INSTALLED}`, async () => {
    const file = join(folder, 'opened.docx');
    expect(await terminal('collate', dir, one, two, '--docx', file)).toMatchObject({ code: 0 });
    const [opened] = await openInLibreOffice([await readFile(file)]);
    expect(opened?.paragraphs.join(' ')).toContain('WPL 2007-0114-M');
  });

  it('compares with an older text of the same source', async () => {
    await terminalJson('correct', dir, one, '--find', 'Septernber', '--replace', 'September', '--reason', 'misread');
    const versions = await terminalJson<{ id: string; isCurrent: boolean }[]>('versions', dir, one);
    const old = versions.find(({ isCurrent }) => !isCurrent)?.id ?? '';
    const { variants } = await terminalJson<CollationTable>('collate', dir, `${one}@${old}`, one);
    expect(variants.map(({ readings }) => readings.map(({ text }) => text))).toEqual([['Septernber', 'September']]);
    await terminalJson('undo', dir);
  });

  it('ends with 1 when refused and with 2 when the words are wrong', async () => {
    expect(await terminal('collate', dir, one, '0195f000-0000-7000-8000-000000000009')).toMatchObject({ code: 1 });
    expect(await terminal('collate', dir, one, one)).toMatchObject({ code: 1, stderr: expect.stringMatching(/twice/) });
    expect(await terminal('collate', dir, 'No such collation')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('“fonds collations DIR” lists them'),
    });
    expect(await terminal('collate', dir, one, 'memo')).toMatchObject({ code: 2 });
  });
});

describe('collations', () => {
  it('keeps one, shows it by its name, changes it and takes it away', async () => {
    const kept = await terminalJson<Collation>('collate', dir, one, two, '--base', two, '--save', 'Two releases').then(
      (answer) => (answer as unknown as { collation: Collation }).collation,
    );
    expect(kept).toMatchObject({ name: 'Two releases', base: 1 });
    expect(await terminalJson<Collation[]>('collations', dir)).toMatchObject([{ id: kept.id, base: 1 }]);
    const shown = await terminal('collations', dir, 'two releases');
    expect(shown.stdout).toMatch(/^Two releases\nA {2}/);
    expect((await terminal('collate', dir, 'TWO RELEASES')).stdout).toMatch(/number +48 B \] 43 A/);
    await terminalJson('collations', dir, kept.id, '--rename', 'Both releases');
    expect(await terminalJson('collations', dir, 'Both releases', '--base', 'A')).toMatchObject({ base: 0 });
    await terminalJson('collations', dir, 'Both releases', '--add', other);
    const three = await terminalJson<Collation>('collations', dir, 'Both releases');
    expect(three.witnesses.map(({ siglum, sourceId }) => [siglum, sourceId])).toEqual([
      ['A', one],
      ['B', two],
      ['C', other],
    ]);
    expect((await terminalJson<Collation>('collations', dir, kept.id, '--drop', 'C')).witnesses).toHaveLength(2);
    await terminalJson('collations', dir, 'Both releases', '--delete');
    expect(await terminalJson('collations', dir)).toEqual([]);
    await terminalJson('undo', dir);
    expect(await terminalJson('collations', dir)).toMatchObject([{ name: 'Both releases' }]);
    await terminalJson('collations', dir, kept.id, '--delete');
  });

  it('takes what a scholar decides about the alignment, and takes it back', async () => {
    const kept = ((await terminalJson('collate', dir, one, two, '--save', 'Pinned')) as { collation: Collation })
      .collation;
    const [a, b] = await Promise.all([one, two].map(textOf));
    const range = (siglum: string, text: string | undefined, words: string) => {
      const start = text?.indexOf(words) ?? -1;
      return `${siglum}:${start}-${start + words.length}`;
    };
    const [left, right] = [range('A', a, '43 barges'), range('B', b, '48 barges')];
    const pin = await terminalJson<{ id: string }>('collations', dir, kept.id, '--part', `${left},${right}`);
    const { pins } = await terminalJson<Collation>('collations', dir, 'Pinned');
    expect(pins).toMatchObject([{ id: pin.id, kind: 'apart', stretches: [{ witness: 0 }, { witness: 1 }] }]);
    expect((await terminal('collations', dir, 'Pinned')).stdout).toContain(`${left},${right}`);
    const parted = await terminalJson<CollationTable>('collate', dir, 'Pinned');
    const row = parted.table.find(([cell]) => cell?.text === '43');
    expect(row?.[1]?.text).not.toBe('48');
    const against = await terminal('collations', dir, 'Pinned', '--pin', `${left},${right}`);
    expect(against).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Pinned: \S+, but .*does not hold/) });
    expect((await terminal('collate', dir, 'Pinned')).stdout).toMatch(/^1 pin contradicts an earlier one/m);
    const { pins: both } = await terminalJson<Collation>('collations', dir, 'Pinned');
    await terminalJson('collations', dir, 'Pinned', '--unpin', both[1]?.id ?? '');
    expect((await terminal('collate', dir, 'Pinned')).stdout).not.toContain('contradicts');
    expect(await terminalJson('collations', dir, 'Pinned', '--unpin', pin.id)).toMatchObject({ pins: [] });
    expect(await terminal('collations', dir, 'Pinned', '--pin', left)).toMatchObject({ code: 2 });
    await terminalJson('collations', dir, 'Pinned', '--delete');
  });

  it('says when a newer text exists, and takes it when asked', async () => {
    await terminalJson('collate', dir, one, two, '--save', 'Old');
    await terminalJson('correct', dir, one, '--find', 'thern', '--replace', 'them', '--reason', 'misread');
    expect((await terminal('collations', dir, 'Old')).stdout).toMatch(/^A .*: a newer text exists$/m);
    const { witnesses } = await terminalJson<Collation>('collations', dir, 'Old', '--renew');
    expect(witnesses.map(({ versionId, currentVersionId }) => versionId === currentVersionId)).toEqual([true, true]);
    expect((await terminal('collations', dir, 'Old')).stdout).not.toContain('newer text');
    await terminalJson('collations', dir, 'Old', '--delete');
  });

  it('corrects one witness by the reading of another, by the number of the place', async () => {
    await terminalJson('collate', dir, one, two, '--save', 'Taken');
    const { variants } = await terminalJson<CollationTable>('collate', dir, 'Taken');
    const place = String(variants.findIndex(({ class: kind }) => kind === 'number') + 1);
    const before = await textOf(one);
    const take = (...more: string[]) => terminal('collations', dir, 'Taken', '--take', place, ...more);
    expect(await take('--from', 'B')).toMatchObject({ code: 2, stderr: expect.stringContaining('--into SIGLUM') });
    expect(await terminal('collations', dir, 'Taken', '--base', 'A', '--into', 'A')).toMatchObject({ code: 2 });
    const redaction = String(variants.findIndex(({ class: kind }) => kind === 'redaction') + 1);
    expect(await terminal('collations', dir, 'Taken', '--take', redaction, '--from', 'A', '--into', 'B')).toMatchObject(
      { code: 1, stderr: expect.stringContaining('least redacted text') },
    );
    expect(await take('--from', 'B', '--into', 'A')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Corrected: \S+\n/),
    });
    expect(await textOf(one)).toBe(before.replace('43', '48'));
    expect((await terminal('collations', dir, 'Taken')).stdout).not.toContain('newer text');
    expect(await terminal('collations', dir, 'Taken', '--take', '999', '--from', 'A', '--into', 'B')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('The last place that differs is'),
    });
    await terminalJson('undo', dir);
    expect(await textOf(one)).toBe(before);
    await terminalJson('collations', dir, 'Taken', '--delete');
  });

  it('finds what is much like a source, and groups of such', async () => {
    const near = await terminalJson<NearDuplicate[]>('collations', dir, '--near', one);
    expect(near.map(({ sourceId }) => sourceId)).toEqual([two]);
    expect((await terminal('collations', dir, '--near', one)).stdout).toMatch(/^ ?\d+ % {2}\S+ {2}/);
    const { total, groups } = await terminalJson<{ total: number; groups: { sources: { sourceId: string }[] }[] }>(
      'collations',
      dir,
      '--groups',
    );
    expect(total).toBe(1);
    expect(groups.map(({ sources }) => sources.map(({ sourceId }) => sourceId).sort())).toEqual([[one, two].sort()]);
    expect((await terminal('collations', dir, '--near', other)).stdout).toContain('No other text');
  });
});
