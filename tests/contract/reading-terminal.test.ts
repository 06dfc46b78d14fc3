/** Verbs that read: the archive, an import before it is made, places of a text, passages like one, references, spelling. */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ImportPlanInfo, Note, Output } from '../../electron/contract/index.js';
import { terminal, terminalJson } from '../support/terminal.js';

const PASSAGE = 'a sealed letter about the bridges of the river';
const ONE = `The President asked whether the envoy would carry ${PASSAGE}. Nobody answered.`;

let folder: string;
let dir: string;
let papers: string;
let one: string;
let two: string;
let fresh: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonds-reading-'));
  fresh = join(folder, 'Fresh.fonds');
  papers = join(folder, 'papers');
  await mkdir(papers);
  await writeFile(join(papers, 'one.txt'), ONE);
  await writeFile(join(papers, 'two.txt'), `A cable. It says that ${PASSAGE} was carried by an envoy.`);
  await terminalJson('create', fresh);
  await terminalJson('import', fresh, papers);
  const { sources } = await terminalJson<{ sources: { id: string; title: string }[] }>('sources', fresh);
  const of = (title: string) => sources.find((source) => source.title.includes(title))?.id ?? '';
  [one, two] = [of('one'), of('two')];
});
beforeEach(async () => {
  dir = join(await mkdtemp(join(folder, 'copy-')), 'Work.fonds');
  await cp(fresh, dir, { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('fonds info', () => {
  it('says how much an archive holds, and what undo and redo would do', async () => {
    await terminalJson('tags', dir, '--add', 'Late');
    await terminalJson('delete', dir, two);
    const before = await terminalJson<{ counts: object; history: { undo: string } }>('info', dir);
    expect(before).toMatchObject({ name: 'Work', counts: { sources: 1, inBin: 1, collections: 0 } });
    expect((await terminal('info', dir)).stdout).toMatch(/\nSources {13}1\nIn the bin {10}1\n/);
    await terminalJson('undo', dir);
    const after = await terminalJson<{ history: { undo: string; redo: string } }>('info', dir);
    expect(after.history.redo).toBe(before.history.undo);
    expect(await terminal('info', join(folder, 'None.fonds'))).toMatchObject({ code: 1 });
  });
});

describe('fonds import --preview', () => {
  it('says what would become of each file, and brings nothing in', async () => {
    await writeFile(join(papers, 'three.txt'), 'New.');
    await writeFile(join(papers, 'sound.mp3'), 'x');
    const plan = await terminalJson<ImportPlanInfo>('import', dir, papers, '--preview', '--collection', 'New');
    expect(Object.fromEntries(plan.entries.map(({ name, status }) => [name.replace(/^.*\//, ''), status]))).toEqual({
      'one.txt': 'duplicate',
      'two.txt': 'duplicate',
      'three.txt': 'new',
      'sound.mp3': 'unsupported',
    });
    expect((await terminal('import', dir, papers, '--preview')).stdout).toMatch(/^new: .*three\.txt$/m);
    expect(await terminalJson('sources', dir)).toMatchObject({ total: 2 });
    expect(await terminalJson('collections', dir)).toEqual([]);
  });
});

describe('fonds sources --types', () => {
  it('lists the document types with how many sources have each', async () => {
    await terminalJson('describe', dir, one, 'documentType=Memo');
    await terminalJson('describe', dir, two, 'documentType=Memo');
    expect((await terminal('sources', dir, '--types')).stdout).toBe('Memo (2)\n');
    expect(await terminalJson('sources', dir, '--types')).toEqual([{ value: 'Memo', count: 2 }]);
  });
});

describe('fonds text --matches', () => {
  it('prints where the words of a query stand in a text, with the offsets that annotate takes', async () => {
    const found = await terminalJson<Output<'search.matches'>>('text', dir, one, '--matches', 'envoys letters');
    expect(found.matches.map(([start, end]) => ONE.slice(start, end))).toEqual(['envoy', 'letter']);
    const at = ONE.indexOf('envoy');
    expect((await terminal('text', dir, one, '--matches', 'envoys')).stdout).toBe(`${at}–${at + 5}  envoy\n`);
    expect((await terminal('text', dir, one, '--matches', 'envoys', '--exact')).stdout).toBe(
      'Nothing of it stands in the text\n',
    );
  });
});

describe('fonds similar', () => {
  it('finds the passage elsewhere that has the telling words, by a quotation or by offsets', async () => {
    const quoted = await terminalJson<Output<'search.similar'>>('similar', dir, one, '--quote', PASSAGE);
    expect(quoted[0]).toMatchObject({ sourceId: two });
    expect(quoted[0]?.text).toContain('sealed letter');
    const start = ONE.indexOf(PASSAGE);
    const range = ['--start', String(start), '--end', String(start + PASSAGE.length)];
    expect(await terminalJson('similar', dir, one, ...range)).toEqual(quoted);
    expect((await terminal('similar', dir, one, '--quote', PASSAGE)).stdout).toContain(`  ${two}  `);
    expect(await terminal('similar', dir, one, '--quote', 'not there')).toMatchObject({ code: 1 });
  });
});

describe('fonds note --references', () => {
  it('lists what a note cites and links to, each once, and what of it is in the bin', async () => {
    await terminalJson('describe', dir, one, 'title=Memo');
    const body = `See [@source:${one}] and [@source:${two}, p. 3], again [@source:${one}].`;
    const { id } = await terminalJson<Note>('note', dir, '--title', 'Chronology', '--body', body);
    await terminalJson('delete', dir, two);
    const found = await terminalJson<Output<'note.references'>>('note', dir, id, '--references');
    expect(found.map(({ key, state }) => [key, state])).toEqual([
      [`source:${one}`, 'held'],
      [`source:${two}`, 'binned'],
    ]);
    const lines = (await terminal('note', dir, 'Chronology', '--references')).stdout.split('\n');
    expect(lines[0]).toBe(`source:${one}  Memo`);
    expect(lines[1]).toMatch(/ \(in the bin\)$/);
  });
});

describe('fonds spelling', () => {
  it('prints words that no dictionary knows with what may be meant, and learns them until that is undone', async () => {
    const check = () => terminal('spelling', dir, 'government', 'goverment', 'Žarković');
    expect((await check()).stdout).toMatch(/^goverment: .*\bgovernment\b.*\nŽarković/);
    expect((await terminal('spelling', dir, '--learn', 'Žarković', '--learn', 'goverment')).stdout).toBe(
      'Learned: Žarković, goverment\n',
    );
    expect((await check()).stdout).toBe('Every word is known\n');
    await terminalJson('undo', dir);
    expect((await check()).stdout).toMatch(/^goverment/);
  });

  it('asks the dictionaries of the languages that are named, and lists those there are', async () => {
    expect(await terminalJson('spelling', dir, 'Brücke', '--language', 'en-GB', '--language', 'de')).toEqual({
      languages: ['en-GB', 'de'],
      unknown: [],
    });
    expect((await terminal('spelling', dir, '--languages')).stdout).toMatch(/^de {8}\S/m);
    expect(await terminal('spelling', dir, 'a', '--language', 'xx')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('no dictionary of “xx”'),
    });
    expect(await terminal('spelling', dir, '--learn', 'two words')).toMatchObject({ code: 1 });
  });
});

describe('fonds VERB --help', () => {
  it('prints how one verb is used', async () => {
    const { code, stdout } = await terminal('similar', '--help');
    expect([code, stdout.split('\n').length]).toEqual([0, 3]);
    expect(stdout).toMatch(/^ {2}fonds similar DIR SOURCE/);
  });
});
