/** Which of some sources a list holds, and which step undo would take back: what a window asks so as to be right. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MAX_AMONG, type SourceId } from '../../electron/contract/index.js';
import { type ServiceUnderTest, startService } from '../support/service.js';

const sort = { by: 'title', direction: 'ascending' } as const;
let service: ServiceUnderTest;
let all: SourceId[];
beforeEach(async () => {
  service = await startService();
  await service.call('archive.create', { dir: service.dir });
  await service.importFiles(await service.files({ 'alpha.txt': 'One.', 'beta.txt': 'Two.', 'gamma.txt': 'Three.' }));
  all = await service.call('source.ids', { filter: {}, sort });
});
afterEach(() => service.close());

it('says of the sources asked about which a list holds, in its order, and nothing of others', async () => {
  const [alpha, beta, gamma] = all as [SourceId, SourceId, SourceId];
  const { id } = await service.call('collection.create', { name: 'Two of them' });
  await service.call('collection.add', { id, ids: [alpha, gamma] });
  const among = (filter: object, ids: SourceId[]) => service.call('source.ids', { filter, sort, among: ids });
  expect(await among({ collectionId: id }, [gamma, beta, alpha])).toEqual([alpha, gamma]);
  expect(await among({ contains: 'bet' }, [alpha, beta])).toEqual([beta]);
  expect(await among({}, [beta])).toEqual([beta]);
  expect(await among({}, [])).toEqual([]);
  await service.call('source.delete', { ids: [beta] });
  expect(await among({}, all)).toEqual([alpha, gamma]);
  expect(await among({ inBin: true }, all)).toEqual([beta]);
});

it('is asked about a thousand at once and not about more', async () => {
  const many = (count: number) => Array.from({ length: count }, (_, n) => all[n % 3] as SourceId);
  const ask = (count: number) => service.attempt('source.ids', { filter: {}, sort, among: many(count) });
  expect(await ask(MAX_AMONG)).toMatchObject({ ok: true });
  expect(await ask(MAX_AMONG + 1)).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
});

it('numbers the step that undo takes back: higher with each step, and as before once it is undone', async () => {
  const step = async () => (await service.call('history.state', undefined)).step ?? 0;
  const imported = await step();
  await service.call('collection.create', { name: 'One' });
  const one = await step();
  await service.call('collection.create', { name: 'Two' });
  const two = await step();
  expect([imported < one, one < two]).toEqual([true, true]);
  expect((await service.call('history.undo', undefined)).step).toBe(one);
  expect((await service.call('history.undo', undefined)).step).toBe(imported);
  expect((await service.call('history.redo', undefined)).step).toBe(one);
});
