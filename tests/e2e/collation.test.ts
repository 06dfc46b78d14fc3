/** Comparing in the real window: the two releases of one memorandum, from the suggestion to the exported apparatus. */
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import {
  answerSaveDialog,
  checkBothThemes,
  documents,
  launch,
  type RunningApp,
  root,
  untilStill,
} from '../support/app.js';
import { story } from '../support/story.js';

const it = story();
const shots = join(root, 'out', 'e2e');
let folder: string;
let running: RunningApp;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonds-collation-'));
  await mkdir(shots, { recursive: true });
  running = await launch([], { folder });
  await running.page.getByRole('tabpanel').locator('mark').first().waitFor();
  running.page.setDefaultTimeout(8_000);
});
afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

const inspector = () => running.page.getByRole('region', { name: 'Inspector' });
const comparison = () => running.page.getByRole('region', { name: /^Comparison: / });
const witness = (siglum: string) => comparison().getByRole('region', { name: new RegExp(`^Witness ${siglum}: `) });
const text = (siglum: string) => witness(siglum).getByRole('region', { name: /^Text of / });
const table = () => comparison().getByRole('grid', { name: 'Variants' });
const line = () => comparison().getByRole('status').filter({ hasText: /:/ });
const lookAt = async (name: string) => expect(await checkBothThemes(running.page, name)).toEqual([]);
const press = async (...keys: string[]) => {
  for (const key of keys) await running.page.keyboard.press(key);
};
const isFolded = (pane: 'list' | 'inspector') =>
  running.page.getByRole('button', { name: `Show the ${pane}` }).isVisible();
const topOf = async (thing: Locator) => (await thing.first().boundingBox())?.y ?? Number.NaN;

describe('comparing two releases', () => {
  it('begins at the suggestion of a source that shares its text', async () => {
    const { page } = running;
    await press('Control+1');
    await page.getByRole('searchbox', { name: 'Filter by title or reference code' }).fill('release of');
    await page
      .getByRole('option', { name: /release of 2009/ })
      .first()
      .dblclick();
    await page.getByRole('tab', { name: /release of 2009/ }).waitFor();
    await inspector().getByRole('tab', { name: 'Versions' }).click();
    const alike = inspector().getByRole('list', { name: 'Sources that share much of this text' });
    await alike.getByText(/release of 2016/).waitFor();
    await lookAt('collation-suggested');
    await alike.getByRole('button', { name: /Compare with .*2016/ }).click();
    await comparison().waitFor();
    await text('A').locator('[data-overlay]:not([data-point])').first().waitFor();
    await text('B').locator('[data-overlay]:not([data-point])').first().waitFor();
    await untilStill(page);
    await lookAt('collation');
  });

  it('shows at a glance what one release withholds and the other shows, in both directions', async () => {
    const { page } = running;
    await comparison()
      .getByRole('button', { name: /^Redactions/ })
      .click();
    await expect.poll(() => comparison().locator('[data-overlay]:not([data-kind="redaction"])').count()).toBe(0);
    const rows = await table().getByRole('row').allInnerTexts();
    expect(rows.some((row) => /withheld 1\.4\(b\)[\s\S]*Their own\. The colonels/.test(row))).toBe(true);
    expect(rows.some((row) => /My ambassador walked[\s\S]*withheld \(b\)\(1\)/.test(row))).toBe(true);
    await table().focus();
    await press('ArrowDown');
    await expect.poll(() => line().first().innerText()).toMatch(/^Redaction: /);
    // The codes stand between the texts, with the side that withholds.
    const codes = async () => (await comparison().locator('svg g').allTextContents()).join(' ');
    await expect.poll(codes).toContain('(b)(1) ›');
    await press('ArrowDown');
    await expect.poll(codes).toContain('‹ 1.4(b)');
    await untilStill(page);
    await lookAt('collation-redactions');
  });

  it('walks to the number that differs and has it at the same height in both texts', async () => {
    const { page } = running;
    await comparison()
      .getByRole('button', { name: /^Numbers, dates, names/ })
      .click();
    await press('F8');
    await expect.poll(() => line().first().innerText()).toContain('Number: A 43, B 48');
    const number = (siglum: string) => text(siglum).locator('[data-kind="number"][data-current]');
    expect(await number('A').innerText()).toBe('43');
    expect(await number('B').innerText()).toBe('48');
    await expect
      .poll(async () => Math.abs((await topOf(number('A'))) - (await topOf(number('B')))), { timeout: 4_000 })
      .toBeLessThan(4);
    await lookAt('collation-number');
    await comparison()
      .getByRole('button', { name: /^Why number/ })
      .focus();
    await page.getByRole('tooltip').getByText('A guess by the program').waitFor();
    await page.mouse.move(5, 5);
  });

  it('keeps the texts at aligned places while one of them is scrolled', async () => {
    const { page } = running;
    await comparison().getByRole('button', { name: /^All/ }).click();
    const box = await text('A').boundingBox();
    if (!box) throw new Error('the text is not drawn');
    await page.mouse.move(box.x + 80, box.y + 80);
    for (let turn = 0; turn < 8; turn += 1) {
      await page.mouse.wheel(0, 120);
      await untilStill(page);
    }
    const said = 'I have told Radosevic';
    const place = (siglum: string) => text(siglum).locator('[data-index]').filter({ hasText: 'told Radosevic' });
    expect(await place('A').count(), said).toBeGreaterThan(0);
    await expect
      .poll(async () => Math.abs((await topOf(place('A'))) - (await topOf(place('B')))), { timeout: 4_000 })
      .toBeLessThan(120);
    await lookAt('collation-scrolled');
    // The strip leads to any part of a text.
    const strip = witness('B').getByRole('slider', { name: 'Variants along B' });
    await strip.focus();
    await press('End');
    await expect.poll(() => line().first().innerText()).toMatch(/:/);
    const last = await line().first().innerText();
    await press('Home');
    await expect.poll(() => line().first().innerText()).not.toBe(last);
  });
});

