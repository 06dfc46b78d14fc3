import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Annotation, Input, SourceId, TextVersion } from '../../electron/contract/index.js';
import { makePdf, runningText } from '../support/make-pdf.js';
import { type ServiceUnderTest, startService } from '../support/service.js';
import { terminal, terminalJson } from '../support/terminal.js';

const MEMO = [
  'The envoy was received at noon 🜚 by the council of the city, and nobody spoke of the sluice.',
  'The minister read the protocol aloud, and the secretaries compared the two copies line by line.',
  'At the third article the delegates asked for an adjournment; it was granted until Thursday.',
].join('\n\n');

describe('annotations, over the contract', () => {
  let service: ServiceUnderTest;
  let memo: SourceId;
  let text: TextVersion;
  beforeEach(async () => {
    service = await startService();
    await service.call('archive.create', { dir: service.dir });
    memo = await bring({ 'memo.txt': MEMO });
    text = await service.call('text.get', { sourceId: memo });
  });
  afterEach(() => service.close());

  async function bring(files: Record<string, string | Uint8Array>): Promise<SourceId> {
    const { job } = await service.importFiles(await service.files(files));
    const report = await service.call('job.report', { jobId: job.id });
    return report[0]?.sourceId as SourceId;
  }
  const on = (words: string): Input<'annotation.create'> => {
    const start = text.text.indexOf(words);
    return { sourceId: memo, target: { kind: 'text', versionId: text.id, start, end: start + words.length } };
  };
  const mark = (words: string, more: Partial<Input<'annotation.create'>> = {}) =>
    service.call('annotation.create', { ...on(words), ...more });
  const list = async (filter: Input<'annotation.list'>['filter'], sort: 'place' | 'changed' = 'place') => {
    const { annotations, total } = await service.call('annotation.list', { filter, sort, offset: 0, limit: 100 });
    expect(total).toBe(annotations.length);
    return annotations;
  };
  const quotes = (annotations: readonly Annotation[]) =>
    annotations.map(({ target }) => (target.kind === 'text' ? target.quote.exact : 'region'));

  it('keep their words with their context, read from the text and never from the client', async () => {
    const made = await mark('received at noon 🜚');
    expect(made.target).toMatchObject({
      quote: {
        exact: 'received at noon 🜚',
        prefix: 'The envoy was ',
        suffix: ' by the council of the city, and',
      },
    });
    expect(made).toMatchObject({
      sourceId: memo,
      sourceTitle: 'memo',
      colour: 1,
      comment: '',
      tagIds: [],
      pageLabel: null,
    });
    expect(made.anchor).toMatchObject({ state: 'placed', method: 'made', versionId: text.id });
    expect(await service.call('annotation.get', { id: made.id })).toEqual(made);
  });

  it('leave out white space at their ends, and never part a character of two units', async () => {
    const spaced = await service.call('annotation.create', {
      sourceId: memo,
      target: { kind: 'text', versionId: text.id, start: MEMO.indexOf('sluice'), end: MEMO.indexOf('The minister') },
    });
    const star = MEMO.indexOf('🜚');
    const half = await service.call('annotation.create', {
      sourceId: memo,
      target: { kind: 'text', versionId: text.id, start: star + 1, end: star + 2 },
    });
    expect(quotes([spaced, half])).toEqual(['sluice.', '🜚']);
  });

  it('are refused with a reason: nothing chosen, only white space, outside of the text, a strange source or tag', async () => {
    const refusal = (start: number, end: number) =>
      service.refusal('annotation.create', {
        sourceId: memo,
        target: { kind: 'text', versionId: text.id, start, end },
      });
    const gap = MEMO.indexOf('\n\n');
    expect(await refusal(4, 4)).toMatchObject({ code: 'INVALID_INPUT', message: expect.stringContaining('Select') });
    expect(await refusal(9, 4)).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await refusal(gap, gap + 2)).toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining('white space'),
    });
    expect(await refusal(4, MEMO.length + 1)).toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining('ends at'),
    });
    const stranger = '01a20835-b9cb-7424-88b3-126b3f9050a5' as never;
    for (const strange of [{ sourceId: stranger }, { tagIds: [stranger] }]) {
      expect(await service.refusal('annotation.create', { ...on('envoy'), ...strange })).toMatchObject({
        code: 'NOT_FOUND',
      });
    }
    expect(await list({})).toEqual([]);
    expect(await service.call('history.state', undefined)).toMatchObject({ undo: expect.stringContaining('Import') });
  });

  it('are changed, coloured, tagged and deleted many at a time, each time as one undo step', async () => {
    const [one, two] = [await mark('envoy'), await mark('sluice', { comment: 'the lock' })];
    const water = await service.call('tag.create', { name: 'Water' });
    const ids = [one.id, two.id];
    await service.call('annotation.change', { ids, change: { colour: 5 } });
    await service.call('annotation.tag', { ids, add: [water.id] });
    expect(await list({ tagId: water.id })).toMatchObject([{ colour: 5 }, { colour: 5, comment: 'the lock' }]);
    expect(await service.call('tag.list', undefined)).toMatchObject([{ annotationCount: 2 }]);
    await service.call('annotation.tag', { ids: [one.id], remove: [water.id] });
    await service.call('annotation.change', { ids: [one.id], change: { comment: 'who is it?' } });
    const before = await list({});
    await service.call('annotation.delete', { ids });
    expect(await list({})).toEqual([]);
    expect(await service.refusal('annotation.get', { id: one.id })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await service.call('history.undo', undefined)).toMatchObject({ redo: 'Delete 2 annotations' });
    expect(await list({})).toEqual(before);
    for (const _ of [1, 2, 3, 4]) await service.call('history.undo', undefined);
    await service.call('history.undo', undefined);
    expect(await list({})).toEqual([one, two]);
    for (const _ of [1, 2, 3, 4, 5]) await service.call('history.redo', undefined);
    expect(await list({})).toEqual(before);
  });

  it('change nothing at all when one of many is not there', async () => {
    const one = await mark('envoy');
    const ids = [one.id, '01a20835-b9cb-7424-88b3-126b3f9050a5' as never];
    const refused = expect.objectContaining({ code: 'NOT_FOUND' });
    expect(await service.refusal('annotation.change', { ids, change: { colour: 8 } })).toEqual(refused);
    expect(await service.refusal('annotation.tag', { ids, add: [] })).toEqual(refused);
    expect(await service.refusal('annotation.delete', { ids })).toEqual(refused);
    expect(await list({})).toEqual([one]);
  });

  it('are listed by tag with those below it, colour, words in any case, and state', async () => {
    const person = await service.call('tag.create', { name: 'Person' });
    const envoy = await service.call('tag.create', { name: 'Envoy', parentId: person.id });
    await mark('The minister', { tagIds: [person.id], colour: 2 });
    await mark('The envoy', { tagIds: [envoy.id], comment: 'Radošević?' });
    await mark('the sluice');
    expect(quotes(await list({ tagId: person.id }))).toEqual(['The envoy', 'The minister']);
    expect(quotes(await list({ tagId: envoy.id }))).toEqual(['The envoy']);
    expect(quotes(await list({ colour: 2 }))).toEqual(['The minister']);
    expect(quotes(await list({ contains: 'RADOSEVIC' }))).toEqual(['The envoy']);
    expect(quotes(await list({ contains: 'SLUICE' }))).toEqual(['the sluice']);
    expect(quotes(await list({ state: 'placed' }))).toEqual(['The envoy', 'the sluice', 'The minister']);
    expect(await list({ state: 'review' })).toEqual([]);
    expect(quotes(await list({ sourceId: memo, state: 'placed', colour: 2 }))).toEqual(['The minister']);
    await service.call('tag.delete', { id: person.id });
    expect(await list({ tagId: person.id })).toEqual([]);
    expect((await list({})).flatMap(({ tagIds }) => tagIds)).toEqual([]);
  });

  it('come in the order of reading: dated sources first, then by title; or the latest change first', async () => {
    const late = await bring({ 'a.txt': 'A later letter about the envoy.' });
    const early = await bring({ 'z.txt': 'An early letter about the envoy.' });
    await service.call('source.describe', { ids: [late], change: { dateWritten: '1963' } });
    await service.call('source.describe', { ids: [early], change: { dateWritten: '1951-03' } });
    await mark('third article');
    await mark('The envoy');
    for (const sourceId of [late, early]) {
      const { id: versionId } = await service.call('text.get', { sourceId });
      await service.call('annotation.create', { sourceId, target: { kind: 'text', versionId, start: 0, end: 10 } });
    }
    expect(quotes(await list({}))).toEqual(['An early l', 'A later le', 'The envoy', 'third article']);
    expect(quotes(await list({}, 'changed'))).toEqual(['An early l', 'A later le', 'The envoy', 'third article']);
    const [, , envoy] = await list({});
    await service.call('annotation.change', { ids: [envoy?.id as never], change: { comment: 'again' } });
    expect(quotes(await list({}, 'changed'))[0]).toBe('The envoy');
    const { annotations, total } = await service.call('annotation.list', {
      filter: {},
      sort: 'place',
      offset: 1,
      limit: 2,
    });
    expect([total, quotes(annotations)]).toEqual([4, ['A later le', 'The envoy']]);
  });

  it('of regions belong to a page of an original of their source, and name the page as it is printed', async () => {
    const lines = (word: string) => runningText([`The ${word} article of the protocol.`, 'It was signed at noon.']);
    const bytes = makePdf({ pages: [lines('first'), lines('second')], pageLabels: '0 << /S /r >>' });
    const paper = await bring({ 'paper.pdf': bytes });
    const { originals } = await service.call('source.get', { id: paper });
    const whole = { sha256: originals[0]?.sha256 as never, pageIndex: 1, x: 0.1, y: 0.5, width: 0.5, height: 0.25 };
    const create = (region: Partial<typeof whole>) =>
      ({ sourceId: paper, target: { kind: 'region', region: { ...whole, ...region } } }) as const;
    const made = await service.call('annotation.create', create({}));
    expect(made).toMatchObject({ target: { kind: 'region', region: whole }, anchor: null, pageLabel: 'ii' });
    const { id: versionId, text: words } = await service.call('text.get', { sourceId: paper });
    const start = words.indexOf('second');
    const target = { kind: 'text', versionId, start, end: start + 6 } as const;
    expect(await service.call('annotation.create', { sourceId: paper, target })).toMatchObject({ pageLabel: 'ii' });
    expect(quotes(await list({ sourceId: paper }))).toEqual(['second', 'region']);
    expect(quotes(await list({ state: 'region' }))).toEqual(['region']);
    expect(quotes(await list({ sourceId: paper, state: 'region' }))).toEqual(['region']);
    const { annotations } = await service.call('annotation.list', {
      filter: { sourceId: paper },
      sort: 'place',
      offset: 1,
      limit: 5,
    });
    expect(quotes(annotations)).toEqual(['region']);
    for (const wrong of [{ width: 0 }, { x: 0.9 }, { y: 0.8 }, { sha256: 'a'.repeat(64) as never }]) {
      expect(await service.refusal('annotation.create', create(wrong))).toMatchObject({ code: 'INVALID_INPUT' });
    }
    const placing = { id: made.id, versionId, start: 0, end: 5 };
    expect(await service.refusal('annotation.place', placing)).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('tell every client what to ask for again, and refuse to be changed in an archive that is read only', async () => {
    service.events.length = 0;
    const made = await mark('envoy');
    await expect
      .poll(() => service.events.filter(({ name }) => name === 'archive.changed').map(({ body }) => body))
      .toContainEqual({ scopes: expect.arrayContaining(['annotations', 'tags', 'history']) });
    await service.call('archive.open', { dir: service.dir, access: 'read' });
    expect(await list({})).toEqual([made]);
    expect(await service.refusal('annotation.delete', { ids: [made.id] })).toMatchObject({ code: 'ARCHIVE_READ_ONLY' });
    await service.call('archive.close', undefined);
    expect(await service.refusal('annotation.get', { id: made.id })).toMatchObject({ code: 'NO_ARCHIVE' });
  });
});

