/**
 * Who carries out each command of the registry right now. Invariants: the last component that enabled a command has it;
 * when that one leaves or disables it, the one before has it again. A command that is asked for while what it needs is
 * still loading is carried out as soon as that is there: a pressed key is never dropped.
 */
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { COMMANDS, type CommandId } from '../../electron/contract/index.js';
import { announce, announceWait } from './announce.js';

interface Holder {
  run(): void;
  /** What is still loading, in words; null when the command can be carried out. */
  readonly awaits: string | null;
  /** What the command would be done to. */
  readonly about: string;
}

/** A command that was asked for too early. */
interface Asked {
  readonly id: CommandId;
  readonly about: string;
  endWait(): void;
}

/** From the end of one wait until the next begins or what is needed is there: they come in different renderings. */
const LINGER_MS = 1_000;

const holders = new Map<CommandId, Holder[]>();
const listeners = new Set<() => void>();
let enabled: ReadonlySet<CommandId> = new Set();
let asked: readonly Asked[] = [];
let lingering: ReturnType<typeof setTimeout> | null = null;
let isServing = false;

const holderOf = (id: CommandId): Holder | undefined => holders.get(id)?.at(-1);

function hold(id: CommandId, holder: Holder): () => void {
  holders.set(id, [...(holders.get(id) ?? []), holder]);
  settle();
  return () => {
    holders.set(
      id,
      (holders.get(id) ?? []).filter((other) => other !== holder),
    );
    settle();
  };
}

function settle(): void {
  enabled = new Set(COMMANDS.map(({ id }) => id).filter((id) => holderOf(id)?.awaits === null));
  for (const listener of listeners) listener();
  // Of one rendering all components have said their say first.
  if (asked.length > 0 && !isServing) {
    isServing = true;
    setTimeout(serve, 0);
  }
}

/** Carries out what was asked for too early, one at a time and in that order, as far as it is possible now. */
function serve(): void {
  isServing = false;
  if (lingering !== null) clearTimeout(lingering);
  lingering = null;
  const next = asked.find(({ id }) => holderOf(id)?.awaits === null);
  if (next) {
    const holder = holderOf(next.id);
    drop(next);
    // Who is somewhere else by now does not mean what is there.
    // Drawn before the next one is carried out, which goes on from what this one did.
    if (holder?.about === next.about) flushSync(() => holder.run());
    settle();
    return;
  }
  if (asked.some(({ id }) => !holderOf(id))) lingering = setTimeout(giveUp, LINGER_MS);
}

function giveUp(): void {
  lingering = null;
  for (const one of asked.filter(({ id }) => !holderOf(id))) {
    drop(one);
    const title = COMMANDS.find(({ id }) => id === one.id)?.title ?? one.id;
    announce(`“${title}” found nothing to act on`);
  }
}

function drop(one: Asked): void {
  one.endWait();
  asked = asked.filter((other) => other !== one);
}

interface CommandOptions {
  readonly enabled?: boolean;
  /** What is still loading before the command can be enabled, as in “Waiting for …”; null when nothing is. */
  readonly awaits?: string | null;
  /** What the command would be done to, such as the id of a source: only for this is it carried out later. */
  readonly about?: string;
}

/** Carries out a command while the component is shown and `enabled` is not false. */
export function useCommand(id: CommandId, handler: () => void, options: CommandOptions = {}): void {
  const { enabled: isEnabled = true, awaits = null, about = '' } = options;
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  const waitsFor = isEnabled ? null : awaits;
  useEffect(() => {
    if (!isEnabled && waitsFor === null) return;
    return hold(id, { run: () => latest.current(), awaits: waitsFor, about });
  }, [id, isEnabled, waitsFor, about]);
}

/**
 * @returns false when nothing on screen can carry the command out, nor will when it has loaded; the key or menu item then
 * does nothing.
 */
export function runCommand(id: CommandId): boolean {
  const holder = holderOf(id);
  if (!holder) return false;
  // A dialog that opens has the focus when this returns: what is typed next is typed into it.
  if (holder.awaits === null) flushSync(() => holder.run());
  else asked = [...asked, { id, about: holder.about, endWait: announceWait(`Waiting for ${holder.awaits}`) }];
  return true;
}

/** The commands that would do something now. */
export function useEnabledCommands(): ReadonlySet<CommandId> {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => enabled,
  );
}
