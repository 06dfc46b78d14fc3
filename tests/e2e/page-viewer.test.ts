/** Pages as a person looks at them: one document of several files, turned, cut, straightened, lit; kept and undone. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { SourceId, Page as SourcePage } from '../../electron/contract/index.js';
import { answerOpenDialog, checkBothThemes, documents, launch, type RunningApp } from '../support/app.js';
import { drawPage } from '../support/drawn-page.js';
import { greyPng } from '../support/make-images.js';
import { tiff } from '../support/make-tiff.js';
import { story } from '../support/story.js';
import { terminalJson } from '../support/terminal.js';

const it = story();
const LAYOUT = { widthPx: 900, heightPx: 620, sizePx: 34, marginPx: 90 } as const;
const WORDS = [
  'The lock keeper counted forty-three barges in the morning, and wrote the number on a card.',
  'The water above the gate had risen by eleven centimetres since Sunday.',
  'He made a mark on a stake, and asked for a second pair of eyes.',
];

let folder: string;
let dir: string;
let running: RunningApp;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonds-page-viewer-'));
  dir = join(folder, 'Work.fonds');
  await terminalJson('create', dir);
  const box = join(folder, 'Box');
  await mkdir(box);
  const pages = WORDS.map((text) => drawPage([text], LAYOUT));
  for (const [at, page] of pages.entries()) await writeFile(join(box, `IMG_${at + 1}.png`), greyPng(page));
  await writeFile(join(box, 'Scan.tif'), tiff(pages));
  running = await start();
});
afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

async function start(): Promise<RunningApp> {
  const next = await launch([], { folder });
  await next.page.getByRole('tabpanel').locator('mark').first().waitFor();
  await answerOpenDialog(next.app, dir);
  await next.page.keyboard.press('Control+o');
  await next.page
    .getByText(/No sources yet|Scan/)
    .first()
    .waitFor();
  return next;
}

const call = (name: string, input: unknown): Promise<unknown> =>
  running.page.evaluate(
    async ([name, input]) => {
      const answer = (await window.fonds.invoke(name as never, input as never)) as { ok: boolean; value?: unknown };
      if (!answer.ok) throw new Error(JSON.stringify(answer));
      return answer.value;
    },
    [name, input] as const,
  );
const idOf = async (title: string): Promise<SourceId> => {
  const sort = { by: 'title', direction: 'ascending' };
  const { rows } = (await call('source.list', { filter: {}, sort, offset: 0, limit: 50 })) as {
    rows: { id: SourceId; title: string }[];
  };
  const row = rows.find((one) => one.title === title);
  if (!row) throw new Error(`no source ${title}`);
  return row.id;
};
const viewsOf = async (title: string) =>
  ((await call('page.list', { sourceId: await idOf(title) })) as SourcePage[]).map(({ view }) => view);
const open = async (title: string) => {
  const { page } = running;
  await page.getByText(title, { exact: true }).first().dblclick();
  await documents(page).getByRole('tab', { name: title }).waitFor();
  await page.getByRole('button', { name: 'Show the original' }).click();
  await pictures().first().waitFor();
};
const pictures = () => running.page.locator('[data-page-picture]:visible');
const pages = () => running.page.getByRole('region', { name: /^Page images of/ });
const tools = () => running.page.getByRole('toolbar', { name: 'Page images' });

describe('a source of several photographs', () => {
  it('is one document, and a file of three pages is one too', async () => {
    const { app, page } = running;
    await answerOpenDialog(app, join(folder, 'Box'));
    await page.keyboard.press('Control+Shift+I');
    await page.getByRole('dialog').getByRole('button', { name: 'Import 4 files' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Done', exact: true }).click();
    const originals = await Promise.all(
      WORDS.map(async (_, at) => ({ sourceId: await idOf(`IMG_${at + 1}`), position: 0 })),
    );
    await call('page.arrange', { sources: [{ id: originals[0]?.sourceId, title: 'Letter', originals }] });
    await open('Letter');
    await tools().getByText('(1 of 3)').waitFor();
    await pages().focus();
    await page.keyboard.press('End');
    await tools().getByText('(3 of 3)').waitFor();
    await open('Scan');
    await tools().getByText('(1 of 3)').waitFor();
  });

  it('is seen two pages side by side, and whole', async () => {
    const { page } = running;
    await pages().focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('b');
    await page.keyboard.press('h');
    const boxes = async () => Promise.all([pictures().nth(0).boundingBox(), pictures().nth(1).boundingBox()]);
    await expect
      .poll(async () => {
        const [left, right] = await boxes();
        return left !== null && right !== null && left.y === right.y && left.x + left.width < right.x;
      })
      .toBe(true);
    expect(await checkBothThemes(page, 'pages-side-by-side')).toEqual([]);
    await page.keyboard.press('PageDown');
    await tools().getByText('(3 of 3)').waitFor();
    await page.keyboard.press('b');
    await page.keyboard.press('w');
    await page.keyboard.press('Home');
    await tools().getByText('(1 of 3)').waitFor();
  });
});

describe('the looking tools', () => {
  it('turn a page and take it back with Undo', async () => {
    const { page } = running;
    await pages().focus();
    await page.keyboard.press('r');
    await expect.poll(async () => (await viewsOf('Scan')).map(({ turn }) => turn)).toEqual([90, 0, 0]);
    await expect
      .poll(async () => {
        const box = await pictures().first().boundingBox();
        return (box?.height ?? 0) > (box?.width ?? 0);
      })
      .toBe(true);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await viewsOf('Scan')).map(({ turn }) => turn)).toEqual([0, 0, 0]);
  });

  it('crop by keys', async () => {
    const { page } = running;
    await pages().focus();
    await page.keyboard.press('c');
    const rectangle = page.getByRole('application', { name: /^What is to be seen/ });
    await rectangle.waitFor();
    for (let at = 0; at < 6; at += 1) await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Enter');
    await rectangle.waitFor({ state: 'detached' });
    await expect.poll(async () => (await viewsOf('Scan'))[0]?.crop).toMatchObject({ left: 0.05, top: 0.05 });
    const crop = (await viewsOf('Scan'))[0]?.crop;
    expect(crop?.right).toBeLessThan(0.95);
  });

  it('straighten by four corners, moved by keys', async () => {
    const { page } = running;
    await pages().focus();
    await page.keyboard.press('s');
    await page.getByRole('button', { name: 'Upper left corner of the sheet' }).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    expect(await checkBothThemes(page, 'page-corners')).toEqual([]);
    await page.getByRole('button', { name: 'Straighten', exact: true }).click();
    await expect
      .poll(async () => {
        const corners = (await viewsOf('Scan'))[0]?.corners;
        return corners && corners.topLeft.x > 0.08 && corners.topRight.y > 0.08 && corners.bottomLeft.x === 0.08;
      })
      .toBe(true);
  });

  it('invert and light all pages at once, by keys and sliders', async () => {
    const { page } = running;
    await pages().focus();
    await page.getByText('For all 3 pages').click();
    await page.getByRole('slider', { name: 'Brightness' }).focus();
    for (let at = 0; at < 4; at += 1) await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await viewsOf('Scan')).map((view) => view.brightness)).toEqual([20, 20, 20]);
    await page.getByRole('button', { name: 'Invert light and dark' }).click();
    await expect.poll(async () => (await viewsOf('Scan')).map((view) => view.isInverted)).toEqual([true, true, true]);
    expect(await checkBothThemes(page, 'looking-tools')).toEqual([]);
  });

  it('are kept when Fonds is started again, and given up as a whole', async () => {
    await running.close();
    running = await launch(['--archive', dir], { folder });
    await documents(running.page).getByRole('tab', { name: 'Scan' }).click();
    await running.page.getByRole('button', { name: 'Show the original' }).click();
    await pictures().first().waitFor();
    expect((await viewsOf('Scan')).map((view) => view.isInverted)).toEqual([true, true, true]);
    const { page } = running;
    await pages().focus();
    await page.keyboard.press('l');
    await page.getByText('For all 3 pages').click();
    await page.getByRole('button', { name: 'As it was brought in' }).click();
    await expect
      .poll(async () => (await viewsOf('Scan')).every((view) => !view.isInverted && !view.crop && !view.corners))
      .toBe(true);
  });
});
