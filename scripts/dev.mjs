/**
 * `npm run dev`: the window by Vite's server, where an edit is seen at once, and everything else rebuilt and started
 * again when it is saved. The archive is one of its own, in out/dev/, so that no real one is worked on by accident;
 * `npm run dev -- PATH` opens another.
 */
import { spawn } from 'node:child_process';
import { createServer as createProbe } from 'node:net';
import { join, sep } from 'node:path';
import { context } from 'esbuild';
import { createServer } from 'vite';
import { copyAssets, forgetBuild, NODE_BUNDLES } from './build.mjs';
import { ensureElectron } from './ensure-electron.mjs';
import { ensureSystem } from './ensure-system.mjs';
import { hasDisplay, root, withDisplay } from './lib/run.mjs';

/** Several files are saved together. */
const REST_MS = 150;

const electron = await ensureElectron();
ensureSystem(electron, { display: !hasDisplay() });
if (!hasDisplay()) process.exit(await withDisplay(process.execPath, [import.meta.filename, ...process.argv.slice(2)]));
// What is made here is no whole build.
await forgetBuild();
await copyAssets();

/** @returns a port that is free now: the page must know it before the server listens. */
const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createProbe().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

const port = await freePort();
const server = await createServer({
  root: join(root, 'renderer'),
  configFile: join(root, 'vite.config.ts'),
  server: { host: '127.0.0.1', port, strictPort: true, hmr: { host: '127.0.0.1', protocol: 'ws', clientPort: port } },
});
await server.listen();
server.config.logger.info(`The window is served from http://127.0.0.1:${port}`, { timestamp: true });

const bundles = await Promise.all(NODE_BUNDLES.map((options) => context(options)));
const rebuild = () => Promise.all(bundles.map((bundle) => bundle.rebuild()));

let program = null;
let isRestarting = false;

function start() {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const command = [...asRoot, root, ...process.argv.slice(2)];
  const env = {
    ...process.env,
    FONDS_DEV_SERVER: `http://127.0.0.1:${port}`,
    FONDS_USER_DATA: process.env.FONDS_USER_DATA ?? join(root, 'out', 'dev'),
    FONDS_CHECK_OUTPUTS: '1',
  };
  program = spawn(electron, command, { stdio: 'inherit', cwd: root, env });
  program.once('exit', () => {
    program = null;
    if (isRestarting) start();
    else void stop();
    isRestarting = false;
  });
}

async function stop() {
  await Promise.all([server.close(), ...bundles.map((bundle) => bundle.dispose())]);
  process.exit();
}

let rest = null;
const electronFolder = join(root, 'electron');
server.watcher.add(electronFolder);
server.watcher.on('all', (_, path) => {
  if (!path.startsWith(electronFolder + sep)) return;
  clearTimeout(rest);
  rest = setTimeout(async () => {
    // esbuild has said what is wrong; what runs goes on until it is mended.
    if (
      !(await rebuild().then(
        () => true,
        () => false,
      ))
    )
      return;
    server.config.logger.info('Started again with what was saved', { timestamp: true });
    isRestarting = program !== null;
    if (program) program.kill('SIGTERM');
    else start();
  }, REST_MS);
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => (program ? program.kill('SIGTERM') : void stop()));

await rebuild();
start();
