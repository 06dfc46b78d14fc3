/** A shortcut as it is printed on this machine's keyboard. Takes Electron's accelerator notation. */

import { t } from '../../electron/wording/index.js';
import css from './Kbd.module.css';

const isMac = typeof navigator !== 'undefined' && /Mac/.test(navigator.platform);

const NAMES: Record<string, string> = isMac
  ? {
      CmdOrCtrl: '⌘',
      Ctrl: '⌃',
      Shift: '⇧',
      Alt: '⌥',
      Delete: '⌦',
      Up: '↑',
      Down: '↓',
      Left: '←',
      Right: '→',
      Backspace: '⌫',
    }
  : { CmdOrCtrl: t('Ctrl'), Delete: t('Del'), Up: '↑', Down: '↓', Left: '←', Right: '→' };

/** The parts of an accelerator in the words of this keyboard. */
export function formatShortcut(keys: string): readonly string[] {
  return keys.split('+').map((part) => NAMES[part] ?? part);
}

export function Kbd({ keys }: { readonly keys: string }) {
  return (
    <span className={css.keys}>
      {formatShortcut(keys).map((part) => (
        <kbd key={part} className={css.key}>
          {part}
        </kbd>
      ))}
    </span>
  );
}