/** Selects a word of a text with the mouse, where it stands. */
async function selectWord(siglum: string, words: string): Promise<void> {
  const { page } = running;
  const at = await text(siglum).evaluate((scroller, wanted) => {
    const walker = document.createTreeWalker(scroller, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = (node.textContent ?? '').indexOf(wanted);
      if (start < 0) continue;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + wanted.length);
      const { left, width, top, height } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }
    return null;
  }, words);
  if (!at) throw new Error(`${words} is not drawn in ${siglum}`);
  await page.mouse.dblclick(at.x, at.y);
}

describe('working in a comparison', () => {
  it('pins words that belong together, lists the pin, and undoes it', async () => {
    const { page } = running;
    await comparison()
      .getByRole('button', { name: /^Numbers, dates, names/ })
      .click();
    await press('F8');
    await untilStill(page);
    await selectWord('A', 'barges');
    await comparison().getByText('Select words in another witness').waitFor();
    await selectWord('B', 'barges');
    const together = comparison().getByRole('button', { name: 'Belong together', exact: true });
    await together.waitFor();
    await lookAt('collation-selected');
    await press('Control+Alt+j');
    await page.getByText('Pinned: these words belong together').waitFor();
    await comparison().getByRole('tab', { name: /^Pins/ }).click();
    const pins = comparison().getByRole('region', { name: 'Pins' });
    await pins.getByText('Belong together').waitFor();
    expect(await pins.innerText()).toContain('“barges”');
    await lookAt('collation-pins');
    await press('Control+z');
    await comparison().getByText('Nothing is pinned').waitFor();
    await press('Control+Shift+z');
    await pins.getByText('Belong together').waitFor();
    await pins.getByRole('button', { name: 'Unpin' }).click();
    await comparison().getByText('Nothing is pinned').waitFor();
  });

  it('pins by keyboard alone: a cursor in one text, a cursor in the other, and a key', async () => {
    const { page } = running;
    const select = async (siglum: string) => {
      await text(siglum).focus();
      // The cursor of the text begins at the first letter in sight.
      await press('v', 'Control+Shift+ArrowRight', 'Control+Shift+ArrowRight');
    };
    await select('A');
    await comparison().getByText('Select words in another witness').waitFor();
    await select('B');
    await comparison().getByRole('button', { name: 'Do not belong together' }).waitFor();
    await press('Control+Alt+k');
    await page.getByText('Pinned: these words are kept apart').waitFor();
    await comparison().getByRole('region', { name: 'Pins' }).getByText('Do not belong together').waitFor();
    await press('Control+z');
    await comparison().getByText('Nothing is pinned').waitFor();
    await press('Escape');
  });

  it('splits the readings of a variant, which undo makes one again', async () => {
    await comparison()
      .getByRole('tab', { name: /^Variants/ })
      .click();
    await comparison()
      .getByRole('button', { name: /^Numbers, dates, names/ })
      .click();
    await press('F8');
    await expect.poll(() => line().first().innerText()).toContain('A 43, B 48');
    await comparison().getByRole('button', { name: 'Split' }).click();
    const rows = async () => (await table().getByRole('row').allInnerTexts()).join(' | ').replace(/\s+/g, ' ');
    await comparison().getByRole('button', { name: /^All/ }).click();
    await expect.poll(rows).toMatch(/43 nothing|nothing 48/);
    await press('Control+z');
    await comparison()
      .getByRole('button', { name: /^Numbers, dates, names/ })
      .click();
    await expect.poll(rows).toContain('43 48');
    await press('F8');
    await untilStill(running.page);
  });

  it('marks words right there, on the version of that witness', async () => {
    const { page } = running;
    await selectWord('B', 'barges');
    await page.getByRole('toolbar', { name: 'For the selection' }).waitFor();
    await press('Control+Alt+h');
    await expect.poll(() => text('B').locator('[data-mark]').allInnerTexts()).toEqual(['barges']);
    expect(await text('A').locator('[data-mark]').count()).toBe(0);
    await lookAt('collation-annotated');
  });

  it('reads the apparatus from a base text of choice', async () => {
    await comparison().getByRole('tab', { name: 'Apparatus' }).click();
    const apparatus = comparison().getByRole('region', { name: 'Apparatus' });
    await expect.poll(() => apparatus.innerText()).toMatch(/43\] 48 B/);
    await comparison()
      .getByRole('button', { name: /Base text$/ })
      .click();
    await running.page.getByRole('option', { name: /^B / }).click();
    await expect.poll(() => apparatus.innerText()).toMatch(/48\] 43 A/);
    await lookAt('collation-apparatus');
    await press('Control+z');
    await expect.poll(() => apparatus.innerText()).toMatch(/43\] 48 B/);
  });

  it('tells how much the witnesses agree, and composes what they show together', async () => {
    const { page } = running;
    await comparison().getByRole('tab', { name: 'Statistics' }).click();
    const matrix = comparison().getByRole('table', { name: /Words that agree/ });
    expect(await matrix.innerText()).toMatch(/\d\d%/);
    await lookAt('collation-statistics');
    await comparison().getByRole('tab', { name: 'Least redacted text' }).click();
    const composed = comparison().getByRole('region', { name: 'Least redacted text' });
    await expect.poll(() => composed.innerText()).toContain('WHITCOMBE');
    await comparison()
      .getByText(/1 place is legible in no witness/)
      .waitFor();
    await composed
      .getByRole('button', { name: /^From B, .*, A withholds it: show it there$/ })
      .first()
      .waitFor();
    await comparison().getByRole('button', { name: 'Copy' }).click();
    await page.getByText('The least redacted text was copied').waitFor();
    await lookAt('collation-composed');
    await comparison()
      .getByRole('tab', { name: /^Variants/ })
      .click();
  });

  it('offers no page image of a witness that has none', async () => {
    expect(await witness('A').getByRole('button').count()).toBeGreaterThan(0);
    expect(
      await witness('A')
        .getByRole('button', { name: /Page image|Web page/ })
        .count(),
    ).toBe(0);
  });

  it('takes the reading of the other text over by a key, goes on to the next variant, and undoes it in one step', async () => {
    const { page } = running;
    await comparison()
      .getByRole('button', { name: /^Numbers, dates, names/ })
      .click();
    await text('A').focus();
    await press('F8');
    await expect.poll(() => line().first().innerText()).toContain('A 43, B 48');
    await comparison().getByRole('button', { name: /^All/ }).click();
    const button = comparison().getByRole('button', { name: 'Take B’s reading over into A' });
    await button.waitFor();
    await lookAt('collation-take-over');
    await text('A').focus();
    await press('Control+Alt+o');
    await page.getByText('“48” taken over into A').waitFor();
    await expect.poll(() => text('A').innerText()).toContain('48 barges');
    // One goes on where one was: at the next variant, in the same text, which is the new version now.
    await expect.poll(() => line().first().innerText()).not.toContain('A 43');
    await expect.poll(() => text('A').locator('[data-current]').count()).toBeGreaterThan(0);
    await expect.poll(() => text('A').evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await comparison().getByText('A newer version of A').count()).toBe(0);
    await lookAt('collation-taken-over');
    await press('Control+z');
    await expect.poll(() => text('A').innerText()).toContain('43 barges');
    expect(await comparison().getByText('A newer version of A').count()).toBe(0);
  });

  it('takes a reading over by the button and by the menu of the variant, in either direction', async () => {
    const { page } = running;
    await comparison()
      .getByRole('button', { name: /^Numbers, dates, names/ })
      .click();
    await press('F8');
    await expect.poll(() => line().first().innerText()).toContain('A 43, B 48');
    await untilStill(page);
    await comparison().getByRole('button', { name: 'Take B’s reading over into A' }).click();
    await expect.poll(() => text('A').innerText()).toContain('48 barges');
    await press('Control+z');
    const number = text('B').locator('[data-kind="number"]');
    await number.waitFor();
    await number.click({ button: 'right' });
    const menu = page.getByRole('menu', { name: 'This variant' });
    await menu.waitFor();
    await lookAt('collation-variant-menu');
    await menu.getByRole('menuitem', { name: /^Take A’s reading over into B/ }).click();
    await expect.poll(() => text('B').innerText()).toContain('43 barges');
    await press('Control+z');
    await expect.poll(() => text('B').innerText()).toContain('48 barges');
  });

  it('never writes over what is withheld, says why, and leads to the least redacted text', async () => {
    const { page } = running;
    await comparison()
      .getByRole('button', { name: /^Redactions/ })
      .click();
    await press('F8');
    await expect.poll(() => line().first().innerText()).toMatch(/^Redaction: /);
    await comparison()
      .getByRole('button', { name: /^Take [AB]’s reading over into/ })
      .first()
      .click();
    await page.getByText('The reading was not taken over').waitFor();
    await page.getByRole('button', { name: 'Least redacted text' }).click();
    await comparison().getByRole('region', { name: 'Least redacted text' }).waitFor();
    await comparison()
      .getByRole('tab', { name: /^Variants/ })
      .click();
    await comparison().getByRole('button', { name: /^All/ }).click();
  });

  it('has both readings in the line, whole or with their ends, one beside the other', async () => {
    const { page } = running;
    await comparison()
      .getByRole('button', { name: /^Redactions/ })
      .click();
    await table().focus();
    await press('Home', 'ArrowDown');
    await expect.poll(() => line().first().innerText()).toMatch(/^Redaction: /);
    const row = comparison().locator('[data-readings]');
    const inside = await row.evaluate((element) => {
      const whole = element.getBoundingClientRect();
      return [...element.querySelectorAll('[data-reading]')].map((reading) => {
        const box = reading.getBoundingClientRect();
        return box.width > 24 && box.left >= whole.left && box.right <= whole.right + 1;
      });
    });
    expect(inside).toEqual([true, true]);
    await comparison().getByRole('button', { name: /^All/ }).click();
    await untilStill(page);
  });

  it('folds the variants away and brings them back', async () => {
    await press('Control+j');
    await expect.poll(() => table().isVisible()).toBe(false);
    await lookAt('collation-folded');
    await press('Control+j');
    await expect.poll(() => table().isVisible()).toBe(true);
  });

  it('exports the apparatus as TEI', async () => {
    const { page, app } = running;
    const file = join(folder, 'apparatus.xml');
    await answerSaveDialog(app, file);
    await comparison().getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('menuitem', { name: /^TEI apparatus/ }).click();
    await expect.poll(() => readFile(file, 'utf8').catch(() => ''), { timeout: 15_000 }).toContain('<rdg');
    const tei = await readFile(file, 'utf8');
    expect(tei).toContain('43');
    expect(tei).toContain('48');
    expect(tei).toMatch(/<listWit|<witness/);
  });
});

