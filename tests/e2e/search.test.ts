/** The search pane in the real window: forms of a name, facets, the brush of dates, saved searches, the log. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { axe, checkBothThemes, documents, launch, type RunningApp, root, roundTrip } from '../support/app.js';
import { story } from '../support/story.js';

const it = story();
const shots = join(root, 'out', 'e2e');
let folder: string;
let running: RunningApp;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonds-search-'));
  await mkdir(shots, { recursive: true });
  running = await launch([], { folder });
  await running.page.getByRole('tabpanel').locator('mark').first().waitFor();
});
afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

const pane = () => running.page.getByRole('region', { name: 'Search', exact: true });
const line = () => pane().getByRole('combobox', { name: 'Search the texts' });
const hits = () => pane().getByRole('listbox', { name: 'Hits' });
const filters = () => pane().getByRole('region', { name: 'Filters' });
const chips = () => pane().getByRole('list', { name: 'Filters that are set' });
const marks = async () => (await hits().locator('mark').allInnerTexts()).map((text) => text.toLowerCase());

/** A value of a facet; its label ends with its count. */
const value = (label: string) => filters().locator('label', { hasText: new RegExp(`^${label}\\d`) });
const count = async (label: string) => Number(/\d+/.exec(await value(label).innerText())?.[0]);

/** What the pane says it found. */
async function found(): Promise<number> {
  const said = await pane()
    .getByRole('status')
    .filter({ hasText: /sources/ })
    .innerText();
  return Number(/^([\d,]+) of /.exec(said)?.[1]?.replaceAll(',', ''));
}

/** All words at once: a slow machine would ask for the beginnings of a typed line too, and show what those find. */
async function searchFor(words: string): Promise<void> {
  const { page } = running;
  await page.keyboard.press('Control+Shift+F');
  await page.keyboard.press('Control+A');
  if (words === '') await page.keyboard.press('Backspace');
  else await page.keyboard.insertText(words);
}

/** Searches, and has the facets of what is found in sight. */
async function openFilters(words: string): Promise<void> {
  await searchFor(words);
  await hits().getByRole('option').first().waitFor();
  if (await filters().isVisible()) return;
  await pane().getByRole('button', { name: 'Filters' }).click();
  await filters().waitFor();
}

/** Makes the list so wide, by its separator. */
async function widen(toPx: number): Promise<void> {
  const { page } = running;
  const edge = await page.getByRole('separator', { name: 'Width of the list' }).boundingBox();
  const box = await pane().boundingBox();
  if (!edge || !box) throw new Error('the pane is not shown');
  await page.mouse.move(edge.x, edge.y + 300);
  await page.mouse.down();
  await page.mouse.move(box.x + toPx, edge.y + 300, { steps: 5 });
  await page.mouse.up();
}

const lookAt = async (name: string) => expect(await checkBothThemes(running.page, name)).toEqual([]);

