/**
 * Starts the app with Chromium's real sandbox. Chromium refuses that to root, so root lends the app to an ordinary
 * user: a copy of Electron whose sandbox helper is set up as an installer would, a folder of its own, the display's key.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, copyFile, cp, mkdir, mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { electronPath, root } from './app.js';

const run = promisify(execFile);
/** The user `nobody` of Debian: no home, no files, no rights. */
const NOBODY = 65_534;
const asRoot = process.getuid?.() === 0;

export interface SandboxedApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  close(): Promise<void>;
}

export interface SandboxedHome {
  /** Belongs to the user the app runs as; gone after `remove`. */
  readonly folder: string;
  launch(args: readonly string[]): Promise<SandboxedApp>;
  /** Hands over what was put into `folder` since. */
  grantRead(): Promise<void>;
  remove(): Promise<void>;
}

/** Prepares a user, a copy of Electron and a place of the app which that user can read. */
export async function sandboxedHome(): Promise<SandboxedHome> {
  const base = await mkdtemp(join(tmpdir(), 'fonds-sandbox-'));
  await chmod(base, 0o755);
  const folder = join(base, 'home');
  await mkdir(folder);
  const grantRead = async (): Promise<void> => {
    if (asRoot) await run('chown', ['-R', `${NOBODY}:${NOBODY}`, folder]);
  };
  const executablePath = asRoot ? await lentElectron(base) : electronPath;
  const app = asRoot ? await readableApp(base) : root;
  return {
    folder,
    grantRead,
    async launch(args) {
      const { ELECTRON_RUN_AS_NODE: _, ...inherited } = process.env as Record<string, string>;
      const env: Record<string, string> = { ...inherited, HOME: folder, FONDS_USER_DATA: join(folder, 'user-data') };
      if (inherited.XAUTHORITY && existsSync(inherited.XAUTHORITY)) {
        env.XAUTHORITY = join(folder, 'display-key');
        await copyFile(inherited.XAUTHORITY, env.XAUTHORITY);
      }
      await grantRead();
      const started = await _electron.launch({
        executablePath,
        chromiumSandbox: true,
        args: [app, ...args],
        cwd: folder,
        env,
      });
      const page = await started.firstWindow();
      await page.waitForSelector('#root > *');
      return { app: started, page, close: () => started.close() };
    },
    async remove() {
      await run('rm', ['-rf', base]);
    },
  };
}

async function lentElectron(base: string): Promise<string> {
  const dist = join(base, 'electron');
  // Electron's own fs takes an .asar file for a folder; cp does not.
  await run('cp', ['-a', dirname(electronPath), dist]);
  const helper = join(dist, 'chrome-sandbox');
  await chown(helper, 0, 0);
  await chmod(helper, 0o4755);
  const launcher = join(base, 'launch.sh');
  await writeFile(
    launcher,
    `#!/bin/sh\nexec setpriv --reuid=${NOBODY} --regid=${NOBODY} --clear-groups '${join(dist, 'electron')}' "$@"\n`,
  );
  await chmod(launcher, 0o755);
  return launcher;
}

/** The built app as it lies when everybody may read it there, else a copy without what only developers need. */
async function readableApp(base: string): Promise<string> {
  for (let at = root; at !== dirname(at); at = dirname(at)) {
    if (((await stat(at)).mode & 0o005) !== 0o005) return copiedApp(base);
  }
  return root;
}

async function copiedApp(base: string): Promise<string> {
  const target = join(base, 'app');
  await mkdir(target);
  for (const name of ['dist', 'data', 'package.json'])
    await cp(join(root, name), join(target, name), { recursive: true });
  const { stdout } = await run('npm', ['ls', '--omit=dev', '--all', '--parseable'], { cwd: root });
  const packages = stdout.split('\n').filter((path) => path.includes('node_modules'));
  for (const path of packages) await cp(path, join(target, path.slice(root.length)), { recursive: true });
  await run('chmod', ['-R', 'a+rX', target]);
  return target;
}

/**
 * @returns of each page's process of `app`, whether the kernel filters its calls; Linux only.
 * Source: proc(5), `Seccomp` in /proc/pid/status: 2 is a filter.
 */
export async function sandboxedPages(): Promise<boolean[]> {
  const found: boolean[] = [];
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    try {
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8');
      if (!command.includes('--type=renderer') || !command.includes('fonds-sandbox-')) continue;
      found.push(/^Seccomp:\t2$/m.test(await readFile(`/proc/${pid}/status`, 'utf8')));
    } catch {
      // The process ended while we looked.
    }
  }
  return found;
}
