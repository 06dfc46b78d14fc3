/** The glossary names words that no identifier contains. A second vocabulary is what keeps a newcomer out. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');

/** In lower case; `let go` stands for the words side by side. */
const banned = readFileSync(join(root, 'docs', 'glossary.md'), 'utf8')
  .split('## Words that are not used in code')[1]
  ?.split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (not|---) \|/.test(line))
  .flatMap((line) => (line.split('|')[1] ?? '').split(','))
  .map((word) => word.trim()) as string[];

/** Fields of the contract that clients and saved collations read, and what every program for photographs says. */
const FIELDS = new Set(['stretches', 'takenAt']);

/** `letGoOf` → ` let go of `. */
const wordsOf = (identifier: string): string =>
  ` ${identifier
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()} `;

/** @returns identifiers of TypeScript or JavaScript that contain a banned word, each once. */
function refused(code: string, isJsx: boolean): string[] {
  const source = ts.createSourceFile('x', code, ts.ScriptTarget.Latest, false, isJsx ? ts.ScriptKind.TSX : undefined);
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (
      ts.isIdentifier(node) &&
      !FIELDS.has(node.text) &&
      banned.some((word) => wordsOf(node.text).includes(` ${word} `))
    )
      found.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...found].sort();
}

const files = ['electron', 'renderer', 'tests', 'scripts'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name)),
);

describe('words that are not used in code', () => {
  it('stand in no identifier', () => {
    const hits = files.flatMap((path) =>
      refused(readFileSync(path, 'utf8'), path.endsWith('x')).map((name) => `${path.slice(root.length + 1)}: ${name}`),
    );
    expect(hits).toEqual([]);
  });

  it('stand in no name of a file', () => {
    const names = files.map((path) => path.slice(root.length + 1));
    const bad = names.filter((name) => banned.some((word) => wordsOf(name.replace(/\W/g, ' ')).includes(` ${word} `)));
    expect(bad).toEqual([]);
  });

  it('are found in the middle of a name, and not inside another word', () => {
    expect(refused('const alreadyTold = 1; function letGoOf() {} const mistaken = 2, stretcher = 3;', false)).toEqual([
      'alreadyTold',
      'letGoOf',
    ]);
    expect(banned.length).toBeGreaterThan(10);
  });
});

describe('the name of a type', () => {
  const declarations = files
    .filter((path) => /^(electron|renderer)\//.test(path.slice(root.length + 1)))
    .flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/^(?:export )?(?:interface|type|class) (\w+)/gm)].map(
        ([, name = '']) => ({
          name,
          path: path.slice(root.length + 1),
        }),
      ),
    );

  it('is declared in one place: two things that share a word carry their rooms', () => {
    const places = Map.groupBy(declarations, ({ name }) => name);
    const repeated = [...places].filter(([, all]) => new Set(all.map(({ path }) => path)).size > 1);
    expect(repeated.map(([name, all]) => `${name}: ${all.map(({ path }) => path).join(', ')}`)).toEqual([]);
    expect(places.size).toBeGreaterThan(500);
  });
});
