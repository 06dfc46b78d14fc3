/**
 * A whole session in the real window, by keyboard alone, in light and then in dark: search, read, highlight, tag, note
 * with citation, Word document. Only the system's dialog, which no test can type into, is answered for the person.
 */
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { answerSaveDialog, axe, launch, type RunningApp, root, roundTrip } from '../support/app.js';
import { asksLibreOffice, openInLibreOffice, UNLESS_INSTALLED } from '../support/libre-office.js';
import { story } from '../support/story.js';

const shots = join(root, 'out', 'e2e');

describe.each(['light', 'dark'] as const)('a session in %s', (theme) => {
  const it = story();
  let folder: string;
  let running: RunningApp;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fonds-session-'));
    await mkdir(shots, { recursive: true });
    running = await launch([], { folder });
    await running.page.getByRole('tabpanel').locator('mark').first().waitFor();
    if (theme === 'dark') await running.page.keyboard.press('Control+Shift+L');
  });
  afterAll(async () => {
    await running?.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  });

  const press = async (...keys: string[]) => {
    for (const key of keys) await running.page.keyboard.press(key);
  };
  const historyState = () =>
    running.page.evaluate(async () => {
      const asked = await window.fonds.invoke('history.state', undefined);
      if (!asked.ok) throw new Error(asked.error.message);
      return asked.value;
    });
  const focused = () =>
    running.page.evaluate(() => {
      const { activeElement: element } = document;
      return element?.getAttribute('aria-label') ?? element?.getAttribute('placeholder') ?? '';
    });
  const lookAt = async (name: string) => {
    expect(await axe(running.page)).toEqual([]);
    await running.page.screenshot({ path: join(shots, `session-${name}-${theme}.png`) });
  };

  it('goes from a search to a Word document whose footnote names box, folder and repository', async () => {
    const { page, app } = running;
    // Search, and open what is found.
    await press('Control+Shift+F');
    await page.keyboard.type('"eight in the evening" OR "winter house"', { delay: 5 });
    const found = page.getByRole('option').first();
    await found.waitFor();
    await press('ArrowDown', 'Enter');
    const text = page.getByRole('region', { name: /^Text of/ });
    await text.locator('mark').first().waitFor();
    await lookAt('found');

    // Highlight the hit one is at, and give it a tag.
    await press('Control+Alt+H');
    await text.locator('[data-mark]').first().waitFor();
    await press('Control+Alt+T');
    await expect.poll(focused).toMatch(/tag/i);
    await page.keyboard.type('Places/Winter house');
    await page
      .getByRole('option', { name: /Winter house/ })
      .first()
      .waitFor();
    await press('Enter');
    await page.getByText('Winter house').first().waitFor();
    await press('Escape');
    await lookAt('marked');

    // Quote it in a new note, which opens beside the document.
    await press('F4');
    await press('Control+Shift+Q');
    const note = page.getByRole('textbox', { name: 'Text of the note' });
    await note.waitFor();
    await expect.poll(() => note.innerText()).toMatch(/\S/);
    await press('F6');
    await expect.poll(() => note.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await press('Control+End');
    await page.keyboard.type('\n\nSo the meeting was to be there.');
    await page.getByText('Saved', { exact: true }).first().waitFor();
    await lookAt('note');

    // Write it down for others.
    const file = join(folder, 'session.docx');
    await answerSaveDialog(app, file);
    await press('Control+Shift+E');
    const dialog = page.getByRole('dialog', { name: 'Export notes and annotations' });
    await dialog.waitFor();
    await lookAt('export');
    await expect.poll(() => dialog.innerText()).toContain('This note');
    for (let step = 0; step < 12; step += 1) {
      if ((await page.evaluate(() => document.activeElement?.textContent)) === 'Choose where…') break;
      await press('Tab');
    }
    await press('Enter');
    await expect
      .poll(() =>
        readFile(file).then(
          (bytes) => bytes.length,
          () => 0,
        ),
      )
      .toBeGreaterThan(1_000);
    const { value: html } = await mammoth.convertToHtml({ path: file });
    expect(html).toContain('So the meeting was to be there.');
    expect(html).toMatch(/<li id="footnote-\d+">.*(box|folder|Library|novine|Observer).*<\/li>/s);
    expect(html).toContain('Bibliography');
  });

  it.skipIf(!asksLibreOffice)(`has written a document that LibreOffice opens${UNLESS_INSTALLED}`, async () => {
    const [opened] = await openInLibreOffice([await readFile(join(folder, 'session.docx'))]);
    expect(opened?.paragraphs.join('\n')).toContain('So the meeting was to be there.');
    expect(opened?.notes.length).toBeGreaterThan(0);
  });

  it('takes all of it back step by step, and does it again', async () => {
    const { page } = running;
    await press('F6');
    const text = page.getByRole('region', { name: /^Text of/ });
    await text.focus();
    await expect.poll(() => text.locator('[data-mark]').count()).toBeGreaterThan(0);
    for (let step = 0; step < 8; step += 1) {
      if ((await text.locator('[data-mark]').count()) === 0) break;
      const before = await historyState();
      await press('Control+Z');
      await expect.poll(historyState).not.toEqual(before);
      await roundTrip(page);
    }
    await expect.poll(() => text.locator('[data-mark]').count()).toBe(0);
    for (let before = await historyState(); before.redo !== null; before = await historyState()) {
      await press('Control+Shift+Z');
      await expect.poll(historyState).not.toEqual(before);
    }
    await expect.poll(() => text.locator('[data-mark]').count()).toBeGreaterThan(0);
    await expect.poll(() => page.getByText('Winter house').count()).toBeGreaterThan(0);
  });
});
