/** Whether the terminal makes every call that the window may make: by a verb that was seen to make it, or not for a reason. */

import { readCommandLine } from '../../electron/cli/command-line.js';
import { connect } from '../../electron/cli/connect.js';
import { runVerb } from '../../electron/cli/run-verb.js';
import { USAGES, type VerbUsage } from '../../electron/cli/usages.js';
import type { CallName, Verb } from '../../electron/contract/index.js';
import type { Service } from '../../electron/service/index.js';

/** `verb`: the verb with the options that ask for the call, as in `tags --rename`. */
export type Coverage = { readonly verb: string } | { readonly reason: string };

/** A command line that was carried out, and the calls it made. */
export interface Recorded {
  readonly argv: readonly string[];
  readonly calls: ReadonlySet<string>;
}

export interface Carried extends Recorded {
  readonly json: unknown;
  readonly text: string;
}

/**
 * Carries a command line out as the terminal does, over a service in this process.
 * @param interrupted whether Ctrl+C is pressed as soon as the verb waits for a job.
 */
export async function carryOut(
  service: Pick<Service, 'connect'>,
  argv: readonly string[],
  interrupted: 'interrupted' | 'left alone' = 'left alone',
): Promise<Carried> {
  const calls = new Set<string>();
  const listening: Pick<Service, 'connect'> = {
    connect: (audience, onEvent) => {
      const client = service.connect(audience, onEvent);
      return {
        ...client,
        call: (name, input) => {
          calls.add(name);
          const asked = client.call(name, input);
          if (name === 'job.list' && interrupted === 'interrupted') process.emit('SIGINT');
          return asked;
        },
      };
    },
  };
  const line = readCommandLine(argv);
  if (!Object.hasOwn(USAGES, line.verb)) throw new Error(`“${argv.join(' ')}” begins with no verb`);
  const { json, text } = await runVerb(
    connect(listening, () => undefined),
    line as typeof line & { verb: Verb },
  );
  return { argv, calls, json, text };
}

function whyNoVerb(call: string, verb: string, recorded: readonly Recorded[]): string | null {
  const [name = '', ...options] = verb.split(' ');
  const usage = Object.hasOwn(USAGES, name) ? (USAGES[name as Verb] as VerbUsage) : null;
  if (!usage) return `${call}: there is no verb “${name}”`;
  const unknown = options.find((option) => !Object.hasOwn(usage.options, option.replace(/^--/, '')));
  if (unknown) return `${call}: “${name}” has no ${unknown}`;
  const lines = recorded.filter(({ argv }) => argv[0] === name && options.every((option) => argv.includes(option)));
  if (lines.length === 0) return `${call}: no line tries “${verb}”`;
  return lines.some(({ calls }) => calls.has(call)) ? null : `${call}: “${verb}” does not make this call`;
}

/** What is wrong with a map of calls to verbs; nothing when each call has a verb that was seen to make it, or a reason. */
export function faultsOf(
  calls: readonly string[],
  coverage: Readonly<Record<string, Coverage>>,
  recorded: readonly Recorded[],
): string[] {
  const stray = Object.keys(coverage).filter((call) => !calls.includes(call));
  const faults = calls.map((call) => {
    const covered = Object.hasOwn(coverage, call) ? coverage[call] : undefined;
    if (!covered) return `${call}: neither a verb nor a reason`;
    if ('verb' in covered) return whyNoVerb(call, covered.verb, recorded);
    if (covered.reason.trim() === '') return `${call}: the reason is empty`;
    const line = recorded.find((one) => one.calls.has(call));
    return line ? `${call}: “${line.argv.join(' ')}” makes it, so that the reason is out of date` : null;
  });
  return [...stray.map((call) => `${call}: no such call of the window`), ...faults.filter((fault) => fault !== null)];
}

export type CallCoverage = Readonly<Partial<Record<CallName, Coverage>>>;
