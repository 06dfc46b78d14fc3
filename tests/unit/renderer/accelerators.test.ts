import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../electron/contract/index.js';
import { commandForKey, isTextFieldCommand, type KeyPress } from '../../../renderer/app/accelerators.js';
import { fuzzyScore, rank } from '../../../renderer/app/fuzzy.js';

const press = (key: string, code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});
const ctrl = { ctrlKey: true };

describe('the shortcuts', () => {
  it('opens the palette with Ctrl+K, and with ⌘K on a Mac', () => {
    expect(commandForKey(press('k', 'KeyK', ctrl), 'other')).toBe('palette.open');
    expect(commandForKey(press('k', 'KeyK', { metaKey: true }), 'mac')).toBe('palette.open');
    expect(commandForKey(press('k', 'KeyK', ctrl), 'mac')).toBeNull();
  });

  it('tells undo from redo by Shift', () => {
    expect(commandForKey(press('z', 'KeyZ', ctrl), 'other')).toBe('edit.undo');
    expect(commandForKey(press('Z', 'KeyZ', { ...ctrl, shiftKey: true }), 'other')).toBe('edit.redo');
  });

  it('finds the key by its place when the keyboard writes Cyrillic', () => {
    expect(commandForKey(press('к', 'KeyK', ctrl), 'other')).toBe('palette.open');
  });

  it('goes by what is typed on a German keyboard, where Z and Y are exchanged', () => {
    expect(commandForKey(press('z', 'KeyY', ctrl), 'other')).toBe('edit.undo');
  });

  it('finds the shortcut sheet where the slash is typed with Shift', () => {
    expect(commandForKey(press('/', 'Digit7', { ...ctrl, shiftKey: true }), 'other')).toBe('help.shortcuts');
  });

  it('finds a shortcut with Alt where Alt changes the letter', () => {
    expect(commandForKey(press('∫', 'KeyB', { metaKey: true, altKey: true }), 'mac')).toBe('view.inspector');
  });

  it('leaves ordinary typing alone', () => {
    expect(commandForKey(press('k', 'KeyK'), 'other')).toBeNull();
    expect(commandForKey(press('1', 'Digit1'), 'other')).toBeNull();
  });

  it('leaves undo, redo and delete to a text field', () => {
    expect(isTextFieldCommand('edit.undo')).toBe(true);
    expect(isTextFieldCommand('source.delete')).toBe(true);
    expect(isTextFieldCommand('palette.open')).toBe(false);
  });

  it('gives no two commands the same keys', () => {
    const keys = COMMANDS.flatMap((command) => (command.keys === null ? [] : [command.keys]));
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('finding a command by a few letters', () => {
  const titles = COMMANDS.map(({ title }) => title);
  const found = (typed: string) => rank(typed, titles, (title) => title);

  it('puts the command that begins so first', () => {
    expect(found('new a')[0]).toBe('New archive…');
    expect(found('und')[0]).toBe('Undo');
  });
  it('finds a command by the beginnings of its words', () => {
    expect(found('iaf')[0]).toBe('Import a folder…');
  });
  it('finds nothing when a letter is missing', () => {
    expect(found('qqq')).toEqual([]);
  });
  it('reads letters without their accents', () => {
    expect(fuzzyScore('radosevic', 'Letter of Radošević')).toBeGreaterThan(0);
  });
});
