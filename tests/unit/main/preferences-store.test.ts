/** What the program remembers of a person, and that it never loses it by halves. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeRecent, openPreferences } from '../../../electron/main/preferences-store.js';

let userData: string;
beforeEach(() => {
  userData = mkdtempSync(join(tmpdir(), 'fonds-preferences-'));
});
afterEach(() => rmSync(userData, { recursive: true, force: true }));

describe('preferences', () => {
  it('come back after a restart', () => {
    openPreferences({ userData }).setPreferences({ theme: 'dark', readingSize: undefined });
    expect(openPreferences({ userData }).preferences).toMatchObject({ theme: 'dark', readingSize: 18 });
  });

  it('leave only one whole file behind', () => {
    const store = openPreferences({ userData });
    for (const readingSize of [15, 16, 17]) store.setPreferences({ readingSize });
    expect(readdirSync(userData)).toEqual(['preferences.json']);
  });

  it('start afresh when the file is damaged, and keep the damaged one aside', () => {
    writeFileSync(join(userData, 'preferences.json'), '{"preferences": {"theme"');
    const store = openPreferences({ userData, newId: () => 'x' });
    expect(store.preferences.theme).toBe('system');
    store.setPreferences({ theme: 'light' });
    expect(readFileSync(join(userData, 'preferences.json.damaged-x'), 'utf8')).toBe('{"preferences": {"theme"');
  });
});

describe('recent archives', () => {
  it('stand newest first, ten at most, each once and with the same id', () => {
    const store = openPreferences({ userData });
    const first = store.remember('/a/0.fonds');
    for (let index = 1; index < 12; index += 1) store.remember(`/a/${index}.fonds`);
    expect(store.recents).toHaveLength(10);
    const again = store.remember('/a/5.fonds');
    expect(store.recents[0]).toEqual({ id: again, dir: '/a/5.fonds' });
    expect(store.recents.filter(({ dir }) => dir === '/a/5.fonds')).toHaveLength(1);
    expect(store.recents.some(({ id }) => id === first)).toBe(false);
    expect(store.remember('/a/5.fonds')).toBe(again);
  });

  it('are given to the window by name and folder, never by path', () => {
    expect(describeRecent({ id: '1', dir: '/home/ana/Thesis/Letters.fonds' })).toEqual({
      id: '1',
      name: 'Letters',
      place: 'Thesis',
    });
  });
});
