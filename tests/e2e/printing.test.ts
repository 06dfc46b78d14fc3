/** The window prints a PDF through its own main process, with Chromium's real sandbox, and keeps no window of it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FondsBridge, Job, NoteId } from '../../electron/contract/index.js';
import { read } from '../../electron/ingest/index.js';
import { answerSaveDialog } from '../support/app.js';
import { type SandboxedApp, type SandboxedHome, sandboxedHome } from '../support/sandboxed-app.js';
import { terminalJson } from '../support/terminal.js';

let home: SandboxedHome;
let running: SandboxedApp;
let noteId: NoteId;
beforeAll(async () => {
  home = await sandboxedHome();
  const archive = join(home.folder, 'Papers.fonds');
  await terminalJson('create', archive);
  const body = 'في عام ٤٢ كتب السفير رسالة.\n\nWords of the river.';
  ({ id: noteId } = await terminalJson<{ id: NoteId }>('note', archive, '--title', 'Printed', '--body', body));
  await home.grantRead();
  running = await home.launch(['--archive', archive]);
});
afterAll(async () => {
  await running?.close();
  await home?.remove();
});

describe('a PDF from the window', () => {
  it('holds the words of the note, and leaves no window and no listener of it behind', async () => {
    const { app, page } = running;
    const file = join(home.folder, 'printed.pdf');
    await answerSaveDialog(app, file);
    const job = await page.evaluate(async (id): Promise<Job | undefined> => {
      const { fonds } = window as unknown as { fonds: FondsBridge };
      const order = { what: { kind: 'notes' as const, ids: [id] as [NoteId] }, format: 'pdf' as const };
      const started = await fonds.shell('shell.export', order);
      if (!started.ok || started.value === null) throw new Error(JSON.stringify(started));
      const { jobId } = started.value;
      for (;;) {
        const listed = await fonds.invoke('job.list', undefined);
        const found = listed.ok ? listed.value.find((one) => one.id === jobId) : undefined;
        if (found?.state !== 'running') return found;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }, noteId);
    expect(job).toMatchObject({ state: 'done', error: null });
    const { text } = await read(await readFile(file), 'printed.pdf');
    expect(text).toContain('٤٢');
    expect(text).toContain('Words of the river.');
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });
});
