import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServiceUnderTest, startService } from '../support/service.js';

let service: ServiceUnderTest;
const languages = ['en-GB'];

beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

describe('spelling', () => {
  it('names its languages before any archive is open', async () => {
    const known = await service.call('spelling.languages', undefined);
    expect(known.map(({ id }) => id)).toEqual(expect.arrayContaining(['en-GB', 'en-US', 'de', 'fr', 'hr', 'sr-Cyrl']));
    expect((await service.refusal('spelling.check', { languages, words: ['a'] })).code).toBe('NO_ARCHIVE');
  });

  it('finds what no chosen dictionary knows, and what it may have been', async () => {
    await service.call('archive.create', { dir: service.dir });
    const words = ['memorandum', 'colour', 'goverment', 'Žarković'];
    expect(await service.call('spelling.check', { languages, words })).toEqual(['goverment', 'Žarković']);
    expect(await service.call('spelling.suggest', { languages, word: 'goverment' })).toContain('government');
  });

  it('learns a name, in capitals and as a genitive too, and forgets it with undo', async () => {
    const words = ['Žarković', 'ŽARKOVIĆ', 'Žarković’s', 'žarković'];
    await service.call('spelling.learn', { word: 'Žarković' });
    expect(await service.call('spelling.check', { languages, words })).toEqual(['žarković']);
    expect((await service.call('history.state', undefined)).undo).toBe('Learn the word “Žarković”');
    await service.call('history.undo', undefined);
    expect(await service.call('spelling.check', { languages, words })).toEqual(words);
    await service.call('history.redo', undefined);
    expect(await service.call('spelling.check', { languages, words: ['Žarković'] })).toEqual([]);
  });

  it('tells the windows that words were learned', async () => {
    await service.call('spelling.learn', { word: 'Sremac' });
    await expect
      .poll(() => service.events.some(({ body }) => JSON.stringify(body).includes('spelling')), { timeout: 5_000 })
      .toBe(true);
  });

  it('does not learn what is not one word', async () => {
    expect((await service.refusal('spelling.learn', { word: 'two words' })).code).toBe('INVALID_INPUT');
  });

  it('lets a word be checked from the window, but nothing be distinguished by an unknown language', async () => {
    const answer = await service.asWindow('spelling.check', { languages: ['xx'], words: ['qwxz'] });
    expect(answer).toEqual({ ok: true, value: [] });
  });
});
