/** Large files of other tools come in whole or not at all, keep nobody waiting, and are counted in the report. */

import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StatementSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SourceId } from '../../electron/contract/index.js';
import { type ServiceUnderTest, startService } from '../support/service.js';
import { startTerminal, terminal, terminalJson } from '../support/terminal.js';

/** How often it is looked whether the work has begun. */
const SOON = { interval: 1, timeout: 90_000 };
const guid = (number: number) => `01890000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
const code = (number: number, name: string, inside = '', more = '') =>
  `<Code guid="${guid(number)}" name="${name}" isCodable="true"${more}>${inside}</Code>`;
const codebook = (codes: string, sets = '') =>
  `<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>${codes}</Codes>${sets}</CodeBook>`;
const many = (count: number, from = 1): string =>
  Array.from({ length: count }, (_, index) => code(from + index, `Code ${from + index}`)).join('');

/** What it costs in the database: each time it is asked, and each row it gives. */
async function costOf(work: () => Promise<unknown>): Promise<number> {
  let cost = 0;
  const { get, all, run } = StatementSync.prototype;
  const spies = [
    vi.spyOn(StatementSync.prototype, 'get').mockImplementation(function (this: StatementSync, ...values) {
      cost += 1;
      return get.apply(this, values as never);
    }),
    vi.spyOn(StatementSync.prototype, 'all').mockImplementation(function (this: StatementSync, ...values) {
      const rows = all.apply(this, values as never);
      cost += 1 + rows.length;
      return rows;
    }),
    vi.spyOn(StatementSync.prototype, 'run').mockImplementation(function (this: StatementSync, ...values) {
      cost += 1;
      return run.apply(this, values as never);
    }),
  ];
  try {
    await work();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return cost;
}

describe('a large file of another tool', () => {
  let service: ServiceUnderTest;
  beforeEach(async () => {
    service = await startService();
    await service.call('archive.create', { dir: service.dir });
  });
  afterEach(() => service.close());

  let files = 0;
  async function written(content: string): Promise<string> {
    files += 1;
    const file = join(service.folder, `in-${files}.file`);
    await writeFile(file, content);
    return file;
  }
  async function importOf(content: string) {
    const { jobId } = await service.call('exchange.import', { file: await written(content) });
    const job = await service.finish(jobId);
    return { job, report: await service.call('job.report', { jobId }) };
  }
  const tags = () => service.call('tag.list', undefined);
  const undoLabel = async () => (await service.call('history.state', undefined)).undo;

  async function source(words: string): Promise<SourceId> {
    const { job } = await service.importFiles(await service.files({ 'paper.txt': words }));
    return (await service.call('job.report', { jobId: job.id }))[0]?.sourceId as SourceId;
  }
  const annotationsOf = (sourceId: SourceId, count: number, from = 0) =>
    JSON.stringify(
      Array.from({ length: count }, (_, index) => ({
        id: `urn:uuid:${guid(from + index)}`,
        type: 'Annotation',
        body: [{ type: 'TextualBody', value: `Tag ${index % 7}`, purpose: 'tagging' }],
        target: {
          source: `urn:uuid:${sourceId}`,
          selector: { type: 'TextQuoteSelector', exact: `word ${index % 50} of` },
        },
      })),
    );
  const PAPER = Array.from({ length: 60 }, (_, index) => `word ${index} of them.`).join(' ');
  const annotations = async () =>
    (await service.call('annotation.list', { filter: {}, sort: 'place', offset: 0, limit: 1 })).total;

  describe('of tags', () => {
    const person = code(1, 'Person', code(2, 'Envoy', '<Description>Sent</Description>', ' color="#93700a"'));

    it('is reported by what became of its tags, colours, meanings and nesting, and so is a second time', async () => {
      const { job, report } = await importOf(codebook(person + code(3, 'Day')));
      expect(job.outcomes).toEqual({ 'tags-made': 3, 'tags-below': 1, 'colours-set': 1, 'meanings-set': 1 });
      expect(report[0]).toMatchObject({ name: 'Tags made', count: 3, message: '“Person”, “Envoy”, “Day”.' });
      expect(await undoLabel()).toBe(`Take in “in-${files}.file”`);
      const again = await importOf(codebook(person + code(3, 'Day')));
      expect(again.job.outcomes).toEqual({ 'tags-here': 3 });
    });

    it('keeps colours and meanings that tags have here, and names these tags', async () => {
      const { id } = await service.call('tag.ensure', { path: 'Person/Envoy' });
      await service.call('tag.change', { id, change: { colour: 5, description: 'Mine' } });
      const { job, report } = await importOf(codebook(person));
      expect(job.outcomes).toEqual({ 'tags-here': 2, 'colours-kept': 1, 'meanings-kept': 1 });
      expect(report.map(({ message }) => message)).toEqual(
        expect.arrayContaining([expect.stringMatching(/^“Envoy”\. .*another colour/)]),
      );
      expect((await tags()).find((tag) => tag.id === id)).toMatchObject({ colour: 5, description: 'Mine' });
    });

    it('makes a set of codes a tag that says which codes were in it', async () => {
      const sets = `<Sets><Set guid="${guid(90)}" name="Actors"><Description>Who acts</Description><MemberCode guid="${guid(2)}"/></Set>
        <Set guid="${guid(91)}" name="Day"><MemberCode guid="${guid(1)}"/><MemberCode guid="${guid(3)}"/></Set>
        <Set guid="${guid(92)}" name="Empty"/></Sets>`;
      const { job, report } = await importOf(codebook(person + code(3, 'Day'), sets));
      expect(job.outcomes).toMatchObject({ 'tags-made': 3, 'sets-made': 2, 'sets-left': 1 });
      expect(report.find(({ outcome }) => outcome === 'sets-left')?.message).toContain('“Empty (nothing in it)”');
      const all = await tags();
      expect(all.find(({ name }) => name === 'Actors')).toMatchObject({
        parentId: null,
        description: 'Who acts\n\nA set of these codes:\n\n- Person/Envoy',
      });
      // A code has its name: the set is another thing.
      expect(all.find(({ name }) => name === 'Day (set)')?.description).toContain('- Person\n- Day');
      expect((await importOf(codebook(person + code(3, 'Day'), sets))).job.outcomes).toMatchObject({ 'sets-here': 2 });
    });

    it('that cannot be read is reported by its path and the reason, and the others come in', async () => {
      const terms = [
        { path: 'Person', colour: 1, description: '' },
        { path: 'Day', colour: 'red', description: '' },
      ];
      const { job, report } = await importOf(
        JSON.stringify({ type: 'AnnotationPage', items: [], 'fonds:tags': terms }),
      );
      expect(job.outcomes).toMatchObject({ 'tags-made': 1, skipped: 1 });
      expect(report.find(({ outcome }) => outcome === 'skipped')).toMatchObject({
        name: '“Day” (/fonds:tags/1)',
        message: expect.stringContaining('“colour”'),
      });
    });

    it('of sources as a whole go onto the sources, counted, and are taken back with the rest in one step', async () => {
      const paper = await source(PAPER);
      const other = await source('Another paper, of which the file says nothing.');
      await service.call('tag.ensure', { path: 'Day' });
      const coded = (at: number) => `<Coding guid="${guid(60 + at)}"><CodeRef targetGUID="${guid(at)}"/></Coding>`;
      const project = `<Project xmlns="urn:QDA-XML:project:1.0" name="x" origin="SomeQDA">
        <CodeBook><Codes>${person}${code(3, 'Day')}</Codes></CodeBook><Sources>
        <TextSource guid="${paper}" name="Paper"><PlainTextContent>${PAPER}</PlainTextContent>${coded(2)}${coded(3)}</TextSource>
        <TextSource guid="${guid(80)}" name="Elsewhere"><PlainTextContent>Not here</PlainTextContent>${coded(2)}</TextSource>
        <PictureSource guid="${guid(81)}" name="A picture">${coded(2)}</PictureSource>
        </Sources></Project>`;
      const borne = async () => {
        const all = await tags();
        const { tagIds } = await service.call('source.get', { id: paper });
        return tagIds.map((id) => all.find((tag) => tag.id === id)?.name).sort();
      };
      const { job, report } = await importOf(project);
      expect(job.outcomes).toMatchObject({ 'tags-made': 2, 'tags-here': 1, 'sources-tagged': 1, skipped: 2 });
      expect(report.find(({ outcome }) => outcome === 'sources-tagged')?.message).toMatch(/^“paper”/i);
      expect(report.filter(({ outcome }) => outcome === 'skipped').map(({ message }) => message)).toEqual([
        expect.stringContaining('“Elsewhere”'),
        expect.stringContaining('“A picture”'),
      ]);
      expect(await borne()).toEqual(['Day', 'Envoy']);
      expect((await service.call('source.get', { id: other })).tagIds).toEqual([]);
      expect((await importOf(project)).job.outcomes).toMatchObject({ 'tags-here': 3, 'sources-here': 1 });
      await service.call('history.undo', undefined);
      expect(await borne()).toEqual([]);
      expect((await tags()).map(({ name }) => name)).toEqual(['Day']);
      await service.call('history.redo', undefined);
      expect(await borne()).toEqual(['Day', 'Envoy']);
    });

    it('is reported by the terminal, in words and in JSON', async () => {
      const file = await written(codebook(person));
      await service.call('archive.close', undefined);
      const { outcomes } = await terminalJson<{ outcomes: Record<string, number> }>('exchange', service.dir, file);
      expect(outcomes).toEqual({ 'tags-made': 2, 'tags-below': 1, 'colours-set': 1, 'meanings-set': 1 });
      const { stdout, code: exit } = await terminal('exchange', service.dir, file);
      expect(exit).toBe(0);
      expect(stdout).toContain('2 tags here already: “Person”, “Envoy”.');
    });

    it.each([
      ['side by side', (count: number) => many(count)],
      ['all below one', (count: number) => code(100_000, 'All', many(count))],
      [
        'in chains of ten',
        (count: number) =>
          Array.from({ length: count / 10 }, (_, chain) =>
            Array.from({ length: 10 }, (_each, depth) => chain * 10 + depth + 1).reduceRight(
              (inside, number) => code(number, `Code ${number}`, inside),
              '',
            ),
          ).join(''),
      ],
    ])('costs each tag the same however many lie %s', async (_name, shape) => {
      const few = await costOf(() => importOf(codebook(shape(200))));
      await service.call('history.undo', undefined);
      const more = await costOf(() => importOf(codebook(shape(1_600))));
      expect(more / few).toBeLessThan(9);
      expect((await tags()).length).toBeGreaterThanOrEqual(1_600);
      // So does taking it back and bringing it again.
      const undone = await costOf(() => service.call('history.undo', undefined));
      expect(undone).toBeLessThan(1_600 * 4);
      expect(await tags()).toEqual([]);
    });
  });

  it('lets others take their turn, whose changes stay', async () => {
    let turns = 0;
    let isOver = false;
    const count = () => {
      turns += 1;
      if (!isOver) setImmediate(count);
    };
    const { jobId } = await service.call('exchange.import', { file: await written(codebook(many(5_000))) });
    setImmediate(count);
    const ended = service.finish(jobId).finally(() => {
      isOver = true;
    });
    await service.call('tag.create', { name: 'Made meanwhile' });
    expect(isOver).toBe(false);
    expect((await ended).outcomes).toEqual({ 'tags-made': 5_000 });
    // A piece holds at most 250.
    expect(turns).toBeGreaterThanOrEqual(5_000 / 250);
    expect(await tags()).toHaveLength(5_001);
    // Undo takes back what was done last in the order of steps, each as a whole.
    await service.call('history.undo', undefined);
    await service.call('history.undo', undefined);
    expect(await tags()).toEqual([]);
  });

  it('leaves the archive as it was when it is cancelled midway, and comes in whole another time', async () => {
    const sourceId = await source(PAPER);
    await service.call('tag.create', { name: 'Mine' });
    const before = [await tags(), await annotations(), await service.call('history.state', undefined)];
    const content = annotationsOf(sourceId, 6_000);
    const { jobId } = await service.call('exchange.import', { file: await written(content) });
    await vi.waitFor(async () => expect(await annotations()).toBeGreaterThan(0), SOON);
    await service.call('job.cancel', { jobId });
    const job = await service.finish(jobId);
    expect(job).toMatchObject({ state: 'cancelled', outcomes: {} });
    expect(await service.call('job.report', { jobId })).toEqual([]);
    expect([await tags(), await annotations(), await service.call('history.state', undefined)]).toEqual(before);

    const again = await importOf(content);
    expect(again.job.outcomes).toMatchObject({ imported: 6_000, 'tags-made': 7 });
    expect(await annotations()).toBe(6_000);
    // A report is as long as a person reads it.
    expect(again.report.length).toBeLessThan(2_100);
  });

  it('is undone and brought again as one step, also after other things were done', async () => {
    const sourceId = await source(PAPER);
    await importOf(annotationsOf(sourceId, 900));
    const all = () => service.call('annotation.list', { filter: {}, sort: 'place', offset: 0, limit: 1_000 });
    const before = await all();
    const cost = await costOf(() => service.call('history.undo', undefined));
    expect(await annotations()).toBe(0);
    expect(await tags()).toEqual([]);
    const redone = await costOf(() => service.call('history.redo', undefined));
    expect(await all()).toEqual(before);
    for (const each of [cost, redone]) expect(each).toBeLessThan(900 * 8);
    await service.call('tag.create', { name: 'Later' });
    await service.call('history.undo', undefined);
    await service.call('history.undo', undefined);
    expect(await annotations()).toBe(0);
    await service.call('tag.create', { name: 'New' });
    expect(await service.call('history.state', undefined)).toMatchObject({ redo: null });
  });

  it('keeps what it imports apart from a correction of its text meanwhile', async () => {
    const sourceId = await source(PAPER);
    const { jobId } = await service.call('exchange.import', { file: await written(annotationsOf(sourceId, 3_000)) });
    await vi.waitFor(async () => expect(await annotations()).toBeGreaterThan(0), SOON);
    const { id, text } = await service.call('text.get', { sourceId });
    await service.call('text.correct', { sourceId, versionId: id, text: `On a day. ${text}`, reason: '' });
    const job = await service.finish(jobId);
    expect(job.error).toBeNull();
    const page = await service.call('annotation.list', { filter: {}, sort: 'place', offset: 0, limit: 2_000 });
    expect(page.total).toBe(3_000);
    // None is left without an answer in the corrected text.
    expect(page.annotations.every(({ anchor }) => anchor !== null)).toBe(true);
    expect(page.annotations.every(({ anchor }) => anchor?.state === 'placed')).toBe(true);
  });

  it('is cancelled in the terminal by Ctrl+C, which leaves nothing', async () => {
    const sourceId = await source(PAPER);
    const file = await written(annotationsOf(sourceId, 20_000));
    await service.call('archive.close', undefined);
    const child = startTerminal('exchange', service.dir, file);
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    // It is at work when its log grows: opening and indexing one paper write far less.
    const log = join(service.dir, 'archive.db-wal');
    await vi.waitFor(async () => expect((await stat(log)).size).toBeGreaterThan(1_000_000), SOON);
    child.kill('SIGINT');
    expect(await ended).toBe(1);
    expect(said).toContain('Cancelled');
    await service.call('archive.open', { dir: service.dir, access: 'write' });
    expect(await annotations()).toBe(0);
    expect(await tags()).toEqual([]);
  });

  it('is refused with the place when its codes lie deeper than a person nests them', async () => {
    const deep = (depth: number) => {
      const opened = Array.from(
        { length: depth },
        (_, at) => `<Code guid="${guid(at)}" name="c${at}" isCodable="true">`,
      );
      return codebook(opened.join('') + '</Code>'.repeat(depth));
    };
    // Two elements hold the codes.
    expect((await importOf(deep(498))).job.outcomes).toMatchObject({ 'tags-made': 498, 'tags-below': 497 });
    const { job } = await importOf(deep(499));
    expect(job.error?.message).toMatch(/line 1, column \d+: elements lie more than 500 deep in each other/);
    expect((await importOf(deep(100_000))).job.error?.message).toMatch(/more than 500 deep/);
    expect(await tags()).toHaveLength(498);
  });
});
