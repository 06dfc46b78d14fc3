/**
 * preferences.json: how the person likes the program, which archives were open, where the window stood.
 * Invariant: the file on disk is always one whole state, old or new; a damaged one is kept aside, never overwritten.
 * Of preferences it holds what was chosen and nothing else, so that nobody is held to a default of the past.
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

/** Of files that hold what was chosen only; those before it, without a number, hold defaults of their time as well. */
const CHOSEN_ONLY = 2;

const OnDisk = z.object({
  format: z.literal(CHOSEN_ONLY).optional(),
  preferences: z.record(z.string(), z.unknown()),
  /** Newest first. */
  recents: z.array(Recent).max(MAX_RECENTS),
  window: z.object({ bounds: Bounds, state: z.enum(['normal', 'maximized']) }).nullable(),
});
interface Stored extends Pick<z.infer<typeof OnDisk>, 'recents' | 'window'> {
  readonly preferences: Preferences;
  /** What of the preferences a person chose. */
  readonly chosen: Readonly<Record<string, unknown>>;
}
export type StoredWindow = NonNullable<Stored['window']>;

const DEFAULTS = { theme: 'system', readingSize: 18, measure: 68, layout: {} };
const preferencesOf = (chosen: Stored['chosen']): Preferences => Preferences.parse({ ...DEFAULTS, ...chosen });
const initial = (): Stored => ({ preferences: preferencesOf({}), chosen: {}, recents: [], window: null });

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
      const chosen = { ...stored.chosen, ...given };
      change({ ...stored, chosen, preferences: preferencesOf(chosen) });
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
    const { format, preferences, recents, window } = OnDisk.parse(JSON.parse(text));
    const chosen = format === CHOSEN_ONLY ? preferences : withoutOldDefaults(preferences);
    return { preferences: preferencesOf(chosen), chosen, recents, window };
  } catch {
    // Not JSON, or not what is written here: damage, handled below.
  }
  renameSync(file, `${file}.damaged-${newId()}`);
  return initial();
}

/** American English was once written down for everybody, and would hold for styles that name another language. */
function withoutOldDefaults({ citationLocale, ...others }: Record<string, unknown>): Record<string, unknown> {
  return citationLocale === undefined || citationLocale === 'en-US' ? others : { ...others, citationLocale };
}

function write(file: string, { chosen, recents, window }: Stored): void {
  mkdirSync(dirname(file), { recursive: true });
  const onDisk = { format: CHOSEN_ONLY, preferences: chosen, recents, window } satisfies z.infer<typeof OnDisk>;
  replaceFileSync(file, JSON.stringify(onDisk, null, 2), 0o600);
}
