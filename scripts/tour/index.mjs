/**
 * The main job, driven in the real app as a person would: the sample archive, an import, a search, a hit, an export.
 * Screenshots and what was exported go to out/tour/. Ends with 1 when any step does not show what it should.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { _electron } from 'playwright-core';
import { electronPath } from '../ensure-electron.mjs';
import { root } from '../lib/run.mjs';
import { TOUR_DOCUMENTS } from './documents.mjs';

const out = join(root, 'out', 'tour');
const WAIT_MS = 60_000;
/** For what is drawn after the last awaited thing: fonts, ticks, the inspector. */
const SETTLE_MS = 600;

async function writeDocuments(dir) {
  for (const [name, content] of Object.entries(TOUR_DOCUMENTS)) {
    await mkdir(dirname(join(dir, name)), { recursive: true });
    await writeFile(join(dir, name), content);
  }
  return Object.keys(TOUR_DOCUMENTS).length;
}

/** What a file dialog would answer; the rest of the app runs as it ships. */
async function answerDialogs(app, answers) {
  await app.evaluate(({ dialog }, { folder, file }) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: file });
  }, answers);
}

async function tour() {
  await rm(out, { recursive: true, force: true });
  const folder = join(out, 'papers');
  const count = await writeDocuments(folder);
  const exported = join(out, 'found.md');

  const env = { ...process.env, FONDS_USER_DATA: join(out, 'settings') };
  delete env.ELECTRON_RUN_AS_NODE;
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({ executablePath: electronPath(), args: [...asRoot, root], env });
  const page = await app.firstWindow();
  page.setDefaultTimeout(WAIT_MS);
  let shots = 0;
  const step = async (words) => {
    shots += 1;
    const path = join(
      out,
      `${shots}-${words
        .toLowerCase()
        .replace(/[^a-z]+/g, '-')
        .slice(0, 40)}.png`,
    );
    await page.waitForTimeout(SETTLE_MS);
    await page.screenshot({ path });
    console.log(`${words}\n    ${path}`);
  };
  try {
    await answerDialogs(app, { folder, file: exported });
    const hits = page.getByRole('listbox', { name: 'Hits' });
    await page.locator('mark', { hasText: 'Радошевић' }).first().waitFor();
    await step('Opened the sample archive at a document with something found in it');

    await page.keyboard.press('Control+Shift+I');
    const sheet = page.getByRole('dialog');
    const start = sheet.getByRole('button', { name: /^Import \d/ });
    await start.waitFor();
    await step('Looked at a folder and said what an import would do');
    await start.click();
    await sheet.getByRole('button', { name: 'Done', exact: true }).waitFor();
    await sheet.getByText(Object.keys(TOUR_DOCUMENTS)[0]).first().waitFor();
    await step(`Imported the folder of ${count} documents`);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });

    await page.keyboard.press('Control+Shift+F');
    await page.keyboard.type('Radosevic');
    await hits.locator('mark', { hasText: 'Радошевић' }).first().waitFor();
    await step('Searched “Radosevic” and found it in Latin and Cyrillic');

    const search = page.getByRole('region', { name: 'Search', exact: true });
    const filters = search.getByRole('button', { name: 'Filters' });
    await filters.click();
    await search.getByRole('region', { name: 'Filters' }).waitFor();
    await page.keyboard.press('Control+Shift+K');
    await page
      .getByRole('grid', { name: /places$/ })
      .locator('mark')
      .first()
      .waitFor();
    await step('Looked at the facets, and at every place between the words around it');
    await filters.click();

    await page.keyboard.press('Control+Shift+F');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('"winter house"');
    await hits
      .locator('mark', { hasText: /winter house/i })
      .first()
      .waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page
      .getByRole('tabpanel')
      .locator('mark', { hasText: /winter/i })
      .first()
      .waitFor();
    await step('Opened a hit in the reading view');

    await page.keyboard.press('Control+E');
    await page.getByText('Markdown', { exact: true }).click();
    await page.getByRole('button', { name: 'Choose where…' }).click();
    const written = await waitForFile(exported);
    if (!/winter house/i.test(written)) throw new Error(`${exported} does not hold what was found`);
    await step('Exported what was found');
    console.log(`    ${exported}`);

    await page.keyboard.press('Control+Shift+L');
    await step('The same by lamplight');
  } finally {
    await app.close();
  }
}

async function waitForFile(path) {
  const until = Date.now() + WAIT_MS;
  for (;;) {
    const content = await readFile(path, 'utf8').catch(() => null);
    if (content !== null) return content;
    if (Date.now() > until) throw new Error(`${path} was not written`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

try {
  await tour();
  console.log('Done. Nothing was sent anywhere.');
} catch (error) {
  console.error(`The tour stopped: ${error.message}`);
  process.exitCode = 1;
}
