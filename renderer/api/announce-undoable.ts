/** Announces a change with an Undo button, for as long as the change can be undone. */
import type { HistoryState } from '../../electron/contract/index.js';
import { t } from '../../electron/wording/index.js';
import { announce, dismiss } from './announce.js';
import { perform } from './client.js';
import { runCommand } from './command-registry.js';

interface UndoOffer {
  /** Of its message. */
  readonly key: number;
  /** As `HistoryState.step`. */
  readonly step: number;
}

let offers: readonly UndoOffer[] = [];

export async function announceUndoable(title: string, text?: string): Promise<void> {
  const state = await perform('history.state', undefined, { quiet: true });
  const step = state.ok ? state.value.step : null;
  const run = async () => {
    const now = await perform('history.state', undefined, { quiet: true });
    if (step !== null && now.ok && now.value.step === step) runCommand('edit.undo');
    else
      announce(t('Other things were changed since'), {
        text: t('Undo takes them back one by one, the last one first.'),
      });
  };
  const key = announce(title, {
    ...(text === undefined ? {} : { text }),
    action: { label: t('Undo'), run: () => void run() },
  });
  if (step !== null) offers = [...offers.slice(-9), { key, step }];
}

/** Dismisses the offers to undo steps that are undone already. */
export function dismissUndoneOffers({ step: last }: HistoryState): void {
  const isDone = ({ step }: UndoOffer): boolean => last !== null && step <= last;
  for (const offer of offers) if (!isDone(offer)) dismiss(offer.key);
  offers = offers.filter(isDone);
}
