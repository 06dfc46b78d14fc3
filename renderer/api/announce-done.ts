/** Says what was done and offers to undo it, for as long as it is the last step of the archive. */
import { announce } from './announce.js';
import { perform } from './calls.js';
import { runCommand } from './commands.js';

/** Counts what was done from here, so that an old message does not undo a newer step. */
let lastStep = 0;

export async function announceDone(title: string, text?: string): Promise<void> {
  lastStep += 1;
  const step = lastStep;
  const state = await perform('history.state', undefined, { quiet: true });
  const label = state.ok ? state.value.undo : null;
  const run = async () => {
    const now = await perform('history.state', undefined, { quiet: true });
    if (step === lastStep && now.ok && now.value.undo === label) runCommand('edit.undo');
    else announce('Other things were changed since', { text: 'Undo takes them back one by one, the last one first.' });
  };
  announce(title, { ...(text === undefined ? {} : { text }), action: { label: 'Undo', run: () => void run() } });
}
