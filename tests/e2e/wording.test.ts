/**
 * Every screen in pseudo-wording: what does not stand in brackets came past the catalogue. What the test imports is
 * called and says nothing but figures, so that every letter on the screen is a word of Fonds.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandId } from '../../electron/contract/index.js';
import { launch, type RunningApp } from '../support/app.js';
import { terminal, terminalJson } from '../support/terminal.js';

let folder: string;
let dir: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonds-wording-'));
  dir = join(folder, '1848.fonds');
  await writeFile(join(folder, '1.txt'), '1848 1849 1850\n\n1851 1852 1853\n');
  await writeFile(join(folder, '2.txt'), '1848 1849 1850\n\n1851 1854 1853\n');
  expect(await terminal('create', dir)).toMatchObject({ code: 0 });
  expect(await terminal('import', dir, join(folder, '1.txt'), join(folder, '2.txt'))).toMatchObject({ code: 0 });
  const { sources } = await terminalJson<{ sources: { id: string }[] }>('sources', dir);
  expect(await terminal('annotate', dir, sources[0]?.id ?? '', '--quote', '1849', '--tag', '11')).toMatchObject({
    code: 0,
  });
  expect(await terminal('note', dir, '--title', '22', '--body', '1848')).toMatchObject({ code: 0 });
});
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));

/** What others word: files and who wrote, React Aria, dates of Intl (as languages), citation styles, the templates of notes. */
const OF_OTHERS = [
  /^\d\.txt$/,
  /^\S+ · \d\d:\d\d$/,
  /^\d+ \p{L}+ \d{4}(, \d\d:\d\d)?$/u,
  /^(Dismiss|Press Enter to start dragging\.)$/,
  /^(APA|Chicago|MHRA|MLA|Turabian) \d+/,
  /^(Chronology|Person|Source critique|Names, life, .*|What happened in .*|Who made a source, .*)$/,
];

/** @returns texts and names on the screen with two letters or more outside of brackets. Keys and code are no words. */
const outside = async (page: Page): Promise<string[]> => {
  const texts = await page.evaluate(() => {
    const found = new Set<string>();
    const look = (text: string | null): void => {
      let rest = text ?? '';
      for (let before = ''; before !== rest; ) {
        before = rest;
        rest = rest.replace(/⟦[^⟦⟧]*(⟧|$)/g, ' ');
      }
      if (/\p{L}{2}/u.test(rest)) found.add(rest.trim());
    };
    const isLanguage = (element: Element | null): boolean =>
      element instanceof HTMLOptionElement && /^[a-z]{2,3}(-\w+)*$/.test(element.value);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement?.closest('kbd, code, script, style') && !isLanguage(node.parentElement))
        look(node.textContent);
    for (const element of document.querySelectorAll('*'))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description', 'aria-valuetext'])
        if (!element.closest('kbd, code')) look(element.getAttribute(name));
    return [...found].sort();
  });
  return texts.filter((text) => !OF_OTHERS.some((own) => own.test(text)));
};

const command = (running: RunningApp, id: CommandId): Promise<void> =>
  running.app.evaluate(({ Menu }, wanted) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(wanted);
    if (!item) throw new Error(`no menu has ${wanted}`);
    item.click();
  }, id);

describe('the window in pseudo-wording', () => {
  it('says nothing that is not in the catalogue before an archive is open', async () => {
    const running = await launch([], { env: { FONDS_WORDING: 'pseudo' } });
    try {
      await running.page.getByText('⟦').first().waitFor();
      expect(await outside(running.page)).toEqual([]);
      const titles = await running.app.evaluate(({ Menu }) =>
        (Menu.getApplicationMenu()?.items ?? [])
          .flatMap((item) => [item, ...(item.submenu?.items ?? [])])
          .flatMap(({ label, role, type }) => (role || type === 'separator' ? [] : [label])),
      );
      expect(titles.length).toBeGreaterThan(50);
      expect(titles.filter((title) => !title.startsWith('⟦'))).toEqual([]);
    } finally {
      await running.close();
    }
  });

  it('says nothing that is not in the catalogue on any of its screens', async () => {
    const running = await launch(['--archive', dir], { env: { FONDS_WORDING: 'pseudo' } });
    const { page } = running;
    const screens: string[] = [];
    const check = async (screen: string): Promise<void> => {
      for (const text of await outside(page)) screens.push(`${screen}: ${text}`);
    };
    try {
      const rows = page.locator('[data-source-list]').getByRole('option');
      await rows.first().waitFor();
      await check('sources');
      await rows.first().dblclick();
      await page.getByText('1848 1849 1850').first().waitFor();
      await check('a document');
      for (const id of [
        'go.annotations',
        'go.versions',
        'go.citing',
        'go.alike',
        'text.correct',
        'find.inDocument',
      ] as const) {
        await command(running, id);
        await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
        await check(id);
      }
      for (const id of ['go.notes', 'go.compare', 'go.tags', 'go.review', 'go.log', 'go.settings'] as const) {
        await command(running, id);
        await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
        await check(id);
      }
      await command(running, 'go.search');
      await page.getByRole('combobox').first().fill('1849');
      await page.locator('mark').first().waitFor();
      await check('search');
      await command(running, 'go.concordance');
      await page.getByRole('grid').first().waitFor();
      await check('concordance');
      for (const id of ['palette.open', 'help.shortcuts', 'export.work', 'note.newFrom', 'search.save'] as const) {
        await command(running, id);
        await page.getByRole('dialog').waitFor();
        await check(id);
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      }
      expect(screens).toEqual([]);
    } finally {
      await running.close();
    }
  });
});
