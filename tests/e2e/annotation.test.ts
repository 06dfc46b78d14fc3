/** Annotating in the real window: with the mouse, with the keyboard alone, in lists, in the tag manager, in the tray. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { axe, checkBothThemes, launch, type RunningApp, root, untilStill } from '../support/app.js';
import { story } from '../support/story.js';

const it = story();
const shots = join(root, 'out', 'e2e');
let folder: string;
let running: RunningApp;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonds-annotation-'));
  await mkdir(shots, { recursive: true });
  await start();
});
afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

async function start(): Promise<void> {
  running = await launch([], { folder });
  await text().locator('[data-index] p').first().waitFor();
}

const text = () => running.page.getByRole('region', { name: /^Text of/ }).first();
const marks = () => text().locator('[data-mark]');
const cards = () => running.page.getByRole('list', { name: 'Annotations beside the text' }).getByRole('article');
const tree = () => running.page.getByRole('treegrid', { name: 'Tags' });
const row = (name: string) => tree().getByRole('row', { name: new RegExp(`^${name}, `) });
const focusedLabel = () => running.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
const press = async (...keys: string[]) => {
  for (const key of keys) await running.page.keyboard.press(key);
};

/** Selects part of a line of a paragraph with the mouse. */
async function drag(paragraph: number, fromPx: number, toPx: number): Promise<void> {
  const { page } = running;
  const box = await text().locator('[data-index] p[dir="auto"]:not([class*="title"])').nth(paragraph).boundingBox();
  if (!box) throw new Error('the paragraph is not drawn');
  await page.mouse.move(box.x + fromPx, box.y + 14);
  await page.mouse.down();
  await page.mouse.move(box.x + toPx, box.y + 14, { steps: 6 });
  await page.mouse.up();
}

const lookAt = async (name: string) => expect(await checkBothThemes(running.page, name)).toEqual([]);

