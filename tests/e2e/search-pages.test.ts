/** What comes of a search in the real window: its concordance, its entry in the log, tags, similar passages. */
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { answerSaveDialog, axe, checkBothThemes, documents, launch, type RunningApp, root } from '../support/app.js';
import { story } from '../support/story.js';

const it = story();
const shots = join(root, 'out', 'e2e');
let folder: string;
let running: RunningApp;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonds-search-pages-'));
  running = await launch([], { folder });
  await mkdir(shots, { recursive: true });
  await running.page.getByRole('tabpanel').locator('mark').first().waitFor();
});
afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

const hits = () => running.page.getByRole('listbox', { name: 'Hits' });
const inspector = () => running.page.getByRole('region', { name: 'Inspector' });
const concordance = () => running.page.getByRole('grid', { name: /places$/ });
const lines = () => concordance().locator('[role="row"][aria-rowindex]:not([aria-rowindex="1"])');
const shot = (name: string) => running.page.screenshot({ path: join(shots, `${name}.png`) });

async function searchFor(words: string): Promise<void> {
  await running.page.keyboard.press('Control+Shift+F');
  await running.page.keyboard.press('Control+A');
  await running.page.keyboard.insertText(words);
}

const lookAt = async (name: string) => expect(await checkBothThemes(running.page, name)).toEqual([]);

describe('the concordance of a search', () => {
  it('lists every place with the words around it, gathered under its sources', async () => {
    const { page } = running;
    await searchFor('lock');
    await hits().locator('mark', { hasText: /lock/i }).first().waitFor();
    await page.keyboard.press('Control+Shift+K');
    await concordance().locator('mark').first().waitFor();
    const said = await page.getByText(/^[\d,]+ places? in [\d,]+ sources?$/).innerText();
    const total = Number(/^([\d,]+)/.exec(said)?.[1]?.replace(',', ''));
    expect(total).toBeGreaterThan(5);
    expect(await concordance().getAttribute('aria-rowcount')).toBe(String(total + 1));
    expect(await concordance().getByRole('rowheader').count()).toBeGreaterThan(1);
    for (const match of await concordance().locator('mark').allInnerTexts()) expect(match).toMatch(/lock/i);
    await lookAt('concordance');
  });

  it('is put in another order by the heads of its columns, and says by which', async () => {
    const { page } = running;
    const before = () => concordance().getByRole('row').nth(1).getByRole('gridcell').nth(2).innerText();
    await concordance().getByRole('button', { name: 'After' }).click();
    await concordance().locator('[role="columnheader"][aria-sort="ascending"]', { hasText: 'After' }).waitFor();
    await expect.poll(() => concordance().getByRole('rowheader').count()).toBe(0);
    await expect.poll(before).not.toBe('');
    const first = (words: string) => /[\p{L}\p{N}]+/u.exec(words)?.[0]?.toLowerCase() ?? '';
    const initials = async () => {
      const after = await lines().evaluateAll((rows) =>
        rows.slice(0, 12).map((row) => row.querySelectorAll('[role="gridcell"]')[2]?.textContent ?? ''),
      );
      return after.map(first).map((word) => word.normalize('NFD').charAt(0));
    };
    // The lines of the order before stay until those of the new one are there.
    await expect
      .poll(async () => {
        const now = await initials();
        return now.length > 3 && now.join('') === now.toSorted().join('');
      })
      .toBe(true);
    await lookAt('concordance-after');
    await concordance().getByRole('button', { name: 'Source' }).click();
    await concordance().getByRole('rowheader').first().waitFor();
    await page.keyboard.press('Tab');
  });

  it('walks by key, shows the passage beside, and opens the document at the match', async () => {
    const { page } = running;
    await concordance().focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
    await page.keyboard.press('Space');
    const passage = page.getByRole('complementary', { name: 'Passage' });
    await passage.locator('mark', { hasText: /lock/i }).waitFor();
    await lookAt('concordance-passage');
    await concordance().focus();
    const words = await concordance().locator('[aria-selected="true"] mark').innerText();
    await page.keyboard.press('Enter');
    const current = page.getByRole('tabpanel').locator('mark[aria-current="true"]');
    await current.waitFor();
    expect((await current.innerText()).toLowerCase()).toContain(words.toLowerCase());
    const counter = page
      .getByRole('tabpanel')
      .getByRole('status')
      .filter({ hasText: /\d+ of \d+/ });
    await counter.waitFor();
    await shot('concordance-opened');
  });

  it('is written to the file that was chosen, every line of it', async () => {
    const { app, page } = running;
    const file = join(folder, 'lock.csv');
    await answerSaveDialog(app, file);
    await page.getByRole('tab', { name: 'lock (concordance)' }).click();
    await page.getByRole('button', { name: 'Export…' }).click();
    await page.getByText(/lines written to lock\.csv/).waitFor();
    const rows = (await readFile(file, 'utf8')).trim().split(/\r?\n/);
    const total = Number(await concordance().getAttribute('aria-rowcount')) - 1;
    expect(rows.length).toBeGreaterThan(total);
  });
});

