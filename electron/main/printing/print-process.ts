/**
 * The program as a process that prints for a terminal, which has no Chromium of its own. It shows nothing, needs no
 * display, keeps its settings in a folder that its parent names, and ends with its parent, however that ends.
 */
import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import { app } from 'electron';
import { PRINTING_FOLDER, PRINTING_SWITCH, type PrintingReady } from '../../contract/index.js';
import { lockDownResolver } from '../lockdown.js';
import { fontsDir } from '../paths.js';
import { servePrinting } from './serve-printing.js';

/** Whether this process was started to print, and never to show a window, also when its parent is gone by now. */
export const isPrintProcess = (argv: readonly string[]): boolean => argv.includes(PRINTING_SWITCH);

/** Must run before `ready`. */
export function startPrintProcess(): void {
  // As root Chromium cannot sandbox, and the parent says so by a switch; in every other case the page is sandboxed.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.dock?.hide();
  const printing = servePrinting({ fontsDir });
  // Windows come and go with each page.
  app.on('window-all-closed', () => undefined);
  const leave = (): void => {
    printing.stop();
    app.exit(0);
  };
  // The parent may no longer be there to clear up. What Chromium's own processes write after this, the next one removes.
  const own = app.getPath('userData');
  process.on('exit', () => {
    if (basename(own).startsWith(PRINTING_FOLDER)) rmSync(own, { recursive: true, force: true, maxRetries: 3 });
  });
  process.on('disconnect', leave);
  process.on('message', (message) => printing.receive(message, (answer) => process.send?.(answer)));
  void app.whenReady().then(() => {
    // It may have ended before anybody listened.
    if (!process.connected) return leave();
    lockDownResolver();
    process.send?.({ type: 'printing-ready' } satisfies PrintingReady);
  });
}
