import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SourceId, type TagId, tagTree } from '../../electron/contract/index.js';
import { type ServiceUnderTest, startService } from '../support/service.js';

let service: ServiceUnderTest;
let memo: SourceId;
let note: SourceId;
beforeEach(async () => {
  service = await startService();
  await service.call('archive.create', { dir: service.dir });
  const { job } = await service.importFiles(
    await service.files({ 'memo.txt': 'The envoy was received.', 'note.txt': 'The envoy was not received.' }),
  );
  const report = await service.call('job.report', { jobId: job.id });
  const idOf = (name: string) => report.find((line) => line.name.endsWith(name))?.sourceId as SourceId;
  [memo, note] = [idOf('memo.txt'), idOf('note.txt')];
});
afterEach(() => service.close());

const everything = { query: '', mode: 'any', filter: {}, offset: 0, limit: 50 } as const;

describe('tags, over the contract', () => {
  it('are made, put on, shown, counted, renamed, taken off and undone', async () => {
    const tag = await service.call('tag.create', { name: ' Urgent ' });
    expect(tag).toMatchObject({ name: 'Urgent', sourceCount: 0 });
    await service.call('tag.add', { id: tag.id, ids: [memo, note] });
    await service.call('tag.rename', { id: tag.id, name: 'Read first' });
    expect(await service.call('tag.list', undefined)).toMatchObject([
      { id: tag.id, name: 'Read first', sourceCount: 2, annotationCount: 0, parentId: null },
    ]);
    expect((await service.call('source.get', { id: memo })).tagIds).toEqual([tag.id]);
    await service.call('tag.remove', { id: tag.id, ids: [note] });
    const sort = { by: 'title', direction: 'ascending' } as const;
    expect(await service.call('source.ids', { filter: { tagId: tag.id }, sort })).toEqual([memo]);
    await service.call('tag.delete', { id: tag.id });
    expect(await service.call('tag.list', undefined)).toEqual([]);
    await service.call('history.undo', undefined);
    expect(await service.call('tag.list', undefined)).toMatchObject([{ name: 'Read first', sourceCount: 1 }]);
  });

  it('narrow a search, and a search says what it found of each', async () => {
    const tag = await service.call('tag.create', { name: 'Urgent' });
    await service.call('tag.add', { id: tag.id, ids: [memo] });
    const all = await service.call('search.query', { ...everything, query: 'envoy' });
    expect(all.total).toBe(2);
    expect(all.facets.tags).toContainEqual({ value: tag.id, label: 'Urgent', count: 1 });
    const narrowed = await service.call('search.query', {
      ...everything,
      query: 'envoy',
      filter: { tagIds: [tag.id] },
    });
    expect(narrowed.hits.map(({ sourceId }) => sourceId)).toEqual([memo]);
    await service.call('history.undo', undefined);
    expect(
      (await service.call('search.query', { ...everything, query: 'envoy', filter: { tagIds: [tag.id] } })).total,
    ).toBe(0);
  });

  it('stand in a tree: made by a path, coloured, moved, merged, deleted with what is below, each undone', async () => {
    const listed = async () => {
      const tree = tagTree(await service.call('tag.list', undefined));
      return tree.tags.map(({ id, sourceCount }) => `${tree.path(id)} ${sourceCount}`);
    };
    const president = await service.call('tag.ensure', { path: 'Person/President' });
    expect(await service.call('tag.ensure', { path: 'person / president' })).toEqual(president);
    const person = president.parentId as TagId;
    const chief = await service.call('tag.create', { name: 'Chief', parentId: person, colour: 4 });
    expect(chief).toMatchObject({ parentId: person, colour: 4, description: '' });
    await service.call('tag.add', { id: chief.id, ids: [memo] });
    await service.call('tag.add', { id: president.id, ids: [note] });
    await service.call('tag.change', { id: president.id, change: { colour: 2, description: 'Head of state' } });
    const sort = { by: 'title', direction: 'ascending' } as const;
    expect(await service.call('source.ids', { filter: { tagId: person }, sort })).toEqual([memo, note]);
    await service.call('tag.merge', { id: chief.id, into: president.id });
    expect(await listed()).toEqual(['Person 0', 'Person/President 2']);
    await service.call('tag.move', { id: president.id, parentId: null });
    expect(await listed()).toEqual(['Person 0', 'President 2']);
    await service.call('history.undo', undefined);
    await service.call('tag.delete', { id: person });
    expect(await listed()).toEqual([]);
    for (let n = 0; n < 2; n += 1) await service.call('history.undo', undefined);
    expect(await listed()).toEqual(['Person 0', 'Person/Chief 1', 'Person/President 1']);
    expect((await service.call('tag.list', undefined)).at(-1)).toMatchObject({
      colour: 2,
      description: 'Head of state',
    });
  });

  it('are found in the search line by name and by path, with all that is below them', async () => {
    const ensure = (path: string) => service.call('tag.ensure', { path });
    await service.call('tag.add', { id: (await ensure('Person/President')).id, ids: [memo] });
    await service.call('tag.add', { id: (await ensure('Ship/President')).id, ids: [note] });
    const found = async (query: string) =>
      (await service.call('search.query', { ...everything, query })).hits.map(({ sourceId }) => sourceId).sort();
    const both = [memo, note].sort();
    expect(await found('envoy tag:president')).toEqual(both);
    expect(await found('envoy tag:Person/President')).toEqual([memo]);
    expect(await found('envoy tag:"ship/président"')).toEqual([note]);
    expect(await found('tag:person,ship')).toEqual(both);
    expect(await found('envoy tag:ship')).toEqual([note]);
    expect((await service.call('search.query', { ...everything, query: 'envoy' })).facets.tags).toEqual([
      expect.objectContaining({ label: 'Person', count: 1 }),
      expect.objectContaining({ label: 'Person/President', count: 1 }),
      expect.objectContaining({ label: 'Ship', count: 1 }),
      expect.objectContaining({ label: 'Ship/President', count: 1 }),
    ]);
  });

  it('on a passage lead to its source, in lists, searches and facets, through every change and back', async () => {
    const president = await service.call('tag.ensure', { path: 'Person/President' });
    const person = president.parentId as TagId;
    const clerk = await service.call('tag.ensure', { path: 'Person/Clerk' });
    const { id: versionId } = await service.call('text.get', { sourceId: memo });
    const target = { kind: 'text', versionId, start: 4, end: 9 } as const;
    const led = async (): Promise<string[]> => {
      const sort = { by: 'title', direction: 'ascending' } as const;
      const listed = await service.call('source.ids', { filter: { tagId: person }, sort });
      const found = await service.call('search.query', { ...everything, filter: { tagIds: [person] } });
      expect(found.hits.map(({ sourceId }) => sourceId)).toEqual(listed);
      const typed = await service.call('search.query', { ...everything, query: 'envoy tag:president' });
      const reach = (await service.call('tag.list', undefined)).find(({ id }) => id === person)?.reachCount;
      expect(reach).toBe(listed.length);
      return [listed.length, typed.total, ...found.facets.tags.map(({ label, count }) => `${label} ${count}`)].map(
        String,
      );
    };
    const states: string[][] = [await led()];
    const step = async (work: () => Promise<unknown>) => {
      await work();
      states.push(await led());
    };
    const { id } = await service.call('annotation.create', { sourceId: memo, target });
    await step(() => service.call('annotation.tag', { ids: [id], add: [president.id] }));
    await step(() => service.call('annotation.tag', { ids: [id], add: [clerk.id], remove: [president.id] }));
    await step(() => service.call('tag.merge', { id: clerk.id, into: president.id }));
    expect((await service.call('annotation.get', { id })).tagIds).toEqual([president.id]);
    await step(() => service.call('annotation.delete', { ids: [id] }));
    const tagged = [expect.stringContaining('Person 1')];
    expect(states.map(([listed, typed]) => [listed, typed])).toEqual([
      ['0', '0'],
      ['1', '1'],
      ['1', '0'],
      ['1', '1'],
      ['0', '0'],
    ]);
    expect(states[3]).toEqual(expect.arrayContaining(tagged));
    for (let at = states.length - 2; at >= 0; at -= 1) {
      await service.call('history.undo', undefined);
      expect(await led()).toEqual(states[at]);
    }
    for (let at = 1; at < states.length; at += 1) {
      await service.call('history.redo', undefined);
      expect(await led()).toEqual(states[at]);
    }
  });

  it('are refused with a reason: a circle, a merge into what is below, a name of two', async () => {
    const president = await service.call('tag.ensure', { path: 'Person/President' });
    const person = president.parentId as TagId;
    const invalid = (message: RegExp) => ({ code: 'INVALID_INPUT', message: expect.stringMatching(message) });
    expect(await service.refusal('tag.move', { id: person, parentId: president.id })).toMatchObject(
      invalid(/below it/),
    );
    expect(await service.refusal('tag.merge', { id: person, into: president.id })).toMatchObject(invalid(/first/));
    expect(await service.refusal('tag.create', { name: 'A/B' })).toMatchObject(invalid(/“\/” stands between/));
    expect(await service.refusal('tag.ensure', { path: '/' })).toMatchObject(invalid(/needs a name/));
    expect(await service.refusal('tag.change', { id: person, change: { colour: 9 } })).toMatchObject({
      code: 'INVALID_INPUT',
    });
  });

  it('are refused with a reason: a taken name, an empty one, a stranger, no archive', async () => {
    const tag = await service.call('tag.create', { name: 'Urgent' });
    expect(await service.refusal('tag.create', { name: 'URGENT' })).toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining('already a tag “Urgent”'),
    });
    expect(await service.refusal('tag.create', { name: ' ' })).toMatchObject({ code: 'INVALID_INPUT' });
    const stranger = '01a20835-b9cb-7424-88b3-126b3f9050a5';
    expect(await service.refusal('tag.rename', { id: stranger as never, name: 'X' })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await service.refusal('tag.add', { id: tag.id, ids: [stranger as never] })).toMatchObject({
      code: 'NOT_FOUND',
    });
    await service.call('archive.close', undefined);
    expect(await service.refusal('tag.list', undefined)).toMatchObject({ code: 'NO_ARCHIVE' });
    await service.call('archive.open', { dir: service.dir, access: 'read' });
    expect(await service.refusal('tag.delete', { id: tag.id })).toMatchObject({ code: 'ARCHIVE_READ_ONLY' });
  });

  it('tell every client what to ask for again', async () => {
    service.events.length = 0;
    await service.call('tag.create', { name: 'Urgent' });
    await expect
      .poll(() => service.events.filter(({ name }) => name === 'archive.changed').map(({ body }) => body))
      .toContainEqual({ scopes: expect.arrayContaining(['tags', 'sources', 'history']) });
  });
});