describe('before anything is asked', () => {
  const it = story();
  it('invites with examples, of which one is a key away', async () => {
    const { page } = running;
    await searchFor('');
    await pane().getByText('Search every text of the archive').waitFor();
    await lookAt('search-invitation');
    await line().focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^telephone memorandum/);
    await page.keyboard.press('ArrowUp');
    expect(await line().evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

describe('a name in two scripts', () => {
  const it = story();
  it('is found as it is written in each, marked in its place, with the forms that match it', async () => {
    await searchFor('Radosevic');
    await hits().getByRole('option').first().waitFor();
    const also = pane().getByRole('list', { name: 'Other forms of Radosevic' });
    await also.getByText('Радошевић', { exact: true }).waitFor();
    await also.getByText('Radošević', { exact: true }).waitFor();
    const seen = new Set(await marks());
    expect([...seen].some((mark) => /^радошевић/.test(mark))).toBe(true);
    expect([...seen].some((mark) => /^rado[sš]evi[cć]/.test(mark))).toBe(true);
    await pane()
      .getByRole('button', { name: /^Show \d+ more forms of Radosevic$/ })
      .click();
    expect(await also.getByRole('listitem').count()).toBeGreaterThan(4);
    await lookAt('search-also-matching');
  });

  it('is found only as typed when one says so, and widened again', async () => {
    const wide = await found();
    await pane().getByRole('button', { name: 'Only exact' }).click();
    await pane().getByText('Only the exact form').waitFor();
    await expect.poll(found).toBeLessThan(wide);
    for (const mark of await marks()) expect(mark).toBe('radosevic');
    expect(await axe(running.page)).toEqual([]);
    await pane().getByRole('button', { name: 'Widen again' }).click();
    await expect.poll(found).toBe(wide);
  });

  it('shows each hit beside the list while the arrows walk them, and nothing before they do', async () => {
    const { page } = running;
    await searchFor('convoy');
    await hits()
      .locator('mark', { hasText: /convoy/i })
      .first()
      .waitFor();
    const tab = () => documents(page).getByRole('tab', { selected: true }).innerText();
    const before = await tab();
    await roundTrip(page);
    expect(await tab()).toBe(before);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const [title = ''] = (await hits().getByRole('option', { selected: true }).innerText()).split('\n');
    await page.getByRole('tab', { selected: true, name: title }).waitFor();
    // Another search is another list: nothing of the old walk is shown of it.
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Radosevic');
    await hits().locator('mark', { hasText: 'Радошевић' }).first().waitFor();
    await roundTrip(page);
    expect(await hits().getByRole('option', { selected: true }).count()).toBe(0);
    await page.getByRole('tab', { selected: true, name: title }).waitFor();
  });
});

describe('facets', () => {
  const it = story();
  it('fold out above the hits in a narrow pane and stand beside them in a wide one', async () => {
    await openFilters('Radosevic');
    await lookAt('search-facets-narrow');
    await widen(700);
    await expect.poll(() => filters().getAttribute('data-shape')).toBe('side');
    await lookAt('search-facets-wide');
  });

  it('narrow by the values ticked, which are listed above the hits and can be removed there', async () => {
    const all = await found();
    const [cables, letters] = [await count('Cable'), await count('Letter')];
    await value('Cable').click();
    await expect.poll(found).toBe(cables);
    // The other values of the same facet keep their counts: a choice can be widened.
    expect(await count('Letter')).toBe(letters);
    await value('Letter').click();
    await expect.poll(found).toBe(cables + letters);
    expect(await chips().getByRole('listitem').allInnerTexts()).toEqual(['Cable', 'Letter']);
    await chips().getByRole('button', { name: 'Take away the filter Cable' }).press('Enter');
    await expect.poll(found).toBe(letters);
    expect(await running.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Take away the filter Letter',
    );
    await pane().getByRole('button', { name: 'Clear filters' }).click();
    await expect.poll(found).toBe(all);
  });

  it('look for a value of a long facet by some of its letters', async () => {
    await filters().getByRole('searchbox', { name: 'Look in creator' }).fill('calloway');
    const creators = filters().getByRole('group', { name: /Creator/ });
    await expect.poll(() => creators.getByRole('checkbox').count()).toBe(1);
    await filters().getByRole('searchbox', { name: 'Look in creator' }).fill('');
  });

  it('narrow by a range of dates that is brushed with the mouse', async () => {
    const { page } = running;
    const all = await found();
    const bars = filters().getByRole('group', { name: 'Dates of what was found' });
    const track = await bars.locator('[class*="track"]').boundingBox();
    if (!track) throw new Error('no bars');
    await page.mouse.move(track.x + 3, track.y + 20);
    await page.mouse.down();
    await page.mouse.move(track.x + track.width * 0.1, track.y + 20, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => filters().getByRole('textbox', { name: 'From' }).inputValue()).toBe('1999');
    await expect.poll(found).toBeLessThan(all);
    const brushed = await found();
    // Beyond the edge the brush ends at the edge, and nothing is cleared.
    await page.mouse.move(track.x + track.width * 0.05, track.y + 20);
    await page.mouse.down();
    await page.mouse.move(track.x + track.width + 300, track.y + 90, { steps: 4 });
    await page.mouse.up();
    await expect.poll(found).toBeGreaterThan(brushed);
    expect(await filters().getByRole('textbox', { name: 'Until' }).inputValue()).toBe('2016');
    await chips().getByRole('button').first().click();
    await expect.poll(found).toBe(all);
  });

  it('move the ends of the range by key, and announce where they are', async () => {
    const { page } = running;
    const all = await found();
    const until = filters().getByRole('slider', { name: 'Until' });
    const from = filters().getByRole('slider', { name: 'From' });
    await until.focus();
    await page.keyboard.press('Home');
    await expect.poll(() => until.getAttribute('aria-valuetext')).toMatch(/^1999, \d+ sources?$/);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => until.getAttribute('aria-valuetext')).toMatch(/^2000, \d+ sources$/);
    await from.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => filters().getByRole('textbox', { name: 'From' }).inputValue()).toBe('2000');
    // The ends meet and do not cross.
    await page.keyboard.press('PageUp');
    expect(await from.getAttribute('aria-valuenow')).toBe(await until.getAttribute('aria-valuenow'));
    await expect.poll(found).toBeLessThan(all);
    await lookAt('search-brushed');
    await from.focus();
    await page.keyboard.press('Home');
    await until.focus();
    await page.keyboard.press('End');
    await expect.poll(found).toBe(all);
    expect(await chips().count()).toBe(0);
  });

  it('list every source that passes them when the line is empty', async () => {
    await searchFor('');
    await pane().getByText('Recent searches').waitFor();
    await value('Cable').click();
    await expect.poll(() => hits().getByRole('option').count()).toBe(5);
    await pane().getByRole('button', { name: 'Clear filters' }).click();
    await hits().waitFor({ state: 'detached' });
  });

  it('say a date that cannot be read at its field, while the hits stay', async () => {
    await searchFor('Radosevic');
    await hits().getByRole('option').first().waitFor();
    await filters().getByRole('textbox', { name: 'From' }).fill('last autumn');
    await filters().getByText('Write the year first').waitFor();
    expect(await hits().getByRole('option').count()).toBeGreaterThan(0);
    expect(await axe(running.page)).toEqual([]);
    await filters().getByRole('textbox', { name: 'From' }).fill('');
    await filters().getByText('Write the year first').waitFor({ state: 'detached' });
  });
});

describe('a line that cannot be read', () => {
  const it = story();
  it('is pointed at, and the line that was perhaps meant is one press away', async () => {
    await searchFor('the "winter house');
    await pane()
      .getByText(/quotation mark has no partner/)
      .waitFor();
    expect(await hits().getByRole('option').count()).toBeGreaterThan(0);
    await lookAt('search-syntax');
    await pane().getByRole('button', { name: 'the "winter house"' }).click();
    expect(await line().inputValue()).toBe('the "winter house"');
    await hits()
      .locator('mark', { hasText: /winter house/i })
      .first()
      .waitFor();
    expect(await line().evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

describe('a line that finds nothing', () => {
  const it = story();
  it('says which word stands in the way, and the nearest written form is one press away', async () => {
    await searchFor('Radosevicz treaty');
    const said = pane().getByRole('list', { name: 'About this search' });
    await said.getByText('No source holds “Radosevicz”.').waitFor();
    await lookAt('search-nothing-nearest');
    const nearest = said.getByRole('button').first();
    expect(await nearest.innerText()).toMatch(/^Radosevic\s*\(\d+ sources?\)$/i);
    await nearest.focus();
    await running.page.keyboard.press('Enter');
    expect((await line().inputValue()).toLowerCase()).toBe('radosevic treaty');
    await expect.poll(() => line().evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('takes a word before a colon for a word, and names the field that was nearly meant', async () => {
    await searchFor('tilte:memorandum');
    await pane()
      .getByText(/knows no field “tilte”/)
      .waitFor();
    await pane().getByRole('button', { name: 'title:memorandum' }).click();
    expect(await line().inputValue()).toBe('title:memorandum');
  });
});

describe('the help', () => {
  const it = story();
  it('writes an example into the line', async () => {
    await searchFor('lock');
    await pane().getByRole('button', { name: 'How to search' }).click();
    await running.page.getByRole('dialog', { name: 'How to search' }).waitFor();
    await lookAtDialog();
    await running.page.getByRole('button', { name: /^box:12/ }).click();
    await expect.poll(() => line().inputValue()).toBe('lock box:12');
    await expect.poll(() => line().evaluate((element) => element === document.activeElement)).toBe(true);
  });

  /** No command runs under an open dialog, so the theme stays. */
  async function lookAtDialog(): Promise<void> {
    expect(await axe(running.page)).toEqual([]);
    await running.page.screenshot({ path: join(shots, 'search-help.png') });
  }
});

describe('saved searches', () => {
  it('keep a search with its filters under a name, and run it again', async () => {
    const { page } = running;
    await openFilters('Radosevic');
    await hits().locator('mark', { hasText: 'Радошевић' }).first().waitFor();
    await value('Letter').click();
    const kept = await count('Letter');
    await expect.poll(found).toBe(kept);
    await page.keyboard.press('Control+Shift+S');
    const name = page.getByRole('dialog', { name: 'Save this search' }).getByRole('textbox', { name: 'Name' });
    expect(await name.inputValue()).toBe('Radosevic · Letter');
    expect(await axe(page)).toEqual([]);
    await name.fill('Letters about him');
    await page.keyboard.press('Enter');
    await page.getByText('Search saved as Letters about him').waitFor();
    await pane().getByRole('button', { name: 'Clear filters' }).click();
    await searchFor('');
    await pane()
      .getByRole('button', { name: /^Letters about him/ })
      .waitFor();
    await lookAt('search-saved');
    await pane()
      .getByRole('button', { name: /^Letters about him/ })
      .click();
    await expect.poll(found).toBe(kept);
    expect(await line().inputValue()).toBe('Radosevic');
    expect(await chips().getByRole('listitem').allInnerTexts()).toEqual(['Letter']);
  });

  it('are renamed, deleted, and brought back by undo', async () => {
    const { page } = running;
    const menu = () => pane().getByRole('button', { name: 'Saved searches', exact: true }).click();
    await menu();
    await page.getByRole('menuitem', { name: 'Rename this search…' }).click();
    const name = page.getByRole('dialog', { name: 'Rename this search' }).getByRole('textbox', { name: 'Name' });
    await name.fill('His letters');
    await page.keyboard.press('Enter');
    await menu();
    await page
      .getByRole('menuitem', { name: /His letters/ })
      .first()
      .waitFor();
    await page.getByRole('menuitem', { name: 'Delete this saved search' }).click();
    await pane().getByRole('button', { name: 'Saved searches', exact: true }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await menu();
    await page
      .getByRole('menuitem', { name: /His letters/ })
      .first()
      .waitFor();
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await pane().getByRole('button', { name: 'Clear filters' }).click();
  });
});

describe('recent searches', () => {
  const log = () =>
    running.page.evaluate(async () => {
      const asked = await window.fonds.invoke('search.log', { offset: 0, limit: 100 });
      return asked.ok ? asked.value.entries.map(({ query }) => query.query) : [];
    });

  it('are in the log once they were meant, not every word on the way to them', async () => {
    await searchFor('observers');
    await hits().getByRole('option').first().waitFor();
    await expect.poll(async () => (await log())[0]).toBe('observers');
    expect((await log()).filter((one) => 'observers'.startsWith(one) && one !== 'observers')).toEqual([]);
    await running.page.keyboard.press('Enter');
    await roundTrip(running.page);
    expect((await log()).filter((one) => one === 'observers')).toHaveLength(1);
  });

  it('complete the line with the right arrow, and come back with Alt and the arrows', async () => {
    const { page } = running;
    await searchFor('obse');
    await expect.poll(() => line().getAttribute('aria-description')).toMatch(/observers$/);
    await page.keyboard.press('ArrowRight');
    expect(await line().inputValue()).toBe('observers');
    await page.keyboard.press('Alt+ArrowUp');
    const older = await line().inputValue();
    expect(older).not.toBe('observers');
    await page.keyboard.press('Alt+ArrowDown');
    expect(await line().inputValue()).toBe('observers');
  });
});

describe('the next start', () => {
  const it = story();
  it('has the facets as they were left', async () => {
    await openFilters('Radosevic');
    await widen(700);
    await expect.poll(() => filters().getAttribute('data-shape')).toBe('side');
    await running.app.close();
    running = await launch([], { folder });
    await running.page.keyboard.press('Control+Shift+F');
    await expect.poll(() => filters().getAttribute('data-shape')).toBe('side');
  });
});