describe('the palette and the menu', () => {
  it('offer the concordance and the log, and open them', async () => {
    const { app, page } = running;
    const commands = page.getByRole('listbox', { name: 'Commands and sources' }).getByRole('option');
    await page.keyboard.press('Control+K');
    await page.keyboard.type('concordance');
    await commands.first().filter({ hasText: 'Concordance of this search' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { selected: true, name: 'lock (concordance)' }).waitFor();
    await page.keyboard.press('Control+K');
    await page.keyboard.type('log');
    await commands.first().filter({ hasText: 'Search log' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { selected: true, name: 'Search log' }).waitFor();
    const groups = await app.evaluate(({ Menu }) =>
      ['Edit', 'View'].map((name) => {
        const menu = Menu.getApplicationMenu()?.items.find(({ label }) => label === name)?.submenu;
        return menu?.items.map(({ type, label }) => (type === 'separator' ? '-' : label)).join('|');
      }),
    );
    expect(groups[0]).toContain('-|Find in document|Next hit|Previous hit|-|Save this search…|Find similar passages');
    expect(groups[1]).toContain('-|Search|Concordance of this search|Search log|-|');
    expect(groups[1]).toContain('-|Next variant|Previous variant|Show or hide the variants below|-|Settings|-|');
  });
});

describe('the search log', () => {
  const it = story();
  it('holds what was searched with what it found, and says where nothing was', async () => {
    const { page } = running;
    await page.evaluate(async () => {
      const search = (query: string) =>
        window.fonds.invoke('search.record', { query, mode: 'all', filter: {} } as never);
      await search('winter house');
      await search('zzxyqw');
    });
    await page.keyboard.press('Control+Shift+H');
    const log = page.getByRole('grid', { name: 'Searches' });
    await log.getByRole('row', { name: /zzxyqw.*Nothing found/ }).waitFor();
    await log.getByRole('row', { name: /winter house.*source/ }).waitFor();
    await lookAt('search-log');
    await page.getByRole('checkbox', { name: 'Only those that found nothing' }).click({ force: true });
    await log.getByRole('row', { name: /winter house/ }).waitFor({ state: 'detached' });
    await log.getByRole('row', { name: /zzxyqw/ }).waitFor();
    await page.getByRole('searchbox', { name: 'Filter the log' }).fill('nosuchline');
    await page.getByText('No line of the log has this').waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Show the whole log' }).click();
    await log.getByRole('row', { name: /winter house/ }).waitFor();
  });

  it('searches again by Enter on an entry', async () => {
    const { page } = running;
    const log = page.getByRole('grid', { name: 'Searches' });
    await log.getByRole('row', { name: /winter house/ }).click();
    await log.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('combobox', { name: 'Search the texts' }).inputValue()).toBe('winter house');
    await hits()
      .locator('mark', { hasText: /winter/i })
      .first()
      .waitFor();
  });

  it('is written to the file that was chosen', async () => {
    const { app, page } = running;
    const file = join(folder, 'log.csv');
    await answerSaveDialog(app, file);
    await page.getByRole('tab', { name: 'Search log' }).click();
    await page.getByRole('button', { name: 'Export…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: /CSV/ }).waitFor();
    expect(await axe(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Choose where…' }).click();
    await page.getByText(/written to log\.csv/).waitFor();
    expect(await readFile(file, 'utf8')).toMatch(/zzxyqw/);
  });
});

describe('tags', () => {
  const it = story();
  it('are given by typing, and lead to the sources that have them', async () => {
    const { page } = running;
    await page.keyboard.press('Control+1');
    const source = page.getByRole('listbox', { name: 'All sources' }).getByRole('option').nth(2);
    const [title = ''] = (await source.innerText()).split('\n');
    await source.click();
    // Another preview may stand there from before: the tag goes to the source that was pressed.
    await documents(page)
      .getByRole('tab', { selected: true })
      .filter({ hasText: 'preview' })
      .filter({ hasText: title })
      .waitFor();
    const line = inspector().getByRole('combobox', { name: 'Add a tag' });
    await line.fill('river traffic');
    await line.press('Enter');
    await inspector().getByRole('row', { name: 'river traffic' }).waitFor();
    const nav = page.getByRole('navigation', { name: 'Collections, tags and types' });
    await nav.getByRole('button', { name: /^river traffic\s*1$/ }).click();
    const tagged = page.getByRole('listbox', { name: 'river traffic' }).getByRole('option');
    await expect.poll(() => tagged.count()).toBe(1);
    expect(await tagged.first().innerText()).toContain(title);
  });

  it('say of several sources which have them all and which only some, and are undone', async () => {
    const { page } = running;
    const nav = page.getByRole('navigation', { name: 'Collections, tags and types' });
    await nav.getByRole('button', { name: /^All sources/ }).click();
    const sources = page.getByRole('listbox', { name: 'All sources' });
    await sources.getByRole('option').nth(2).click();
    await sources
      .getByRole('option')
      .nth(3)
      .click({ modifiers: ['Control'] });
    await inspector().getByRole('row', { name: 'river traffic, on 1 of 2' }).waitFor();
    const line = inspector().getByRole('combobox', { name: 'Add a tag' });
    await line.focus();
    await line.press('ArrowDown');
    await lookAt('tags');
    await line.focus();
    await line.fill('River Traffic');
    await line.press('Enter');
    await inspector().getByRole('row', { name: 'river traffic', exact: true }).waitFor();
    await sources.focus();
    await page.keyboard.press('Control+Z');
    await inspector().getByRole('row', { name: 'river traffic, on 1 of 2' }).waitFor();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Add tag…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'river traffic' }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('are removed by key', async () => {
    const { page } = running;
    await inspector()
      .getByRole('row', { name: /river traffic/ })
      .focus();
    await page.keyboard.press('Delete');
    await inspector()
      .getByRole('row', { name: /river traffic/ })
      .waitFor({ state: 'detached' });
  });

  it('are made below one another by a typed path, and opened and folded by the arrows', async () => {
    const { page } = running;
    const line = inspector().getByRole('combobox', { name: 'Add a tag' });
    await line.fill('Person/President');
    await inspector().getByRole('option', { name: 'New tag “Person/President”' }).waitFor();
    await line.press('Enter');
    await inspector().getByRole('row', { name: 'President' }).waitFor();
    const nav = page.getByRole('navigation', { name: 'Collections, tags and types' });
    const person = nav.getByRole('button', { name: /^Person\s*\d+$/ });
    const president = nav.getByRole('button', { name: /^President\s*\d+$/ });
    const tag = await page.evaluate(async () => {
      const made = await window.fonds.invoke('tag.ensure', { path: 'Person' });
      if (!made.ok) throw new Error(made.error.message);
      return window.fonds.invoke('tag.change', { id: made.value.id, change: { colour: 3 } });
    });
    expect(tag).toMatchObject({ ok: true });
    await line.focus();
    await line.fill('person/');
    await expect.poll(() => inspector().getByRole('option').allInnerTexts()).toEqual([]);
    await line.press('Escape');
    await president.click();
    await page.getByRole('listbox', { name: 'President' }).getByRole('option').first().waitFor();
    // What is below a tag is in its list too.
    await person.click();
    await page.getByRole('listbox', { name: 'Person' }).getByRole('option').first().waitFor();
    await lookAt('tag-tree');
    await person.press('ArrowRight');
    expect(await president.evaluate((element) => element === document.activeElement)).toBe(true);
    await president.press('ArrowLeft');
    expect(await person.evaluate((element) => element === document.activeElement)).toBe(true);
    await person.press('ArrowLeft');
    await president.waitFor({ state: 'detached' });
    expect(await person.getAttribute('aria-expanded')).toBe('false');
    await person.press('ArrowRight');
    await president.waitFor();
    await president.hover();
    await nav.getByRole('button', { name: 'More for President' }).click();
    await page.getByRole('menuitem', { name: 'New tag below…' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Person/President/');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Person/President/Speech');
    await page.keyboard.press('Enter');
    await nav.getByRole('button', { name: /^Speech\s*0$/ }).waitFor();
    await nav.getByRole('button', { name: /^All sources/ }).click();
  });
});

describe('a guessed language', () => {
  const it = story();
  it('is marked as a guess and accepted by a button', async () => {
    const { page } = running;
    await page.evaluate(async () => {
      const look = await window.fonds.invoke('archive.firstLook', undefined);
      if (!look.ok || !look.value) return;
      await window.fonds.invoke('source.describe', { ids: [look.value.sourceId], change: { language: '' } });
    });
    await page.keyboard.press('Control+1');
    const sources = page.getByRole('listbox', { name: 'All sources' });
    await page.getByRole('searchbox', { name: /Filter by title/ }).fill('Врата у Зимогорску');
    await expect.poll(() => sources.getByRole('option').count()).toBe(1);
    await sources.getByRole('option').click();
    await inspector().getByText('Guessed: Serbian (Cyrillic)').waitFor();
    expect(await axe(page)).toEqual([]);
    await shot('guessed-language');
    await inspector().getByRole('button', { name: 'Use it: Serbian (Cyrillic)' }).click();
    await inspector()
      .getByText(/^Guessed:/)
      .waitFor({ state: 'detached' });
    await expect.poll(() => inspector().getByRole('combobox', { name: 'Language' }).inputValue()).toBe('sr-Cyrl');
    await page.getByRole('searchbox', { name: /Filter by title/ }).fill('');
  });
});

describe('similar passages', () => {
  const it = story();
  it('are found for a selection, shown as guesses with the words they share, and opened at their place', async () => {
    const { page } = running;
    await searchFor('title:briefing "main chamber"');
    await hits()
      .locator('mark', { hasText: /main chamber/i })
      .first()
      .waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const panel = page.getByRole('tabpanel');
    await panel.locator('mark[aria-current="true"]').evaluate((mark) => {
      const paragraph = mark.closest('p');
      if (paragraph) getSelection()?.selectAllChildren(paragraph);
    });
    const selected = await page.evaluate(() => getSelection()?.toString() ?? '');
    await panel.getByRole('button', { name: 'Find passages similar to the selection' }).waitFor();
    await page.keyboard.press('Control+Shift+M');
    const pane = page.getByRole('region', { name: 'Similar passages' });
    const list = pane.getByRole('listbox', { name: 'Similar passages' });
    await list.getByRole('option').first().waitFor();
    expect((await pane.innerText()).replace(/\s+/g, ' ')).toContain(selected.trim().slice(0, 60).replace(/\s+/g, ' '));
    expect(await pane.innerText()).toMatch(/Guesses/);
    await list
      .getByRole('option')
      .first()
      .getByText(/Shares \d+ telling words?/)
      .waitFor();
    await lookAt('similar');
    await list.focus();
    await page.keyboard.press('ArrowDown');
    await panel.locator('mark[aria-current="true"]').first().waitFor();
    expect(await axe(page)).toEqual([]);
    await shot('similar-previewed');
    const title = await list.getByRole('option', { selected: true }).innerText();
    await list.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { selected: true, name: title.split('\n')[0] ?? '' }).waitFor();
    await list.focus();
    await page.keyboard.press('Escape');
    await inspector().getByRole('heading', { name: 'Description' }).waitFor();
  });
});

describe('the index', () => {
  const it = story();
  it('is described in the settings and rebuilt from there', async () => {
    const { page } = running;
    await page.keyboard.press('Control+,');
    const settings = page.getByRole('region', { name: 'Search index' });
    await settings.getByText('Analyzer').waitFor();
    await settings.scrollIntoViewIfNeeded();
    await settings.getByRole('button', { name: 'Rebuild' }).click();
    await expect
      .poll(async () =>
        page.evaluate(async () => {
          const jobs = await window.fonds.invoke('job.list', undefined);
          return jobs.ok ? jobs.value.filter(({ kind }) => kind === 'index').at(-1)?.state : null;
        }),
      )
      .toBe('done');
    expect(await axe(page)).toEqual([]);
    await shot('settings-index');
  });
});