/** Of each text side by side: how many letters a line holds, by the mean width of those that are drawn. */
const lettersALine = (): Promise<number[]> =>
  comparison().evaluate((desk) =>
    [...desk.querySelectorAll('[data-pane]')].map((pane) => {
      let [letters, width, line] = [0, 0, 0];
      for (const block of pane.querySelectorAll('[data-index]')) {
        const style = getComputedStyle(block);
        const inner = block.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
        line = Math.max(line, inner);
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        const range = document.createRange();
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          for (let at = 0; at < (node.textContent ?? '').length; at += 1) {
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            const letter = range.getBoundingClientRect().width;
            if (letter === 0) continue;
            letters += 1;
            width += letter;
          }
        }
      }
      return letters === 0 ? 0 : (line * letters) / width;
    }),
  );

describe('the room for the texts', () => {
  it('is theirs at 1280 pixels: the list and the inspector fold, and are as they were when one leaves', async () => {
    const { page } = running;
    const toDocument = () => documents(page).getByRole('tab').nth(1).click();
    const toComparison = async () => {
      await documents(page).getByRole('tab').last().click();
      await comparison().waitFor();
      // The panes are fitted in the next frame.
      await untilStill(page);
    };
    expect([await isFolded('list'), await isFolded('inspector')]).toEqual([true, true]);
    await toDocument();
    await expect.poll(() => isFolded('inspector')).toBe(false);
    expect(await isFolded('list')).toBe(false);
    await toComparison();
    expect([await isFolded('list'), await isFolded('inspector')]).toEqual([true, true]);
    // What a person shows by hand stays, here and whenever one comes back.
    await press('Control+b');
    await expect.poll(() => isFolded('list')).toBe(false);
    await toDocument();
    await toComparison();
    expect([await isFolded('list'), await isFolded('inspector')]).toEqual([false, true]);
    await press('Control+b');
    await expect.poll(() => isFolded('list')).toBe(true);
    await toDocument();
    await expect.poll(() => isFolded('list')).toBe(false);
    await toComparison();
  });
});

