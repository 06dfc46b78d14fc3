/** What the window is given by `original://archive/<sha256>/page/<index>`. */
import { describe, expect, it } from 'vitest';
import { fail, type Input, ok } from '../../../electron/contract/index.js';
import { APP_CSP, APP_ORIGIN } from '../../../electron/main/origins.js';
import { pageAsked, servePage } from '../../../electron/main/page-images.js';

const SHA256 = 'ab'.repeat(32);
const PAGE = `original://archive/${SHA256}/page/3`;
const BYTES = Uint8Array.of(0xff, 0xd8, 0xff, 0xd9);

/** @returns the answer, and what was asked of the service. */
async function ask(address: string, init: RequestInit = {}, mediaType = 'image/jpeg') {
  const asked: Input<'page.draw'>[] = [];
  // A request of Node knows no scheme of ours.
  const request = { url: address, method: init.method ?? 'GET' } as Request;
  const response = await servePage(async (page) => {
    asked.push(page);
    return ok({ mediaType, bytes: BYTES, width: 2, height: 2 });
  }, request);
  return { response, asked };
}

describe('the address of a page', () => {
  it('names a page, a size and a view', () => {
    expect(pageAsked(PAGE)).toEqual({ sha256: SHA256, pageIndex: 3 });
    expect(pageAsked(`${PAGE}?fit=256&view=plain&v=7`)).toEqual({
      sha256: SHA256,
      pageIndex: 3,
      fit: 256,
      view: 'plain',
    });
    const view = encodeURIComponent(JSON.stringify({ turn: 90 }));
    expect(pageAsked(`${PAGE}?view=${view}`)).toEqual({ sha256: SHA256, pageIndex: 3, view: { turn: 90 } });
  });

  it.each([
    `original://archive/${SHA256}`,
    `original://archive/${SHA256}/page/`,
    `original://archive/${SHA256}/page/-1`,
    `original://archive/${SHA256}/page/1/2`,
    `original://archive/${SHA256}/page/1e3`,
    `original://archive/${SHA256.toUpperCase()}/page/0`,
    `original://archive/../${SHA256}/page/%2e%2e`,
    `original://elsewhere/${SHA256}/page/0`,
    `app://fonds/${SHA256}/page/0`,
  ])('is not %s', (address) => {
    expect(pageAsked(address)).toBeNull();
  });

  it('with a view that is none is left to the service, which refuses it by its schema', () => {
    expect(pageAsked(`${PAGE}?view=upside%20down`)?.view).toEqual({ turn: Number.NaN });
  });
});

describe('a page as an image', () => {
  it('is given as it was drawn, to the window alone, without a right to run, and kept by no browser', async () => {
    const { response, asked } = await ask(`${PAGE}?fit=256`);
    expect(asked).toEqual([{ sha256: SHA256, pageIndex: 3, fit: 256 }]);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(BYTES);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/),
      'x-content-type-options': 'nosniff',
      'access-control-allow-origin': APP_ORIGIN,
      'cache-control': 'no-store',
    });
  });

  it('is nothing but an image, whatever the service would say', async () => {
    await expect(ask(PAGE, {}, 'text/html')).rejects.toThrow(/drawn as text\/html/);
    await expect(ask(PAGE, {}, 'image/svg+xml')).rejects.toThrow(/drawn as/);
  });

  it('is only read', async () => {
    const { response, asked } = await ask(PAGE, { method: 'POST' });
    expect([response.status, asked]).toEqual([405, []]);
    expect(await (await ask(PAGE, { method: 'HEAD' })).response.text()).toBe('');
  });

  it.each([
    ['NOT_FOUND', 404],
    ['FILE_UNREADABLE', 422],
    ['INVALID_INPUT', 422],
  ] as const)('that is refused with %s is answered with %s and the words of the service', async (code, status) => {
    const request = { url: PAGE, method: 'GET' } as Request;
    const response = await servePage(async () => fail({ code, message: 'It is damaged.' }), request);
    expect([response.status, await response.text()]).toEqual([status, 'It is damaged.']);
    expect(response.headers.get('content-security-policy')).toMatch(/^sandbox/);
  });

  it('may stand in the window as an image; nothing from elsewhere may', () => {
    expect(APP_CSP).toContain("img-src 'self' data: blob: original:;");
  });
});
