/** Texts worked on beside their pages, by keyboard alone: a scan proofread after OCR, a letter transcribed over two pages. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { checkBothThemes, documents, launch, type RunningApp, shots, switchTheme } from '../support/app.js';
import { drawPage, type Pixels } from '../support/drawn-page.js';
import { greyPng } from '../support/make-images.js';
import { story } from '../support/story.js';
import { terminalJson } from '../support/terminal.js';

const it = story();
const LAYOUT = { widthPx: 1_240, heightPx: 700, sizePx: 34, marginPx: 90 } as const;
/** Names that no dictionary knows, among words that it does. */
const SCAN =
  'The lock keeper Vlbqzk counted forty-three barges in the morning, and wrote the number on a card for Hrwxgt, the harbour master of Zvqjlm.';
const LETTER = ['Dear sister, the water is high.', 'We shall be with you on Sunday.'];

let folder: string;
let dir: string;
let running: RunningApp;

/** Ink that has flaked off in a strip of each line: a machine reads it, and is not sure. */
function flaked(page: Pixels): Pixels {
  const data = page.data.map((ink, at) => {
    const [x, y] = [at % page.width, Math.floor(at / page.width)];
    return x > 480 && x < 620 && (x * 7 + y * 13) % 11 < 5 ? Math.max(ink, 200) : ink;
  });
  return { ...page, data };
}

async function image(name: string, page: Pixels): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, greyPng(page));
  return file;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonds-proofreading-'));
  dir = join(folder, 'Work.fonds');
  await terminalJson('create', dir);
  await terminalJson('import', dir, await image('Scan.png', flaked(drawPage([SCAN], LAYOUT))));
  for (const [at, text] of LETTER.entries())
    await terminalJson('import', dir, await image(`Letter ${at + 1}.png`, drawPage([text], LAYOUT)));
  const rows = await sourcesOf();
  const id = (title: string) => rows.find((row) => row.title === title)?.id ?? '';
  await terminalJson('gather', dir, id('Letter 1'), id('Letter 2'), '--title', 'Letter');
  await terminalJson('ocr', dir, id('Scan'), '--language', 'eng');
  running = await launch(['--archive', dir], { folder });
}, 240_000);
afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

const open = async (title: string) => {
  const { page } = running;
  await page.keyboard.press('Control+1');
  await page.getByText(title, { exact: true }).first().dblclick();
  await documents(page).getByRole('tab', { name: title }).first().waitFor();
};
const left = async () => Number(await running.page.locator('[data-doubtful-left]').getAttribute('data-doubtful-left'));
const editor = () => running.page.locator('.cm-content');
const selected = () => running.page.evaluate(() => String(window.getSelection()));
const inSizes = async (name: string) => {
  const { app, page } = running;
  const resize = (width: number, height: number) =>
    app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
      {
        width,
        height,
      },
    );
  await resize(1_920, 1_080);
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(1_920);
  await page.screenshot({ path: join(shots, `${name}-1920.png`) });
  await switchTheme(page);
  await page.screenshot({ path: join(shots, `${name}-1920-dark.png`) });
  await switchTheme(page);
  await resize(1_280, 800);
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(1_280);
  expect(await checkBothThemes(page, name)).toEqual([]);
};

describe('proofreading', () => {
  let doubtful = 0;
  it('opens a text that was read by OCR at its first doubtful word, each line below its image', async () => {
    const { page } = running;
    await open('Scan');
    await page.getByRole('region', { name: /^Text of Scan/ }).waitFor();
    await page.keyboard.press('Control+Alt+p');
    await page.getByRole('heading', { name: 'Proofread: Scan' }).waitFor();
    doubtful = await left();
    expect(doubtful).toBeGreaterThan(1);
    expect(await page.locator('.cm-doubtful').count()).toBe(doubtful);
    expect(await page.locator('.cm-line-image').count()).toBeGreaterThan(1);
    await expect
      .poll(() =>
        page
          .locator('.cm-line-image > img')
          .first()
          .evaluate((image) => (image as HTMLImageElement).naturalWidth),
      )
      .toBeGreaterThan(1_000);
    await expect.poll(selected).toBe(await page.locator('.cm-doubtful').first().innerText());
    await page.keyboard.press('Alt+p');
    await page.getByRole('img', { name: 'Picture of page 1' }).waitFor();
    await inSizes('proofreading');
    await page.keyboard.press('Alt+p');
  });

  it('goes from one doubtful word to the next and back, takes a word as it is, and undoes that', async () => {
    const { page } = running;
    await editor().focus();
    const first = await selected();
    await page.keyboard.press('F9');
    const second = await selected();
    expect(second).not.toBe(first);
    await page.keyboard.press('Shift+F9');
    await expect.poll(selected).toBe(first);
    await page.keyboard.press('Enter');
    await expect.poll(left).toBe(doubtful - 1);
    await expect.poll(selected).toBe(second);
    await page.keyboard.press('Control+z');
    await expect.poll(left).toBe(doubtful);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(left).toBe(doubtful - 1);
  });

  it('keeps what was typed over a doubtful word when the program is killed', async () => {
    const { page } = running;
    await page.keyboard.press('F9');
    await page.keyboard.type('zwieback');
    await expect.poll(left).toBe(doubtful - 2);
    // The draft holds edits: the letter that replaced the word, and those behind it.
    await killAndStart('proofreading', 'wieback');
    await open('Scan');
    await running.page.keyboard.press('Control+Alt+p');
    await running.page.getByText('You had not saved this proofreading yet').waitFor();
    await expect.poll(() => editor().innerText()).toContain('zwieback');
    expect(await left()).toBe(doubtful - 2);
  });

  it('saves one version, in which the new word is found and what was seen is not asked for again', async () => {
    const { page } = running;
    await page.getByRole('button', { name: 'Save as a new version' }).press('Enter');
    await page.getByText('Saved as a new version of the text').waitFor();
    expect(await textOf('Scan')).toMatchObject({ reason: 'Proofread', origin: 'person' });
    await page.keyboard.press('Control+Shift+f');
    await page.locator('[data-area="search"] input').first().fill('zwieback');
    await page.getByRole('option', { name: /Scan/ }).first().waitFor();
    await page.keyboard.press('Control+1');
    await page.getByRole('region', { name: /^Text of Scan/ }).focus();
    await page.keyboard.press('Control+Alt+p');
    await page.getByRole('heading', { name: 'Proofread: Scan' }).waitFor();
    expect(await left()).toBe(doubtful - 2);
    await page.keyboard.press('Control+w');
  });

  it('is undone in one step', async () => {
    const { page } = running;
    const text = page.getByRole('region', { name: /^Text of Scan/ });
    await text.focus();
    await page.keyboard.press('Control+z');
    await expect.poll(() => text.innerText()).not.toContain('zwieback');
  });
});

