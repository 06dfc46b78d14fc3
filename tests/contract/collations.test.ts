/** Collations over the contract, with the real worker. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Collation, Output, SourceId } from '../../electron/contract/index.js';
import { type ServiceUnderTest, startService } from '../support/service.js';

/** What both have: enough to be known by. */
const SHARED = [
  'THE PRESIDENT: We shall not ask you to take sides, only to hear him for an hour and to tell us what you make of him.',
  'PRESIDENT STAVRIN: I have heard worse men for longer. My predecessor heard them for whole winters and wrote it all down.',
  'THE PRESIDENT: Then let us say that this conversation was about the weather on the lake and nothing else at all.',
];
const EARLIER = [
  'THE PRESIDENT: My people tell me there are 43 barges above the lock. (C)',
  'PRESIDENT STAVRIN: My ambassador walked along the embankment and counted for himself. (C)',
  'THE PRESIDENT: [redacted, 1.4(b)] (S)',
  'PRESIDENT STAVRIN: Then I will receive him on Saturday in the Winter House, and he will be brief.',
  ...SHARED,
].join('\n\n');
const LATER = [
  'THE PRESIDENT: My people tell me there are 48 barges above the lock. (C)',
  'PRESIDENT STAVRIN: ████████████ (b)(1) (C)',
  'THE PRESIDENT: Their own colonels have given him until the first of October. (S)',
  'PRESIDENT STAVRIN: Then I will receive him on Saturday in the Winter House, and he will be brief.',
  ...SHARED,
].join('\n\n');
const OTHER =
  'A speech about grain, held before the assembly of the southern towns, with nothing of the river in it at all.';

