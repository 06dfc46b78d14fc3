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

/** Whether this process was started to print. Without a parent that it can speak with there is nothing to print. */
export const isPrintProcess = (argv: readonly string[]): boolean =>
  argv.includes(PRINTING_SWITCH) && process.send !== undefined;

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
  app.on('quit', () => {
    // The parent may no longer be there to clear up.
    const own = app.getPath('userData');
    if (basename(own).startsWith(PRINTING_FOLDER)) rmSync(own, { recursive: true, force: true, maxRetries: 3 });
  });
  process.on('disconnect', leave);
  process.on('message', (message) => printing.receive(message, (answer) => process.send?.(answer)));
  void app.whenReady().then(() => {
    // It may have ended before anybody listened.
    if (!process.connected) leave();
    lockDownResolver();
    process.send?.({ type: 'printing-ready' } satisfies PrintingReady);
  });
}