describe('annotations, from the terminal', () => {
  let folder: string;
  let dir: string;
  let source: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fonds-annotate-'));
    dir = join(folder, 'Work.fonds');
    await mkdir(join(folder, 'papers'));
    await writeFile(join(folder, 'papers', 'memo.txt'), MEMO);
    await terminalJson('create', dir);
    await terminalJson('import', dir, join(folder, 'papers'));
    source = (await terminalJson<{ sources: { id: string }[] }>('sources', dir)).sources[0]?.id ?? '';
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('are made by words or by offsets, tagged, listed and deleted', async () => {
    const made = await terminalJson<Annotation>(
      'annotate',
      dir,
      source,
      '--quote',
      'the council',
      '--colour',
      '4',
      '--comment',
      'who?',
      '--tag',
      'Body/Council',
    );
    expect(made).toMatchObject({ colour: 4, comment: 'who?', target: { quote: { exact: 'the council' } } });
    const first = await terminalJson<Annotation>('annotate', dir, source, '--start', '0', '--end', '9');
    expect(first).toMatchObject({ target: { start: 0, end: 9, quote: { exact: 'The envoy' } } });
    const listed = await terminal('annotations', dir, '--tag', 'Body');
    expect(listed.stdout).toBe(`1 annotations\n${made.id}  memo: “the council”  #Body/Council\n    who?\n`);
    expect(await terminalJson('annotations', dir, '--contains', 'ENVOY')).toEqual({ total: 1, annotations: [first] });
    // A tag is called by its name where only one has it; no second one is made beside it.
    const named = await terminalJson<Annotation>('annotate', dir, source, '--quote', 'The envoy', '--tag', 'Council');
    expect(named.tagIds).toEqual(made.tagIds);
    await terminalJson('annotations', dir, '--delete', named.id);
    await terminalJson('annotations', dir, '--delete', made.id, '--delete', first.id);
    expect(await terminalJson('annotations', dir)).toEqual({ total: 0, annotations: [] });
    await terminalJson('undo', dir);
    expect(await terminalJson('annotations', dir, '--limit', '1')).toMatchObject({ total: 2, annotations: [first] });
  });

  it('say what is wrong: words that stand twice, nowhere, a bad offset, or nothing chosen', async () => {
    const twice = await terminal('annotate', dir, source, '--quote', 'the');
    expect([twice.code, twice.stderr]).toEqual([1, expect.stringContaining('--nth')]);
    const third = await terminalJson<Annotation>('annotate', dir, source, '--quote', 'the', '--nth', '3');
    expect(third.target).toMatchObject({ start: MEMO.indexOf('the sluice') });
    expect(await terminal('annotate', dir, source, '--quote', 'the king')).toMatchObject({ code: 1 });
    expect(await terminal('annotate', dir, source, '--start', '-1', '--end', '4')).toMatchObject({ code: 2 });
    expect(await terminal('annotate', dir, source)).toMatchObject({ code: 2 });
    expect(await terminal('annotations', dir, '--delete', 'nothing')).toMatchObject({ code: 2 });
  });

  it('that lost their place are shown with where they might be, and placed', async () => {
    await terminalJson('annotate', dir, source, '--quote', 'the secretaries compared the two copies');
    const edit = ['--find', 'the secretaries compared the two copies', '--replace', 'both were seen', '--reason', 'x'];
    expect(await terminalJson('correct', dir, source, ...edit)).toMatchObject({ anchors: { review: 1 } });
    const { annotations } = await terminalJson<{ annotations: Annotation[] }>('annotations', dir, '--review');
    const [lost] = annotations;
    expect(lost?.anchor).toMatchObject({ state: 'review', reason: expect.stringMatching(/\S/) });
    const shown = (await terminal('annotations', dir, '--review')).stdout;
    expect(shown).toContain(`[needs review] “the secretaries compared the two copies”`);
    expect(shown).toContain(lost?.anchor?.state === 'review' ? lost.anchor.reason : 'no reason');
    const start = MEMO.indexOf('the secretaries');
    const end = start + 'both were seen'.length;
    const place = ['--place', lost?.id ?? '', '--start', String(start), '--end', String(end)];
    expect(await terminalJson('annotations', dir, ...place)).toMatchObject({
      anchor: { method: 'person', start, end },
    });
    expect(await terminalJson('annotations', dir, '--reanchor', source)).toEqual({ placed: 1, found: 0, review: 0 });
    expect(await terminalJson('annotations', dir, '--review')).toEqual({ total: 0, annotations: [] });
  });
});
