/**
 * The handlers of commands. Invariants: the component that enabled a command last handles it; when it unmounts or
 * disables it, the previous one handles it again. A command that is run while its data is still loading runs as soon as the data
 * is there: a pressed key is never dropped.
 */
import { useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { COMMANDS, type CommandId } from '../../electron/contract/index.js';
import { t } from '../../electron/wording/index.js';
import { announce, announceWait } from './announce.js';
import { createStore, useStore } from './store.js';

interface CommandHandler {
  run(): void;
  /** What is still loading, in words; null when the command can run. */
  readonly waitingFor: string | null;
  /** What the command acts on. */
  readonly subject: string;
}

/** A command that was run while its data was loading. */
interface PendingCommand {
  readonly id: CommandId;
  readonly subject: string;
  endWait(): void;
}

/** From the end of one wait until the next begins or what is needed is there: they come in different renderings. */
const GRACE_MS = 1_000;

const handlers = new Map<CommandId, CommandHandler[]>();
const enabled = createStore<ReadonlySet<CommandId>>(new Set());
let pending: readonly PendingCommand[] = [];
let graceTimer: ReturnType<typeof setTimeout> | null = null;
let isRunScheduled = false;

const activeHandler = (id: CommandId): CommandHandler | undefined => handlers.get(id)?.at(-1);

function register(id: CommandId, holder: CommandHandler): () => void {
  handlers.set(id, [...(handlers.get(id) ?? []), holder]);
  update();
  return () => {
    handlers.set(
      id,
      (handlers.get(id) ?? []).filter((other) => other !== holder),
    );
    update();
  };
}

function update(): void {
  enabled.set(new Set(COMMANDS.map(({ id }) => id).filter((id) => activeHandler(id)?.waitingFor === null)));
  // After all effects of this rendering.
  if (pending.length > 0 && !isRunScheduled) {
    isRunScheduled = true;
    setTimeout(runPending, 0);
  }
}

/** Runs pending commands that can run now, one at a time and in order. */
function runPending(): void {
  isRunScheduled = false;
  if (graceTimer !== null) clearTimeout(graceTimer);
  graceTimer = null;
  const next = pending.find(({ id }) => activeHandler(id)?.waitingFor === null);
  if (next) {
    const holder = activeHandler(next.id);
    removePending(next);
    // A command for another subject is dropped: it was not meant for this one.
    // Drawn before the next one is carried out, which goes on from what this one did.
    if (holder?.subject === next.subject) flushSync(() => holder.run());
    update();
    return;
  }
  if (pending.some(({ id }) => !activeHandler(id))) graceTimer = setTimeout(dropUnhandled, GRACE_MS);
}

function dropUnhandled(): void {
  graceTimer = null;
  for (const one of pending.filter(({ id }) => !activeHandler(id))) {
    removePending(one);
    const title = COMMANDS.find(({ id }) => id === one.id)?.title ?? one.id;
    announce(t('“{title}” found nothing to act on', { title }));
  }
}

function removePending(one: PendingCommand): void {
  one.endWait();
  pending = pending.filter((other) => other !== one);
}

export interface CommandOptions {
  readonly enabled?: boolean;
  /** What is still loading before the command can be enabled, as in “Waiting for …”; null when nothing is. */
  readonly waitingFor?: string | null;
  /** What the command would be done to, such as the id of a source: only for this is it carried out later. */
  readonly subject?: string;
}

/** No other fields: a misspelt option in an object that was made beforehand would compile, and commands be lost unseen. */
type Exactly<Options> = Options & { readonly [Other in Exclude<keyof Options, keyof CommandOptions>]: never };

/** Carries out a command while the component is shown and `enabled` is not false. */
export function useCommand<Options extends CommandOptions>(
  id: CommandId,
  handler: () => void,
  options?: Exactly<Options>,
): void {
  const { enabled: isEnabled = true, waitingFor = null, subject = '' }: CommandOptions = options ?? {};
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  const waitsFor = isEnabled ? null : waitingFor;
  useEffect(() => {
    if (!isEnabled && waitsFor === null) return;
    return register(id, { run: () => latest.current(), waitingFor: waitsFor, subject });
  }, [id, isEnabled, waitsFor, subject]);
}

/**
 * @returns false when nothing on screen can carry the command out, nor will when it has loaded; the key or menu item then
 * does nothing.
 */
export function runCommand(id: CommandId): boolean {
  const holder = activeHandler(id);
  if (!holder) return false;
  // A dialog that opens has the focus when this returns: what is typed next is typed into it.
  if (holder.waitingFor === null) flushSync(() => holder.run());
  else
    pending = [
      ...pending,
      {
        id,
        subject: holder.subject,
        endWait: announceWait(t('Waiting for {waitingFor}', { waitingFor: holder.waitingFor })),
      },
    ];
  return true;
}

/** The commands that would do something now. */
export const useEnabledCommands = (): ReadonlySet<CommandId> => useStore(enabled);
