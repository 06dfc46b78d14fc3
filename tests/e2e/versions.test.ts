/** Correcting a text in the real window: find and replace, a new version, the two compared, and back. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { checkBothThemes, launch, type RunningApp, root } from '../support/app.js';
import { story } from '../support/story.js';

const it = story();
const shots = join(root, 'out', 'e2e');
let folder: string;
let running: RunningApp;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonds-versions-'));
  await mkdir(shots, { recursive: true });
  running = await launch([], { folder });
  const { page } = running;
  await page.getByRole('tabpanel').locator('mark').first().waitFor();
  await page.keyboard.press('Control+1');
  await page.getByText('Briefing paper for the President: the Mrava and the Drenova lock').first().dblclick();
  await page.getByRole('tab', { name: /Briefing paper/ }).waitFor();
});
afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

const text = () => running.page.getByRole('region', { name: /^Text of Briefing/ });
const editor = () => running.page.getByRole('textbox', { name: /^Text of Briefing/ });
const inspector = () => running.page.getByRole('region', { name: 'Inspector' });

const lookAt = async (name: string) => expect(await checkBothThemes(running.page, name)).toEqual([]);

describe('correcting a text', () => {
  it('replaces words in the text of a source and makes a new version of it, by keyboard alone', async () => {
    const { page } = running;
    expect(await text().innerText()).toContain('Drenova');
    await page.keyboard.press('Control+Alt+e');
    await editor().waitFor();
    await expect.poll(() => editor().evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Control+f');
    const find = page.getByRole('textbox', { name: 'Find' });
    await find.waitFor();
    await find.fill('Drenova');
    await page.getByRole('textbox', { name: 'Replace' }).fill('Drenowa');
    await page.getByRole('button', { name: /replace all/i }).press('Enter');
    await lookAt('correction');
    await page.keyboard.press('Escape');
    await expect.poll(() => editor().innerText()).toContain('Drenowa');
    await page.getByRole('textbox', { name: 'Reason' }).fill('As the gazetteer has it');
    await page.getByRole('button', { name: 'Save as a new version' }).press('Enter');
    await page.getByText('Saved as a new version of the text').waitFor();
    await expect.poll(() => text().innerText()).toContain('Drenowa');
  });

  it('finds the words of the new version, and not those it took away', async () => {
    const { page } = running;
    await page.keyboard.press('Control+Shift+f');
    const line = page.locator('[data-area="search"] input').first();
    await line.fill('Drenowa');
    await page
      .getByRole('option', { name: /Briefing paper/ })
      .first()
      .waitFor();
    await page.keyboard.press('Control+1');
  });

  it('lists the versions with who and why, and shows two of them side by side', async () => {
    const { page } = running;
    await inspector().getByRole('tab', { name: 'Versions' }).click();
    const list = inspector().getByRole('list', { name: /Text versions/ });
    await list.getByText('Version 2').waitFor();
    expect(await list.innerText()).toContain('As the gazetteer has it');
    await lookAt('versions');
    await list.getByRole('button', { name: 'Compare with version 1' }).click();
    const page1 = page.getByRole('region', { name: /compared$/ });
    await page1.locator('del').first().waitFor();
    expect(await page1.locator('del').first().innerText()).toContain('Drenova');
    expect(await page1.locator('ins').first().innerText()).toContain('Drenowa');
    await lookAt('comparison');
    // Words of a comparison can be marked where they stand.
    await page1.locator('ins').first().dblclick();
    const highlight = page1.getByRole('button', { name: 'Highlight the selected words' });
    await expect.poll(() => highlight.isEnabled()).toBe(true);
    await page.keyboard.press('Control+Alt+h');
    await page.getByText('The words were highlighted').waitFor();
    await inspector().getByRole('tab', { name: 'Annotations' }).click();
    await inspector().getByText('Drenowa').first().waitFor();
    await page.keyboard.press('Control+z');
    await inspector().getByRole('tab', { name: 'Versions' }).click();
    await page.keyboard.press('Control+w');
  });

  it('keeps what was not saved when the tab is closed, and discards it on request', async () => {
    const { page } = running;
    await page.keyboard.press('Control+Alt+e');
    await editor().waitFor();
    await expect.poll(() => editor().evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('XYZ ');
    const kept = () => page.evaluate(() => Object.values(localStorage).some((draft) => draft.includes('XYZ ')));
    await expect.poll(kept).toBe(true);
    await page.keyboard.press('Control+w');
    await expect.poll(() => editor().count()).toBe(0);
    await page.keyboard.press('Control+Alt+e');
    await expect.poll(() => editor().innerText()).toContain('XYZ ');
    await page.getByText('a correction you had not saved yet').waitFor();
    await page.getByRole('button', { name: 'Throw the correction away' }).click();
    await expect.poll(() => editor().count()).toBe(0);
    expect(await text().innerText()).not.toContain('XYZ');
  });

  it('goes back with undo, and forward to any version', async () => {
    const { page } = running;
    await text().focus();
    await page.keyboard.press('Control+z');
    await expect.poll(() => text().innerText()).not.toContain('Drenowa');
    const list = inspector().getByRole('list', { name: /Text versions/ });
    await list.getByRole('button', { name: 'Make current' }).click();
    await expect.poll(() => text().innerText()).toContain('Drenowa');
  });
});
