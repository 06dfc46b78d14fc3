/**
 * Entry of the main process: a disposable process, a verb of the terminal, a process that prints for one, or the window.
 * Invariant: the lockdown is in place before any page exists, and a process with a window parses, hashes, indexes and queries nothing
 * here.
 */
import { pathToFileURL } from 'node:url';
import { app } from 'electron';
import { DISPOSABLE_SWITCH } from '../contract/index.js';
import { startDesktop } from './desktop.js';
import { lockDownProcess } from './lockdown.js';
import { disposableFile } from './paths.js';
import { isPrintProcess, startPrintProcess } from './printing/print-process.js';
import { registerSchemes } from './protocols.js';
import { runTerminal, terminalArguments } from './terminal.js';

if (process.argv.includes(DISPOSABLE_SWITCH)) await work();
const args = terminalArguments(process.argv, app.isPackaged ? 'executable' : 'executable and app');
if (args !== null) await runTerminal(args);
lockDownProcess();
registerSchemes();
if (isPrintProcess(process.argv)) startPrintProcess();
else startDesktop();

/** Never ends: the process works for its parent, and Electron waits for this module before it starts Chromium. */
async function work(): Promise<never> {
  await import(pathToFileURL(disposableFile).href);
  return new Promise(() => undefined);
}