describe('collations, over the contract', () => {
  let service: ServiceUnderTest;
  let ids: Record<'earlier' | 'later' | 'other', SourceId>;
  beforeEach(async () => {
    service = await startService();
    await service.call('archive.create', { dir: service.dir });
    const { job } = await service.importFiles(
      await service.files({ 'earlier.txt': EARLIER, 'later.txt': LATER, 'other.txt': OTHER }),
    );
    const report = await service.call('job.report', { jobId: job.id });
    const idOf = (name: string) => report.find((line) => line.name.endsWith(name))?.sourceId as SourceId;
    ids = { earlier: idOf('earlier.txt'), later: idOf('later.txt'), other: idOf('other.txt') };
  });
  afterEach(() => service.close());

  const create = (): Promise<Collation> =>
    service.call('collation.create', { witnesses: [{ sourceId: ids.earlier }, { sourceId: ids.later }] });
  const texts = [EARLIER, LATER];
  const said = ({ cells }: Output<'collation.align'>['blocks'][number]) =>
    cells.map((cell, witness) => cell && texts[witness]?.slice(...cell));
  const numbers = ({ blocks }: Output<'collation.align'>) =>
    blocks.filter((block) => block.class === 'number').map(said);
  const range = (witness: number, words: string) => {
    const start = texts[witness]?.indexOf(words) ?? 0;
    return { witness, start, end: start + words.length };
  };

  it('tell what differs, what is withheld and what answers it', async () => {
    const { id } = await create();
    const result = await service.call('collation.align', { id });
    expect(result.witnesses.map(({ siglum, title }) => [siglum, title])).toEqual([
      ['A', expect.any(String)],
      ['B', expect.any(String)],
    ]);
    expect(numbers(result)).toEqual([['43', '48']]);
    const redactions = result.blocks.filter((block) => block.class === 'redaction');
    expect(redactions.map(({ withheld }) => withheld)).toEqual([
      [{ witness: 1, code: '(b)(1)' }],
      [{ witness: 0, code: '1.4(b)' }],
    ]);
    expect(result.counts).toMatchObject({ number: 1, redaction: 2 });
    const { text } = await service.call('collation.compose', { id });
    expect(text).toContain('counted for himself');
    expect(text).toContain('until the first of October');
  });

  it('ask the dictionaries of the language and the other sources whether a form is a word', async () => {
    const clean =
      'The minister told the assembly of the town that the barges lay below the lock, and that Orvenko would see them there.';
    const spoilt =
      'The rninister told tbe assembly of the town that the barges lay bclow the look, and that Orvcnko would see them there.';
    const { job } = await service.importFiles(
      await service.files({ 'clean.txt': clean, 'spoilt.txt': spoilt, 'third.txt': 'Again Orvenko came to the lock.' }),
    );
    const report = await service.call('job.report', { jobId: job.id });
    const witnesses = ['clean.txt', 'spoilt.txt'].map((name) => ({
      sourceId: report.find((line) => line.name.endsWith(name))?.sourceId as SourceId,
    }));
    const { blocks } = await service.call('collation.align', { witnesses });
    const variants = blocks.flatMap(({ class: kind, cells }) => {
      const [start, end] = cells[1] ?? [0, 0];
      return kind === null ? [] : [[spoilt.slice(start, end), kind]];
    });
    // Nobody says that a machine read it, so a name stays one; `look` is a word as good as `lock`.
    expect(variants).toEqual([
      ['rninister', 'ocr'],
      ['tbe', 'ocr'],
      ['bclow', 'ocr'],
      ['look', 'substantive'],
      ['Orvcnko', 'name'],
    ]);
  });

  it('take a bare code for a mark where the other release shows words, and compose the text without it', async () => {
    const hidden = EARLIER.replace('counted for himself', 'counted B1').replace('43 barges', '43 barges in square B5');
    const { job } = await service.importFiles(await service.files({ 'hidden.txt': hidden }));
    const [line] = await service.call('job.report', { jobId: job.id });
    const witnesses = [{ sourceId: line?.sourceId as SourceId }, { sourceId: ids.earlier }];
    const { id } = await service.call('collation.create', { witnesses });
    const { blocks } = await service.call('collation.align', { id });
    const redactions = blocks.filter((block) => block.class === 'redaction');
    expect(redactions.map(({ withheld }) => withheld)).toEqual([[{ witness: 0, code: 'B1' }]]);
    const { text } = await service.call('collation.compose', { id });
    expect(text).toContain('counted for himself. (C)');
    // Nobody shows anything else where the square is named.
    expect(text).toContain('in square B5');
  });

  it('are computed of sources just named, without being kept', async () => {
    const subject = { witnesses: [{ sourceId: ids.later }, { sourceId: ids.earlier }] };
    const { table, variants, witnesses } = await service.call('collation.table', subject);
    expect(witnesses).toHaveLength(2);
    expect(table.every((row) => row.length === 2)).toBe(true);
    const number = variants.find((variant) => variant.class === 'number');
    expect(number?.readings).toEqual([
      { witnesses: [0], text: '48' },
      { witnesses: [1], text: '43' },
    ]);
    expect(table[number?.row ?? -1]?.map((cell) => cell?.text)).toEqual(['48', '43']);
    expect(await service.call('collation.list', undefined)).toEqual([]);
  });

  it('follow the pins of the scholar, and undo', async () => {
    const { id } = await create();
    const kind = 'apart' as const;
    await service.call('collation.pin', { id, kind, stretches: [range(0, '43'), range(1, '48')] });
    const parted = await service.call('collation.align', { id });
    expect(numbers(parted)).toEqual([]);
    await service.call('history.undo', undefined);
    expect(numbers(await service.call('collation.align', { id }))).toEqual([['43', '48']]);
    await service.call('history.redo', undefined);
    expect(numbers(await service.call('collation.align', { id }))).toEqual([]);
    const { pins } = await service.call('collation.get', { id });
    await service.call('collation.unpin', { id, pinIds: pins.map((pin) => pin.id) });
    expect(numbers(await service.call('collation.align', { id }))).toEqual([['43', '48']]);
  });

  it('say which pin contradicts an earlier one', async () => {
    const { id } = await create();
    const kind = 'together' as const;
    await service.call('collation.pin', { id, kind, stretches: [range(0, 'people'), range(1, 'Winter')] });
    const crossing = await service.call('collation.pin', {
      id,
      kind,
      stretches: [range(0, 'Saturday'), range(1, 'people')],
    });
    const { refusedPinIds } = await service.call('collation.align', { id });
    expect(refusedPinIds).toEqual([crossing.id]);
  });

  it('keep the text they were made of when it is corrected, and say that there is a newer one', async () => {
    const { id } = await create();
    const version = await service.call('text.get', { sourceId: ids.later });
    const text = version.text.replace('48', '43');
    await service.call('text.correct', { sourceId: ids.later, versionId: version.id, text, reason: 'misread' });
    const kept = await service.call('collation.align', { id });
    expect(numbers(kept)).toEqual([['43', '48']]);
    expect(kept.witnesses[1]?.currentVersionId).not.toBe(kept.witnesses[1]?.versionId);
    const witnesses = [{ sourceId: ids.earlier }, { sourceId: ids.later }];
    await service.call('collation.change', { id, change: { witnesses } });
    expect(numbers(await service.call('collation.align', { id }))).toEqual([]);
  });

  it('are suggested for sources that share much of their text, and for no others', async () => {
    const near = await service.call('collation.suggest', { sourceId: ids.earlier });
    expect(near.map(({ sourceId }) => sourceId)).toEqual([ids.later]);
    expect(near[0]?.share).toBeGreaterThan(0.2);
    const { total, groups } = await service.call('collation.groups', { limit: 10 });
    expect(total).toBe(1);
    expect(groups.map(({ sources }) => sources.map(({ sourceId }) => sourceId).sort())).toEqual([
      [ids.earlier, ids.later].sort(),
    ]);
    expect(await service.call('collation.suggest', { sourceId: ids.other })).toEqual([]);
  });

  it('are shown as a job that says how far it is when they last, which can be cancelled, and nothing is left of it', async () => {
    // Two long texts without a word in common, twice each, so that there is something to do.
    const words = (seed: number) =>
      Array.from({ length: 60_000 }, (_, at) => `w${((at * 7919 + seed * 104_729) % 9_973).toString(36)}`).join(' ');
    const { job } = await service.importFiles(
      await service.files(Object.fromEntries([1, 2, 3, 4, 5, 6].map((seed) => [`long-${seed}.txt`, words(seed)]))),
    );
    const report = await service.call('job.report', { jobId: job.id });
    const witnesses = report.map(({ sourceId }) => ({ sourceId: sourceId as SourceId }));
    const refusal = service.refusal('collation.align', { witnesses });
    for (;;) {
      const running = (await service.call('job.list', undefined)).find(
        ({ kind, state }) => kind === 'collate' && state === 'running',
      );
      if (running && running.progress.total !== null) {
        // Five groups put together, then each of the six looked at again, four times at most.
        expect(running.progress.total).toBe(29);
        expect(running.progress.done).toBeLessThanOrEqual(29);
        await service.call('job.cancel', { jobId: running.id });
        break;
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(await refusal).toMatchObject({ code: 'STALE' });
    const ended = (await service.call('job.list', undefined)).find(({ kind }) => kind === 'collate');
    expect(ended?.state).toBe('cancelled');
  });

  it('cannot be changed in an archive that is open for reading, and can be computed there', async () => {
    const { id } = await create();
    await service.call('archive.close', undefined);
    await service.call('archive.open', { dir: service.dir, access: 'read' });
    expect(numbers(await service.call('collation.align', { id }))).toEqual([['43', '48']]);
    const refusal = await service.refusal('collation.change', { id, change: { base: 1 } });
    expect(refusal.code).toBe('ARCHIVE_READ_ONLY');
    expect(await service.call('collation.suggest', { sourceId: ids.earlier })).toHaveLength(1);
  });

  it('refuse what is not there', async () => {
    const gone = '01a20f1e-6e1e-70ac-b940-9b4975551c05' as never;
    expect(await service.refusal('collation.align', { id: gone })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await service.refusal('collation.suggest', { sourceId: gone })).toMatchObject({ code: 'NOT_FOUND' });
    const twice = { witnesses: [{ sourceId: ids.earlier }, { sourceId: ids.earlier }] };
    expect(await service.refusal('collation.create', twice)).toMatchObject({ code: 'INVALID_INPUT' });
  });
});
