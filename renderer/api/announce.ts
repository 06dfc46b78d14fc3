/** Toast messages: a queue that the frame shows and screen readers read out. Has no texts of its own. */
import type { Failure } from '../../electron/contract/index.js';
import { failureMessage } from './failure-messages.js';
import { createStore, useStore } from './store.js';

export interface Announcement {
  readonly key: number;
  readonly tone: 'plain' | 'good' | 'problem';
  readonly title: string;
  /** What is safe and what to do; null when the title says all. */
  readonly text: string | null;
  readonly action: { readonly label: string; run(): void } | null;
}

const queue = createStore<readonly Announcement[]>([]);
let lastKey = 0;

/** Shows a passing message. Good and plain ones leave by themselves; problems stay until they are closed. @returns its key. */
export function announce(
  title: string,
  options: { tone?: Announcement['tone']; text?: string; action?: Announcement['action'] } = {},
): number {
  lastKey += 1;
  const { tone = 'plain', text = null, action = null } = options;
  const others = queue.get().filter((other) => other.title !== title);
  queue.set([...others.slice(-3), { key: lastKey, tone, title, text, action }]);
  return lastKey;
}

export function announceFailure(failure: Failure): void {
  const { title, remedy } = failureMessage(failure);
  announce(title, { tone: 'problem', text: remedy });
}

/** A wait shorter than this is not noticed, and a message about it would only flicker. */
const WAIT_SHOWN_AFTER_MS = 300;

/** Says what a pressed key waits for, once the wait can be noticed. @returns how to end it. */
export function announceWait(title: string): () => void {
  let key: number | null = null;
  const timer = setTimeout(() => {
    key = announce(title);
  }, WAIT_SHOWN_AFTER_MS);
  return () => {
    clearTimeout(timer);
    if (key !== null) dismiss(key);
  };
}

export function dismiss(key: number): void {
  queue.set(queue.get().filter((other) => other.key !== key));
}

export const useAnnouncements = (): readonly Announcement[] => useStore(queue);
