/** The one window: sandboxed, isolated, placed where it was left if that place still exists, shown when painted. */
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { windowQuery } from '../wording/index.js';
import { APP_PAGE } from './origins.js';
import { preloadFile } from './paths.js';
import type { Bounds, PreferencesStore } from './preferences-store.js';

/** The paper of tokens.css, light and dark: the window has it before the first paint, so that nothing flashes. */
const PAPER = { light: '#fcfaf5', dark: '#1a1f27' } as const;

const DEFAULT_SIZE = { width: 1280, height: 840 } as const;
const MINIMUM_SIZE = { minWidth: 720, minHeight: 480 } as const;
/** How long the window rests before its place is written down. */
const REST_MS = 1_000;
/** How much of a window must lie on a display for a person to be able to grasp it, in pixels. */
const GRASP_PX = 80;

const paper = (): string => (nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light);

/** @returns whether enough of `bounds` lies on one of the work areas to be seen and moved. */
export function isReachable(bounds: Bounds, workAreas: readonly Bounds[]): boolean {
  return workAreas.some((area) => {
    const width = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
    const height = Math.min(bounds.y + bounds.height, area.y + area.height) - Math.max(bounds.y, area.y);
    return width >= GRASP_PX && height >= GRASP_PX && bounds.y >= area.y - 1;
  });
}

/** @param onDocument called each time a page is ready for its port, also after a reload. */
export function createWindow(
  preferences: PreferencesStore,
  onDocument: (window: BrowserWindow) => void,
): BrowserWindow {
  const remembered = preferences.window;
  const areas = screen.getAllDisplays().map((display) => display.workArea);
  const place = remembered !== null && isReachable(remembered.bounds, areas) ? remembered.bounds : DEFAULT_SIZE;
  const window = new BrowserWindow({
    ...place,
    ...MINIMUM_SIZE,
    show: false,
    title: 'Fonds',
    backgroundColor: paper(),
    webPreferences: {
      preload: preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      enableWebSQL: false,
    },
  });
  if (remembered?.state === 'maximized') window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('page-title-updated', (event) => event.preventDefault());
  window.webContents.on('dom-ready', () => onDocument(window));
  rememberPlace(window, preferences);

  const followTheme = (): void => window.setBackgroundColor(paper());
  nativeTheme.on('updated', followTheme);
  window.once('closed', () => nativeTheme.off('updated', followTheme));
  void window.loadURL(`${APP_PAGE}${windowQuery}`);
  return window;
}

function rememberPlace(window: BrowserWindow, preferences: PreferencesStore): void {
  let rest: NodeJS.Timeout | null = null;
  const write = (): void => {
    if (rest !== null) clearTimeout(rest);
    rest = null;
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return;
    preferences.setWindow({ bounds: window.getNormalBounds(), state: window.isMaximized() ? 'maximized' : 'normal' });
  };
  const later = (): void => {
    if (rest !== null) clearTimeout(rest);
    rest = setTimeout(write, REST_MS);
  };
  window.on('resize', later);
  window.on('move', later);
  window.on('close', write);
}
