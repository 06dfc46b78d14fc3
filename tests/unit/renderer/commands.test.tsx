// @vitest-environment jsdom
import { act, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dismiss, useAnnouncements } from '../../../renderer/api/announce.js';
import { runCommand, useCommand, useEnabledCommands } from '../../../renderer/api/command-registry.js';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let root: Root;
let done: string[];
let said: readonly { readonly key: number; readonly title: string }[];
let enabled: ReadonlySet<string>;

function Messages() {
  said = useAnnouncements();
  enabled = useEnabledCommands();
  return null;
}

interface Props {
  readonly subject?: string;
  readonly waitingFor?: string | null;
  readonly isReady?: boolean;
}

function Reader({ subject = 'letter', waitingFor = null, isReady = false }: Props) {
  const [at, setAt] = useState(0);
  useCommand(
    'find.next',
    () => {
      done.push(`${subject} ${at + 1}`);
      setAt(at + 1);
    },
    { enabled: isReady, waitingFor, subject },
  );
  useCommand('find.inDocument', () => done.push(`find in ${subject}`), {
    enabled: isReady,
    waitingFor,
    subject,
  });
  return null;
}

const show = (props: Props | null, key = 'one') =>
  act(async () =>
    root.render(
      <>
        <Messages />
        {props ? <Reader key={key} {...props} /> : null}
      </>,
    ),
  );
const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const titles = () => said.map(({ title }) => title);

beforeEach(async () => {
  vi.useFakeTimers();
  done = [];
  root = createRoot(document.createElement('div'));
  await show(null);
  act(() => {
    for (const { key } of said) dismiss(key);
  });
});
afterEach(async () => {
  await wait(5_000);
  act(() => root.unmount());
  vi.useRealTimers();
});

describe('a command', () => {
  it('asked for while its document loads is carried out when that is there', async () => {
    await show({ waitingFor: 'the document' });
    expect(runCommand('find.next')).toBe(true);
    await wait(2_000);
    expect(done).toEqual([]);
    await show({ isReady: true });
    await wait(0);
    expect(done).toEqual(['letter 1']);
  });

  it('is carried out as often as it was asked for, each time from where the last one led, in the order of the keys', async () => {
    await show({ waitingFor: 'the document' });
    for (const id of ['find.next', 'find.next', 'find.inDocument', 'find.next'] as const) runCommand(id);
    await show({ isReady: true });
    await wait(10);
    expect(done).toEqual(['letter 1', 'letter 2', 'find in letter', 'letter 3']);
  });

  it('is kept also when what loads is drawn by another component than what was loaded', async () => {
    await show({ waitingFor: 'the document' }, 'loading');
    runCommand('find.next');
    await show(null);
    await wait(999);
    await show({ isReady: true }, 'loaded');
    await wait(0);
    expect(done).toEqual(['letter 1']);
  });

  it('says what it waits for when the wait can be noticed, and no longer than it waits', async () => {
    await show({ waitingFor: 'the document' });
    runCommand('find.next');
    await wait(299);
    expect(titles()).toEqual([]);
    await wait(1);
    expect(titles()).toEqual(['Waiting for the document']);
    await show({ isReady: true });
    await wait(0);
    expect(titles()).toEqual([]);
  });

  it('says when there is nothing to act on after all', async () => {
    await show({ waitingFor: 'the document' });
    runCommand('find.next');
    await show({});
    await wait(999);
    expect(titles()).not.toContain('“Next hit” found nothing to act on');
    await wait(1);
    expect(titles()).toContain('“Next hit” found nothing to act on');
    expect(done).toEqual([]);
  });

  it('is not carried out on another document than it was asked for', async () => {
    await show({ waitingFor: 'the document', subject: 'letter' });
    runCommand('find.next');
    await show({ isReady: true, subject: 'memo' });
    await wait(2_000);
    expect(done).toEqual([]);
  });

  it('is not among those that would do something now while it waits', async () => {
    await show({ waitingFor: 'the document' });
    expect(enabled.has('find.next')).toBe(false);
    await show({ isReady: true });
    expect(enabled.has('find.next')).toBe(true);
  });

  it('that nothing can carry out, nor will, does nothing', async () => {
    await show({});
    expect(runCommand('find.next')).toBe(false);
    await wait(2_000);
    expect(done).toEqual([]);
  });
});

describe('an option that no command has', () => {
  it('is refused by the compiler, also in an object that was made beforehand', () => {
    const misspelt = { enabled: false, awaits: 'the comparison' };
    // @ts-expect-error `awaits` is no option: the command would be lost while its page loads.
    const Page = () => useCommand('find.next', () => undefined, misspelt);
    expect(Page).toBeTypeOf('function');
  });
});
