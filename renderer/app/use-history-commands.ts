/** Undo and redo of the archive, with a word on what was done. */
import { announce, perform, useCall, useCommand } from '../api/index.js';

export function useHistoryCommands(isReadOnly: boolean): void {
  const history = useCall('history.state', undefined);
  const state = history.status === 'ready' && !isReadOnly ? history.data : { undo: null, redo: null };
  const turn = async (call: 'history.undo' | 'history.redo', said: string, label: string | null) => {
    const result = await perform(call, undefined);
    if (result.ok) announce(`${said}: ${label ?? ''}`);
  };
  useCommand('edit.undo', () => void turn('history.undo', 'Undone', state.undo), { enabled: state.undo !== null });
  useCommand('edit.redo', () => void turn('history.redo', 'Done again', state.redo), { enabled: state.redo !== null });
}
