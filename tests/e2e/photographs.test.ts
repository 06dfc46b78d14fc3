/** Photographs and scans: brought in, looked at as one document, read by OCR and found, marked, and still so afterwards. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { answerOpenDialog, checkBothThemes, documents, launch, type RunningApp } from '../support/app.js';
import { drawPage, type Pixels } from '../support/drawn-page.js';
import { png } from '../support/make-images.js';
import { photograph } from '../support/photographed-page.js';
import { story } from '../support/story.js';
import { terminalJson } from '../support/terminal.js';

const it = story();
const LAYOUT = { widthPx: 1_180, heightPx: 900, sizePx: 34, marginPx: 110 } as const;
const CAMERA = { lean: 5, sideways: 3, turn: 1, gutter: 0, shadow: 0.2, table: 80 } as const;
const LETTER = [
  'The lock keeper counted forty-three barges in the morning, and wrote the number on a card.',
  'On the second page he says that the water had risen by eleven centimetres since Sunday.',
];

let folder: string;
let dir: string;
let running: RunningApp;

const rgb = ({ data }: Pixels) =>
  Uint8Array.from({ length: data.length * 3 }, (_, at) => data[Math.floor(at / 3)] ?? 0);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonds-photographs-'));
  dir = join(folder, 'Work.fonds');
  await terminalJson('create', dir);
  await mkdir(join(folder, 'Reading room'));
  for (const [at, text] of LETTER.entries()) {
    const shot = photograph(drawPage([text], LAYOUT), CAMERA);
    await writeFile(join(folder, 'Reading room', `IMG_${at + 1}.png`), png(shot.width, shot.height, rgb(shot)));
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
    await page.keyboard.press('Control+f');
    await page
      .getByText(/forty-three barges/)
      .first()
      .waitFor();
    const found = await terminalJson<{ hits?: unknown[] }>('search', dir, 'barges');
    expect(JSON.stringify(found)).toContain('IMG_1');
  });
});
