import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SearchQuery } from '../../electron/contract/index.js';
import { type ServiceUnderTest, startService } from '../support/service.js';

let service: ServiceUnderTest;
beforeEach(async () => {
  service = await startService();
  await service.call('archive.create', { dir: service.dir });
});
afterEach(() => service.close());

const asked: SearchQuery = {
  query: 'creator:radosevic "peace treaty"~2',
  mode: 'all',
  matching: 'exact',
  filter: { dateFrom: '1999-03', documentTypes: ['memo', ''], languages: ['sr'] },
};
const names = async () => (await service.call('search.saved', undefined)).map(({ name }) => name);

describe('saved searches, over the contract', () => {
  it('come back after reopening as they were asked', async () => {
    const made = await service.call('search.save', { name: ' Treaties ', query: asked });
    expect(made).toMatchObject({ name: 'Treaties', query: asked });
    await service.call('archive.close', undefined);
    await service.call('archive.open', { dir: service.dir });
    expect(await service.call('search.saved', undefined)).toEqual([made]);
  });

  it('are renamed and deleted, and the one undo takes it back', async () => {
    const { id } = await service.call('search.save', { name: 'Treaties', query: asked });
    await service.call('search.renameSaved', { id, name: 'Pacts' });
    await service.call('search.deleteSaved', { id });
    expect(await names()).toEqual([]);
    expect((await service.call('history.undo', undefined)).redo).toBe('Delete saved search “Pacts”');
    expect(await names()).toEqual(['Pacts']);
    await service.call('history.undo', undefined);
    expect(await names()).toEqual(['Treaties']);
    await service.call('history.undo', undefined);
    expect(await names()).toEqual([]);
    // Of another opening than the one that saved it.
    await service.call('archive.close', undefined);
    await service.call('archive.open', { dir: service.dir });
    await service.call('history.redo', undefined);
    expect(await service.call('search.saved', undefined)).toMatchObject([{ id, name: 'Treaties', query: asked }]);
  });

  it('are refused with a reason: a taken name, a stranger, an archive that is open for reading', async () => {
    const { id } = await service.call('search.save', { name: 'Émigrés', query: asked });
    expect(await service.refusal('search.save', { name: 'emigres', query: asked })).toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining('“Émigrés”'),
    });
    const stranger = '01a20835-b9cb-7424-88b3-126b3f9050a5' as typeof id;
    expect(await service.refusal('search.deleteSaved', { id: stranger })).toMatchObject({ code: 'NOT_FOUND' });
    await service.call('archive.close', undefined);
    await service.call('archive.open', { dir: service.dir, access: 'read' });
    expect(await names()).toEqual(['Émigrés']);
    expect(await service.refusal('search.deleteSaved', { id })).toMatchObject({ code: 'ARCHIVE_READ_ONLY' });
  });

  it('tell every client what to ask for again', async () => {
    service.events.length = 0;
    await service.call('search.save', { name: 'Treaties', query: asked });
    await expect
      .poll(() => service.events.filter(({ name }) => name === 'archive.changed').map(({ body }) => body))
      .toContainEqual({ scopes: expect.arrayContaining(['searches', 'history']) });
  });
});
