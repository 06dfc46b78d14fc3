/**
 * Checks that the shared libraries Electron needs, a virtual display and fonts are present; installs what is missing
 * with apt when it may, else prints the one command to run. Linux only; elsewhere it does nothing.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const PACKAGES =
  'xvfb xauth libgtk-3-0 libnss3 libasound2 libgbm1 libxss1 libxtst6 libatk-bridge2.0-0 libcups2 libdrm2 fonts-dejavu-core'.split(
    ' ',
  );

/** For a shell that may install packages. */
const command = `apt-get update && apt-get install -y --no-install-recommends ${PACKAGES.join(' ')}`;

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

/**
 * @param electron path of the executable to check.
 * @param options.display whether a virtual display will be needed (no DISPLAY on this machine).
 * @throws with the command to run when something is missing and cannot be installed from here.
 */
export function ensureSystem(electron, { display = true, log = console.error } = {}) {
  if (process.platform !== 'linux') return;
  const lacks = missing(electron, { display });
  if (lacks.length === 0) return;
  const mayInstall = process.getuid?.() === 0 && onPath('apt-get');
  if (!mayInstall) {
    throw new Error(`Missing on this machine: ${lacks.join(', ')}. Run: sudo sh -c '${command}'`);
  }
  log(`Missing on this machine: ${lacks.join(', ')}. Installing with apt-get.`);
  execFileSync('sh', ['-c', command], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  const still = missing(electron, { display });
  if (still.length > 0)
    throw new Error(`Still missing after apt-get: ${still.join(', ')}. Run: sudo sh -c '${command}'`);
}

// `--print` for whoever installs by other means, as a CI of another make does.
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href && process.argv.includes('--print'))
  console.log(command);
