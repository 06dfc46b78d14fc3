/** Runs the project's programs with inherited streams; a failure ends the caller with the same exit code. */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the project. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** @returns the exit code; a signal counts as 128. */
export function spawnInherited(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', cwd: root, ...options });
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(signal ? 128 : (code ?? 1)));
  });
}

/** Runs a program beside others. @returns the exit code and all that it said, to be shown in one piece. */
export function runQuietly(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], cwd: root });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (words) => {
        said += words;
      });
    }
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code: signal ? 128 : (code ?? 1), said }));
  });
}

/** Runs a script of node_modules on the Node inside Electron, so that what is tested is what ships. */
export function onElectronNode(electron, script, args = [], options = {}) {
  const env = { ...process.env, ...options.env, ELECTRON_RUN_AS_NODE: '1' };
  return spawnInherited(electron, [script, ...args], { ...options, env });
}

/** Whether this machine can show a window as it is. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Runs a command under Xvfb when there is no display, else as it is. */
export function withDisplay(command, args, options = {}) {
  if (hasDisplay()) return spawnInherited(command, args, options);
  return spawnInherited('xvfb-run', ['-a', '-s', '-screen 0 1440x900x24', command, ...args], options);
}
