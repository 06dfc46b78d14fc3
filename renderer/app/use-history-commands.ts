/** Undo and redo of the archive, with a word on what was done. */
import { announce, perform, queryClient, useCall, useCommand } from '../api/index.js';

export function useHistoryCommands(isReadOnly: boolean): void {
  const history = useCall('history.state', undefined);
  const state = history.status === 'ready' && !isReadOnly ? history.data : { undo: null, redo: null };
  const turn = async (call: 'history.undo' | 'history.redo') => {
    const result = await perform(call, undefined);
    if (!result.ok) return;
    // What was undone is what can be redone now, whatever was known before. Known at once: the next key may follow soon.
    queryClient.setQueryData(['history.state', undefined], { value: result.value });
    const { undo, redo } = result.value;
    announce(call === 'history.undo' ? `Undone: ${redo ?? ''}` : `Done again: ${undo ?? ''}`);
  };
  useCommand('edit.undo', () => void turn('history.undo'), { enabled: state.undo !== null });
  useCommand('edit.redo', () => void turn('history.redo'), { enabled: state.redo !== null });
}
