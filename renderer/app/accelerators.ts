/** Matches key presses with the registry's accelerators. Letters go by what is typed, else by where the key lies. */
import { COMMANDS, type CommandId } from '../../electron/contract/index.js';

export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

export type Platform = 'mac' | 'other';

interface Accelerator {
  readonly main: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly key: string;
}

/** @param keys for example `CmdOrCtrl+Shift+F`, `F3`, `CmdOrCtrl+,`. */
export function parseAccelerator(keys: string): Accelerator {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  return {
    main: parts.includes('CmdOrCtrl'),
    alt: parts.includes('Alt'),
    shift: parts.includes('Shift'),
    key: key.toLowerCase(),
  };
}

/**
 * The key's name: a Latin letter as typed (any layout), else the letter that lies there (Cyrillic, Greek, Alt). Arrows are
 * called as Electron calls them.
 */
function keyName({ key, code }: KeyPress): string {
  const typed = key.toLowerCase().replace(/^arrow/, '');
  const place = /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1]?.toLowerCase();
  if (place !== undefined && !/^[a-z]$/.test(typed)) return place;
  return typed;
}

function matches(wanted: Accelerator, press: KeyPress, platform: Platform): boolean {
  const main = platform === 'mac' ? press.metaKey : press.ctrlKey;
  const other = platform === 'mac' ? press.ctrlKey : press.metaKey;
  if (wanted.main !== main || other || wanted.alt !== press.altKey) return false;
  // Punctuation sits behind Shift on some keyboards ("/" in Germany), and on others on a digit's key.
  if (/^[^a-z0-9]$/.test(wanted.key)) return press.key === wanted.key;
  return wanted.shift === press.shiftKey && keyName(press) === wanted.key;
}

const ACCELERATORS = COMMANDS.flatMap(({ id, keys }) =>
  keys === null ? [] : [{ id, accelerator: parseAccelerator(keys) }],
);

/** @returns the command that the press stands for, or null. */
export function commandForKey(press: KeyPress, platform: Platform): CommandId | null {
  return ACCELERATORS.find(({ accelerator }) => matches(accelerator, press, platform))?.id ?? null;
}

const SELECT_ALL = parseAccelerator('CmdOrCtrl+A');

/** The key of the system for all there is; no command of the registry, as each pane answers it for itself. */
export const isSelectAll = (press: KeyPress, platform: Platform): boolean => matches(SELECT_ALL, press, platform);

/** In a text field these stay with the field, by key and from the menu. */
const NATIVE_IN_TEXT: ReadonlySet<CommandId> = new Set<CommandId>(['edit.undo', 'edit.redo', 'source.delete']);

/** Their keys mean something in a text field: the end of a word or of a line, what deletes a word, a new line. */
const KEYS_OF_TEXT: ReadonlySet<CommandId> = new Set<CommandId>([
  'pages.earlier',
  'pages.later',
  'pages.toSourceBefore',
  'pages.toSourceAfter',
  'pages.join',
  'pages.part',
  'pages.takeOut',
]);

/** @returns whether a command must be left to the text field that has the focus. */
export function isTextFieldCommand(id: CommandId): boolean {
  return NATIVE_IN_TEXT.has(id);
}

/** @returns whether the key of a command must be left to the text field that has the focus. */
export const isTextFieldKey = (id: CommandId): boolean => NATIVE_IN_TEXT.has(id) || KEYS_OF_TEXT.has(id);
