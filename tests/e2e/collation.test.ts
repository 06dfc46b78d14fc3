/** Comparing in the real window: the two releases of one memorandum, from the suggestion to the exported apparatus. */
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerSaveDialog, documents, launch, lookAtBoth, type RunningApp, root } from '../support/app.js';

const shots = join(root, 'out', 'e2e');
let folder: string;
let running: RunningApp;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonds-collation-'));
  await mkdir(shots, { recursive: true });
  running = await launch([], { folder });
  await running.page.getByRole('tabpanel').locator('mark').first().waitFor();
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
const lookAt = async (name: string) => expect(await lookAtBoth(running.page, name)).toEqual([]);
const press = async (...keys: string[]) => {
  for (const key of keys) await running.page.keyboard.press(key);
};
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
    await inspector().getByRole('tab', { name: 'Compare with' }).click();
    const alike = inspector().getByRole('list', { name: 'Sources that share much of this text' });
    await alike.getByText(/release of 2016/).waitFor();
    await lookAt('collation-suggested');
    await alike.getByRole('button', { name: /Compare with .*2016/ }).click();
    await comparison().waitFor();
    await text('A').locator('[data-overlay]').first().waitFor();
    await page.waitForTimeout(600);
    await lookAt('collation');
  });
});
