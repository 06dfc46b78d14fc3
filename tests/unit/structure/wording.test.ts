/** Every word that a person sees is a message of the catalogue, and every message can be said. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MessageFormatElement, parse as parseMessage, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { gatherMessages, messagesIn, readSource, sourceFiles, wordingOutside } from '../../../scripts/lib/wording.mjs';

const root = join(import.meta.dirname, '..', '..', '..');
const files = sourceFiles().map((file) => ({ file, code: readSource(file) }));

/** @returns the names that a message asks for: arguments, counts of plurals, tags. */
function argumentsOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return [];
      case TYPE.plural:
      case TYPE.select:
        return [element.value, ...Object.values(element.options).flatMap(({ value }) => argumentsOf(value))];
      case TYPE.tag:
        return [element.value, ...argumentsOf(element.children)];
      default:
        return [element.value];
    }
  });
}

/** @returns what is wrong with the messages of a file. */
function faultsOf(code: string, file: string): string[] {
  return messagesIn(code, file).flatMap(({ message, values, hasValues, isRich, line }) => {
    const at = `${file}:${line}`;
    if (message === null) return [`${at}: the message is no literal`];
    if (!hasValues) return [];
    if (values === null) return [`${at}: the values are no plain object`];
    try {
      const asked = [...new Set(argumentsOf(parseMessage(message, { ignoreTag: !isRich })))].sort();
      const given = [...values].sort();
      return asked.join() === given.join() ? [] : [`${at}: asks for ${asked.join()}, is given ${given.join()}`];
    } catch (error) {
      return [`${at}: ${String(error)}`];
    }
  });
}

describe('the wording', () => {
  it('goes through the catalogue, all of it', () => {
    const outside = files.flatMap(({ file, code }) =>
      wordingOutside(code, file).map(({ line, text }) => `${file}:${line} ${text}`),
    );
    expect(outside, 'Say it with t(…), see docs/architecture.md').toEqual([]);
  });

  it('is made of messages that can be said with the values they are given', () => {
    expect(files.flatMap(({ file, code }) => faultsOf(code, file))).toEqual([]);
  });

  it('is in the catalogue as it is in the code', () => {
    const catalogue = JSON.parse(readFileSync(join(root, 'data', 'wording', 'en.json'), 'utf8')) as object;
    expect(Object.keys(catalogue), 'Run `npm run wording`.').toEqual(gatherMessages());
  });
});

describe('the search for wording outside', () => {
  const outside = (code: string): string[] => wordingOutside(code, 'renderer/app/X.tsx').map(({ text }) => text);

  it.each([
    ["announce('The archive is open')", 'The archive is open'],
    ['const a = <p>Nothing is open</p>;', 'Nothing is open'],
    ['const a = <p>{isOpen ? yes : "shut"}</p>;', 'shut'],
    ['const a = <Button aria-label="delete" />;', 'delete'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: code that is read, not run.
    ['const a = `${count} hits in ${name}`;', 'X hits in X'],
    ["const row = { label: 'Title' };", 'Title'],
    ["throw new FondsError('STALE', 'It has changed meanwhile.')", 'It has changed meanwhile.'],
    ["t('{what} is open', { what: isNote ? 'The note of today' : name })", 'The note of today'],
  ])('finds it in %s', (code, text) => {
    expect(outside(code)).toEqual([text]);
  });

  it.each([
    ["announce(t('The archive is open'))"],
    ["raw.prepare('SELECT id FROM source WHERE title = :title')"],
    ['const a = <p className="wide shelf" role="status">{title}</p>;'],
    ["if (event.key === 'Enter') go();"],
    ["throw new Error('The pool was closed twice')"],
    ["const words = new Set('one two three'.split(' '));"],
    ["import x from 'a b';"],
  ])('takes no code for it: %s', (code) => {
    expect(outside(code)).toEqual([]);
  });

  it('sees a message whose values are others than it asks for, that is no literal, or that cannot be read', () => {
    const code = "t('{a} and {b}', { a, c }); t(name); t('{a', { a }); t('{a}', values); rich('<b>{a}</b>', { a });";
    expect(faultsOf(code, 'x.ts').map((fault) => fault.replace(/:.*?(?=asks|the|Syntax)/, ' '))).toEqual([
      'x.ts asks for a,b, is given a,c',
      'x.ts the message is no literal',
      expect.stringContaining('Syntax'),
      'x.ts the values are no plain object',
      'x.ts asks for a,b, is given a',
    ]);
  });
});
