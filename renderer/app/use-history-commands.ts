/** Undo and redo of the archive, with a word on what was done. */

import { t } from '../../electron/wording/index.js';
import { announce, announceFailure, dismissUndoneOffers, failureMessage, perform, useCommand } from '../api/index.js';

export function useHistoryCommands(isReadOnly: boolean): void {
  const turn = async (call: 'history.undo' | 'history.redo') => {
    const result = await perform(call, undefined, { quiet: true });
    if (!result.ok) {
      const isNothing = ['NOTHING_TO_UNDO', 'NOTHING_TO_REDO'].includes(result.error.code);
      if (isNothing) announce(failureMessage(result.error).title);
      else announceFailure(result.error);
      return;
    }
    dismissUndoneOffers(result.value);
    // What was undone is what can be redone now.
    const { undo, redo } = result.value;
    announce(
      call === 'history.undo'
        ? t('Undone: {redo}', { redo: redo ?? '' })
        : t('Done again: {undo}', { undo: undo ?? '' }),
    );
  };
  // Whether there is anything to undo the archive knows: what the window knows of it may be a change behind.
  useCommand('edit.undo', () => void turn('history.undo'), { enabled: !isReadOnly });
  useCommand('edit.redo', () => void turn('history.redo'), { enabled: !isReadOnly });
}
