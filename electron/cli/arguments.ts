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
  readonly options: Readonly<Record<string, { readonly type: 'string' | 'boolean'; readonly multiple?: boolean }>>;
}

/** One of them may be given several times: any of its values will do. */
const several = { type: 'string', multiple: true } as const;
/** How and where to search; the same for each verb that searches. */
const QUERY_OPTIONS = {
  mode: { type: 'string' },
  exact: { type: 'boolean' },
  from: { type: 'string' },
  to: { type: 'string' },
  type: several,
  creator: several,
  language: several,
  tag: several,
  collection: { type: 'string' },
} as const;

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
    line: 'sources DIR [--collection C] [--tag T] [--type T] [--bin]',
    about: 'List the sources.',
    operands: [1, 1],
    options: {
      collection: { type: 'string' },
      tag: { type: 'string' },
      type: { type: 'string' },
      bin: { type: 'boolean' },
    },
  },
  show: { line: 'show DIR SOURCE', about: 'Show the description of a source.', operands: [2, 2], options: {} },
  text: { line: 'text DIR SOURCE', about: 'Print the text of a source.', operands: [2, 2], options: {} },
  search: {
    line: 'search DIR QUERY [--limit N] [--mode any|all|phrase] [--exact] [--from DATE] [--to DATE] [--type T] [--creator C] [--language L] [--tag T] [--collection C]',
    about:
      'Search titles, descriptions and texts. --exact finds only the forms as typed. --type, --creator, --language and --tag may be given several times: any of the values will do.',
    operands: [2, 2],
    options: { limit: { type: 'string' }, ...QUERY_OPTIONS },
  },
  concordance: {
    line: 'concordance DIR QUERY [--sort source|left|right|match] [--limit N] [--out FILE.csv [--replace]] [modes and filters of search]',
    about: 'Show every match between the words around it, or write all of them to a table.',
    operands: [2, 2],
    options: {
      sort: { type: 'string' },
      limit: { type: 'string' },
      out: { type: 'string' },
      replace: { type: 'boolean' },
      ...QUERY_OPTIONS,
    },
  },
  log: {
    line: 'log DIR [--limit N] [--contains TEXT] [--empty] | log DIR --out FILE.csv|FILE.json [--replace]',
    about: 'Show what was searched, newest first; --empty shows what was not found. --out writes the whole log.',
    operands: [1, 1],
    options: {
      limit: { type: 'string' },
      contains: { type: 'string' },
      empty: { type: 'boolean' },
      out: { type: 'string' },
      replace: { type: 'boolean' },
    },
  },
  saved: {
    line: 'saved DIR [--add NAME --query QUERY [modes and filters of search] | --remove NAME | --run NAME [--limit N]]',
    about: 'List the saved searches, save one, remove one, or search by one.',
    operands: [1, 1],
    options: {
      add: { type: 'string' },
      query: { type: 'string' },
      remove: { type: 'string' },
      run: { type: 'string' },
      limit: { type: 'string' },
      ...QUERY_OPTIONS,
    },
  },
  reindex: { line: 'reindex DIR', about: 'Make the search index anew from the texts.', operands: [1, 1], options: {} },
  tag: {
    line: 'tag DIR [NAME [--remove] SOURCE…]',
    about: 'List the tags, or put one on sources; a tag that does not exist is made. --remove takes it off.',
    operands: [1, MANY],
    options: { remove: { type: 'boolean' } },
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
    line: 'export DIR --query QUERY --out FILE [--format csv|md|json] [--replace] [modes and filters of search]',
    about: 'Write what a search finds to a file.',
    operands: [1, 1],
    options: {
      query: { type: 'string' },
      out: { type: 'string' },
      format: { type: 'string' },
      replace: { type: 'boolean' },
      ...QUERY_OPTIONS,
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

/** As parsed: an option that may be given several times is a list. */
export type OptionValues = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

export interface CommandLine {
  readonly verb: Verb | 'help';
  readonly operands: readonly string[];
  readonly options: OptionValues;
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
  const { json, ...options } = parsed.values as OptionValues;
  return { verb: verb as Verb, operands: parsed.positionals, options, json: json === true };
}

/** @returns the value of an option that is a text, if it was given. */
export const textOption = (line: CommandLine, name: string): string | undefined => {
  const value = line.options[name];
  return typeof value === 'string' ? value : undefined;
};

/** @returns the values of an option that may be given several times; none when it was not. */
export const textOptions = (line: CommandLine, name: string): string[] => {
  const value = line.options[name];
  return value === undefined || typeof value === 'boolean' ? [] : [value].flat();
};

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
