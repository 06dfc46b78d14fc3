/**
 * The word lists that ship for spelling, as headwords with the forms that their affix rules give. Suffixes only, and no
 * continued affixes: enough for the inflections that a search has to know.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export interface ListedForm {
  readonly form: string;
  /** The flag of the affix class that gave it. */
  readonly flag: string;
}
export interface Headword {
  readonly word: string;
  readonly flags: ReadonlySet<string>;
  /** Made when they are asked for. */
  readonly forms: readonly ListedForm[];
}

interface Suffix {
  readonly strip: string;
  readonly add: string;
  readonly condition: RegExp;
}

const require = createRequire(import.meta.url);

/** @param name of the package behind `dictionary-`: en, en-gb, de, es, fr, hr, ru, sr, sr-latn. */
export function wordList(name: string): Headword[] {
  const folder = dirname(require.resolve(`dictionary-${name}`));
  const suffixes = new Map<string, Suffix[]>();
  let readFlags = (flags: string): readonly string[] => [...flags];
  for (const line of readFileSync(join(folder, 'index.aff'), 'utf8').split(/\r?\n/)) {
    const [kind, flag = '', strip = '', add = '', condition = ''] = line.trim().split(/\s+/);
    if (kind === 'FLAG' && flag === 'long') readFlags = (flags) => flags.match(/../gu) ?? [];
    if (kind === 'FLAG' && flag === 'num') readFlags = (flags) => flags.split(',');
    if (kind !== 'SFX' || condition === '') continue;
    suffixes.set(flag, [
      ...(suffixes.get(flag) ?? []),
      {
        strip: strip === '0' ? '' : strip,
        add: (add.split('/')[0] ?? '').replace(/^0$/, ''),
        condition: new RegExp(`${condition}$`, 'u'),
      },
    ]);
  }
  const lines = readFileSync(join(folder, 'index.dic'), 'utf8').split(/\r?\n/).slice(1);
  return lines.flatMap((line) => {
    const [word = '', flags = ''] = (line.split(/\s/)[0] ?? '').split('/');
    if (word === '') return [];
    const own = readFlags(flags);
    const formsOf = () =>
      own.flatMap((flag) =>
        (suffixes.get(flag) ?? []).flatMap(({ strip, add, condition }) =>
          word.endsWith(strip) && condition.test(word)
            ? [{ form: word.slice(0, word.length - strip.length) + add, flag }]
            : [],
        ),
      );
    return [
      {
        word,
        flags: new Set(own),
        get forms() {
          return formsOf();
        },
      },
    ];
  });
}
