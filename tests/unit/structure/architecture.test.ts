/** The architecture document names files and what is in them; a name that no longer holds misleads whoever is new. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');
const document = readFileSync(join(root, 'docs', 'architecture.md'), 'utf8');

/** Paths of the project in backticks; those with an ellipsis or a placeholder stand for many. */
const paths = [...document.matchAll(/`((?:electron|renderer|data|tests|scripts)\/[\w./-]+)`/g)].map(
  ([, path]) => path ?? '',
);
/** `name` (`path`), or: `name` in `path`. */
const named = [...document.matchAll(/`(\w+)` (?:\(|in )`((?:electron|renderer)\/[\w./-]+\.tsx?)`/g)];

describe('docs/architecture.md', () => {
  it.each([...new Set(paths)])('names a place that is there: %s', (path) => {
    expect(existsSync(join(root, path))).toBe(true);
  });

  it.each(named.map(([, name = '', path = '']) => [name, path] as const))('finds %s in %s', (name, path) => {
    const declaration = new RegExp(`export (async )?(function|const|class|interface) ${name}\\b`);
    expect(readFileSync(join(root, path), 'utf8')).toMatch(declaration);
  });

  it('names enough to be held to it', () => {
    expect(named.length).toBeGreaterThan(15);
  });
});

/** The ADRs name what was there when they were written. */
const documents = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...globSync('docs/**/*.md', { cwd: root })].filter(
  (path) => !path.startsWith('docs/adr/'),
);

describe('a document', () => {
  it.each(documents)('names no file that is not there: %s', (path) => {
    const paths = readFileSync(join(root, path), 'utf8').matchAll(
      /`((?:electron|renderer|data|tests|scripts|docs)\/[\w./-]+)`/g,
    );
    expect([...paths].map(([, named = '']) => named).filter((named) => !existsSync(join(root, named)))).toEqual([]);
  });
});
