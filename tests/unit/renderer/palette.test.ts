/** What the palette marks, and so what Enter runs. */
import { describe, expect, it } from 'vitest';
import { COMMANDS, type CommandId, type SourceRow } from '../../../electron/contract/index.js';
import { highlightedItem, moveHighlight, paletteItems } from '../../../renderer/app/palette-items.js';

const every = new Set<CommandId>(COMMANDS.map(({ id }) => id));
const rows = (...titles: string[]) => titles.map((title) => ({ id: title, title }) as unknown as SourceRow);
const none = { rows: [], state: 'current' } as const;

describe('the palette', () => {
  it('marks nothing before anything is typed, and the first choice then', () => {
    expect(highlightedItem(paletteItems('', every, none), null)).toBeNull();
    expect(highlightedItem(paletteItems('settings', every, none), null)?.key).toBe('command:go.settings');
  });

  it('marks the last choice on End and the first on Home, and takes exactly those', () => {
    const choices = paletteItems('search', every, { rows: rows('Search warrant'), state: 'current' });
    const last = moveHighlight('End', choices, highlightedItem(choices, null));
    expect(last?.key).toBe('source:Search warrant');
    expect(highlightedItem(choices, last?.key ?? null)).toEqual(last);
    expect(moveHighlight('Home', choices, last)).toEqual(choices.all[0]);
  });

  it('moves by one and by a page, never beyond its ends', () => {
    const choices = paletteItems('', every, none);
    const [first, second] = choices.all;
    expect(moveHighlight('ArrowDown', choices, null)).toEqual(first);
    expect(moveHighlight('ArrowDown', choices, first ?? null)).toEqual(second);
    expect(moveHighlight('ArrowUp', choices, null)).toEqual(choices.all.at(-1));
    expect(moveHighlight('PageUp', choices, first ?? null)).toEqual(first);
    expect(moveHighlight('PageDown', choices, choices.all.at(-1) ?? null)).toEqual(choices.all.at(-1));
    expect(moveHighlight('x', choices, null)).toBeNull();
  });

  it('marks no source of the answer to an earlier question by itself, but one that the person went to', () => {
    const stale = paletteItems('zzqx', every, { rows: rows('Zagreb'), state: 'stale' });
    expect(highlightedItem(stale, null)).toBeNull();
    expect(highlightedItem(stale, 'source:Zagreb')?.key).toBe('source:Zagreb');
    const fresh = paletteItems('zzqx', every, { rows: rows('Zzqx'), state: 'current' });
    expect(highlightedItem(fresh, 'source:Zagreb')?.key).toBe('source:Zzqx');
  });
});
