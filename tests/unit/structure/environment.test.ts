import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');

it('says of every variable of the environment what it does, and of none that nothing reads', () => {
  const files = globSync('{electron,renderer,scripts,tests}/**/*.{ts,tsx,mjs}', { cwd: root });
  const read = files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/(?:process\.env|environment\?)\.(FONDS_\w+)/g)].map(
      ([, name]) => name,
    ),
  );
  const table = [...readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8').matchAll(/^\| `(FONDS_\w+)` \|/gm)];
  expect(table.map(([, name]) => name).sort()).toEqual([...new Set(read)].sort());
});
