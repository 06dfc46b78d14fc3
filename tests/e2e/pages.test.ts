/** Page images in the real window: drawn, gone to and from the text, marked by mouse and by key, kept, listed, walked. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { checkBothThemes, launch, type RunningApp } from '../support/app.js';
import { inkOf, openSource, pageImages, pictureOf } from '../support/page-images.js';
import { story } from '../support/story.js';

const it = story();
const REPORT = 'Report of the Mrava Inquiry Commission';
let folder: string;
let running: RunningApp;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonds-pages-'));
  running = await launch([], { folder });
  // A first start opens a document by itself; whoever is quicker would be covered by it.
  await running.page
    .getByRole('region', { name: /^Text of/ })
    .locator('mark')
    .first()
    .waitFor();
});
afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

const pages = () => pageImages(running.page);
const frames = () => pages().locator('[data-region]');
const original = () => running.page.getByRole('button', { name: 'Original', exact: true });
const tools = () => running.page.getByRole('toolbar', { name: 'Page images' });
const press = async (...keys: string[]) => {
  for (const key of keys) await running.page.keyboard.press(key);
};
const focusedLabel = () => running.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

/** Where a frame lies on its page, in thousandths of the page as it is shown. */
async function placeOf(number: number): Promise<number[]> {
  const frame = await frames().nth(number).boundingBox();
  const page = await pages().getByRole('img').first().boundingBox();
  if (!frame || !page) throw new Error('the page is not drawn');
  const { x, y, width, height } = frame;
  return [(x - page.x) / page.width, (y - page.y) / page.height, width / page.width, height / page.height].map((part) =>
    Math.round(part * 1_000),
  );
}

describe('the original of a PDF', () => {
  it('is drawn as page images, with what is printed on the pages', async () => {
    const { page } = running;
    await openSource(page, REPORT);
    await original().click();
    await pictureOf(page, 'p. i').waitFor();
    await expect.poll(() => inkOf(page, 'p. i')).toBeGreaterThan(500);
    await tools().getByText('p. i (1 of 9)').waitFor();
  });

  it('is parsed and drawn away from the thread of the window, and let go when it is left', async () => {
    const { page } = running;
    const workers = () => page.workers().filter((worker) => worker.url().includes('/assets/pdf.'));
    expect(workers()).toHaveLength(2);
    await original().click();
    await expect.poll(() => workers()).toHaveLength(0);
    await original().click();
    await expect.poll(() => inkOf(page, 'p. i')).toBeGreaterThan(500);
  });

  it('goes from page to page by key, and draws only those near the window', async () => {
    const { page } = running;
    await pages().focus();
    await press('PageDown', 'PageDown');
    await tools().getByText('(3 of 9)').waitFor();
    await press('End');
    await tools().getByText('(9 of 9)').waitFor();
    await expect.poll(() => pages().locator('canvas').count()).toBeLessThan(4);
    await press('Home');
    await tools().getByText('(1 of 9)').waitFor();
    await expect.poll(() => inkOf(page, 'p. i')).toBeGreaterThan(500);
  });

  it('is entered at the page that is read, and left for the text of the page that is looked at', async () => {
    const { page } = running;
    await pages().focus();
    await press('PageDown', 'PageDown', 'PageDown');
    await tools().getByText('(4 of 9)').waitFor();
    const name = (await tools().innerText()).match(/p\. \S+/)?.[0] ?? '';
    await press('t');
    const text = page.getByRole('region', { name: `Text of ${REPORT}` });
    await text.waitFor();
    await page
      .getByRole('tabpanel', { name: /Report of the Mrava/ })
      .getByText(name, { exact: true })
      .first()
      .waitFor();
    await original().click();
    await tools().getByText(`${name} (4 of 9)`).waitFor();
  });

  it('is made larger, smaller and turned from the keyboard', async () => {
    const { page } = running;
    await pages().focus();
    await press('Home', 'Control+=');
    const larger = await pictureOf(page, 'p. i').boundingBox();
    await press('Control+-', 'Control+-');
    const smaller = await pictureOf(page, 'p. i').boundingBox();
    expect(larger?.width).toBeGreaterThan((smaller?.width ?? 0) + 50);
    await press('Control+0', 'r');
    const turned = await pictureOf(page, 'p. i').boundingBox();
    expect(turned?.width).toBeGreaterThan(turned?.height ?? 0);
    await press('Shift+r');
    await expect.poll(() => inkOf(page, 'p. i')).toBeGreaterThan(500);
  });
});

