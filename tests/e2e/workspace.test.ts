/** What is active, selected and described, and where the keys are, in the real window over an archive of four papers. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { axe, documents, launch, type RunningApp, shots } from '../support/app.js';
import { story } from '../support/story.js';
import { terminalJson } from '../support/terminal.js';

const it = story();
const PAPERS = ['alpha', 'beta', 'delta', 'gamma'];
let folder: string;
let running: RunningApp;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonds-workspace-'));
  const papers = join(folder, 'papers');
  await mkdir(papers);
  await mkdir(shots, { recursive: true });
  for (const name of PAPERS) await writeFile(join(papers, `${name}.txt`), `The ${name} paper, read aloud.`);
  const archive = join(folder, 'Work.fonds');
  await terminalJson('create', archive);
  await terminalJson('import', archive, papers);
  running = await launch(['--archive', archive], { folder });
});
afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

const press = async (...keys: string[]) => {
  for (const key of keys) await running.page.keyboard.press(key);
};
const sources = () => running.page.locator('[data-source-list]');
const row = (name: string) => sources().getByRole('option', { name: new RegExp(`^${name}`) });
const selected = () => sources().getByRole('option', { selected: true }).allInnerTexts();
const inspector = () => running.page.getByRole('region', { name: 'Inspector' });
const place = (name: RegExp) =>
  running.page.getByRole('navigation', { name: 'Collections, tags and types' }).getByRole('button', { name });
const filter = () => running.page.getByRole('searchbox', { name: 'Filter by title or reference code' });
const text = (name: string) => running.page.getByRole('region', { name: `Text of ${name}` });
const inArchive = (inBin: boolean) =>
  running.page.evaluate(async (bin) => {
    const sort = { by: 'title', direction: 'ascending' } as const;
    const filter = bin ? { inBin: true } : {};
    const answer = await window.fonds.invoke('source.list', { filter, sort, offset: 0, limit: 10 });
    return answer.ok ? answer.value.rows.map(({ title }) => title) : [];
  }, inBin);
const lookAt = async (name: string) => {
  expect(await axe(running.page)).toEqual([]);
  await running.page.screenshot({ path: join(shots, `workspace-${name}.png`) });
};
const isFocused = (selector: string) =>
  running.page.evaluate((wanted) => document.activeElement?.closest(wanted) != null, selector);

describe('a new collection', () => {
  const it = story();
  it('is made from what is selected, says so, and leaves selected what it shows', async () => {
    const { page } = running;
    await row('alpha').click();
    await row('beta').click({ modifiers: ['Shift'] });
    await press('Control+Alt+N');
    const dialog = page.getByRole('dialog', { name: 'New collection from 2 sources' });
    await dialog.getByRole('textbox', { name: 'Name' }).waitFor();
    await page.keyboard.type('Read aloud');
    await lookAt('collection');
    await press('Enter');
    await place(/^Read aloud 2/).waitFor();
    await expect.poll(selected).toHaveLength(2);
    await expect.poll(() => sources().getByRole('option').count()).toBe(2);
  });

  it('of nothing is made empty, and takes no source that was selected before with it when Delete is pressed', async () => {
    const { page } = running;
    await place(/^All sources/).click();
    await expect.poll(() => sources().getByRole('option').count()).toBe(4);
    await sources().focus();
    await press('Control+Alt+N');
    await page.getByRole('dialog', { name: 'New collection', exact: true }).waitFor();
    await page.keyboard.type('Nothing yet');
    await press('Enter');
    await page.getByText('This collection is empty').waitFor();
    await press('Delete');
    expect(await inArchive(true)).toEqual([]);
  });
});

describe('what is selected', () => {
  const it = story();
  it('is only what a filter leaves on screen: Delete takes that alone, and its message goes with its undo', async () => {
    const { page } = running;
    await place(/^All sources/).click();
    await row('gamma').click();
    await press('Control+A');
    await expect.poll(selected).toHaveLength(4);
    await filter().fill('alpha');
    await expect.poll(() => sources().getByRole('option').count()).toBe(1);
    await sources().focus();
    await press('Delete');
    await expect.poll(() => inArchive(true)).toEqual(['alpha']);
    const message = page.getByRole('status').filter({ hasText: '1 source moved to the bin' });
    await message.waitFor();
    await press('Control+Z');
    await message.waitFor({ state: 'detached' });
    expect(await inArchive(true)).toEqual([]);
    await filter().fill('');
    await row('gamma').waitFor();
  });
});

describe('the inspector', () => {
  const it = story();
  it('follows the document that is read once its tab is activated, and comes back to the list with the person', async () => {
    const { page } = running;
    await row('delta').dblclick();
    await row('alpha').click();
    await row('beta').click({ modifiers: ['Control'] });
    await inspector().getByText('What you enter applies to all 2 sources').waitFor();
    await documents(page).getByRole('tab', { name: 'delta' }).click();
    await inspector().getByRole('textbox', { name: 'Title' }).waitFor();
    await expect.poll(() => inspector().getByRole('textbox', { name: 'Title' }).inputValue()).toBe('delta');
    expect(await inspector().getByText('applies to all').count()).toBe(0);
    expect(await selected()).toHaveLength(2);
    await press('Control+1');
    await inspector().getByText('What you enter applies to all 2 sources').waitFor();
    await text('delta').click();
    await expect.poll(() => inspector().getByText('applies to all').count()).toBe(0);
  });

  it('keeps Ctrl+A to itself', async () => {
    const { page } = running;
    await inspector().getByRole('tab', { name: 'Description' }).focus();
    await press('Control+A');
    const within = await page.evaluate(() => {
      const { anchorNode, focusNode } = getSelection() ?? {};
      const pane = document.querySelector('[aria-label="Inspector"]');
      return [anchorNode, focusNode].map((node) => node != null && pane?.contains(node));
    });
    expect(within).toEqual([true, true]);
  });
});

describe('the palette', () => {
  it('runs what is marked after Ctrl+A and End', async () => {
    const { page } = running;
    await press('Control+K');
    const palette = page.getByRole('dialog', { name: 'Command palette' });
    await palette.waitFor();
    await page.keyboard.type('gamma');
    await palette.getByRole('option', { name: /^gamma/ }).waitFor();
    await press('Control+A', 'End');
    await lookAt('palette');
    expect(await palette.getByRole('option', { selected: true }).innerText()).toContain('gamma');
    await press('Enter');
    await documents(page).getByRole('tab', { name: 'gamma', selected: true }).waitFor();
    await palette.waitFor({ state: 'detached' });
  });
});

describe('Escape', () => {
  it('gives the keys back from the search line, the palette, the settings and the find bar', async () => {
    const { page } = running;
    await text('gamma').focus();
    const inText = () => text('gamma').evaluate((element) => element === document.activeElement);
    await press('Control+Shift+F');
    await expect.poll(() => isFocused('[data-search-line]')).toBe(true);
    await page.keyboard.type('aloud');
    await press('Escape');
    expect(await isFocused('[data-search-line]')).toBe(true);
    await press('Escape');
    await expect.poll(inText).toBe(true);
    await press('Control+K');
    await expect.poll(() => isFocused('[role="dialog"]')).toBe(true);
    await press('Escape');
    await expect.poll(inText).toBe(true);
    await press('Control+,');
    await expect.poll(() => isFocused('[aria-label="Settings"]')).toBe(true);
    await press('Escape');
    await expect.poll(inText).toBe(true);
    await press('Control+F');
    await expect.poll(() => isFocused('search')).toBe(true);
    await press('Escape');
    await expect.poll(inText).toBe(true);
  });

  it('gives them back to the list where a page or the find bar was opened from it', async () => {
    await press('Control+1');
    await expect.poll(() => isFocused('[data-source-list]')).toBe(true);
    await press('Control+F');
    await expect.poll(() => isFocused('search')).toBe(true);
    await press('Escape');
    await expect.poll(() => isFocused('[data-source-list]')).toBe(true);
    await press('Control+Shift+G');
    await expect.poll(() => isFocused('[role="tabpanel"][data-active]')).toBe(true);
    await lookAt('tags');
    await press('Escape');
    await expect.poll(() => isFocused('[data-source-list]')).toBe(true);
  });

  it('leaves a dialog that a menu opened for where one was before the menu', async () => {
    const { page } = running;
    await press('Control+1', 'Home');
    await expect.poll(selected).toHaveLength(1);
    await press('Shift+F10');
    await page.getByRole('menuitem', { name: 'New collection…' }).click();
    const dialog = page.getByRole('dialog', { name: 'New collection from 1 source' });
    await dialog.getByRole('textbox', { name: 'Name' }).waitFor();
    await press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => isFocused('[data-source-list]')).toBe(true);
  });

  it('is not needed where a page is closed: the keys are where they were', async () => {
    await press('Control+Shift+H');
    await expect.poll(() => isFocused('[role="tabpanel"][data-active]')).toBe(true);
    await press('Control+W');
    await expect.poll(() => isFocused('[data-source-list]')).toBe(true);
  });
});
