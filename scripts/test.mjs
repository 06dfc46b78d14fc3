/**
 * `npm test`: types, lint, build, package, then every test on Electron's own Node. Windows are shown on a virtual
 * display when there is no other. Arguments go to vitest, and then only vitest runs: `npm test -- --project unit`, `npm test -- --watch`.
 */
import { join } from 'node:path';
import { build } from './build.mjs';
import { ensureElectron } from './ensure-electron.mjs';
import { ensureJudges, ensureSystem } from './ensure-system.mjs';
import { hasDisplay, root, runQuietly, spawnInherited } from './lib/run.mjs';

/** @returns the exit code. */
async function step(name, run) {
  const started = Date.now();
  console.log(`\n── ${name}`);
  const code = await run();
  console.log(
    `── ${name}: ${code === 0 ? 'passed' : `failed (exit ${code})`}, ${Math.round((Date.now() - started) / 1000)} s`,
  );
  return code;
}

const endUnlessPassed = (code) => {
  if (code !== 0) process.exit(code);
};
const script = (name) => () => spawnInherited(process.execPath, [join(root, 'scripts', name)]);
const chosen = process.argv.slice(2);
const isWhole = chosen.length === 0;

const electron = await ensureElectron();
ensureSystem(electron, { display: !hasDisplay() });
// Chosen tests run with what is there.
if (isWhole) ensureJudges();
/** The compiler keeps one core busy for as long as the next three steps need the other; what it says is shown after them. */
const types = isWhole ? runQuietly(process.execPath, [join(root, 'scripts', 'types.mjs')]) : null;
if (isWhole) endUnlessPassed(await step('lint', script('lint.mjs')));
// Only the real window and the packaged program need the window's half of the build.
const isWindowless =
  chosen.some((word) => /^(unit|contract|storage)$/.test(word) || /^tests\/(unit|contract|storage)\b/.test(word)) &&
  !chosen.some((word) => /e2e/.test(word));
await build({ ifNeeded: true, halves: isWindowless ? 'node' : 'all' });
if (isWhole) endUnlessPassed(await step('package', script('package.mjs')));
if (types) {
  const code = await step('types', async () => {
    const { code, said } = await types;
    process.stdout.write(said);
    return code;
  });
  endUnlessPassed(code);
}
const tests = () =>
  spawnInherited(
    electron,
    [join(root, 'node_modules/vitest/vitest.mjs'), ...(chosen.includes('--watch') ? [] : ['run']), ...chosen],
    {
      env: {
        ...process.env,
        // Vite's build leaves `production` behind in this process, and React's production build has nothing for tests.
        NODE_ENV: 'test',
        ELECTRON_RUN_AS_NODE: '1',
        FONDS_CHECK_OUTPUTS: '1',
        // What hundreds of starts of the terminal would compile again.
        NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'fonds-compiled'),
      },
    },
  );
endUnlessPassed(await step('tests', tests));
