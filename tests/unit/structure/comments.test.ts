/** A comment that names what is no longer there sends its reader to look for it. Renaming tools pass comments over. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');
const COMMENT = /\/\*[\s\S]*?\*\/|(?<!["'`:])\/\/[^\n]*/g;
/** Names of two parts or more, in any of the three ways of writing them; a single word in backticks may be anybody's. */
const NAME = /`([a-z]+[A-Z]\w*|[A-Z][a-z]+[A-Z]\w*|[A-Z]+_[A-Z_]+)`/g;
/** What others name: Electron, the web, SQLite. */
const OF_OTHERS = new Set(['appData']);

const files = globSync('{electron,renderer,tests,scripts}/**/*.{ts,tsx,mjs}', { cwd: root }).map((path) => {
  const text = readFileSync(join(root, path), 'utf8');
  return { path, comments: (text.match(COMMENT) ?? []).join('\n'), code: text.replace(COMMENT, '') };
});
const words = new Set(files.flatMap(({ code }) => code.match(/[A-Za-z_$][\w$]*/g) ?? []));

/** @returns names in backticks that no code has. */
const unknownNames = (comments: string): string[] =>
  [...comments.matchAll(NAME)].map(([, name = '']) => name).filter((name) => !words.has(name) && !OF_OTHERS.has(name));

describe('a comment', () => {
  it('names nothing that is not in the code', () => {
    const unknown = files.flatMap(({ path, comments }) => unknownNames(comments).map((name) => `${path}: ${name}`));
    expect(unknown).toEqual([]);
  });

  it('is read for names: one that is gone is found, and one that is there is not', () => {
    const gone = ['no', 'such', 'thing']
      .map((word, at) => (at ? word[0]?.toUpperCase() + word.slice(1) : word))
      .join('');
    expect(unknownNames(`/** See \`${gone}\` and \`readFileSync\`. */`)).toEqual([gone]);
  });
});
