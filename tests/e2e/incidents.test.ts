/** Something goes wrong inside the archive service: the window is given an id, and the menu shows where it is written. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, type RunningApp } from '../support/app.js';
import { terminal } from '../support/terminal.js';
import { putUnreadableSearch, UNREADABLE } from '../support/unreadable-search.js';

let folder: string;
let dir: string;
let log: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonds-incident-'));
  dir = join(folder, 'Letters.fonds');
  log = join(folder, 'user-data', 'logs', 'incidents.log');
  expect(await terminal('create', dir)).toMatchObject({ code: 0 });
});
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));

/** Chooses the entry of the Help menu. @returns what has been shown in its folder since the start. */
async function chooseEntry(app: ElectronApplication): Promise<string[]> {
  return app.evaluate(async ({ Menu, shell }) => {
    const state = globalThis as unknown as { shown?: string[] };
    const shown = state.shown ?? [];
    state.shown = shown;
    shell.showItemInFolder = (path) => void shown.push(path);
    const item = Menu.getApplicationMenu()?.getMenuItemById('help.incidents');
    if (!item) throw new Error('there is no such entry');
    item.click();
    // The window hears of it, and asks the shell back.
    for (let turn = 0; turn < 100 && shown.length === 0; turn += 1) await new Promise((done) => setTimeout(done, 20));
    return shown;
  });
}

describe('the log of incidents', () => {
  let running: RunningApp;

  it('is not there, and the menu says so, while nothing has gone wrong', async () => {
    running = await launch(['--archive', dir], { folder });
    try {
      await running.page.getByText('Letters').first().waitFor();
      expect(await chooseEntry(running.app)).toEqual([]);
      await running.page.getByText('No incident was ever written down').waitFor();
    } finally {
      await running.close();
    }
  });

  it('holds what went wrong in the service, under the id that the window is given, and the menu shows its file', async () => {
    putUnreadableSearch(dir);
    running = await launch(['--archive', dir], { folder });
    try {
      const { app, page } = running;
      await page.getByText('Letters').first().waitFor();
      const failed = await page.evaluate(() => window.fonds.invoke('search.saved', undefined));
      if (failed.ok) throw new Error('search.saved did not fail');
      const { incidentId } = failed.error.details as { incidentId: string };
      expect(failed.error.message).toContain(incidentId);
      const lines = (await readFile(log, 'utf8')).trimEnd().split('\n');
      const entry = lines.map((line) => JSON.parse(line)).find((line) => line.incidentId === incidentId);
      expect(entry).toMatchObject({ what: 'service-call', call: 'search.saved', name: 'SyntaxError' });
      expect(lines.join('\n')).not.toContain(UNREADABLE.slice(0, 4));
      expect(await chooseEntry(app)).toEqual([log]);
    } finally {
      await running.close();
    }
  });
});
