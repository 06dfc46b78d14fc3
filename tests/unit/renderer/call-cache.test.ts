/** Answers that are on their way while the archive changes. */
import { QueryObserver } from '@tanstack/react-query';
import { afterEach, expect, it, vi } from 'vitest';

vi.stubGlobal('window', { fonds: {} });
const { queryClient, refresh } = await import('../../../renderer/api/call-cache.js');
afterEach(() => queryClient.clear());

/** An observed question whose answers are given by hand. */
function ask(name: string) {
  const answers: ((value: string) => void)[] = [];
  const observer = new QueryObserver(queryClient, {
    queryKey: [name],
    queryFn: () => new Promise<string>((resolve) => answers.push(resolve)),
  });
  const stop = observer.subscribe(() => undefined);
  return { answers, stop, shown: () => observer.getCurrentResult().data };
}

it('asks again after a first answer that was under way when the archive changed', async () => {
  const { answers, shown, stop } = ask('search.query');
  expect(answers).toHaveLength(1);
  refresh(['sources']);
  answers[0]?.('from before the change');
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  answers[1]?.('with the change');
  await vi.waitFor(() => expect(shown()).toBe('with the change'));
  stop();
});

it('leaves alone what the change does not touch', async () => {
  const { answers, shown, stop } = ask('text.get');
  refresh(['sources']);
  answers[0]?.('the text');
  await vi.waitFor(() => expect(shown()).toBe('the text'));
  expect(answers).toHaveLength(1);
  stop();
});

it('asks for everything again when anything may have changed, but not for what never changes', async () => {
  const [list, languages] = [ask('source.list'), ask('spelling.languages')];
  for (const { answers } of [list, languages]) answers[0]?.('first');
  await vi.waitFor(() => expect([list.shown(), languages.shown()]).toEqual(['first', 'first']));
  refresh(['archive']);
  await vi.waitFor(() => expect(list.answers).toHaveLength(2));
  expect(languages.answers).toHaveLength(1);
  for (const { stop } of [list, languages]) stop();
});
