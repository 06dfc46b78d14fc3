/**
 * Runs the commands of the registry from keys and from the application menu. Invariant: under an open dialog no
 * command runs, a text field keeps its own undo, redo and delete, and Ctrl+A stays in its pane.
 */
import { useEffect } from 'react';
import { setInteractionModality } from 'react-aria';
import { COMMANDS, type CommandId } from '../../electron/contract/index.js';
import { runCommand, useEvent } from '../api/index.js';
import { commandForKey, isSelectAll, isTextFieldCommand, isTextFieldKey, type Platform } from './accelerators.js';

const PLATFORM: Platform = /Mac/.test(navigator.platform) ? 'mac' : 'other';

const isText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'range', 'button'].includes(target.type)));

/** What answers Delete by itself: a tab closes, a chip goes. The selected sources must not go with it. */
const answersDelete = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role="tab"], [data-allows-removing]') !== null;

/** What selects its own on Ctrl+A, or has nothing to select. */
const LISTS = '[role="listbox"], [role="grid"], [role="treegrid"], [role="tree"]';
const PANES = '[role="dialog"], [role="alertdialog"], [role="tabpanel"], [data-pane]';

/** The browser would select the text of the whole window: what is selected is that of the pane which has the focus. */
function selectPane(event: KeyboardEvent): void {
  event.preventDefault();
  const { target } = event;
  if (!(target instanceof Element) || target.closest(LISTS)) return;
  const pane = target.closest(PANES);
  if (pane) window.getSelection()?.selectAllChildren(pane);
}

const dialogOpen = (): boolean => document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;

/**
 * React Aria takes no key with Ctrl for a sign of a person at the keyboard. After a focus that code has set it would
 * believe in a screen reader, and wait for a frame before it moves the focus into what opens: what is typed until then
 * goes nowhere.
 */
function runFromKey(id: CommandId): boolean {
  setInteractionModality('keyboard');
  return runCommand(id);
}

export function useKeyboard(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.isComposing) return;
      if (isSelectAll(event, PLATFORM) && !isText(event.target)) selectPane(event);
      if (dialogOpen()) return;
      const id = commandForKey(event, PLATFORM);
      if (id === null || (isTextFieldKey(id) && isText(event.target))) return;
      if (id === 'source.delete' && answersDelete(event.target)) return;
      if (!runFromKey(id)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);

  useEvent('shell.command', ({ id }) => {
    const command = COMMANDS.find((known) => known.id === id);
    if (!command || dialogOpen()) return;
    const focus = document.activeElement;
    // The menu took the key from a text field: give it back what it would have done.
    if (isTextFieldCommand(command.id) && isText(focus)) {
      document.execCommand(command.id === 'source.delete' ? 'delete' : command.id.replace('edit.', ''));
      return;
    }
    runFromKey(command.id);
  });
}
