/** A folder of files of many kinds in the real window: what is refused together, and what a form filled in looks like. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { answerOpenDialog, axe, checkBothThemes, documents, launch, type RunningApp, shots } from '../support/app.js';
import { appearance, at, drawnPdf } from '../support/drawn-pdf.js';
import { story } from '../support/story.js';
import { terminalJson } from '../support/terminal.js';

const it = story();
/** A form with a field that is filled in, a stamp over it, and words that somebody typed on the page. */
const FORM = drawnPdf({
  content: at(60, 760, 'Request to see the papers of the Harbour Office', 16) + at(60, 720, 'Name:'),
  catalog: '/AcroForm << /Fields [6 0 R] /DA (/F1 10 Tf 0 g) /DR << /Font << /F1 4 0 R >> >> >>',
  page: '/Annots [6 0 R 8 0 R 10 0 R]',
  objects: [
    '<< /Type /Annot /Subtype /Widget /Rect [180 715 380 735] /F 4 /FT /Tx /T (n) /V (Marta Ilic) /AP << /N 7 0 R >> >>',
    appearance('Marta Ilic'),
    '<< /Type /Annot /Subtype /Stamp /Rect [60 600 260 620] /F 4 /AP << /N 9 0 R >> >>',
    appearance('DECLASSIFIED'),
    '<< /Type /Annot /Subtype /FreeText /F 4 /Rect [60 500 260 540] /Contents (Seen by the clerk) /DA (/F1 10 Tf) >>',
  ],
});

let folder: string;
let running: RunningApp;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonds-insets-'));
  const dir = join(folder, 'Work.fonds');
  await terminalJson('create', dir);
  await mkdir(join(folder, 'papers'));
  await writeFile(join(folder, 'papers', 'request.pdf'), FORM);
  for (let box = 1; box <= 9; box += 1) await writeFile(join(folder, 'papers', `box-${box}.xyz`), 'no reader');
  running = await launch([], { folder });
  const { app, page } = running;
  await page.getByRole('tabpanel').locator('mark').first().waitFor();
  await answerOpenDialog(app, dir);
  await page.keyboard.press('Control+o');
  await page.getByText('No sources yet').waitFor();
  await answerOpenDialog(app, join(folder, 'papers'));
});
afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

describe('a folder of files of many kinds', () => {
  it('says in one line that nine files cannot be read, and brings in the other', async () => {
    const { page } = running;
    await page.keyboard.press('Control+Shift+I');
    const sheet = page.getByRole('dialog');
    await sheet.getByText('9 files of kinds that cannot be read').first().waitFor();
    expect(await axe(page)).toEqual([]);
    await page.screenshot({ path: join(shots, 'refused-together.png') });
    await sheet.getByRole('button', { name: 'Import 1 file' }).click();
    await sheet.getByRole('button', { name: 'Done', exact: true }).waitFor();
    await sheet.getByText('9 files of kinds that cannot be read').first().waitFor();
    expect(await axe(page)).toEqual([]);
    await page.screenshot({ path: join(shots, 'refused-report.png') });
    await sheet.getByRole('button', { name: 'Done', exact: true }).click();
    await sheet.waitFor({ state: 'detached' });
  });
});

describe('a form that was filled in', () => {
  it('shows what stands in its field, what was typed on it and its stamp as what they are', async () => {
    const { page } = running;
    await page.getByRole('option', { name: /^request/ }).dblclick();
    await documents(page)
      .getByRole('tab', { name: /Request|request/ })
      .waitFor();
    const text = page.getByRole('region', { name: /^Text of request/ });
    const kinds = () =>
      text
        .locator('[data-kind][data-ends]')
        .evaluateAll((found) => found.map((one) => [one.textContent, one.getAttribute('data-kind')]));
    await expect.poll(kinds).toEqual([
      ['Marta Ilic', 'form-field'],
      ['DECLASSIFIED', 'stamp'],
      ['Seen by the clerk', 'typed'],
    ]);
    expect(await checkBothThemes(page, 'pdf-insets')).toEqual([]);
  });
});
