/** The everyday work in the real window: first start, import, search, read, describe, undo, export, remember. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import {
  answerOpenDialog,
  answerSaveDialog,
  axe,
  documents,
  launch,
  type RunningApp,
  root,
  switchTheme,
} from '../support/app.js';
import { writeManyFiles } from '../support/many-files.js';
import { story } from '../support/story.js';

const it = story();
const shots = join(root, 'out', 'e2e');
let folder: string;
let running: RunningApp;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonds-main-job-'));
  running = await launch([], { folder });
});
afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

const hits = () => running.page.getByRole('listbox', { name: 'Hits' });
const sources = () => running.page.getByRole('listbox', { name: 'All sources' });
const shot = (name: string) => running.page.screenshot({ path: join(shots, `${name}.png`) });

async function searchFor(words: string): Promise<void> {
  await running.page.keyboard.press('Control+Shift+F');
  await running.page.keyboard.press('Control+A');
  await running.page.keyboard.type(words);
}

/** The answer before stays in sight until there is another, so a hit alone does not tell that it is of these words. */
async function searchForUntilMarked(word: string): Promise<void> {
  await searchFor(word);
  await hits()
    .locator('mark', { hasText: new RegExp(word, 'i') })
    .first()
    .waitFor();
}

describe('a first start', () => {
  it('opens the sample archive at a document with something found in it, and offers to bring in your own', async () => {
    const { page } = running;
    await page.getByRole('tabpanel').locator('mark', { hasText: 'Радошевић' }).first().waitFor();
    await page.getByRole('complementary', { name: 'Bring in your own' }).waitFor();
    expect(await sources().getByRole('option').count()).toBeGreaterThan(5);
    await shot('first-start');
  });

  it('has nothing that axe complains about, in light and in dark', async () => {
    expect(await axe(running.page)).toEqual([]);
    await switchTheme(running.page);
    expect(await axe(running.page)).toEqual([]);
    await shot('first-start-dark');
    await running.page.keyboard.press('Control+Shift+L');
  });
});

describe('searching', () => {
  it('finds a name in both scripts as one types, and shows the document while the arrows walk the hits', async () => {
    const { page } = running;
    await searchFor('Radosevic');
    await hits().locator('mark', { hasText: 'Радошевић' }).first().waitFor();
    await hits().locator('mark', { hasText: 'Radosevic' }).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const walked = await hits().getByRole('option', { selected: true }).innerText();
    const [title] = walked.split('\n');
    await page.getByRole('tab', { selected: true, name: title ?? '' }).waitFor();
    expect(await axe(page)).toEqual([]);
    await shot('search');
  });

  it('says where a query cannot be read, and that nothing was found', async () => {
    const { page } = running;
    await searchFor('the "winter');
    await page.getByText(/quotation mark has no partner/).waitFor();
    await searchFor('zzxyqw');
    await page
      .getByText(/nothing|no source/i)
      .first()
      .waitFor();
    expect(await axe(page)).toEqual([]);
  });

  it('goes through the hits of an open document by key', async () => {
    const { page } = running;
    // It stands many times in one document.
    await searchForUntilMarked('lock');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const counter = page
      .getByRole('tabpanel')
      .getByRole('status')
      .filter({ hasText: /\d+ of \d+/ });
    await counter.waitFor();
    const before = await counter.innerText();
    await page.keyboard.press('F3');
    await expect.poll(() => counter.innerText()).not.toBe(before);
    await page.keyboard.press('Shift+F3');
    await expect.poll(() => counter.innerText()).toBe(before);
  });

  it('exports what was found to the file that was chosen', async () => {
    const { app, page } = running;
    const file = join(folder, 'found.csv');
    await answerSaveDialog(app, file);
    await searchFor('"winter house"');
    await hits()
      .locator('mark', { hasText: /winter house/i })
      .first()
      .waitFor();
    await page.keyboard.press('Control+E');
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Choose where…' }).click();
    await page.getByText(/written to found\.csv/).waitFor();
    expect(await readFile(file, 'utf8')).toMatch(/winter house/i);
  });
});