describe('a region', () => {
  it('is drawn by mouse, and its card takes a comment', async () => {
    const { page } = running;
    await pages().focus();
    await press('Home');
    const box = await pictureOf(page, 'p. i').boundingBox();
    if (!box) throw new Error('the page is not drawn');
    await page.mouse.move(box.x + 60, box.y + 80);
    await page.mouse.down();
    await page.mouse.move(box.x + 200, box.y + 120, { steps: 4 });
    await page.mouse.move(box.x + 420, box.y + 160, { steps: 4 });
    await page.mouse.up();
    await frames().first().waitFor();
    await expect.poll(focusedLabel).toMatch(/^Yellow, p\. i: A region of p\. i/);
    await press('Enter');
    await page.keyboard.type('A seal, half cut off');
    await press('Control+Enter');
    await pages().getByText('A seal, half cut off').waitFor();
    expect(await checkBothThemes(page, 'pages-region')).toEqual([]);
  });

  it('is drawn by key alone: begun in the middle, moved, resized, made', async () => {
    const { page } = running;
    await press('Escape');
    await pages().focus();
    await press('Control+Alt+h');
    const draft = page.getByRole('application', { name: /New region/ });
    await draft.waitFor();
    await expect.poll(focusedLabel).toMatch(/^New region/);
    const begun = await draft.boundingBox();
    await press('ArrowDown', 'Control+ArrowDown', 'Shift+ArrowRight', 'Shift+Control+ArrowRight');
    const moved = await draft.boundingBox();
    expect(Math.round((moved?.y ?? 0) - (begun?.y ?? 0))).toBe(17);
    expect(Math.round((moved?.width ?? 0) - (begun?.width ?? 0))).toBe(17);
    await page
      .getByRole('status')
      .filter({ hasText: /from the left, .* from the top/ })
      .waitFor({ state: 'attached' });
    expect(await checkBothThemes(page, 'pages-draft')).toEqual([]);
    await press('Enter');
    await expect.poll(() => frames().count()).toBe(2);
    await expect.poll(focusedLabel).toMatch(/^Yellow, p\. i/);
    // A digit takes another colour, which is another kind of line too.
    await press('4');
    await expect.poll(() => frames().nth(1).getAttribute('data-colour')).toBe('4');
    await press('Escape');
    await expect.poll(focusedLabel).toMatch(/^Region 2: Green/);
  });

  it('is not made when Escape is pressed', async () => {
    await press('Control+Alt+h', 'Escape');
    expect(await running.page.getByRole('application').count()).toBe(0);
    expect(await frames().count()).toBe(2);
  });

  it('keeps its place on the page when the page is made larger', async () => {
    await pages().focus();
    const before = await placeOf(0);
    await press('Control+=', 'Control+=');
    await expect.poll(() => placeOf(0)).toEqual(before);
    await press('Control+0');
  });

  it('goes and comes back with undo and redo', async () => {
    await pages().focus();
    await press('Control+z', 'Control+z');
    await expect.poll(() => frames().count()).toBe(1);
    await press('Control+Shift+z', 'Control+Shift+z');
    await expect.poll(() => frames().count()).toBe(2);
    await expect.poll(() => frames().nth(1).getAttribute('data-colour')).toBe('4');
  });

  it('is kept over a start of the program, listed with the annotations, and opened on its page', async () => {
    await running.close();
    running = await launch([], { folder });
    const { page } = running;
    await openSource(page, REPORT);
    await page.getByRole('region', { name: `Text of ${REPORT}` }).waitFor();
    await press('Control+Alt+a');
    const list = page.getByRole('listbox', { name: 'Annotations' });
    await expect.poll(() => list.getByRole('option').count()).toBe(2);
    await list.getByRole('option').filter({ hasText: 'A seal, half cut off' }).click();
    await expect.poll(() => frames().count()).toBe(2);
    expect(await frames().first().getAttribute('aria-expanded')).toBe('true');
    await pages().getByText('A seal, half cut off').waitFor();
    await expect.poll(() => inkOf(page, 'p. i')).toBeGreaterThan(500);
    expect(await checkBothThemes(page, 'pages-listed')).toEqual([]);
  });

  it('is walked to from the text with the other annotations', async () => {
    const { page } = running;
    await original().click();
    await page.getByRole('region', { name: `Text of ${REPORT}` }).focus();
    // The first one is looked at already: it was opened from the list.
    await press('F4');
    await expect.poll(focusedLabel).toMatch(/^Green, p\. i: A region/);
    await pages().waitFor();
    await press('Shift+F4');
    await expect.poll(focusedLabel).toMatch(/^Yellow, p\. i: A region/);
  });

  it('is deleted with the key of its card, and nothing else is', async () => {
    await press('Delete');
    await expect.poll(() => frames().count()).toBe(1);
    await press('Control+z');
    await expect.poll(() => frames().count()).toBe(2);
  });
});
