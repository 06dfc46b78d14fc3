/** Reads the command line: verbs, their operands and options. Pure. */
import { parseArgs } from 'node:util';
import { VERBS, type Verb } from '../contract/index.js';
import { t } from '../wording/index.js';
import { USAGES, type VerbUsage } from './usages.js';

/** Wrong usage: exit code 2. */
export class UsageError extends Error {}

/** As parsed: an option that may be given several times is a list. */
export type OptionValues = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

export interface CommandLine {
  /** `help` has the verb that is asked about as its operand, if one is. */
  readonly verb: Verb | 'help' | 'version';
  readonly operands: readonly string[];
  readonly options: OptionValues;
  readonly json: boolean;
  /** Whether an unexpected failure is printed whole. */
  readonly verbose: boolean;
}

/** The options of every verb. */
const ANY_VERB = { json: { type: 'boolean' }, verbose: { type: 'boolean' }, help: { type: 'boolean' } } as const;

/**
 * Options before operands, and each option's value joined to it, so that nothing is taken for an option because it begins
 * with a dash: `--body "- [ ] a"`, `search DIR -treaty`. A word that is an option of this verb is never a value: there
 * the value was forgotten, and `parseArgs` says so.
 */
function arranged(words: readonly string[], options: VerbUsage['options']): string[] {
  const isOption = (word: string): boolean => {
    const [, name] = /^--([^=]*)/.exec(word) ?? [];
    return name !== undefined && (name === '' || Object.hasOwn(ANY_VERB, name) || Object.hasOwn(options, name));
  };
  const given: string[] = [];
  const operands: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const value = words[at + 1];
    if (word === '--') return [...given, '--', ...operands, ...words.slice(at + 1)];
    const name = word.slice(2);
    if (!word.startsWith('--')) operands.push(word);
    else if (
      Object.hasOwn(options, name) &&
      options[name]?.type === 'string' &&
      value !== undefined &&
      !isOption(value)
    ) {
      given.push(`${word}=${value}`);
      at += 1;
    } else given.push(word);
  }
  return [...given, '--', ...operands];
}

/** @throws UsageError with the verbs there are. */
function knownVerb(word: string): Verb {
  if (Object.hasOwn(USAGES, word)) return word as Verb;
  throw new UsageError(t('There is no verb “{word}”. Known verbs: {VERBS}.', { word, VERBS: VERBS.join(', ') }));
}

const helpWith = (operands: readonly string[]): CommandLine => ({
  verb: 'help',
  operands,
  options: {},
  json: false,
  verbose: false,
});

/** @throws UsageError with the line that would have been right. */
export function readCommandLine(argv: readonly string[]): CommandLine {
  const [verb, ...rest] = argv;
  if (!verb || verb === 'help' || verb === '--help' || verb === '-h') {
    return helpWith(verb === 'help' && rest[0] !== undefined ? [knownVerb(rest[0])] : []);
  }
  if (verb === '--version') {
    return { verb: 'version', operands: [], options: {}, json: rest.includes('--json'), verbose: false };
  }
  const usage: VerbUsage = USAGES[knownVerb(verb)];
  const wrong = (why: string) =>
    new UsageError(t('{why}\nUsage: fonds {line} [--json] [--verbose]', { why, line: usage.line }));
  let parsed: { values: Record<string, unknown>; positionals: string[] };
  try {
    parsed = parseArgs({
      args: arranged(rest, usage.options),
      allowPositionals: true,
      options: { ...usage.options, ...ANY_VERB },
    });
  } catch (error) {
    throw wrong((error as Error).message);
  }
  if (parsed.values.help === true) return helpWith([verb]);
  const [fewest, most] = usage.operands;
  const { length } = parsed.positionals;
  if (length < fewest || length > most)
    throw wrong(
      t('“{verb}” takes {fewest} operands, {length} given.', {
        verb,
        fewest: fewest === most ? fewest : t('at least {fewest}', { fewest }),
        length,
      }),
    );
  const { json, verbose, ...options } = parsed.values as OptionValues;
  return {
    verb: verb as Verb,
    operands: parsed.positionals,
    options,
    json: json === true,
    verbose: verbose === true,
  };
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
  throw new UsageError(
    t('--{name} is one of {allowed}, not “{value}”.', { name, allowed: allowed.join(', '), value: String(value) }),
  );
}

/** @throws UsageError when the value is not a whole number above zero. */
export function wholeNumber(name: string, value: unknown, otherwise: number): number {
  if (value === undefined) return otherwise;
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1)
    throw new UsageError(t('--{name} is a whole number above zero, not “{value}”.', { name, value: String(value) }));
  return number;
}
