/** Forty photographs of a reading room are gathered into sources: in a grid, by keys and by pointer, undone, and kept. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { checkBothThemes, launch, type RunningApp } from '../support/app.js';
import { jpeg, quarterPixels, withExif } from '../support/make-images.js';
import { story } from '../support/story.js';
import { terminalJson } from '../support/terminal.js';

const it = story();
const PHOTOGRAPHS = 40;

let folder: string;
let dir: string;
let running: RunningApp;

const nameOf = (index: number) => `IMG_${index + 1}.jpg`;
/** Each with bytes of its own, a minute after the one before. */
function photographOf(index: number): Uint8Array {
  const [width, height] = [240 + index, 320];
  const minute = String(index).padStart(2, '0');
  return withExif(jpeg(width, height, quarterPixels(width, height)), { takenAt: `2026:03:12 10:${minute}:00` });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonds-gathering-'));
  dir = join(folder, 'Work.fonds');
  await terminalJson('create', dir);
  await mkdir(join(folder, 'Box 7'));
  for (let index = 0; index < PHOTOGRAPHS; index += 1)
    await writeFile(join(folder, 'Box 7', nameOf(index)), photographOf(index));
  await terminalJson('import', dir, join(folder, 'Box 7'));
  running = await launch(['--archive', dir], { folder });
  await running.page.getByText('IMG_1', { exact: true }).first().waitFor();
});
afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

const grid = () => running.page.getByRole('grid', { name: 'Pages' });
const cell = (name: string | RegExp) => grid().getByRole('gridcell', { name });
const run = async (command: string) => {
  const { page } = running;
  await page.keyboard.press('Control+k');
  await page.keyboard.type(command);
  await page.getByRole('option', { name: command }).first().waitFor();
  await page.keyboard.press('Enter');
};
/** Titles with the names of their files, as the archive has them. */
const sources = () =>
  running.page.evaluate(async () => {
    const sort = { by: 'title', direction: 'ascending' } as const;
    const list = await window.fonds.invoke('source.list', { filter: {}, sort, offset: 0, limit: 100 });
    if (!list.ok) throw new Error(list.error.message);
    const found: Record<string, string[][]> = {};
    for (const { id, title } of list.value.rows) {
      const source = await window.fonds.invoke('source.get', { id });
      if (source.ok) found[title] = [...(found[title] ?? []), source.value.originals.map(({ fileName }) => fileName)];
    }
    return found;
  });

describe('forty photographs', () => {
  it('are shown as thumbnails, each drawn, in the order in which they were taken', async () => {
    const { page } = running;
    await page.getByText('IMG_1', { exact: true }).first().click();
    await page.keyboard.press('Control+a');
    await run('Gather pages');
    await cell(/IMG_1\b/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: /Order of sources/ }).click();
    await page.getByRole('option', { name: 'Time taken' }).click();
    const images = grid().locator('img');
    await expect
      .poll(() =>
        images.evaluateAll((all) => all.length > 0 && all.every((one) => (one as HTMLImageElement).naturalWidth > 0)),
      )
      .toBe(true);
    const names = await grid()
      .getByRole('gridcell')
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
    expect(names.slice(0, 4).map((name) => name.split(' ')[0])).toEqual(['IMG_1', 'IMG_2', 'IMG_3', 'IMG_4']);
    expect(await checkBothThemes(page, 'gathering')).toEqual([]);
  });

  it('are combined into one source by keys, with a title that is asked for', async () => {
    const { page } = running;
    await cell(/^IMG_1 /).click();
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await run('Combine pages into one source');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('A letter of three pages');
    expect(await checkBothThemes(page, 'gathering-combine')).toEqual([]);
    await dialog.getByRole('button', { name: 'Combine' }).click();
    await expect
      .poll(async () => (await sources())['A letter of three pages'])
      .toEqual([[nameOf(0), nameOf(1), nameOf(2)]]);
    expect(Object.values(await sources()).flat()).toHaveLength(PHOTOGRAPHS - 2);
  });

  it('are turned, and that is undone', async () => {
    const { page } = running;
    await cell(/^IMG_4 /).click();
    const turnOf = () =>
      page.evaluate(async () => {
        const sort = { by: 'title', direction: 'ascending' } as const;
        const filter = { contains: 'IMG_4' };
        const list = await window.fonds.invoke('source.list', { filter, sort, offset: 0, limit: 100 });
        const id = list.ok ? list.value.rows.find(({ title }) => title === 'IMG_4')?.id : undefined;
        const pages = id ? await window.fonds.invoke('page.list', { sourceId: id }) : null;
        return pages?.ok ? pages.value[0]?.view.turn : null;
      });
    await run('Turn the page right');
    await expect.poll(turnOf).toBe(90);
    await page.keyboard.press('Control+z');
    await expect.poll(turnOf).toBe(0);
  });

  it('are parted again, and undo brings the letter back', async () => {
    const { page } = running;
    await cell(/^IMG_3\.jpg/).click();
    await run('Begin a new source at this page');
    await expect
      .poll(async () => (await sources())['A letter of three pages'])
      .toEqual(expect.arrayContaining([[nameOf(0), nameOf(1)], [nameOf(2)]]));
    await page.keyboard.press('Control+z');
    await expect
      .poll(async () => (await sources())['A letter of three pages'])
      .toEqual([[nameOf(0), nameOf(1), nameOf(2)]]);
  });

  it('are put into another order by dragging one before another', async () => {
    const from = cell(/^IMG_3\.jpg/);
    await from.dragTo(cell(/^IMG_1\.jpg/), { targetPosition: { x: 10, y: 60 } });
    await expect
      .poll(async () => (await sources())['A letter of three pages'])
      .toEqual([[nameOf(2), nameOf(0), nameOf(1)]]);
  });

  it('are still so when the program is closed and opened again', async () => {
    await running.close();
    running = await launch(['--archive', dir], { folder });
    await running.page.getByText('A letter of three pages').first().waitFor();
    expect((await sources())['A letter of three pages']).toEqual([[nameOf(2), nameOf(0), nameOf(1)]]);
  });
});
