/** Reads the command line: verbs, their operands and options. Pure. */
import { parseArgs } from 'node:util';
import { VERBS, type Verb } from '../contract/index.js';

/** Wrong usage: exit code 2. */
export class UsageError extends Error {}

export interface Usage {
  /** Shown by `help`. */
  readonly line: string;
  readonly about: string;
  /** Fewest and most operands. */
  readonly operands: readonly [number, number];
  readonly options: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;
}

const MANY = Number.POSITIVE_INFINITY;

export const USAGES = {
  create: { line: 'create DIR', about: 'Make an empty archive.', operands: [1, 1], options: {} },
  import: {
    line: 'import DIR PATH… [--collection C] [--duplicates skip|import] [--follow]',
    about:
      'Bring files and folders in. A collection that does not exist is made. --follow prints each file once it is safe.',
    operands: [2, MANY],
    options: { collection: { type: 'string' }, duplicates: { type: 'string' }, follow: { type: 'boolean' } },
  },
  sources: {
    line: 'sources DIR [--collection C] [--type T] [--bin]',
    about: 'List the sources.',
    operands: [1, 1],
    options: { collection: { type: 'string' }, type: { type: 'string' }, bin: { type: 'boolean' } },
  },
  show: { line: 'show DIR SOURCE', about: 'Show the description of a source.', operands: [2, 2], options: {} },
  text: { line: 'text DIR SOURCE', about: 'Print the text of a source.', operands: [2, 2], options: {} },
  search: {
    line: 'search DIR QUERY [--limit N] [--mode any|all|phrase] [--from DATE] [--to DATE] [--type T] [--collection C]',
    about: 'Search titles, descriptions and texts.',
    operands: [2, 2],
    options: {
      limit: { type: 'string' },
      mode: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      type: { type: 'string' },
      collection: { type: 'string' },
    },
  },
  describe: {
    line: 'describe DIR SOURCE field=value…',
    about:
      'Change the description; lists are written creators=A;B, own fields custom.NAME=value, and an empty value clears.',
    operands: [3, MANY],
    options: {},
  },
  delete: { line: 'delete DIR SOURCE…', about: 'Move sources to the bin.', operands: [2, MANY], options: {} },
  recover: { line: 'recover DIR SOURCE…', about: 'Take sources out of the bin.', operands: [2, MANY], options: {} },
  undo: { line: 'undo DIR', about: 'Undo the last change.', operands: [1, 1], options: {} },
  redo: { line: 'redo DIR', about: 'Redo what was undone last.', operands: [1, 1], options: {} },
  collections: { line: 'collections DIR', about: 'List the collections.', operands: [1, 1], options: {} },
  export: {
    line: 'export DIR --query QUERY --out FILE [--format csv|md|json] [--mode any|all|phrase] [--replace]',
    about: 'Write what a search finds to a file.',
    operands: [1, 1],
    options: {
      query: { type: 'string' },
      out: { type: 'string' },
      format: { type: 'string' },
      mode: { type: 'string' },
      replace: { type: 'boolean' },
    },
  },
  verify: { line: 'verify DIR', about: 'Hash every original again and compare.', operands: [1, 1], options: {} },
  backup: {
    line: 'backup DIR FILE',
    about: 'Write a complete copy of the archive to one file.',
    operands: [2, 2],
    options: {},
  },
  restore: { line: 'restore FILE DIR', about: 'Make an archive of a backup.', operands: [2, 2], options: {} },
} as const satisfies Record<Verb, Usage>;

export interface CommandLine {
  readonly verb: Verb | 'help';
  readonly operands: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly json: boolean;
}

/** @throws UsageError with the line that would have been right. */
export function readCommandLine(argv: readonly string[]): CommandLine {
  const [verb, ...rest] = argv;
  if (!verb || verb === 'help' || verb === '--help' || verb === '-h') {
    return { verb: 'help', operands: [], options: {}, json: false };
  }
  if (!Object.hasOwn(USAGES, verb)) {
    throw new UsageError(`There is no verb “${verb}”. Known verbs: ${VERBS.join(', ')}.`);
  }
  const usage: Usage = USAGES[verb as Verb];
  const wrong = (why: string) => new UsageError(`${why}\nUsage: fonds ${usage.line} [--json]`);
  let parsed: { values: Record<string, unknown>; positionals: string[] };
  try {
    parsed = parseArgs({
      args: rest,
      allowPositionals: true,
      options: { ...usage.options, json: { type: 'boolean' } },
    });
  } catch (error) {
    throw wrong((error as Error).message);
  }
  const [fewest, most] = usage.operands;
  const { length } = parsed.positionals;
  if (length < fewest || length > most)
    throw wrong(`“${verb}” takes ${fewest === most ? fewest : `at least ${fewest}`} operands, ${length} given.`);
  const { json, ...options } = parsed.values as Record<string, string | boolean | undefined>;
  return { verb: verb as Verb, operands: parsed.positionals, options, json: json === true };
}

/** @throws UsageError when the value is not one of `allowed`. */
export function oneOf<const T extends string>(name: string, value: unknown, allowed: readonly T[], otherwise: T): T {
  if (value === undefined) return otherwise;
  if (allowed.includes(value as T)) return value as T;
  throw new UsageError(`--${name} is one of ${allowed.join(', ')}, not “${String(value)}”.`);
}

/** @throws UsageError when the value is not a whole number above zero. */
export function wholeNumber(name: string, value: unknown, otherwise: number): number {
  if (value === undefined) return otherwise;
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1)
    throw new UsageError(`--${name} is a whole number above zero, not “${String(value)}”.`);
  return number;
}
