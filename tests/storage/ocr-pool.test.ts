/** Pages read in disposable processes, as the service does it. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createOcrPool, type OcrPool, type OcrPoolOptions } from '../../electron/ocr/index.js';
import { drawPage } from '../support/drawn-page.js';
import { root } from '../support/service.js';

const page = drawPage(['The council met again on Thursday, and the minutes were read.'], {
  widthPx: 700,
  heightPx: 220,
  sizePx: 30,
  marginPx: 40,
});
const folders = { own: join(tmpdir(), 'fonds-no-such-folder'), packaged: '' };

describe('a pool that reads pages', () => {
  let pool: OcrPool | null = null;
  const start = (options: Partial<OcrPoolOptions> = {}) => {
    pool = createOcrPool({ path: join(root, 'dist', 'electron', 'ocr-worker.js'), folders, ...options });
    return pool;
  };
  afterEach(() => pool?.close());

  it('reads several at once, and gives text, words and how they were read', async () => {
    const reading = start();
    const answers = await Promise.all([1, 2, 3].map(() => reading.recognize(page, { languages: ['eng'] })));
    for (const { text, words, page: read } of answers) {
      expect(text).toBe(page.text);
      expect(words.map(({ start: from, end }) => text.slice(from, end))).toEqual(page.text.split(/\s+/));
      expect(read.setup.languages).toEqual(['eng']);
    }
  });

  it('says which language has no data, and goes on reading', async () => {
    const reading = start();
    await expect(reading.recognize(page, { languages: ['eng', 'tlh'] })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringContaining('tlh'),
    });
    expect((await reading.recognize(page, { languages: ['eng'] })).text).toBe(page.text);
  });

  it('refuses what is no image, no language, or too many, before it starts anything', async () => {
    const reading = start({ path: join(root, 'no-such-worker.js') });
    const broken = { width: 10, height: 10, data: new Uint8Array(7) };
    for (const asked of [
      reading.recognize(broken, { languages: ['eng'] }),
      reading.recognize(page, { languages: [] }),
      reading.recognize(page, { languages: ['eng', 'deu', 'fra', 'ita', 'spa'] }),
      reading.guessLanguage(broken),
    ]) {
      await expect(asked).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    }
  });

  it('stops a page that takes too long, says what to do, and reads the next', async () => {
    const reading = start({ timeoutMs: 1 });
    await expect(reading.recognize(page, { languages: ['eng'] })).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
      message: expect.stringContaining('took too long'),
    });
  });

  it('stops when it is cancelled, with the reason', async () => {
    const stop = new AbortController();
    const reading = start().recognize(page, { languages: ['eng'], signal: stop.signal });
    stop.abort(new Error('cancelled by a person'));
    await expect(reading).rejects.toThrow('cancelled by a person');
  });

  it('guesses the language', async () => {
    expect(await start().guessLanguage(page)).toMatchObject({ language: 'eng', script: 'Latin' });
  });
});
