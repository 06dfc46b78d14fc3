import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SourceId } from '../../electron/contract/index.js';
import { type ServiceUnderTest, startService } from '../support/service.js';

let service: ServiceUnderTest;
let memo: SourceId;
let note: SourceId;
beforeEach(async () => {
  service = await startService();
  await service.call('archive.create', { dir: service.dir });
  const { job } = await service.bringIn(
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
    expect(await service.call('tag.list', undefined)).toEqual([{ id: tag.id, name: 'Read first', sourceCount: 2 }]);
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
