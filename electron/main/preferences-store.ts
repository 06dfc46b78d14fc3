/**
 * preferences.json: how the person likes the program, which archives were open, where the window stood.
 * Invariant: the file on disk is always one whole state, old or new; a damaged one is kept aside, never overwritten.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { Preferences, type RecentArchive } from '../contract/index.js';
import { replaceFileSync } from '../files/index.js';

const MAX_RECENTS = 10;

const Bounds = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(1),
  height: z.number().int().min(1),
});
export type Bounds = z.infer<typeof Bounds>;

const Recent = z.object({ id: z.string(), dir: z.string() });
export type Recent = z.infer<typeof Recent>;

const Stored = z.object({
  preferences: Preferences,
  /** Newest first. */
  recents: z.array(Recent).max(MAX_RECENTS),
  window: z.object({ bounds: Bounds, state: z.enum(['normal', 'maximized']) }).nullable(),
});
type Stored = z.infer<typeof Stored>;
export type StoredWindow = NonNullable<Stored['window']>;

const initial = (): Stored => ({
  preferences: Preferences.parse({ theme: 'system', readingSize: 18, measure: 68, layout: {} }),
  recents: [],
  window: null,
});

export type PreferencesChange = { readonly [K in keyof Preferences]?: Preferences[K] | undefined };

export interface PreferencesStore {
  readonly preferences: Preferences;
  readonly recents: readonly Recent[];
  readonly window: StoredWindow | null;
  /** Takes over what is given; what is undefined stays as it was. */
  setPreferences(change: PreferencesChange): Preferences;
  /** Puts the archive at the head of the recent ones. @returns its id, the same as long as it stays among them. */
  remember(dir: string): string;
  setWindow(window: StoredWindow): void;
}

/** @param userData folder of the person's settings; created when missing. */
export function openPreferences({
  userData,
  newId = randomUUID,
}: {
  userData: string;
  newId?: () => string;
}): PreferencesStore {
  const file = join(userData, 'preferences.json');
  let stored = read(file, newId);
  const change = (next: Stored): void => {
    stored = next;
    write(file, stored);
  };
  return {
    get preferences() {
      return stored.preferences;
    },
    get recents() {
      return stored.recents;
    },
    get window() {
      return stored.window;
    },
    setPreferences(part) {
      const given = Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined));
      change({ ...stored, preferences: Preferences.parse({ ...stored.preferences, ...given }) });
      return stored.preferences;
    },
    remember(dir) {
      const known = stored.recents.find((recent) => recent.dir === dir) ?? { id: newId(), dir };
      const others = stored.recents.filter((recent) => recent.dir !== dir);
      change({ ...stored, recents: [known, ...others].slice(0, MAX_RECENTS) });
      return known.id;
    },
    setWindow(window) {
      change({ ...stored, window });
    },
  };
}

/** What the window may know of a recent archive: its name and the folder it lies in, not the path. */
export function describeRecent({ id, dir }: Recent): RecentArchive {
  return { id, name: basename(dir).replace(/\.fonds$/i, ''), place: basename(dirname(dir)) };
}

function read(file: string, newId: () => string): Stored {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return initial();
  }
  try {
    const parsed = Stored.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
  } catch {
    // Not JSON: handled like any other damage, below.
  }
  renameSync(file, `${file}.damaged-${newId()}`);
  return initial();
}

function write(file: string, stored: Stored): void {
  mkdirSync(dirname(file), { recursive: true });
  replaceFileSync(file, JSON.stringify(stored, null, 2), 0o600);
}
