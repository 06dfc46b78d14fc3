/**
 * Holds calls to what they declare, in tests and development: a change that the call behind it does not name would
 * leave an old answer on the screen.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { type CallName, calls, type Scope } from '../contract/index.js';

/** They follow from any change, and no call names them. */
const ANY_CHANGE: ReadonlySet<Scope> = new Set(['archive', 'history', 'index']);

export interface DeclaredChanges {
  /** Runs a handler; what it starts, jobs included, counts as this call's. */
  during<T>(name: CallName, handle: () => T): T;
  /** @throws Error when the call under way does not declare one of the scopes. */
  check(scopes: readonly Scope[]): void;
}

export function createDeclaredChanges(): DeclaredChanges {
  const running = new AsyncLocalStorage<CallName>();
  return {
    during: (name, handle) => running.run(name, handle),
    check: (scopes) => {
      const name = running.getStore();
      if (!name) return;
      const declared: readonly Scope[] = calls[name].changes;
      if (declared.includes('archive')) return;
      const silent = scopes.filter((scope) => !ANY_CHANGE.has(scope) && !declared.includes(scope));
      if (silent.length > 0) throw new Error(`${name} changes ${silent.join(', ')} and does not declare it`);
    },
  };
}