describe('with the mouse', () => {
  it('marks what is selected in the colour that is pressed, and shows it beside the text', async () => {
    const { page } = running;
    await text().focus();
    await press('Home');
    await untilStill(page);
    await drag(3, 2, 300);
    const said = await page.evaluate(() => getSelection()?.toString().trim() ?? '');
    expect(said.length).toBeGreaterThan(5);
    await page.getByRole('toolbar', { name: 'For the selection' }).waitFor();
    await lookAt('annotation-selected');
    await page.getByRole('button', { name: /^Highlight in blue/ }).click();
    await expect.poll(async () => (await marks().allInnerTexts()).join('')).toBe(said);
    expect(await cards().count()).toBe(1);
    expect(await cards().first().getAttribute('aria-label')).toMatch(/^Blue/);
  });

  it('writes a comment and gives a tag where the annotation stands', async () => {
    const { page } = running;
    await cards().first().click();
    await cards().first().getByRole('button', { name: 'Comment', exact: true }).click();
    await page.keyboard.type('Who *said* it first?');
    await press('Control+Enter');
    await cards().first().locator('em', { hasText: 'said' }).waitFor();
    await cards().first().getByRole('button', { name: 'Tag', exact: true }).click();
    await page.keyboard.type('Person/President');
    await press('Enter');
    await cards().first().getByText('President', { exact: true }).waitFor();
    await press('Escape', 'Escape');
    expect(await text().evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('keeps overlapping annotations apart, and a click goes from one to the next below it', async () => {
    await drag(3, 150, 420);
    await running.page.getByRole('button', { name: /^Highlight in violet/ }).click();
    await expect.poll(() => cards().count()).toBe(2);
    const inner = text().locator('[data-mark] [data-mark]').first();
    await inner.waitFor();
    await inner.click();
    await expect.poll(focusedLabel).toMatch(/^Violet/);
    await inner.click();
    await expect.poll(focusedLabel).toMatch(/^Blue/);
    await lookAt('annotation-overlap');
    await press('Escape');
  });
});

describe('with the keyboard alone', () => {
  it('puts a cursor into the text, selects words and a sentence, and marks them', async () => {
    const { page } = running;
    await text().focus();
    await press(
      'F7',
      'Control+ArrowDown',
      'Control+ArrowDown',
      'Control+ArrowDown',
      'Control+ArrowDown',
      'Control+ArrowDown',
    );
    await press('ArrowRight', 'ArrowDown', 'ArrowUp', 'ArrowLeft');
    await press('Control+Shift+ArrowRight', 'Control+Shift+ArrowRight');
    const words = await page.evaluate(() => getSelection()?.toString().trim() ?? '');
    expect(words.split(/\s+/)).toHaveLength(2);
    await press('Control+Alt+h');
    await expect.poll(async () => (await marks().allInnerTexts()).includes(words)).toBe(true);
    await press('s');
    const sentence = await page.evaluate(() => getSelection()?.toString() ?? '');
    expect(sentence.length).toBeGreaterThan(words.length);
    // Enter goes to the tools, a digit takes the colour.
    await press('Enter');
    await expect.poll(focusedLabel).toMatch(/^Highlight in/);
    await press('4');
    await expect.poll(() => cards().count()).toBe(4);
    expect(await axe(page)).toEqual([]);
    await press('Escape');
  });

  it('goes from annotation to annotation, writes in one, and takes it back and does it again', async () => {
    const { page } = running;
    await text().focus();
    await press('Home');
    await untilStill(page);
    await press('F4');
    await expect.poll(focusedLabel).toMatch(/^Blue/);
    await press('F4');
    await expect.poll(focusedLabel).toMatch(/^Violet/);
    await press('Enter');
    await page.keyboard.type('By key');
    await press('Control+Enter');
    await cards().getByText('By key').waitFor();
    await expect.poll(focusedLabel).toMatch(/^Violet.*with a comment$/);
    await press('Control+z');
    await expect.poll(() => cards().getByText('By key').count()).toBe(0);
    await press('Control+Shift+z');
    await cards().getByText('By key').waitFor();
    await press('6');
    await expect.poll(focusedLabel).toMatch(/^Pink/);
    await press('Shift+F4');
    await expect.poll(focusedLabel).toMatch(/^Blue/);
    await press('Escape');
    expect(await text().evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('deletes an annotation and brings it back by undo, and never moves the source to the bin', async () => {
    const { page } = running;
    await press('F4');
    const before = await cards().count();
    await press('Delete');
    await expect.poll(() => cards().count()).toBe(before - 1);
    await page.getByText('Annotation deleted').waitFor();
    expect(await page.getByText('moved to the bin').count()).toBe(0);
    await press('Control+z');
    await expect.poll(() => cards().count()).toBe(before);
  });

  it('marks the hit that is looked at when nothing is selected', async () => {
    const { page } = running;
    await press('Escape', 'Escape', 'F3');
    const hit = await text().locator('mark[aria-current]').innerText();
    await untilStill(page);
    await press('Control+Alt+h');
    await text().locator('[data-mark] mark[aria-current]', { hasText: hit }).waitFor();
  });
});

describe('beside a wide text', () => {
  it('shows the cards at the height of their passages, apart from one another', async () => {
    const { page } = running;
    await press('Control+Alt+b');
    await text().focus();
    await press('Home');
    await expect.poll(() => page.locator('[data-room="cards"]').count()).toBeGreaterThan(0);
    await untilStill(page);
    const boxes = await cards().evaluateAll((all) => all.map((card) => card.getBoundingClientRect().toJSON()));
    const sorted = boxes.sort((a, b) => a.top - b.top);
    for (const [index, box] of sorted.entries()) {
      const next = sorted[index + 1];
      if (next) expect(next.top).toBeGreaterThanOrEqual(box.bottom);
    }
    const mark = await marks().first().boundingBox();
    expect(Math.abs((sorted[0]?.top ?? 0) - (mark?.y ?? 0))).toBeLessThan(20);
    await lookAt('annotation-margin');
    await press('Control+Alt+b');
  });
});

describe('the list of a source', () => {
  it('filters by words, and changes several at once', async () => {
    const { page } = running;
    await press('Control+Alt+a');
    const list = page.getByRole('listbox', { name: 'Annotations' });
    await list.waitFor();
    const all = await list.getByRole('option').count();
    expect(all).toBeGreaterThan(3);
    const words = page.getByRole('searchbox', { name: 'Filter by words' });
    await words.fill('by KEY');
    await expect.poll(() => list.getByRole('option').count()).toBe(1);
    await words.fill('');
    await expect.poll(() => list.getByRole('option').count()).toBe(all);
    await list.focus();
    await press('Control+a');
    const bulk = page.getByRole('region', { name: 'Selected annotations' });
    await bulk.waitFor();
    await lookAt('annotation-list');
    await bulk.getByRole('radio', { name: 'Teal' }).locator('xpath=ancestor-or-self::label').click();
    await expect.poll(() => text().locator('[data-mark]:not([data-colour="8"])').count()).toBe(0);
    await bulk.getByRole('button', { name: 'Tags of the selected annotations' }).click();
    await page.keyboard.type('Gate');
    await press('Enter');
    await expect.poll(() => list.getByText('Gate', { exact: true }).count()).toBe(all);
    await press('Escape');
    await press('Control+z');
    await expect.poll(() => list.getByText('Gate', { exact: true }).count()).toBe(0);
    await press('Control+Shift+z');
    await expect.poll(() => list.getByText('Gate', { exact: true }).count()).toBe(all);
  });
});

describe('the tag manager', () => {
  it('shows the tree with what bears each tag', async () => {
    await press('Control+Shift+g');
    await row('Gate').waitFor();
    await row('President').click();
    expect(await row('President').getAttribute('aria-level')).toBe('2');
    await lookAt('annotation-tags');
  });

  it('renames by F2, moves under another, and merges, each a step of undo', async () => {
    const { page } = running;
    await row('Gate').click();
    await press('F2');
    const name = page.getByRole('dialog', { name: 'Rename tag' }).getByRole('textbox', { name: 'Name' });
    await name.fill('The gate');
    await press('Enter');
    await row('The gate').waitFor();
    await page.getByRole('button', { name: 'Move under…' }).click();
    await page.keyboard.type('person');
    expect(await axe(page)).toEqual([]);
    await press('Enter', 'Enter');
    await expect.poll(() => row('The gate').getAttribute('aria-level')).toBe('2');
    await row('The gate').click();
    await page.getByRole('button', { name: 'Merge into…' }).click();
    await page.keyboard.type('presi');
    await press('Enter', 'Enter');
    await expect.poll(() => row('The gate').count()).toBe(0);
    await press('Control+z');
    await row('The gate').waitFor();
  });

  it('says what goes with a tag before it is deleted, and keeps it on Escape', async () => {
    const { page } = running;
    await row('Person').click();
    await press('Delete');
    const asked = page.getByRole('alertdialog');
    await asked.getByText(/With it go 2 tags below/).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.screenshot({ path: join(shots, 'annotation-tag-delete.png') });
    await press('Escape');
    expect(await row('Person').count()).toBe(1);
  });

  it('opens the page of a tag with the passages of all tags below, each at its place', async () => {
    const { page } = running;
    await row('Person').click();
    await press('Enter');
    const tagPage = page.getByRole('region', { name: 'Tag Person' });
    await tagPage
      .getByRole('button', { name: /^Open the passage/ })
      .first()
      .waitFor();
    await lookAt('annotation-tag-page');
    await tagPage
      .getByRole('button', { name: /^Open the passage/ })
      .first()
      .click();
    await text().locator('[data-mark]').first().waitFor();
  });
});

describe('the tray', () => {
  it('is empty while every annotation has its place', async () => {
    const { page } = running;
    await press('Control+k');
    const palette = page.getByRole('dialog', { name: 'Command palette' });
    await palette.waitFor();
    await page.keyboard.type('Annotations to review');
    await palette.getByRole('option', { name: 'Annotations to review' }).waitFor();
    await press('Enter');
    await page.getByText('Every annotation has its place').waitFor();
    await lookAt('annotation-review-empty');
  });

  it('shows what lost its words with its old context, and takes it where a person says', async () => {
    const { page } = running;
    const lost = await page.evaluate(async () => {
      const call = window.fonds.invoke as (name: string, input: unknown) => Promise<{ ok: boolean; value: never }>;
      const all = (await call('annotation.list', { filter: {}, sort: 'place', offset: 0, limit: 10 })).value as {
        annotations: { sourceId: string; anchor: { start: number; end: number; versionId: string } }[];
      };
      const [first] = all.annotations;
      if (!first) throw new Error('nothing is marked');
      const { sourceId, anchor } = first;
      const { text: words } = (await call('text.get', { sourceId })).value as { text: string };
      const without = words.slice(0, anchor.start) + words.slice(anchor.end + 1);
      const done = await call('text.correct', {
        sourceId,
        versionId: anchor.versionId,
        text: without,
        reason: 'a try',
      });
      return done.ok;
    });
    expect(lost).toBe(true);
    const orphan = page.getByRole('region', { name: 'Annotations to review' }).getByRole('article').first();
    await orphan.getByText('What was marked').waitFor();
    await lookAt('annotation-review');
    await orphan.getByRole('button', { name: 'Place by hand…' }).click();
    await page.getByText('Select the words that stand for').waitFor();
    const place = page.getByRole('button', { name: 'Place the annotation here' });
    expect(await place.isDisabled()).toBe(true);
    expect(await axe(page)).toEqual([]);
    await text().focus();
    await press('F7', 'p');
    await expect.poll(() => place.isDisabled()).toBe(false);
    await page.screenshot({ path: join(shots, 'annotation-place.png') });
    await place.click();
    await page.getByText('Annotation placed').waitFor();
  });
});

describe('another start', () => {
  it('shows all of it again', async () => {
    await running.close();
    await start();
    await expect.poll(() => marks().count()).toBeGreaterThan(0);
    await text().focus();
    await press('Control+Alt+a');
    const list = running.page.getByRole('listbox', { name: 'Annotations' });
    await expect.poll(() => list.getByRole('option').count()).toBe(5);
    await list.getByText('By key').waitFor();
  });
});
