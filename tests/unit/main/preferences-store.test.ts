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

  it('that nobody chose are not written down, and follow what is new', () => {
    openPreferences({ userData }).setPreferences({ theme: 'dark' });
    const { preferences } = JSON.parse(readFileSync(join(userData, 'preferences.json'), 'utf8'));
    expect(preferences).toEqual({ theme: 'dark' });
  });

  it('cite in the language of the style where American English was only the default of an older version', () => {
    const file = join(userData, 'preferences.json');
    const old = (citationLocale: string) => {
      const preferences = { theme: 'dark', readingSize: 18, measure: 68, layout: {}, citationLocale };
      writeFileSync(file, JSON.stringify({ preferences, recents: [], window: null }));
      return openPreferences({ userData }).preferences;
    };
    expect(old('en-US')).toMatchObject({ theme: 'dark', citationLocale: 'style' });
    expect(old('de-DE')).toMatchObject({ theme: 'dark', citationLocale: 'de-DE' });
  });

  it('keep American English where a person chose it', () => {
    openPreferences({ userData }).setPreferences({ citationLocale: 'en-US' });
    expect(openPreferences({ userData }).preferences.citationLocale).toBe('en-US');
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
