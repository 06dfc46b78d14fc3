/** A saved web page in the real window: what was left aside of it, and what it may say of itself. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { answerOpenDialog, axe, launch, type RunningApp, shots } from '../support/app.js';
import { story } from '../support/story.js';
import { terminalJson } from '../support/terminal.js';

const it = story();
const PARAGRAPH = `<p>${'The harbour committee met in closed session and heard three witnesses. '.repeat(8)}</p>`;
const PAGE = `<html lang="en"><head><title>The harbour papers</title>
<script type="application/ld+json">{"@type":"Article","headline":"The harbour papers","author":"Jo Writer"}</script>
<meta name="author" content="Sam Else"><link rel="canonical" href="https://post.example/2016/12/22/papers"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<article><h1>The harbour papers</h1>${PARAGRAPH}${PARAGRAPH}</article>
<div class="footnotes"><p>1. The treaty lies in box 12.</p></div><footer>Copyright</footer></body></html>`;

let folder: string;
let running: RunningApp;

async function lookAt(name: string): Promise<void> {
  expect(await axe(running.page)).toEqual([]);
  await running.page.screenshot({ path: join(shots, `${name}.png`) });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonds-web-pages-'));
  const dir = join(folder, 'Work.fonds');
  await mkdir(shots, { recursive: true });
  await mkdir(join(folder, 'papers'));
  await writeFile(join(folder, 'papers', 'papers.html'), PAGE);
  await terminalJson('create', dir);
  await terminalJson('import', dir, join(folder, 'papers'));
  running = await launch([], { folder });
  const { app, page } = running;
  await page.getByRole('tabpanel').locator('mark').first().waitFor();
  await answerOpenDialog(app, dir);
  await page.keyboard.press('Control+o');
  await page.getByText('The harbour papers').first().dblclick();
  await page.getByRole('tab', { name: /The harbour papers/ }).waitFor();
});
afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

describe('a saved web page', () => {
  it('keeps its notes in the text, and shows by keyboard what was left aside', async () => {
    const { page } = running;
    const text = page.getByRole('region', { name: /^Text of The harbour papers/ });
    await expect.poll(() => text.innerText()).toContain('The treaty lies in box 12.');
    const documents = page.getByRole('region', { name: 'Documents' });
    await documents.getByText('Left aside: navigation, 2 lines; footers, 1 line.').waitFor();
    await documents.getByRole('button', { name: 'Show what was left aside' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Left aside' });
    await dialog.getByText('Copyright').waitFor();
    expect(await dialog.innerText()).toContain('News');
    await lookAt('left-aside');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('offers an author and a date that it does not plainly say, to be used or dismissed', async () => {
    const { page } = running;
    await page.keyboard.press('Control+Shift+l');
    const inspector = page.getByRole('region', { name: 'Inspector' });
    await inspector.getByRole('tab', { name: 'Description' }).click();
    const use = inspector.getByRole('button', { name: 'Use it: 2016-12-22' });
    await use.scrollIntoViewIfNeeded();
    await lookAt('suggested-dark');
    await use.press('Enter');
    await use.waitFor({ state: 'detached' });
    await expect.poll(() => inspector.getByRole('textbox', { name: 'Date published' }).inputValue()).toBe('2016-12-22');
    const dismiss = inspector.getByRole('button', { name: 'Dismiss: Sam Else' });
    await dismiss.press('Enter');
    await dismiss.waitFor({ state: 'detached' });
    expect(await inspector.innerText()).not.toContain('Sam Else');
  });
});