describe('transcription', () => {
  it('is offered for photographs without a text, and begins with an empty page beside the image', async () => {
    const { page } = running;
    await open('Letter');
    await page.getByRole('heading', { name: 'No text yet' }).waitFor();
    await page.getByRole('button', { name: 'Transcribe…' }).press('Enter');
    await page.getByRole('heading', { name: 'Transcribe: Letter' }).waitFor();
    await page.locator('[data-page-image]').waitFor();
    await expect.poll(() => editor().evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('is written over two pages by keys, with marks, while the image follows', async () => {
    const { page } = running;
    const image = () => page.locator('[data-page-image] > img').getAttribute('style');
    await page.keyboard.type('Dear sister,');
    const before = await image();
    await page.keyboard.press('Enter');
    await page.keyboard.type('the water is ');
    await page.keyboard.press('Alt+1');
    await page.keyboard.press('Alt+=');
    await page.keyboard.press('Alt+=');
    await expect.poll(image).not.toBe(before);
    await page.keyboard.press('Enter');
    await page.keyboard.type('Gov');
    await page.keyboard.press('Alt+3');
    await page.keyboard.type('ernmen');
    await inSizes('transcription');
    await editor().focus();
    await page.keyboard.press('Alt+PageDown');
    await page.getByRole('img', { name: 'Picture of page 2' }).waitFor();
    await page.keyboard.type('We shall be with you on Sundry.');
    await killAndStart('transcription', 'Sundry');
  });

  it('is there again when the program was killed in the middle, on the page that was written', async () => {
    const { page } = running;
    await open('Letter');
    await page.getByRole('button', { name: 'Transcribe…' }).press('Enter');
    await page.getByText('You had not saved this transcription yet').waitFor();
    await expect.poll(() => editor().innerText()).toContain('Sundry.');
    await page.keyboard.press('Alt+PageUp');
    await expect.poll(() => editor().innerText()).toBe('Dear sister,\nthe water is [unclear]\nGov(ernmen)');
  });

  it('is saved as a version with its pages', async () => {
    const { page } = running;
    await page.getByRole('button', { name: 'Save as a new version' }).press('Enter');
    await page.getByText('Saved as a new version of the text').waitFor();
    const text = page.getByRole('region', { name: /^Text of Letter/ });
    await expect.poll(() => text.innerText()).toContain('We shall be with you on Sundry.');
    const version = await textOf('Letter');
    expect(version?.reason).toBe('Transcribed');
    expect(version?.origin).toBe('person');
    expect(
      version?.spans.flatMap((span) => (span.kind === 'page' ? [version.text.slice(span.start, span.end)] : [])),
    ).toEqual(['Dear sister,\nthe water is [unclear]\nGov(ernmen)', 'We shall be with you on Sundry.']);
  });
});

async function sourcesOf(): Promise<readonly { id: string; title: string }[]> {
  return (await terminalJson<{ sources: { id: string; title: string }[] }>('sources', dir)).sources;
}

/** The current text of a source, as the window is given it: the archive is open in it. */
function textOf(title: string) {
  return running.page.evaluate(async (wanted) => {
    const sort = { by: 'title', direction: 'ascending' } as const;
    const found = await window.fonds.invoke('source.list', { filter: {}, sort, offset: 0, limit: 5 });
    const sourceId = found.ok ? found.value.rows.find((row) => row.title === wanted)?.id : undefined;
    const answer = sourceId && (await window.fonds.invoke('text.get', { sourceId }));
    return answer?.ok ? answer.value : null;
  }, title);
}

/** Kills the program once the draft holds `words`, as a failing machine would, and starts it again. */
async function killAndStart(kind: string, words: string): Promise<void> {
  const { app, page } = running;
  await expect
    .poll(() =>
      page.evaluate(
        ([name, text]) =>
          Object.entries(localStorage).some(([key, draft]) => key.startsWith(name ?? '') && draft.includes(text ?? '')),
        [kind, words],
      ),
    )
    .toBe(true);
  // The call that writes drafts to the disk was made with the draft; this one is answered behind it.
  await page.evaluate(() => window.fonds.shell('shell.keepDrafts', undefined));
  const process = app.process();
  const gone = new Promise((resolve) => process.once('exit', resolve));
  process.kill('SIGKILL');
  await gone;
  running = await launch(['--archive', dir], { folder });
}
