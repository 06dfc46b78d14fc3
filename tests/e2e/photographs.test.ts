/** Photographs and scans: brought in, looked at as one document, read by OCR and found, marked, and still so afterwards. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { answerOpenDialog, checkBothThemes, documents, launch, type RunningApp } from '../support/app.js';
import { drawPage } from '../support/drawn-page.js';
import { greyPng } from '../support/make-images.js';
import { photograph } from '../support/photographed-page.js';
import { story } from '../support/story.js';
import { terminalJson } from '../support/terminal.js';

const it = story();
const LAYOUT = { widthPx: 1_180, heightPx: 900, sizePx: 34, marginPx: 110 } as const;
const CAMERA = { lean: 5, sideways: 3, turn: 1, gutter: 0, shadow: 0.2, table: 80 } as const;
const LETTER = [
  [
    'The lock keeper counted forty-three barges in the morning, and wrote the number on a card. He went from the upper end to the lower one and back again, and found the same number twice.',
    'The masters of the boats are patient people. They have tied up two by two, lend each other coffee, and say that the gate will open when it wants to.',
  ],
  [
    'On the second page he says that the water above the gate had risen by eleven centimetres since Sunday, and that he had made a mark on a stake.',
  ],
];

let folder: string;
let dir: string;
let running: RunningApp;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonds-photographs-'));
  dir = join(folder, 'Work.fonds');
  await terminalJson('create', dir);
  await mkdir(join(folder, 'Reading room'));
  for (const [at, text] of LETTER.entries()) {
    const shot = photograph(drawPage(text, LAYOUT), CAMERA);
    await writeFile(join(folder, 'Reading room', `IMG_${at + 1}.png`), greyPng(shot));
  }
  running = await launch([], { folder });
  const { app, page } = running;
  await page.getByRole('tabpanel').locator('mark').first().waitFor();
  await answerOpenDialog(app, dir);
  await page.keyboard.press('Control+o');
  await page.getByText('No sources yet').waitFor();
});
afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

const open = async (title: string) => {
  const { page } = running;
  await page.getByText(title, { exact: true }).first().dblclick();
  await documents(page).getByRole('tab', { name: title }).waitFor();
};

describe('photographs from a reading room', () => {
  it('come in as sources without a text yet', async () => {
    const { app, page } = running;
    await answerOpenDialog(app, join(folder, 'Reading room'));
    await page.keyboard.press('Control+Shift+I');
    await page.getByRole('dialog').getByRole('button', { name: 'Import 2 files' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Done', exact: true }).click();
    await open('IMG_1');
    await page.getByRole('heading', { name: 'No text yet' }).waitFor();
    expect(await checkBothThemes(page, 'photograph-without-text')).toEqual([]);
  });

  it('are drawn page by page', async () => {
    const { page } = running;
    await page.getByRole('button', { name: 'Show the original' }).click();
    await page.locator('[data-page-picture]').waitFor();
    expect(await checkBothThemes(page, 'photograph')).toEqual([]);
  });

  it('are read by OCR in the language that is guessed and shown, and what was read is found', async () => {
    const { page } = running;
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Read pages by OCR');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Read pages by OCR' });
    await dialog.getByText(/looks like English/).waitFor({ timeout: 60_000 });
    expect(await dialog.getByRole('checkbox', { name: 'English' }).isChecked()).toBe(true);
    expect(await checkBothThemes(page, 'ocr-dialog')).toEqual([]);
    await dialog.getByRole('button', { name: 'Read pages' }).click();
    await page
      .getByText(/1 read by OCR/i)
      .first()
      .waitFor({ timeout: 120_000 });
    await page.getByRole('dialog').getByRole('button', { name: 'Done', exact: true }).click();
    const hits = await page.evaluate(() =>
      window.fonds.invoke('search.query', { query: 'barges', mode: 'all', filter: {}, offset: 0, limit: 5 } as never),
    );
    expect(JSON.stringify(hits)).toContain('IMG_1');
  });

  it('stand beside their text, and what is found in it is drawn on the image', async () => {
    const { page } = running;
    await page.getByRole('button', { name: 'Original' }).click();
    await page.keyboard.press('Control+Alt+i');
    await page.locator('[data-page-picture]').waitFor();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('barges');
    await page.locator('[data-word-marks] [data-kind="current"]').waitFor();
    expect(await checkBothThemes(page, 'photograph-beside-text')).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('give the words that are dragged over on the image to the text, where they are selected', async () => {
    const { page } = running;
    await page.keyboard.press('Control+f');
    await page.keyboard.type('barges');
    const box = await page.locator('[data-word-marks] [data-kind="current"]').boundingBox();
    if (!box) throw new Error('the hit is not drawn');
    await page.mouse.move(box.x + 2, box.y + 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
    await page.mouse.move(box.x + box.width - 2, box.y + box.height - 2, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => page.evaluate(() => document.getSelection()?.toString())).toBe('barges');
    await page.locator('[data-word-marks] [data-kind="selected"]').first().waitFor();
    await page.keyboard.press('Escape');
  });

  it('are turned, cropped, straightened and lit as a person wants to see them, and the file stays as it is', async () => {
    const { page } = running;
    const view = async () =>
      page.evaluate(async () => {
        const list = await window.fonds.invoke('source.list', {
          ...{ filter: {}, offset: 0, limit: 5 },
          sort: { by: 'title', direction: 'ascending' },
        });
        const id = list.ok ? list.value.rows[0]?.id : undefined;
        const pages = id ? await window.fonds.invoke('page.list', { sourceId: id }) : null;
        return pages?.ok ? pages.value[0]?.view : undefined;
      });
    await page.getByRole('button', { name: 'Original' }).click();
    await page.getByRole('button', { name: 'Turn clockwise' }).click();
    await expect.poll(async () => (await view())?.turn).toBe(90);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await view())?.turn).toBe(0);
    await page.getByRole('button', { name: 'Looking tools' }).click();
    await page.getByRole('button', { name: 'Invert light and dark' }).click();
    await expect.poll(async () => (await view())?.isInverted).toBe(true);
    expect(await checkBothThemes(page, 'photograph-look')).toEqual([]);
    await page.getByRole('button', { name: 'As it was brought in' }).click();
    await expect.poll(async () => (await view())?.isInverted).toBe(false);
    await page.getByRole('button', { name: 'Straighten by the four corners…' }).click();
    await page.getByRole('button', { name: /^Upper left corner/ }).press('ArrowRight');
    expect(await checkBothThemes(page, 'photograph-straighten')).toEqual([]);
    await page.getByRole('button', { name: /^Upper left corner/ }).press('Enter');
    await expect.poll(async () => (await view())?.corners?.topLeft.x).toBeGreaterThan(0.08);
    await page.locator('[data-page-picture]').waitFor();
    await page.getByRole('button', { name: 'Crop…' }).click();
    await page.getByRole('application', { name: /^What is to be seen/ }).press('Enter');
    await expect.poll(async () => (await view())?.crop).toBeTruthy();
    expect((await view())?.corners).toBeTruthy();
  });

  it('are looked at in the same way when the program is closed and opened again', async () => {
    await running.close();
    running = await launch(['--archive', dir], { folder });
    const { page } = running;
    await documents(page).getByRole('tab', { name: 'IMG_1' }).waitFor();
    const kept = await page.evaluate(async () => {
      const list = await window.fonds.invoke('source.list', {
        ...{ filter: {}, offset: 0, limit: 5 },
        sort: { by: 'title', direction: 'ascending' },
      });
      const id = list.ok ? list.value.rows[0]?.id : undefined;
      const pages = id ? await window.fonds.invoke('page.list', { sourceId: id }) : null;
      return pages?.ok ? pages.value[0]?.view : undefined;
    });
    expect(kept).toMatchObject({ turn: 0, crop: expect.anything(), corners: expect.anything() });
  });
});
