/** Writing notes in the real window, by keyboard: saving, citing, linking, finding, spelling, and what becomes broken. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { checkBothThemes, keepBusy, launch, type RunningApp, root } from '../support/app.js';
import { story } from '../support/story.js';

const it = story();
const shots = join(root, 'out', 'e2e');
let folder: string;
let running: RunningApp;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonds-notes-'));
  await mkdir(shots, { recursive: true });
  running = await launch([], { folder });
  await running.page.getByRole('tabpanel').locator('mark').first().waitFor();
});
afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

const keys = () => running.page.keyboard;
const note = () => running.page.getByRole('region', { name: /^Note: / });
const title = () => running.page.getByRole('textbox', { name: 'Title of the note' });
const text = () => running.page.getByRole('textbox', { name: 'Text of the note' });
const offers = () => running.page.getByRole('listbox', { name: 'Completions' });
const chip = (words: string | RegExp) => text().locator('.cm-chip', { hasText: words });
const inspector = () => running.page.getByRole('region', { name: 'Inspector' });
const saved = () => note().getByText('Saved', { exact: true }).waitFor();
const list = () => running.page.getByRole('listbox', { name: 'Notes', exact: true });

/**
 * Accepts the completion. CodeMirror ignores the key for 75 ms after it has shown the list, by the clock of the page: it
 * is that clock which is waited for, from when the list is seen, so that a slow machine makes no difference.
 */
async function take(): Promise<void> {
  await offers().getByRole('option').first().waitFor();
  await running.page.evaluate(async () => {
    const seen = Date.now();
    while (Date.now() - seen < 80) await new Promise(requestAnimationFrame);
  });
  await keys().press('Enter');
}

const lookAt = async (name: string) => expect(await checkBothThemes(running.page, name)).toEqual([]);

/** Of each line of the note: where it is and how high. */
const layout = () =>
  text().evaluate((content) =>
    [...content.querySelectorAll('.cm-line')].map((line) => {
      const { top, height } = line.getBoundingClientRect();
      return `${Math.round((top - content.getBoundingClientRect().top) * 10) / 10}+${Math.round(height * 10) / 10}`;
    }),
  );

