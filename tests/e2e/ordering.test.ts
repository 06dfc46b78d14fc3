/** Long reading, and keeping order: collections, several sources at once, the bin; all in the real window. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { axe, launch, type RunningApp } from '../support/app.js';
import { story } from '../support/story.js';
import { terminalJson } from '../support/terminal.js';

const it = story();
const PAGES = 500;
let folder: string;
let running: RunningApp;

/** A text of 500 pages, each with a heading of its own and some 4,000 characters. */
function longText(): string {
  const sentence =
    'The clerk wrote the figures into the ledger, read them aloud, and had them signed by both witnesses. ';
  const page = (n: number) =>
    `Sheet ${n} of the ledger\n\n${`${sentence.repeat(8)}\n\n`.repeat(5)}The mark of sheet ${n} is mark${n}end.`;
  return Array.from({ length: PAGES }, (_, n) => page(n + 1)).join('\f');
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonds-ordering-'));
  const papers = join(folder, 'papers');
  await mkdir(papers);
  await writeFile(join(papers, 'ledger.txt'), longText());
  for (const name of ['alpha', 'beta', 'gamma']) await writeFile(join(papers, `${name}.txt`), `The ${name} paper.`);
  const archive = join(folder, 'Work.fonds');
  await terminalJson('create', archive);
  await terminalJson('import', archive, papers);
  running = await launch(['--archive', archive], { folder });
});
afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

const list = (name = 'All sources') => running.page.getByRole('listbox', { name });
const row = (name: RegExp) => list().getByRole('option', { name });

describe('a text of five hundred pages', () => {
  it('draws only what is near, and is at its end in one key', async () => {
    const { page } = running;
    await row(/ledger/).dblclick();
    const text = page.getByRole('region', { name: /Text of ledger/ });
    await text.getByText('Sheet 1 of the ledger').waitFor();
    expect((await text.innerText()).length).toBeLessThan(200_000);
    await text.focus();
    await page.keyboard.press('End');
    await text.getByText(`mark${PAGES}end`).waitFor();
    await page.keyboard.press('Home');
    await text.getByText('Sheet 1 of the ledger').waitFor();
  });

  it('finds a word anywhere in it, goes there, and shows the page’s label', async () => {
    const { page } = running;
    await page.keyboard.press('Control+F');
    await page.keyboard.type('MARK321END');
    const text = page.getByRole('region', { name: /Text of ledger/ });
    await text.locator('mark', { hasText: 'mark321end' }).waitFor();
    await page
      .getByRole('status')
      .filter({ hasText: /1 of 1/ })
      .first()
      .waitFor();
    await page.getByLabel('Page 321', { exact: true }).first().waitFor({ state: 'attached' });
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });
});

describe('several sources at once', () => {
  const it = story();
  it('are described together, and one undo takes it back', async () => {
    const { page } = running;
    await row(/alpha/).click();
    await row(/gamma/).click({ modifiers: ['Shift'] });
    const inspector = page.getByRole('region', { name: 'Inspector' });
    await inspector
      .getByText(/3 sources/)
      .first()
      .waitFor();
    const box = inspector.getByRole('textbox', { name: 'Box' });
    await box.fill('12');
    await box.press('Enter');
    const boxes = () =>
      page.evaluate(async () => {
        const sort = { by: 'title', direction: 'ascending' } as const;
        const answer = await window.fonds.invoke('source.list', { filter: {}, sort, offset: 0, limit: 10 });
        return answer.ok ? answer.value.rows.map((source) => source.box) : [];
      });
    await expect.poll(boxes).toEqual(['12', '12', '12', '']);
    await list().focus();
    await page.keyboard.press('Control+Z');
    await expect.poll(boxes).toEqual(['', '', '', '']);
  });

  it('go into a new collection by keyboard', async () => {
    const { page } = running;
    await page.getByRole('button', { name: /^All sources/ }).click();
    await row(/alpha/).click();
    await page.keyboard.press('Control+Alt+N');
    const dialog = page.getByRole('dialog', { name: 'New collection from 1 source' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Ledgers');
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page
      .getByRole('navigation', { name: 'Collections, tags and types' })
      .getByRole('button', { name: /^Ledgers/ })
      .waitFor();
    await page.getByRole('button', { name: /^All sources/ }).click();
    await row(/beta/).click();
    await page.keyboard.press('Shift+F10');
    await page
      .getByRole('menuitem', { name: /Ledgers/ })
      .or(page.getByRole('menuitem', { name: /Add to/ }))
      .first()
      .click();
    const inCollection = page.getByRole('menuitem', { name: 'Ledgers' });
    if (await inCollection.isVisible()) await inCollection.click();
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /^Ledgers 2/ })
      .waitFor();
  });

  it('go to the bin and come back from it', async () => {
    const { page } = running;
    await page.getByRole('button', { name: /^All sources/ }).click();
    await row(/alpha/).click();
    await page.keyboard.press('Delete');
    await row(/alpha/).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Bin/ }).click();
    await list('Bin').getByRole('option', { name: /alpha/ }).click();
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: /out of the bin|restore/i }).click();
    await page.getByRole('button', { name: /^All sources/ }).click();
    await row(/alpha/).waitFor();
  });
});
