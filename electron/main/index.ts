/**
 * Entry of the main process: a verb of the terminal, a process that prints for one, or the window. Invariant: the
 * lockdown is in place before any page exists, and a process with a window parses, hashes, indexes and queries nothing
 * here.
 */
import { app } from 'electron';
import { startDesktop } from './desktop.js';
import { lockDownProcess } from './lockdown.js';
import { isPrintProcess, startPrintProcess } from './printing/print-process.js';
import { registerSchemes } from './protocols.js';
import { runTerminal, terminalArguments } from './terminal.js';

const args = terminalArguments(process.argv, app.isPackaged ? 'executable' : 'executable and app');
if (args !== null) await runTerminal(args);
lockDownProcess();
registerSchemes();
if (isPrintProcess(process.argv)) startPrintProcess();
else startDesktop();
