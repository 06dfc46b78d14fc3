/** Where the program's own files lie. Nothing here depends on what the person opened. */
import { join } from 'node:path';

/** Folder of the bundles: dist/electron, also inside the packaged asar. */
export const bundleDir = import.meta.dirname;
/** Folder that holds dist/ and data/. */
export const appRoot = join(bundleDir, '..', '..');
export const rendererDir = join(appRoot, 'dist', 'renderer');
export const preloadFile = join(bundleDir, 'preload.cjs');
export const serviceFile = join(bundleDir, 'service.js');
/** Entry of a process that works for another one of the program. */
export const disposableFile = join(bundleDir, 'disposable-entry.js');
export const terminalFile = join(bundleDir, 'cli.js');
/** Fonts that printed pages are set in. */
export const fontsDir = join(appRoot, 'dist', 'fonts');
