/** Notes that a search finds, in the real window: seen above the sources, reached and opened with keys alone. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { axe, launch, type RunningApp, root, switchTheme } from '../support/app.js';
import { story } from '../support/story.js';

const it = story();
const shots = join(root, 'out', 'e2e');
let folder: string;
let running: RunningApp;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonds-search-notes-'));
  running = await launch([], { folder });
  await mkdir(shots, { recursive: true });
  await running.page.getByRole('tabpanel').locator('mark').first().waitFor();
  for (const [title, body] of [
    ['Chronology of the lock', '## May\n\nThe *lock* was closed, and opened again in June.'],
    ['Persons', 'The keeper of the lock and her brother.'],
    ['Gaps', 'Nothing was found of the zeppelins.'],
    ['Questions', 'Who had the keys of the lock?'],
    ['Locks', 'A list of them.'],
  ]) {
    await running.page.evaluate(
      (note) =>
        (window as unknown as { fonds: { invoke(name: string, input: unknown): unknown } }).fonds.invoke(
          'note.create',
          note,
        ),
      { title, body },
    );
  }
});
afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

const notes = () => running.page.getByRole('region', { name: /^Notes \(/ });

async function searchFor(words: string): Promise<void> {
  await running.page.keyboard.press('Control+Shift+F');
  await running.page.keyboard.press('Control+A');
  await running.page.keyboard.insertText(words);
}

describe('notes that a search finds', () => {
  it('stand above the sources, the best three first, in light and dark', async () => {
    const { page } = running;
    await searchFor('lock');
    await notes().waitFor();
    await page.getByRole('listbox', { name: 'Hits' }).locator('mark').first().waitFor();
    expect(await notes().getByRole('heading').innerText()).toBe('Notes (4)');
    expect(await notes().getByRole('listitem').count()).toBe(3);
    expect(await notes().locator('mark').first().innerText()).toMatch(/lock/i);
    expect(await axe(page)).toEqual([]);
    await page.screenshot({ path: join(shots, 'search-notes.png') });
    await switchTheme(page);
    expect(await axe(page)).toEqual([]);
    await page.screenshot({ path: join(shots, 'search-notes-dark.png') });
    await switchTheme(page);
  });

  it('are reached with Tab, walked with arrows and opened with Enter', async () => {
    const { page } = running;
    await searchFor('lock');
    await notes().waitFor();
    const isInside = () => notes().evaluate((region) => region.contains(document.activeElement));
    for (let press = 0; press < 20 && !(await isInside()); press++) await page.keyboard.press('Tab');
    expect(await isInside()).toBe(true);
    while (
      !(await notes()
        .getByRole('listitem')
        .first()
        .getByRole('button')
        .evaluate((one) => one === document.activeElement))
    ) {
      await page.keyboard.press('Tab');
    }
    const wanted = notes().getByRole('listitem').nth(1).getByRole('button');
    const title = (await wanted.innerText()).split('\n')[0] ?? '';
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: title }).waitFor();
  });

  it('are shown alone, and said to be, where no source has the words', async () => {
    const { page } = running;
    await searchFor('zeppelin');
    await page.getByText('No source found').waitFor();
    expect(await notes().getByRole('listitem').allInnerTexts()).toEqual([expect.stringContaining('zeppelins')]);
  });
});
