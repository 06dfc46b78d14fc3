// @vitest-environment jsdom
/** A comparison of long texts takes a moment to come; what is pressed in that moment is not lost. */
import { QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import type { SourceId } from '../../../electron/contract/index.js';
import type { CollationSlots } from '../../../renderer/features/collation/index.js';

/** A service that is still at work. */
vi.hoisted(() => {
  const never = () => new Promise(() => undefined);
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  Object.assign(window, { fonds: { invoke: never, shell: never, subscribe: () => () => undefined } });
});

const { queryClient, runCommand } = await import('../../../renderer/api/index.js');
const { CollationPage } = await import('../../../renderer/features/collation/index.js');

const show = (isActive: boolean) =>
  act(async () => {
    const subject = { sourceIds: ['a' as SourceId, 'b' as SourceId] };
    root.render(
      <QueryClientProvider client={queryClient}>
        <CollationPage
          subject={subject}
          isActive={isActive}
          slots={{} as CollationSlots}
          onOpenSource={() => undefined}
        />
      </QueryClientProvider>,
    );
  });
const root = createRoot(document.createElement('div'));

it('keeps what is pressed for the comparison that comes, and leaves it to others while another page is active', async () => {
  await show(false);
  expect(runCommand('collation.next')).toBe(false);
  await show(true);
  for (const command of ['collation.next', 'collation.previous', 'collation.below', 'export.collation'] as const) {
    expect([command, runCommand(command)]).toEqual([command, true]);
  }
  await act(async () => root.unmount());
});
