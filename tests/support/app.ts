/** Starts the built app for an end-to-end test, with its own settings folder, and takes everything down afterwards. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import axeCore, { type Result } from 'axe-core';
import { _electron, type ElectronApplication, type Locator, type Page } from 'playwright-core';
import type { FondsBridge } from '../../electron/contract/index.js';

declare global {
  interface Window {
    readonly fonds: FondsBridge;
  }
}

export const root = join(import.meta.dirname, '..', '..');
export const electronPath = join(root, 'node_modules', 'electron', 'dist', 'electron');

export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** A folder of this test's own, gone at the end. */
  readonly folder: string;
  close(): Promise<void>;
}

/** @param args after the app itself, for example `--archive DIR`. */
export async function launch(
  args: readonly string[] = [],
  options: { folder?: string; env?: Record<string, string> } = {},
): Promise<RunningApp> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'fonds-e2e-')));
  // Tests run on Electron as Node; the app under test must not.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env as Record<string, string>;
  const app = await _electron.launch({
    executablePath: electronPath,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root, ...args],
    env: { ...env, FONDS_USER_DATA: join(folder, 'user-data'), FONDS_CHECK_OUTPUTS: '1', ...options.env },
  });
  const page = await app.firstWindow();
  await page.waitForSelector('#root > *');
  return {
    app,
    page,
    folder,
    close: async () => {
      await app.close();
      if (!options.folder) await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** The tabs of what is open, without those of the inspector. */
export const documents = (page: Page): Locator => page.getByRole('tablist', { name: 'Open documents' });

/** Answers the next open dialog with these paths. */
export async function answerOpenDialog(app: ElectronApplication, ...paths: string[]): Promise<void> {
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths });
  }, paths);
}

/** Answers the next save dialog with this path. */
export async function answerSaveDialog(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
}

/** Waits until nothing in the window has changed for 150 ms; gives up waiting after 3 s, as a running clock never rests. */
async function waitUntilIdle(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let pause = setTimeout(done, 150);
        const end = setTimeout(done, 3_000);
        const watch = new MutationObserver(() => {
          clearTimeout(pause);
          pause = setTimeout(done, 150);
        });
        watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
        function done(): void {
          watch.disconnect();
          clearTimeout(pause);
          clearTimeout(end);
          resolve();
        }
      }),
  );
}

/**
 * Has axe judge what is in the window. Where no frame is in it, axe is given to it once and answers with violations alone,
 * which takes a third of the time.
 */
async function violations(page: Page): Promise<Result[]> {
  if (page.frames().length > 1)
    return (await new AxeBuilder({ page: page as never }).setLegacyMode(true).analyze()).violations;
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeCore.source);
  return page.evaluate(async () => {
    const { axe: judge } = window as unknown as { axe: typeof axeCore };
    return (await judge.run(document, { resultTypes: ['violations'] })).violations;
  });
}

/**
 * @returns what axe finds on the screen as it stands, a line each; empty when it finds nothing. axe reads the document
 * over several turns and throws where an element leaves it meanwhile (a saved state that appears, say): it then reads
 * again. What it finds is never thrown, so nothing found is lost by that.
 */
export async function axe(page: Page): Promise<string[]> {
  for (let reading = 1; ; reading += 1) {
    await waitUntilIdle(page);
    try {
      const found = await violations(page);
      return found.flatMap((v) => v.nodes.map((node) => `${v.id}: ${v.help}: ${node.target.join(' ')}`));
    } catch (error) {
      if (reading === 3) throw error;
    }
  }
}

/** How many frames in a row nothing may have moved in, for the window to be still. */
const STILL_FRAMES = 10;

/**
 * Waits until nothing moves and no colour changes: every transition has ended, and what is scrolled, the words of a
 * text and what is drawn over them are where they were for ten frames. What turns without end is not waited for.
 */
export async function untilStill(page: Page): Promise<void> {
  await page.evaluate(async (frames) => {
    const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const isMoving = () =>
      document
        .getAnimations()
        .some(({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity);
    const where = () =>
      [...document.querySelectorAll('body *')]
        .map((element) =>
          element.matches('[data-index], [data-mark], [data-overlay], [data-room] > *')
            ? `${element.scrollTop} ${element.getBoundingClientRect().top}`
            : String(element.scrollTop),
        )
        .join();
    let before = '';
    for (let still = 0; still < frames; ) {
      await nextFrame();
      const now = where();
      still = now === before && !isMoving() ? still + 1 : 0;
      before = now;
    }
  }, STILL_FRAMES);
}

/**
 * Goes from light to dark or back, and waits until every colour has changed. Not by key, which a menu that is open would
 * keep to itself.
 */
export async function switchTheme(page: Page): Promise<void> {
  const theme = await page.evaluate(() => {
    const chosen = document.documentElement.dataset.theme;
    const isDark = chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    return isDark ? ('light' as const) : ('dark' as const);
  });
  await page.evaluate((wanted) => window.fonds.shell('shell.setPreferences', { theme: wanted }), theme);
  await page.locator(`html[data-theme="${theme}"]`).waitFor({ state: 'attached' });
  await untilStill(page);
}

/**
 * Waits until the service has answered a question asked now, and the window has drawn what came of it: what was asked
 * before is answered as well. For a test that expects nothing to happen.
 */
export async function roundTrip(page: Page): Promise<void> {
  await page.evaluate(() => window.fonds.invoke('archive.info', undefined));
  await untilStill(page);
}

/** Where tests of the window leave their pictures. */
export const shots = join(root, 'out', 'e2e');

/**
 * Looks at the screen as it stands in light and in dark: a picture of each into `shots`.
 * @returns what axe finds in either, as `axe` does.
 */
export async function checkBothThemes(page: Page, name: string): Promise<string[]> {
  await mkdir(shots, { recursive: true });
  const found: string[] = [];
  for (const suffix of ['', '-dark']) {
    found.push(...(await axe(page)));
    await page.screenshot({ path: join(shots, `${name}${suffix}.png`) });
    await switchTheme(page);
  }
  return found;
}

/**
 * The machine is busy: frames come half a second late, and nothing is done for as long once something has the focus. Keys
 * must neither wait for a frame nor find the cursor elsewhere. @returns ends that.
 */
export async function keepBusy(page: Page): Promise<() => Promise<void>> {
  const atOnce = await page.evaluateHandle(() => {
    const { requestAnimationFrame: draw } = window;
    window.requestAnimationFrame = (work) => Number(setTimeout(() => draw(work), 500));
    const stall = () => {
      for (const until = performance.now() + 500; performance.now() < until; );
    };
    document.addEventListener('focusin', stall);
    return { draw, stall };
  });
  return () =>
    atOnce.evaluate(({ draw, stall }) => {
      window.requestAnimationFrame = draw;
      document.removeEventListener('focusin', stall);
    });
}
