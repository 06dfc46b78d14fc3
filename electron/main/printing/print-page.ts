/**
 * Lays out one page of HTML in a window nobody sees, and prints it. Invariant: the page runs nothing, asks for nothing
 * but the page and the fonts that ship, and its window is gone when this ends, whichever way.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BrowserWindow, type Session, session } from 'electron';
import type { DrawnBy, PrintJob, PrintResult } from '../../contract/index.js';
import { t } from '../../wording/index.js';
import { PRINT_CSP, PRINT_ORIGIN } from '../origins.js';

/** In memory, as it is not called `persist:`; apart from the session of the window. */
const PARTITION = 'fonds-printing';
const FONT_NAME = /^\/fonts\/([\w-]+\.ttf)$/;
/**
 * Resolves to the states of all fonts of the page. It is evaluated over the protocol of the developer tools, which
 * reaches a page whose own scripts are off. A font that arrives late leaves its words out of the PDF in silence.
 */
const LOAD_FONTS = t(
  'Promise.allSettled([...document.fonts].map((font) => font.load())).then(() => [...document.fonts].filter(({ status }) => status !== "loaded").map(({ family, style, weight }) => [family, weight, style].join(" ")))',
);

const pages = new Map<string, Uint8Array>();
let lastPage = 0;
let prepared: Session | null = null;

/** @param fontsDir folder of the fonts that ship. */
function printingSession(fontsDir: string): Session {
  if (prepared) return prepared;
  const made = session.fromPartition(PARTITION, { cache: false });
  // In the place of the filter that every other session has: nothing but our own scheme.
  made.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !url.startsWith(`${PRINT_ORIGIN}/`) }));
  made.protocol.handle('print', (request) => serve(request, fontsDir));
  prepared = made;
  return made;
}

async function serve(request: Request, fontsDir: string): Promise<Response> {
  const { pathname } = new URL(request.url);
  const headers = { 'content-security-policy': PRINT_CSP, 'x-content-type-options': 'nosniff' };
  const page = pages.get(pathname);
  if (page) {
    return new Response(new Uint8Array(page), { headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } });
  }
  const [, font] = FONT_NAME.exec(pathname) ?? [];
  const bytes = font === undefined ? null : await readFile(join(fontsDir, font)).catch(() => null);
  if (!bytes) return new Response(t('There is nothing here.'), { status: 404, headers });
  // The page is sandboxed and so of no origin: a font comes to it only when it is for everyone.
  const open = { 'access-control-allow-origin': '*', 'content-type': 'font/ttf' };
  return new Response(new Uint8Array(bytes), { headers: { ...headers, ...open } });
}

/**
 * @param signal ends the window at once; the promise then rejects with its reason.
 * @throws Error in the words of Chromium when the page's process died or would not load.
 */
export async function printPage(
  { html, wanted }: PrintJob,
  { fontsDir, signal }: { readonly fontsDir: string; readonly signal: AbortSignal },
): Promise<Partial<PrintResult>> {
  signal.throwIfAborted();
  lastPage += 1;
  const path = `/page-${lastPage}.html`;
  pages.set(path, html);
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: printingSession(fontsDir),
      // Without a display, a window that is drawn anywhere else ends the process (Electron 42).
      offscreen: true,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      images: false,
      webgl: false,
      plugins: false,
      spellcheck: false,
      backgroundThrottling: false,
    },
  });
  const { webContents } = window;
  // It is printed, never looked at.
  webContents.setFrameRate(1);
  try {
    return await new Promise<Partial<PrintResult>>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      webContents.once('render-process-gone', (_event, { reason }) => reject(new Error(`its page ended: ${reason}`)));
      void work(window, path, wanted).then(resolve, reject);
    });
  } finally {
    pages.delete(path);
    if (!window.isDestroyed()) window.destroy();
  }
}

async function work(window: BrowserWindow, path: string, wanted: PrintJob['wanted']): Promise<Partial<PrintResult>> {
  const { webContents } = window;
  await webContents.loadURL(`${PRINT_ORIGIN}${path}`);
  webContents.debugger.attach('1.3');
  const ask = (method: string, params: object = {}) => webContents.debugger.sendCommand(method, params);
  const { result } = await ask('Runtime.evaluate', {
    expression: LOAD_FONTS,
    awaitPromise: true,
    returnByValue: true,
  });
  const absent: unknown = result.value;
  if (!Array.isArray(absent) || absent.length > 0) {
    const names = Array.isArray(absent) ? absent.slice(0, 3).join(', ') : String(absent);
    throw new Error(
      `its fonts could not be loaded (${names}), as where a computer has no font at all: install one, such as DejaVu`,
    );
  }
  if (wanted === 'fonts') {
    await ask('DOM.enable');
    await ask('CSS.enable');
    const { root } = await ask('DOM.getDocument', { depth: 0 });
    const { nodeIds } = await ask('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'i' });
    const fonts: DrawnBy[] = [];
    for (const nodeId of nodeIds as readonly number[]) {
      const { fonts: used } = await ask('CSS.getPlatformFontsForNode', { nodeId });
      const glyphs = (isShipped: boolean): number =>
        (used as readonly { isCustomFont: boolean; glyphCount: number }[])
          .filter(({ isCustomFont }) => isCustomFont === isShipped)
          .reduce((sum, { glyphCount }) => sum + glyphCount, 0);
      fonts.push({ shipped: glyphs(true), machine: glyphs(false) });
    }
    return { fonts };
  }
  webContents.debugger.detach();
  const pdf = await webContents.printToPDF({
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
  return { pdf };
}