describe('a note', () => {
  it('begins with its title selected, and is saved by itself', async () => {
    await keys().press('Control+N');
    await title().waitFor();
    await expect.poll(() => title().evaluate((field) => field === document.activeElement)).toBe(true);
    await keys().type('The telephone and the lock');
    await keys().press('Enter');
    await keys().type(
      '# What was said\n\nA first **strong** and *leaning* word, and `code`.\n\n> Quoted words of the minutes\n\n- one\nsecond',
    );
    await note().getByText('Saving…').waitFor();
    await saved();
    const list = await running.page.evaluate(() =>
      window.fonds.invoke('note.list', { sort: 'changed', offset: 0, limit: 5 }),
    );
    expect(JSON.stringify(list)).toContain('The telephone and the lock');
    // Enter goes on with a list.
    expect(await text().innerText()).toContain('- second');
  });

  it('does not move a line wherever the cursor goes', async () => {
    await keys().press('Control+End');
    const before = await layout();
    expect(before.length).toBeGreaterThan(6);
    for (let line = 0; line < before.length; line += 1) {
      await keys().press('ArrowUp');
      expect(await layout()).toEqual(before);
    }
    await lookAt('note');
  });

  it('cites a source by @, as a chip that opens it beside', async () => {
    await text().focus();
    await keys().press('Control+End');
    await keys().press('Enter');
    await keys().press('Enter');
    await keys().type('Compare @Telephone conv');
    await offers().getByRole('option').first().waitFor();
    await lookAt('note-citing');
    const offered = await offers().getByRole('option').first().locator('.cm-completionLabel').innerText();
    await take();
    await chip(offered.slice(0, 12)).waitFor();
    await keys().type(' on this.');
    await saved();
    for (let step = 0; step < ' on this.'.length; step += 1) await keys().press('ArrowLeft');
    await running.page.locator('.cm-tip').waitFor();
    await running.page.locator('.cm-tip-citation').waitFor();
    await lookAt('note-tip');
    await keys().press('F2');
    const page = running.page.getByRole('textbox', { name: 'Page or place' });
    await page.waitFor();
    await keys().type('p. 3');
    const beIdle = await keepBusy(running.page);
    await keys().press('Enter');
    await chip(/p\. 3/).waitFor();
    await keys().press('Alt+Enter');
    await running.page.getByRole('tabpanel').filter({ hasNot: text() }).first().waitFor();
    await beIdle();
    // The Enter that closed the dialog is no line of the note.
    expect(await text().locator('.cm-line', { hasText: ' on this.' }).locator('.cm-chip').count()).toBe(1);
    await expect.poll(() => running.page.locator('[role="tabpanel"][data-side]').count()).toBe(2);
    // In half the room the lines break elsewhere, and nothing of it is cut off.
    expect(await text().evaluate((content) => content.scrollWidth <= content.clientWidth)).toBe(true);
    await lookAt('note-beside');
  });

  it('takes a quotation at the cursor, keeps the cursor behind it, and gives it back with undo', async () => {
    const { page } = running;
    await text().focus();
    const before = await text().innerText();
    await keys().press('F6');
    await keys().press('F7');
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown']) await keys().press(key);
    for (const _ of [1, 2, 3]) await keys().press('Control+Shift+ArrowRight');
    const words = await page.evaluate(() => getSelection()?.toString().trim().split(/\s+/)[0] ?? '');
    expect(words).not.toBe('');
    await keys().press('Control+Shift+Q');
    await text().locator('.cm-chip[data-kind="passage"]').waitFor();
    await text().locator('.cm-quote', { hasText: words }).first().waitFor();
    await saved();
    await lookAt('note-quoted');
    await text().focus();
    await keys().press('Control+Z');
    await expect.poll(() => text().locator('.cm-chip[data-kind="passage"]').count()).toBe(0);
    expect((await text().innerText()).replace(/\s+/g, ' ')).toBe(before.replace(/\s+/g, ' '));
    await saved();
  });

  it('deletes a chip with one press, and brings it back with undo', async () => {
    await text().focus();
    expect(await chip(/p\. 3/).count()).toBe(1);
    await keys().press('Backspace');
    expect(await chip(/p\. 3/).count()).toBe(0);
    await keys().press('Control+Z');
    await chip(/p\. 3/).waitFor();
    await saved();
  });

  it('links to a note that is made on the way, which then knows it', async () => {
    await keys().press('Control+End');
    await keys().type(' See [[Persons of the');
    await offers()
      .getByRole('option', { name: /New note/ })
      .waitFor();
    await take();
    await chip('Persons of the').waitFor();
    await saved();
    await keys().press('Alt+Enter');
    await expect.poll(() => title().first().inputValue()).toBe('Persons of the');
    await inspector().getByRole('heading', { name: 'Linked from' }).waitFor();
    await inspector().getByRole('button', { name: 'The telephone and the lock' }).waitFor();
    await lookAt('note-backlinks');
    await keys().press('Control+W');
  });

  it('finds and replaces', async () => {
    await text().focus();
    await keys().press('Control+F');
    await keys().type('word');
    const bar = running.page.getByRole('search', { name: 'Find and replace' });
    await bar.getByText(/2 hits/).waitFor();
    await keys().press('Control+H');
    const instead = bar.getByRole('textbox', { name: 'Replace with' });
    await instead.focus();
    await keys().type('term');
    await lookAt('note-find');
    await bar.getByRole('button', { name: 'Replace all' }).press('Enter');
    await bar.getByText('Not in this note').waitFor();
    expect(await text().innerText()).toContain('leaning* term');
    await instead.press('Escape');
    await expect.poll(() => text().evaluate((content) => content === document.activeElement)).toBe(true);
    await keys().press('Control+Z');
    await expect.poll(() => text().innerText()).toContain('leaning* word');
  });

  it('marks a word that no dictionary knows, offers others, and learns a name', async () => {
    await keys().press('Control+End');
    await keys().type('\n\nThe goverment of Žarković met.');
    const wrong = (word: string) => text().locator('.cm-misspelt', { hasText: word });
    await wrong('goverment').waitFor();
    await wrong('Žarković').waitFor();
    await lookAt('note-spelling');
    for (let step = 0; step < ' met.'.length; step += 1) await keys().press('ArrowLeft');
    await keys().press('Control+.');
    await running.page.getByRole('menuitem', { name: 'Learn “Žarković”' }).press('Enter');
    await expect.poll(() => wrong('Žarković').count()).toBe(0);
    for (let step = 0; step < ' of Žarković'.length; step += 1) await keys().press('ArrowLeft');
    await keys().press('Control+.');
    await running.page.getByRole('menuitem', { name: 'government' }).press('Enter');
    await expect.poll(() => text().innerText()).toContain('The government of Žarković met.');
    await expect.poll(() => text().locator('.cm-misspelt').count()).toBe(0);
  });

  it('answers Ctrl+. at a word that was written this instant, and says when a word is right', async () => {
    await keys().press('Control+End');
    await keys().type('\n\nThe comittee');
    await keys().press('Control+.');
    await running.page.getByRole('menuitem', { name: 'committee' }).press('Enter');
    await expect.poll(() => text().innerText()).toContain('The committee');
    await keys().press('Control+.');
    await running.page.getByText('“committee” is not misspelt').waitFor();
    for (const _ of '\n\nThe committee'.replace('\n\n', '\n')) await keys().press('Backspace');
    await keys().press('Backspace');
    await saved();
  });

  it('follows when the archive undoes what was written, and when it is done again', async () => {
    await saved();
    await list().or(running.page.getByRole('listbox').first()).first().waitFor();
    await keys().press('Control+2');
    await list().waitFor();
    // Spelling and the chips were steps of their own; each undo takes one.
    await keys().press('Control+Z');
    await running.page
      .getByText(/^Undone: /)
      .first()
      .waitFor();
    await expect.poll(() => text().innerText()).not.toContain('The government of Žarković met.');
    await keys().press('Control+Shift+Z');
    await expect.poll(() => text().innerText()).toContain('The government of Žarković met.');
  });

  it('says of a citation that its source is in the bin', async () => {
    await running.page.evaluate(async () => {
      const rows = await window.fonds.invoke('note.list', {
        sort: 'changed',
        contains: 'telephone and the lock',
        offset: 0,
        limit: 1,
      });
      if (!rows.ok) throw new Error(rows.error.message);
      const [row] = rows.value.rows;
      if (!row) throw new Error('the note is not listed');
      const got = await window.fonds.invoke('note.get', { id: row.id });
      if (!got.ok) throw new Error(got.error.message);
      const id = /@source:([0-9a-f-]{36})/.exec(got.value.body)?.[1];
      await window.fonds.invoke('source.delete', { ids: [id as never] });
    });
    await chip('in the bin').waitFor();
    await lookAt('note-broken');
    await keys().press('Control+Z');
    await expect.poll(() => chip('in the bin').count()).toBe(0);
  });

  it('is as it was left after the window was closed right after the last key', async () => {
    await text().focus();
    await keys().press('Control+End');
    await keys().type(' Last words.');
    await running.close();
    running = await launch([], { folder });
    await text().waitFor();
    await expect.poll(() => text().innerText()).toContain('Last words.');
  });
});

