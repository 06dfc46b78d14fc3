/** What the palette marks, and so what Enter runs. */
import { describe, expect, it } from 'vitest';
import { COMMANDS, type CommandId, type SourceRow } from '../../../electron/contract/index.js';
import { choicesFor, markedOf, movedTo } from '../../../renderer/app/palette-choices.js';

const every = new Set<CommandId>(COMMANDS.map(({ id }) => id));
const rows = (...titles: string[]) => titles.map((title) => ({ id: title, title }) as unknown as SourceRow);
const none = { rows: [], state: 'current' } as const;

describe('the palette', () => {
  it('marks nothing before anything is typed, and the first choice then', () => {
    expect(markedOf(choicesFor('', every, none), null)).toBeNull();
    expect(markedOf(choicesFor('settings', every, none), null)?.key).toBe('command:go.settings');
  });

  it('marks the last choice on End and the first on Home, and takes exactly those', () => {
    const choices = choicesFor('search', every, { rows: rows('Search warrant'), state: 'current' });
    const last = movedTo('End', choices, markedOf(choices, null));
    expect(last?.key).toBe('source:Search warrant');
    expect(markedOf(choices, last?.key ?? null)).toEqual(last);
    expect(movedTo('Home', choices, last)).toEqual(choices.all[0]);
  });

  it('moves by one and by a page, never beyond its ends', () => {
    const choices = choicesFor('', every, none);
    const [first, second] = choices.all;
    expect(movedTo('ArrowDown', choices, null)).toEqual(first);
    expect(movedTo('ArrowDown', choices, first ?? null)).toEqual(second);
    expect(movedTo('ArrowUp', choices, null)).toEqual(choices.all.at(-1));
    expect(movedTo('PageUp', choices, first ?? null)).toEqual(first);
    expect(movedTo('PageDown', choices, choices.all.at(-1) ?? null)).toEqual(choices.all.at(-1));
    expect(movedTo('x', choices, null)).toBeNull();
  });

  it('marks no source of the answer to an earlier question by itself, but one that the person went to', () => {
    const stale = choicesFor('zzqx', every, { rows: rows('Zagreb'), state: 'stale' });
    expect(markedOf(stale, null)).toBeNull();
    expect(markedOf(stale, 'source:Zagreb')?.key).toBe('source:Zagreb');
    const fresh = choicesFor('zzqx', every, { rows: rows('Zzqx'), state: 'current' });
    expect(markedOf(fresh, 'source:Zagreb')?.key).toBe('source:Zzqx');
  });
});
