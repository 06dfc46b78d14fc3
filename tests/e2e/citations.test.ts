/** Citing in the real window: the settings with their preview, and a citation on the clipboard, from keys and menu. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { answerOpenDialog, axe, launch, type RunningApp, root } from '../support/app.js';
import { story } from '../support/story.js';

const it = story();
const shots = join(root, 'out', 'e2e');
let folder: string;
let running: RunningApp;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonds-citations-'));
  await mkdir(shots, { recursive: true });
  running = await launch([], { folder });
  const { page } = running;
  await page.getByRole('tabpanel').locator('mark').first().waitFor();
  await page.keyboard.press('Control+1');
  await page.getByText('Briefing paper for the President: the Mrava and the Drenova lock').first().dblclick();
  await page.getByRole('tab', { name: /Briefing paper/ }).waitFor();
});
afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

const clipboard = (type: 'text' | 'html') =>
  running.app.evaluate(({ clipboard: held }, kind) => (kind === 'text' ? held.readText() : held.readHTML()), type);
const clear = () => running.app.evaluate(({ clipboard: held }) => held.clear());

describe('citing', () => {
  it('copies the citation of the source that is read, from the keyboard', async () => {
    await clear();
    await running.page.keyboard.press('Control+Shift+C');
    await expect
      .poll(() => clipboard('text'))
      .toMatch(/, box 13, folder 1, .*Whitcombe Presidential Library, Port Ellery\.$/);
    expect(await clipboard('html')).toMatch(/<p>.*box 13, folder 1/);
    await running.page.getByText('Citation copied').waitFor();
  });

  it('copies it from the menu, where nobody pressed a key in the page', async () => {
    await clear();
    await running.app.evaluate(({ Menu }) => {
      const items = (menu: Electron.Menu | null | undefined): Electron.MenuItem[] =>
        (menu?.items ?? []).flatMap((item) => [item, ...items(item.submenu)]);
      items(Menu.getApplicationMenu())
        .find(({ label }) => label === 'Copy citation')
        ?.click();
    });
    await expect.poll(() => clipboard('text')).toMatch(/Port Ellery\.$/);
  });

  it('shows in the settings how a source is cited, in the style and language chosen', async () => {
    const { page } = running;
    await page.keyboard.press('Control+,');
    const section = page.getByRole('region', { name: 'Citations' });
    const preview = section.getByRole('status', { name: 'How a source is cited' });
    await expect.poll(() => preview.innerText()).toMatch(/p\. 2/);
    await section.getByRole('button', { name: /Language of its words/ }).click();
    await page.getByRole('option', { name: /As the style says American English/ }).waitFor();
    await page.getByRole('option', { name: /Français \(France\)/ }).click();
    await expect.poll(() => preview.innerText()).toMatch(/\d{1,2} \p{Ll}+ 20\d\d|s\. d\./u);
    await section.getByRole('button', { name: /Style/ }).click();
    await page.getByRole('option', { name: /MLA 9/ }).click();
    await expect.poll(() => preview.innerText()).toMatch(/Citation\s*\(.* 2\)/);
    expect(await axe(page)).toEqual([]);
    await section.scrollIntoViewIfNeeded();
    await page.screenshot({ path: join(shots, 'citation-settings.png') });
  });

  it('adds a style of one’s own, uses it, and removes it', async () => {
    const { app, page } = running;
    const section = page.getByRole('region', { name: 'Citations' });
    const file = join(folder, 'house.csl');
    await writeFile(
      file,
      `<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
        <info><title>House style</title><id>https://example.org/house</id></info>
        <citation><layout prefix="House: "><text variable="title" font-style="italic"/></layout></citation></style>`,
    );
    await answerOpenDialog(app, file);
    await section.getByRole('button', { name: 'Add a style…' }).click();
    const preview = section.getByRole('status', { name: 'How a source is cited' });
    await expect.poll(() => preview.innerText()).toContain('House: ');
    await section.getByRole('button', { name: 'Remove the style House style' }).click();
    await section.getByText('This archive has no citation style').waitFor();
    await section.getByRole('button', { name: /Style/ }).click();
    await page.getByRole('option', { name: /^Chicago 17, notes and bibliography Footnotes/ }).click();
    await expect.poll(() => preview.innerText()).toMatch(/Citation/);
  });
});
