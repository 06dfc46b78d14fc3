/**
 * Who carries out each command of the registry right now. Invariant: the last component that enabled a command has
 * it; when that one leaves or disables it, the one before has it again.
 */
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { COMMANDS, type CommandId } from '../../electron/contract/index.js';

interface Holder {
  run(): void;
}

const holders = new Map<CommandId, Holder[]>();
const listeners = new Set<() => void>();
let enabled: ReadonlySet<CommandId> = new Set();

function settle(): void {
  enabled = new Set(COMMANDS.map(({ id }) => id).filter((id) => (holders.get(id)?.length ?? 0) > 0));
  for (const listener of listeners) listener();
}

/** Carries out a command while the component is shown and `enabled` is not false. */
export function useCommand(id: CommandId, handler: () => void, options: { enabled?: boolean } = {}): void {
  const { enabled: isEnabled = true } = options;
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    if (!isEnabled) return;
    const holder: Holder = { run: () => latest.current() };
    holders.set(id, [...(holders.get(id) ?? []), holder]);
    settle();
    return () => {
      holders.set(
        id,
        (holders.get(id) ?? []).filter((other) => other !== holder),
      );
      settle();
    };
  }, [id, isEnabled]);
}

/** @returns false when nothing on screen can carry the command out; the key or menu item then does nothing. */
export function runCommand(id: CommandId): boolean {
  const holder = holders.get(id)?.at(-1);
  if (!holder) return false;
  holder.run();
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