describe('collations that are kept', () => {
  it('are listed under Compare with their witnesses, beside sources that share much of their text', async () => {
    const { page } = running;
    await press('Control+3');
    const list = page.getByRole('listbox', { name: 'Collations' });
    await list.waitFor();
    await expect.poll(() => list.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await list.getByRole('option').count()).toBe(1);
    await page
      .getByRole('region', { name: 'Sources that share much of their text' })
      .getByText(/2016/)
      .first()
      .waitFor();
    await lookAt('collation-list');
  });

  it('are renamed and deleted by keyboard, and come back with undo', async () => {
    const { page } = running;
    const list = page.getByRole('listbox', { name: 'Collations' });
    await list.focus();
    await press('F2');
    await page.getByRole('textbox', { name: 'Name' }).fill('The call of 6 September');
    await press('Enter');
    await list.getByText('The call of 6 September').waitFor();
    await list.focus();
    await press('Delete');
    await page.getByText('Nothing is compared yet').waitFor();
    await press('Control+z');
    await list.getByText('The call of 6 September').waitFor();
    await list.focus();
    await press('Enter');
    await comparison().waitFor();
    expect(await comparison().getAttribute('aria-label')).toBe('Comparison: The call of 6 September');
  });

  it('have witnesses that can be named, removed and added', async () => {
    const { page } = running;
    await comparison().getByRole('button', { name: 'Witnesses…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Witnesses' });
    await dialog.getByRole('textbox', { name: /Siglum of .*2016/ }).fill('W16');
    await lookAt('collation-witnesses');
    await dialog.getByRole('button', { name: 'Add witnesses…' }).click();
    const adding = page.getByRole('dialog', { name: 'Add witnesses' });
    await adding.getByRole('searchbox').fill('Radosevic');
    await adding
      .getByRole('option', { name: /Radosevic/ })
      .first()
      .click();
    await adding.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('dialog', { name: 'Witnesses' }).getByRole('button', { name: 'Save' }).click();
    await page.getByText('Witnesses changed').waitFor();
    await witness('W16').waitFor();
    await comparison().getByRole('button', { name: 'Three witnesses side by side' }).click();
    await expect
      .poll(() =>
        comparison()
          .getByRole('region', { name: /^Witness / })
          .count(),
      )
      .toBe(3);
    await untilStill(page);
    // The list was wanted; three texts want the room now.
    await press('Control+b');
    await expect.poll(() => isFolded('list')).toBe(true);
    await untilStill(page);
    await lookAt('collation-three');
    for (const letters of await lettersALine()) expect(letters).toBeGreaterThanOrEqual(40);
    await comparison().getByRole('button', { name: 'Three witnesses side by side' }).click();
    // Two of three are shown: what only the third has otherwise can be left out.
    const between = comparison().getByRole('button', { name: /^Differs between the shown/ });
    const number = async () => Number(/\d+$/.exec(await between.innerText())?.[0]);
    await expect.poll(number).toBeLessThan(120);
    const wanted = await number();
    await between.focus();
    await press('Space');
    await expect
      .poll(() =>
        comparison()
          .getByRole('tab', { name: /^Variants/ })
          .innerText(),
      )
      .toMatch(new RegExp(`\\b${wanted}$`));
    await press('F8');
    await expect.poll(() => line().first().innerText()).toMatch(/: /);
    await expect
      .poll(() =>
        comparison()
          .getByText(new RegExp(`^\\d+ of ${wanted}$`))
          .count(),
      )
      .toBe(1);
    await lookAt('collation-between');
    await press('Shift+F8');
    await between.click();
    await press('Control+z');
    await witness('B').waitFor();
  });

  it('keep to their versions, say that a newer one is read, and switch to it on request', async () => {
    const { page } = running;
    await press('Control+1');
    await page
      .getByRole('option', { name: /release of 2009/ })
      .first()
      .dblclick();
    await press('Control+Alt+e');
    const editor = page.getByRole('textbox', { name: /^Text of / });
    await editor.waitFor();
    await expect.poll(() => editor.evaluate((element) => element === document.activeElement)).toBe(true);
    await press('Control+Home');
    await page.keyboard.type('CORRECTED. ');
    await page.getByRole('button', { name: 'Save as a new version' }).click();
    await page.getByText('Saved as a new version of the text').waitFor();
    await documents(page)
      .getByRole('tab', { name: /^The call of 6 September/ })
      .click();
    await comparison().getByText('A newer version of A is read by now').waitFor();
    expect(await text('A').innerText()).not.toContain('CORRECTED');
    await lookAt('collation-newer');
    await comparison().getByRole('button', { name: 'Use the newer text' }).click();
    await expect.poll(() => comparison().getByText('A newer version of A').count()).toBe(0);
    // The newer text stands there together with its variants.
    await expect.poll(() => table().innerText()).toContain('CORRECTED');
    // The place in the text stays, so its beginning is gone to; and there the person stays.
    await text('A').focus();
    await press('Home');
    await expect.poll(() => text('A').innerText(), { timeout: 5_000 }).toContain('CORRECTED');
    await untilStill(page);
    expect(await text('A').innerText()).toContain('CORRECTED');
  });

  it('are begun from sources selected in the list, and from a dialog', async () => {
    const { page } = running;
    await press('Control+1');
    const option = (name: RegExp) => page.getByRole('option', { name }).first();
    await option(/release of 2009/).click();
    await option(/release of 2016/).click({ modifiers: ['Control'] });
    await press('Control+Shift+d');
    // The one of these two is open already: it is not made twice.
    await expect.poll(() => comparison().getAttribute('aria-label')).toBe('Comparison: The call of 6 September');
    await press('Control+3');
    await page.getByRole('button', { name: 'Compare…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Compare sources' });
    await dialog.getByRole('searchbox').fill('Telephone conversation');
    const choices = dialog.getByRole('option');
    await expect.poll(() => choices.count()).toBeGreaterThan(2);
    await lookAt('collation-choose');
    await press('Tab');
    await dialog.getByRole('listbox').focus();
    await press('Space', 'ArrowDown', 'Space');
    await dialog.getByRole('button', { name: 'Compare', exact: true }).click();
    await expect.poll(() => page.getByRole('listbox', { name: 'Collations' }).getByRole('option').count()).toBe(2);
  });
});
