/** Bringing a folder of boxes in: titles, collections, folders as a tree; and a source without a file. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { answerOpenDialog, axe, checkBothThemes, documents, launch, type RunningApp } from '../support/app.js';
import { story } from '../support/story.js';
import { terminalJson } from '../support/terminal.js';

const it = story();

let folder: string;
let running: RunningApp;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonds-importing-'));
  const dir = join(folder, 'Work.fonds');
  await terminalJson('create', dir);
  for (const box of ['box 1', 'box 2']) {
    await mkdir(join(folder, 'Papers', box), { recursive: true });
    for (const at of [1, 2]) {
      await writeFile(
        join(folder, 'Papers', box, `letter ${at}.txt`),
        `Letter ${at} of ${box}\n\nTo the harbour office.`,
      );
    }
  }
  await writeFile(join(folder, 'Papers', 'page.pdf'), '<!doctype html><title>A page</title><p>Named as a PDF.</p>');
  running = await launch([], { folder });
  const { app, page } = running;
  await page.getByRole('tabpanel').locator('mark').first().waitFor();
  await answerOpenDialog(app, dir);
  await page.keyboard.press('Control+o');
  await page.getByText('No sources yet').waitFor();
  await answerOpenDialog(app, join(folder, 'Papers'));
});
afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

/** @param option as it stands in the list. */
async function choose(label: string, option: string): Promise<void> {
  const { page } = running;
  await page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(label) })
    .click();
  await page.getByRole('option', { name: option }).click();
}

describe('a folder of boxes', () => {
  it('is called by its folders as the preview says, with a collection for each, and says what is mislabelled', async () => {
    const { page } = running;
    await page.keyboard.press('Control+Shift+I');
    const sheet = page.getByRole('dialog');
    await sheet.getByText(/named “.pdf” but holds a web page/).waitFor();
    await choose('Put them in', 'One collection for each folder');
    await choose('Call the sources', 'By folders and name');
    await sheet.getByText('Papers/box 1/letter 1', { exact: true }).waitFor();
    expect(await checkBothThemes(page, 'import-titles')).toEqual([]);
    await sheet.getByRole('button', { name: 'Import 5 files' }).click();
    await sheet.getByRole('button', { name: 'Done', exact: true }).click();
    await sheet.waitFor({ state: 'detached' });
    await page
      .getByRole('button', { name: /^box 1/ })
      .first()
      .waitFor();
    await page.getByRole('option', { name: /^Papers\/box 2\/letter 1/ }).waitFor();
  });

  it('is a tree of folders that narrows the list', async () => {
    const { page } = running;
    await page.getByRole('button', { name: 'Folders', exact: true }).click();
    await page.getByRole('button', { name: 'What is below Papers' }).click();
    await page.locator('[data-place]', { hasText: 'box 2' }).last().click();
    await expect.poll(() => page.getByRole('option', { name: /^Papers/ }).count()).toBe(2);
    expect(await checkBothThemes(page, 'folders')).toEqual([]);
  });
});

describe('a source without a file', () => {
  it('is made by its title and says that it has no text yet', async () => {
    const { page } = running;
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('New source');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Title' }).fill('Account book of the mill');
    expect(await axe(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Create' }).click();
    await documents(page)
      .getByRole('tab', { name: /Account book/ })
      .waitFor();
    await page.getByText('No text yet').first().waitFor();
    expect(await checkBothThemes(page, 'no-text-yet')).toEqual([]);
  });
});
