/**
 * Fonds as its Debian package puts it onto a machine. Root installs it with dpkg and runs it as an ordinary user, as a
 * person would; anybody else gets it unpacked into a folder. A machine that has a Fonds of its own is left alone.
 */
import { execFile, execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import { root } from './app.js';

// Electron's own fs takes the packed app for a folder, and remembers it when it is gone.
(process as { noAsar?: boolean }).noAsar = true;

const run = promisify(execFile);
/** The user `nobody` of Debian: no home, no files, no rights. */
const NOBODY = 65_534;
const asRoot = process.getuid?.() === 0;
/** Tells the package of a test from one that a person installed. */
const SUFFIX = '+test';

export const onPath = (program: string): boolean =>
  spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0;

/** The version that dpkg has installed; '' when none. */
const installedVersion = (): string =>
  /^Version: (.*)$/m.exec(spawnSync('dpkg', ['-s', 'fonds'], { encoding: 'utf8' }).stdout ?? '')?.[1] ?? '';

/** What these tests do on this machine, in words for their title; and why not, if they cannot. */
export function installing(): { readonly how: string; readonly skipped: boolean } {
  if (process.platform !== 'linux' || !onPath('dpkg-deb'))
    return { how: 'skipped: there is no dpkg here', skipped: true };
  const isOwn =
    !installedVersion().endsWith(SUFFIX) && ['/opt/Fonds', '/usr/bin/fonds'].some((path) => existsSync(path));
  if (isOwn) return { how: 'skipped: this machine has a Fonds of its own, which is left alone', skipped: true };
  return { how: asRoot ? 'installed with dpkg' : 'unpacked into a folder: only root may install', skipped: false };
}

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface OpenWindow {
  readonly page: Page;
  readonly pid: number;
  close(): Promise<void>;
}

export interface Installed {
  readonly isByDpkg: boolean;
  /** Where the root of the system is: '' when it was installed. */
  readonly prefix: string;
  readonly deb: string;
  /** A folder of the user that runs Fonds. */
  readonly home: string;
  /** Runs any program as that user, with the programs and types that were installed. */
  exec(program: string, ...args: string[]): Promise<Ended>;
  /** Opens the window. Not by Playwright's own way: the packaged program refuses to be inspected. */
  window(...args: string[]): Promise<OpenWindow>;
  /** Hands over what was put into `home` since. */
  lend(): Promise<void>;
  uninstall(): Promise<void>;
  /** Everything that is not Fonds itself. */
  cleanUp(): Promise<void>;
}

/** @param program the packaged program, as `npm run package` lays it out. */
export async function install(program: string): Promise<Installed> {
  const base = await mkdtemp(join(tmpdir(), 'fonds-installed-'));
  await run('chmod', ['755', base]);
  const home = join(base, 'home');
  await mkdir(home);
  const { stdout } = await run(process.execPath, [
    join(root, 'scripts', 'deb', 'index.mjs'),
    ...['--unpacked', dirname(program), '--out', base, '--compression', 'none', '--suffix', SUFFIX],
  ]);
  const deb = stdout.trim();
  const prefix = asRoot ? '' : join(base, 'root');
  if (asRoot) await run('dpkg', ['--force-unsafe-io', '-i', deb]);
  else {
    await run('dpkg-deb', ['-x', deb, prefix]);
    // What the triggers of dpkg do.
    for (const [update, folder] of [
      ['update-mime-database', 'mime'],
      ['update-desktop-database', 'applications'],
    ] as const)
      if (onPath(update)) await run(update, [join(prefix, 'usr/share', folder)]);
  }

  const env = async (): Promise<Record<string, string>> => {
    const { ELECTRON_RUN_AS_NODE: _, XDG_CONFIG_HOME: _c, ...inherited } = process.env as Record<string, string>;
    const own: Record<string, string> = {
      ...inherited,
      HOME: home,
      PATH: asRoot ? (inherited.PATH ?? '') : `${join(prefix, 'opt/Fonds')}:${inherited.PATH}`,
      XDG_DATA_DIRS: `${prefix}/usr/share${asRoot ? '' : ':/usr/share'}`,
      // What is only unpacked has no helper that belongs to root, and some systems allow no sandbox without it.
      ...(asRoot ? {} : { ELECTRON_DISABLE_SANDBOX: '1' }),
      // So that nothing is started by, or asked of, a desktop that happens to run here.
      DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    };
    if (asRoot && inherited.XAUTHORITY && existsSync(inherited.XAUTHORITY)) {
      own.XAUTHORITY = join(base, 'display-key');
      await copyFile(inherited.XAUTHORITY, own.XAUTHORITY);
      await run('chown', [String(NOBODY), own.XAUTHORITY]);
    }
    return own;
  };
  const asUser = (words: readonly string[]): [string, string[]] => {
    const ordinary = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];
    const [program = '', ...args] = asRoot ? ['setpriv', ...ordinary, ...words] : words;
    return [program, args];
  };
  const lend = async (): Promise<void> => {
    if (asRoot) await run('chown', ['-R', `${NOBODY}:${NOBODY}`, home]);
  };
  await lend();

  return {
    isByDpkg: asRoot,
    prefix,
    deb,
    home,
    lend,
    async exec(name, ...args) {
      const [file, words] = asUser([name, ...args]);
      const environment = await env();
      return new Promise((resolve, reject) => {
        execFile(file, words, { env: environment, cwd: home }, (error, out, err) => {
          const code = error === null ? 0 : error.code;
          if (typeof code === 'number') resolve({ code, stdout: out, stderr: err });
          else reject(error);
        });
      });
    },
    async window(...args) {
      const [file, words] = asUser(['fonds', '--remote-debugging-port=0', ...args]);
      const child = spawn(file, words, { env: await env(), cwd: home, stdio: ['ignore', 'ignore', 'pipe'] });
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      const address = await new Promise<string>((resolve, reject) => {
        let said = '';
        child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
          said += chunk;
          const [, found] = /DevTools listening on (ws:\S+)/.exec(said) ?? [];
          if (found !== undefined) resolve(found);
        });
        child.once('error', reject);
        child.once('exit', (code, signal) => reject(new Error(`the window ended with ${signal ?? code}: ${said}`)));
      });
      const browser: Browser = await chromium.connectOverCDP(address);
      const [context] = browser.contexts();
      if (!context) throw new Error('Chromium has no context');
      const page = context.pages()[0] ?? (await context.waitForEvent('page'));
      await page.waitForSelector('#root > *');
      return {
        page,
        pid: child.pid ?? 0,
        close: async () => {
          await browser.close();
          child.kill('SIGTERM');
          await ended;
        },
      };
    },
    async uninstall() {
      if (asRoot) await run('dpkg', ['--force-unsafe-io', '-r', 'fonds']);
      else await run('rm', ['-rf', prefix]);
    },
    async cleanUp() {
      if (asRoot && installedVersion().endsWith(SUFFIX))
        execFileSync('dpkg', ['--purge', 'fonds'], { stdio: 'ignore' });
      await run('rm', ['-rf', base]);
    },
  };
}
