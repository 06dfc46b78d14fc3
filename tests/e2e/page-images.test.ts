/** Page images in the real window: a PDF is drawn, a region is marked by key and by pointer, listed, opened and undone. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { checkBothThemes, launch, type RunningApp } from '../support/app.js';
import { story } from '../support/story.js';

const it = story();
let folder: string;
let running: RunningApp;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonds-pages-'));
  running = await launch([], { folder });
  const { page } = running;
  await page.getByRole('tabpanel').locator('mark').first().waitFor();
  await page.keyboard.press('Control+1');
  await page.getByRole('searchbox', { name: /Filter/ }).fill('Report of the Mrava');
  await page.getByText('Report of the Mrava Inquiry Commission').first().dblclick();
  await page.getByRole('tab', { name: /Report of the Mrava/ }).waitFor();
});
afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

const pages = () => running.page.getByRole('region', { name: /^Page images of/ });
const regions = () => pages().getByRole('button', { name: /^Region \d/ });
const inspector = () => running.page.getByRole('region', { name: 'Inspector' });

describe('the page images of a PDF', () => {
  it('are drawn, ink on paper', async () => {
    const { page } = running;
    await page.getByRole('button', { name: 'Original', exact: true }).click();
    await pages().locator('[data-page-picture] canvas').first().waitFor();
    const shades = await pages()
      .locator('[data-page-picture] canvas')
      .first()
      .evaluate((canvas: HTMLCanvasElement) => {
        const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
        let dark = 0;
        for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 100) dark += 1;
        return { dark, all: data.length / 4 };
      });
    expect(shades.dark).toBeGreaterThan(100);
    expect(shades.dark).toBeLessThan(shades.all / 2);
  });

  it('take a region by keyboard, with a card to write on', async () => {
    const { page } = running;
    await pages().focus();
    await page.keyboard.press('Control+Alt+h');
    await page.getByRole('application', { name: /New region/ }).waitFor();
    for (const key of ['ArrowUp', 'ArrowLeft', 'Shift+ArrowRight']) await page.keyboard.press(key);
    await page.keyboard.press('Enter');
    await regions().first().waitFor();
    expect(await checkBothThemes(page, 'page-images')).toEqual([]);
  });

  it('take a region by pointer, and the inspector lists both', async () => {
    const { page } = running;
    const sheet = await pages().locator('[data-page-picture]').first().boundingBox();
    if (!sheet) throw new Error('no page is drawn');
    await page.keyboard.press('Escape');
    await page.mouse.move(sheet.x + 60, sheet.y + 40);
    await page.mouse.down();
    await page.mouse.move(sheet.x + 200, sheet.y + 90, { steps: 5 });
    await page.mouse.up();
    await expect.poll(() => regions().count()).toBe(2);
    await inspector().getByRole('tab', { name: 'Annotations' }).click();
    await expect
      .poll(() =>
        inspector()
          .getByText(/A region of/)
          .count(),
      )
      .toBe(2);
  });

  it('lose a region with undo and have it again with redo, and show it from the list', async () => {
    const { page } = running;
    await pages().focus();
    await page.keyboard.press('Control+z');
    await expect.poll(() => regions().count()).toBe(1);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => regions().count()).toBe(2);
    await page.getByRole('button', { name: 'Original', exact: true }).click();
    await page.getByRole('region', { name: /^Text of/ }).waitFor();
    await inspector()
      .getByText(/A region of/)
      .first()
      .click();
    await regions().first().waitFor();
  });
});
