import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');
let tree: string;
beforeEach(async () => {
  tree = await mkdtemp(join(tmpdir(), 'fonds-direction-'));
  await writeFile(join(tree, 'tsconfig.json'), '{"compilerOptions":{"module":"ESNext","moduleResolution":"Bundler"}}');
});
afterEach(() => rm(tree, { recursive: true, force: true }));

/** Lints a small tree by the project's own rules. @returns the names of the rules it broke. */
async function broken(files: Record<string, string>): Promise<string[]> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(tree, name)), { recursive: true });
    await writeFile(join(tree, name), content);
  }
  const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const config = join(root, '.dependency-cruiser.cjs');
  const { stdout } = spawnSync(process.execPath, [cruiser, '--config', config, '--output-type', 'json', '.'], {
    cwd: tree,
    encoding: 'utf8',
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } };
  return summary.violations.map(({ rule }) => rule.name);
}

describe('the direction of imports', () => {
  it('lets a domain room use the contract, the language tools, the archive and the workers by their doors', async () => {
    const door = 'export const a = 1;';
    expect(
      await broken({
        'electron/contract/index.ts': door,
        'electron/text/index.ts': door,
        'electron/archive/index.ts': "import '../contract/index.js';",
        'electron/workers/index.ts': door,
        'electron/notes/index.ts':
          "import '../contract/index.js'; import '../text/index.js'; import '../archive/index.js'; import '../workers/index.js';",
      }),
    ).toEqual([]);
  });

  it.each([
    ['text-imports', { 'electron/text/index.ts': "import '../archive/index.js';", 'electron/archive/index.ts': '' }],
    ['search-imports', { 'electron/search/index.ts': "import '../archive/rows.js';", 'electron/archive/rows.ts': '' }],
    [
      'window-imports',
      { 'renderer/main.ts': "import '../electron/archive/index.js';", 'electron/archive/index.ts': '' },
    ],
    [
      'features-stay-apart',
      { 'renderer/features/a/index.ts': "import '../b/index.js';", 'renderer/features/b/index.ts': '' },
    ],
    [
      'shared-knows-no-feature',
      { 'renderer/shared/row.ts': "import '../features/a/index.js';", 'renderer/features/a/index.ts': '' },
    ],
    ['no-cycles', { 'electron/text/a.ts': "import './b.js';", 'electron/text/b.ts': "import './a.js';" }],
    [
      'workers-imports',
      { 'electron/workers/index.ts': "import '../archive/index.js';", 'electron/archive/index.ts': '' },
    ],
    ['one-way-to-workers', { 'electron/notes/index.ts': "import 'piscina';" }],
    ['window-has-no-node', { 'renderer/main.ts': "import 'node:fs';" }],
  ])('refuses a tree that breaks %s', async (rule, files) => {
    expect(await broken(files)).toContain(rule);
  });
});