describe('importing', () => {
  it('says first what will happen, then reports each file with its reason', async () => {
    const { app, page } = running;
    const papers = join(folder, 'papers');
    await writeManyFiles(papers, 3);
    await writeFile(join(papers, 'broken.pdf'), '%PDF-1.4 no more');
    await answerOpenDialog(app, papers);
    await page.keyboard.press('Control+Shift+I');
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('button', { name: 'Import 4 files' }).waitFor();
    expect(await axe(page)).toEqual([]);
    await shot('import-plan');
    await sheet.getByRole('button', { name: 'Import 4 files' }).click();
    await sheet.getByRole('button', { name: 'Done', exact: true }).waitFor();
    expect(await sheet.innerText()).toMatch(/broken\.pdf[\s\S]*0\.html/);
    expect(await axe(page)).toEqual([]);
    await shot('import-report');
    await page.keyboard.press('Escape');
  });

  it('takes files that are dropped on the window', async () => {
    const { page } = running;
    const file = join(folder, 'dropped-memo.txt');
    await writeFile(file, 'Dropped from the desktop.\n\nThe word is quicksilverish.');
    await page.evaluate(() => {
      const input = document.createElement('input');
      input.type = 'file';
      input.id = 'test-files';
      document.body.append(input);
    });
    await page.locator('#test-files').setInputFiles(file);
    await page.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>('#test-files');
      const dataTransfer = new DataTransfer();
      for (const chosen of input?.files ?? []) dataTransfer.items.add(chosen);
      input?.remove();
      const target = document.querySelector('main') ?? document.body;
      for (const type of ['dragenter', 'dragover', 'drop']) {
        target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
      }
    });
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('button', { name: 'Import 1 file' }).click();
    await sheet.getByRole('button', { name: 'Done', exact: true }).click();
    await sheet.waitFor({ state: 'detached' });
    await searchForUntilMarked('quicksilverish');
  });

  it('keeps the window answering while a thousand files come in', async () => {
    const { app, page } = running;
    const many = join(folder, 'many');
    await writeManyFiles(many, 1_000);
    await answerOpenDialog(app, many);
    await page.keyboard.press('Control+Shift+I');
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('button', { name: /^Import [\d,]+ files$/ }).click({ timeout: 60_000 });
    // Rows beyond what the sheet shows are never in the page.
    expect(await sheet.getByRole('listitem').count()).toBeLessThan(100);
    const longestMs = await page.evaluate(async () => {
      let longest = 0;
      let last = performance.now();
      for (let frame = 0; frame < 120; frame++) {
        await new Promise(requestAnimationFrame);
        const now = performance.now();
        longest = Math.max(longest, now - last);
        last = now;
      }
      return longest;
    });
    // A figure for the log, not a bound: no test asserts a time.
    console.log(`longest frame while importing: ${Math.round(longestMs)} ms`);
    await sheet.getByRole('button', { name: 'Done', exact: true }).click({ timeout: 120_000 });
    await sheet.waitFor({ state: 'detached' });
    await searchFor('marker777');
    await hits().locator('mark', { hasText: 'marker777' }).first().waitFor({ timeout: 60_000 });
  });
});

describe('describing', () => {
  it('changes a title in place, finds it by the new one, and undoes it', async () => {
    const { page } = running;
    await searchForUntilMarked('quicksilverish');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { selected: true, name: 'dropped-memo' }).waitFor();
    const title = page.getByRole('region', { name: 'Inspector' }).getByRole('textbox', { name: 'Title' });
    await title.fill('Zanzibar memorandum');
    await title.press('Enter');
    await page.getByRole('tab', { name: 'Zanzibar memorandum' }).waitFor();
    await searchFor('zanzibar');
    await hits()
      .getByRole('option', { name: /Zanzibar memorandum/ })
      .waitFor();
    await documents(page).getByRole('tab', { selected: true }).focus();
    await page.keyboard.press('Control+Z');
    await page.getByRole('tab', { name: 'dropped-memo' }).waitFor();
  });

  it('refuses a date it cannot read, at its field, and says what it reads', async () => {
    const { page } = running;
    const date = page.getByRole('region', { name: 'Inspector' }).getByRole('textbox', { name: 'Date written' });
    await date.fill('last autumn');
    await date.press('Enter');
    await page
      .getByRole('region', { name: 'Inspector' })
      .getByText(/2000-09-06|1999/)
      .first()
      .waitFor();
    expect(await axe(page)).toEqual([]);
    await date.press('Escape');
  });
});

describe('finding one’s way by keyboard', () => {
  it('runs commands from the palette and shows the keys', async () => {
    const { page } = running;
    await page.keyboard.press('Control+K');
    await page.keyboard.type('keyboard');
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('Find in document').waitFor();
    expect(await axe(page)).toEqual([]);
    await shot('shortcuts');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+,');
    await page.getByRole('region', { name: 'Settings' }).waitFor();
    expect(await axe(page)).toEqual([]);
    await shot('settings');
    await page.keyboard.press('Control+1');
  });

  it('moves a source to the bin and back without the mouse', async () => {
    const { page } = running;
    await page.keyboard.press('Control+1');
    await sources().getByRole('option').first().click();
    const first = await sources().getByRole('option', { selected: true }).first().innerText();
    await page.keyboard.press('Delete');
    await expect.poll(() => sources().getByRole('option').first().innerText()).not.toBe(first);
    await page.keyboard.press('Control+Z');
    await expect.poll(() => sources().getByRole('option').first().innerText()).toBe(first);
  });
});

describe('a crash of the archive service', () => {
  it('leaves the window standing, says so, and loses nothing', async () => {
    const { app, page } = running;
    const before = await page.evaluate(async () => {
      const info = await window.fonds.invoke('archive.info', undefined);
      return info.ok ? info.value.counts.sources : -1;
    });
    const pid = await app.evaluate(({ app: electron }) => {
      const service = electron.getAppMetrics().find((process) => process.name === 'Fonds archive service');
      return service?.pid ?? 0;
    });
    expect(pid).toBeGreaterThan(0);
    process.kill(pid, 'SIGKILL');
    await page
      .getByText(/stopped/i)
      .first()
      .waitFor();
    await shot('incident');
    const after = () =>
      page.evaluate(async () => {
        const info = await window.fonds.invoke('archive.info', undefined);
        return info.ok ? info.value.counts.sources : -1;
      });
    await expect.poll(after, { timeout: 30_000 }).toBe(before);
  });
});

describe('the next start', () => {
  it('comes back to the same archive, tabs and panes', async () => {
    await running.page.keyboard.press('Control+1');
    const tab = await documents(running.page).getByRole('tab', { selected: true }).innerText();
    await running.page.keyboard.press('Control+Alt+B');
    await running.app.close();
    running = await launch([], { folder });
    await running.page.getByRole('tab', { selected: true, name: tab.trim() }).waitFor();
    await running.page.getByRole('button', { name: 'Show the inspector' }).waitFor();
  });
});
