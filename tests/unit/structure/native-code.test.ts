/** Fonds builds and ships no native code of others: what runs is what its sources say, on every platform. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');
const packages = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages as Record<
  string,
  { dev?: boolean; optional?: boolean; devOptional?: boolean }
>;
const shipped = Object.entries(packages)
  .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional && existsSync(join(root, path)))
  .map(([path]) => path);

describe('the packages that ship', () => {
  it('hold no native module but what the package leaves out', () => {
    const native = shipped.flatMap((path) =>
      globSync('**/*.node', { cwd: join(root, path) }).map((file) => `${path}/${file}`),
    );
    // piscina's optional one, for priorities of threads.
    expect(native.filter((path) => !path.startsWith('node_modules/@napi-rs/'))).toEqual([]);
    expect(readFileSync(join(root, 'electron-builder.yml'), 'utf8')).toContain("'!node_modules/@napi-rs/**'");
    expect(shipped.length).toBeGreaterThan(100);
  });

  it('ask in vain for @napi-rs/canvas, the one that pdf.js and jsdom would take', () => {
    const ofPdf = createRequire(join(root, 'node_modules/pdfjs-dist/package.json'));
    expect(() => ofPdf('@napi-rs/canvas')).toThrow();
  });
});
