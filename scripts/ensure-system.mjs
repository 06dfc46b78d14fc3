/**
 * Checks that the shared libraries Electron needs, a virtual display and fonts are present; installs what is missing
 * with apt when it may, else prints the one command to run. Linux only; elsewhere it does nothing. Programs that tests
 * ask as outside judges are installed when they may be, and done without otherwise.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const PACKAGES =
  'xvfb xauth libgtk-3-0 libnss3 libasound2 libgbm1 libxss1 libxtst6 libatk-bridge2.0-0 libcups2 libdrm2 fonts-dejavu-core'.split(
    ' ',
  );
/**
 * A program of each package that tests ask for its opinion. LibreOffice is 84 MB to fetch: half a minute. The last three
 * open a file by its type, as a desktop does.
 */
const JUDGES = {
  pdftotext: 'poppler-utils',
  soffice: 'libreoffice-writer-nogui',
  gio: 'libglib2.0-bin',
  'update-mime-database': 'shared-mime-info',
  'update-desktop-database': 'desktop-file-utils',
};

/** For a shell that may install packages. */
const commandFor = (packages) => `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`;

function onPath(program) {
  return spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0;
}

/** @returns what is missing, in words; empty when nothing is. */
function missing(electron, { display }) {
  const lacks = [];
  const ldd = spawnSync('ldd', [electron], { encoding: 'utf8' });
  for (const line of (ldd.stdout ?? '').split('\n')) {
    if (line.includes('not found')) lacks.push(line.trim().split(' ')[0]);
  }
  if (display && !onPath('Xvfb')) lacks.push('Xvfb');
  if (display && !onPath('xauth')) lacks.push('xauth');
  if (display && !existsSync('/usr/share/fonts/truetype')) lacks.push('fonts');
  return lacks;
}

const mayInstall = () => process.getuid?.() === 0 && onPath('apt-get');

/** @returns the exit code. */
function install(packages) {
  return spawnSync('sh', ['-c', commandFor(packages)], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status;
}

/** Installs the programs that tests ask as outside judges, where that is allowed and works; never fails. */
export function ensureJudges({ log = console.error } = {}) {
  if (process.platform !== 'linux') return;
  const packages = Object.keys(JUDGES)
    .filter((program) => !onPath(program))
    .map((program) => JUDGES[program]);
  if (packages.length === 0) return;
  const names = packages.join(', ');
  if (!mayInstall()) {
    log(`Not on this machine: ${names}. Tests that ask for its judgement say that they are skipped.`);
    return;
  }
  log(`Not on this machine: ${names}. Installing with apt-get.`);
  if (install(packages) !== 0) log(`${names} could not be installed. Tests that ask for its judgement are skipped.`);
}

/**
 * @param electron path of the executable to check.
 * @param options.display whether a virtual display will be needed (no DISPLAY on this machine).
 * @throws with the command to run when something is missing and cannot be installed from here.
 */
export function ensureSystem(electron, { display = true, log = console.error } = {}) {
  if (process.platform !== 'linux') return;
  const lacks = missing(electron, { display });
  if (lacks.length === 0) return;
  const command = commandFor(PACKAGES);
  if (!mayInstall()) {
    throw new Error(`Missing on this machine: ${lacks.join(', ')}. Run: sudo sh -c '${command}'`);
  }
  log(`Missing on this machine: ${lacks.join(', ')}. Installing with apt-get.`);
  const code = install(PACKAGES);
  if (code !== 0) throw new Error(`apt-get ended with ${code}. Run: sudo sh -c '${command}'`);
  const still = missing(electron, { display });
  if (still.length > 0)
    throw new Error(`Still missing after apt-get: ${still.join(', ')}. Run: sudo sh -c '${command}'`);
}

// `--print` for whoever installs by other means, as a CI of another make does.
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href && process.argv.includes('--print'))
  console.log(commandFor([...PACKAGES, ...Object.values(JUDGES)]));