describe('the list of notes', () => {
  it('makes a note from a template', async () => {
    await keys().press('Control+Alt+Shift+N');
    const templates = running.page.getByRole('grid', { name: 'Templates' });
    await templates.getByRole('row').first().waitFor();
    await lookAt('note-templates');
    await keys().press('ArrowDown');
    await keys().press('Enter');
    await expect.poll(() => title().evaluate((field) => field === document.activeElement)).toBe(true);
    await expect.poll(() => text().locator('.cm-heading').count()).toBeGreaterThan(1);
    expect(await text().innerText()).not.toContain('{{');
  });

  it('is walked, renamed, emptied into the bin and filled again by keyboard', async () => {
    await keys().press('Control+2');
    await list().getByRole('option').nth(1).waitFor();
    const count = await list().getByRole('option').count();
    await list().focus();
    await keys().press('Home');
    await keys().press('F2');
    await running.page.getByRole('textbox', { name: 'Title', exact: true }).waitFor();
    await keys().press('Control+A');
    await keys().type('Renamed from the list');
    await keys().press('Enter');
    await list().getByText('Renamed from the list').waitFor();
    await lookAt('notes-list');
    await list().focus();
    await keys().press('Home');
    await keys().press('Delete');
    await expect.poll(() => list().getByRole('option').count()).toBe(count - 1);
    await note().getByText('This note is in the bin').waitFor();
    await lookAt('note-binned');
    await list().focus();
    await keys().press('Control+Z');
    await expect.poll(() => list().getByRole('option').count()).toBe(count);
    await expect.poll(() => note().getByText('This note is in the bin').count()).toBe(0);
  });
});
