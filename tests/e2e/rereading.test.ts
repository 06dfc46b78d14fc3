/** Choosing the character set of a source in the real window: from the remark on the guess to a new version, and back. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { answerOpenDialog, axe, keepBusy, launch, type RunningApp, shots } from '../support/app.js';
import { story } from '../support/story.js';
import { terminalJson } from '../support/terminal.js';

const it = story();
// Too little to tell by: é and è of Mac Roman, under a label that lies.
const FRENCH = 'La pièce numéro sept a été égarée pendant le déménagement.';
const PAGE = Buffer.concat([
  Buffer.from('<html><head><meta charset="windows-1252"><title>Memorandum</title></head><body><p>'),
  iconv.encode(FRENCH, 'macintosh'),
  Buffer.from('</p></body></html>'),
]);

let folder: string;
let running: RunningApp;

async function lookAt(name: string): Promise<void> {
  expect(await axe(running.page)).toEqual([]);
  await running.page.screenshot({ path: join(shots, `${name}.png`) });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonds-rereading-'));
  const dir = join(folder, 'Work.fonds');
  await mkdir(shots, { recursive: true });
  await mkdir(join(folder, 'papers'));
  await writeFile(join(folder, 'papers', 'memo.html'), PAGE);
  await terminalJson('create', dir);
  await terminalJson('import', dir, join(folder, 'papers'));
  running = await launch([], { folder });
  const { app, page } = running;
  await page.getByRole('tabpanel').locator('mark').first().waitFor();
  await answerOpenDialog(app, dir);
  await page.keyboard.press('Control+o');
  await page.getByText('Memorandum').first().dblclick();
  await page.getByRole('tab', { name: /Memorandum/ }).waitFor();
});
afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

const text = () => running.page.getByRole('region', { name: /^Text of Memorandum/ });
const dialog = () => running.page.getByRole('dialog', { name: 'Read again with another character set' });

describe('the character set of a source', () => {
  it('is chosen from beside the remark on it, with a preview of both texts, all by keyboard', async () => {
    const { page } = running;
    await page
      .getByRole('region', { name: 'Documents' })
      .getByRole('button', { name: 'Read again as…' })
      .press('Enter');
    await dialog().waitFor();
    await page.keyboard.type('mac rom');
    await expect.poll(() => dialog().getByRole('option').allInnerTexts()).toEqual(['Mac Roman', 'Mac Romanian']);
    // Arrow keys pass over a set and come back to it.
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    const now = dialog().getByRole('region', { name: 'Now' });
    const after = dialog().getByRole('region', { name: 'As Mac Roman', exact: true });
    await after.waitFor();
    expect(await after.innerText()).toContain(FRENCH);
    expect(await now.locator('del').count()).toBeGreaterThan(0);
    expect(await after.locator('ins').first().innerText()).toContain('è');
    expect(await text().innerText()).not.toContain('pièce');
    await lookAt('rereading');
    await dialog().getByRole('textbox', { name: 'Reason (optional)' }).fill('The label lies');
    await dialog().getByRole('button', { name: 'Save as a new version' }).press('Enter');
    await dialog().waitFor({ state: 'detached' });
    await expect.poll(() => text().innerText()).toContain(FRENCH);
  });

  it('is named in the list of versions, and undone', async () => {
    const { page } = running;
    const inspector = page.getByRole('region', { name: 'Inspector' });
    await inspector.getByRole('tab', { name: 'Versions' }).click();
    await inspector.getByText('“The label lies”').waitFor();
    expect(await inspector.innerText()).toContain('Read from the file again');
    await lookAt('rereading-versions');
    await text().focus();
    await page.keyboard.press('Control+z');
    await expect.poll(() => text().innerText()).not.toContain('pièce');
  });

  it('is chosen from the palette; a set that changes nothing cannot be saved', async () => {
    const { page } = running;
    // Under a dialog no command runs, so the colours are switched before.
    await page.keyboard.press('Control+Shift+l');
    // What is typed behind the key that opens the palette is typed into it, however slowly the machine draws.
    const beIdle = await keepBusy(page);
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog', { name: 'Command palette' });
    await palette.waitFor();
    await page.keyboard.type('read again');
    // At once: the first choice is meant, whether the list has drawn it yet or not.
    await page.keyboard.press('Enter');
    await dialog().waitFor();
    await beIdle();
    await dialog().getByRole('option', { name: 'CP850 (DOS, Western European)' }).click();
    await dialog()
      .getByRole('region', { name: /^As CP850/ })
      .waitFor();
    await lookAt('rereading-dark');
    await dialog().getByRole('option', { name: 'windows-1252 (ISO-8859-1)' }).click();
    await dialog().getByText('The text would be the same').waitFor();
    expect(await dialog().getByRole('button', { name: 'Save as a new version' }).isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  });
});
