/**
 * Reads a name in Latin letters back into Cyrillic ones, by each of the systems it may be written in: ISO 9 (1968 and
 * 1995) and the scholarly ones; BGN/PCGN, ALA-LC and the English press, whose groups of letters do not contradict each
 * other; the German and the French press. The same letters are read in different ways, so there are several readings.
 */

/** More would be no name. */
const MAX_READINGS = 24;

interface RomanizationSystem {
  /** From a group of letters to its readings; without any it is not written in this system. `$` is the word's end. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  /** By the first letter of a group, how many letters the longest such group has. */
  readonly longest: ReadonlyMap<string, number>;
}

function system(...tables: readonly string[]): RomanizationSystem {
  const groups = new Map<string, readonly string[]>();
  for (const entry of tables.join(', ').split(', ')) {
    const [letters = '', ...readings] = entry.split(' ');
    groups.set(
      letters,
      readings.map((reading) => (reading === '-' ? '' : reading)),
    );
  }
  const longest = new Map<string, number>();
  for (const letters of groups.keys()) {
    const first = letters.charAt(0);
    longest.set(first, Math.max(longest.get(first) ?? 0, letters.length));
  }
  return { groups, longest };
}

const PLAIN =
  'a а, b б, d д, e е, f ф, g г, i и, k к, l л, m м, n н, o о, p п, r р, s с, t т, u у, v в, y и, z з, ts ц, h х, $ -, ' +
  // Not the х of Greek and English words: Katherine.
  'gh, ph, rh, th, wh';
/** With their marks letters are read alike in every text. */
const MARKED =
  'šč щ, šch щ, št щ шт, ŝ щ, č ч, š ш, ž ж, â иа, û иу, ë ио, ê е, è е, é е, ě е, ė е, ì и, í и, î и, ï и, ĭ и, ī и, ' +
  "ý и, ÿ и, ŭ у, ă а, ô о, ' -, ʹ -, ʺ -, ` -";

const ENGLISH = system(
  PLAIN,
  MARKED,
  'shch щ, shtch щ, sht щ шт, sch щ ш, sh ш, tch ч, ch ч, zh ж, kh х, tz ц, x кс, ff в, ck к',
);
// A final й is never y here, and jury no Юрий.
const SCHOLARLY = system(PLAIN, MARKED, 'c ц, ch х, j и, w в, x х, y$');
const GERMAN = system(PLAIN, MARKED, 'schtsch щ, tsch ч, sch ш ж, ch х, j и, s с з, ss с, w в, x кс, y$, z ц з');
const FRENCH = system(
  PLAIN,
  MARKED,
  'chtch щ, tch ч, ch ш, kh х, ff в, gue ге, gui ги, guy ги, ine$ ин, yne$ ин, j ж, ou у, ss с, w в, x кс',
);

function systemsOf(word: string): RomanizationSystem[] {
  const systems = [ENGLISH];
  const isEnglish = /sh|kh|zh|tch/.test(word) && !/[čšžŝ]/.test(word);
  if (!isEnglish && /[hcjčšžŝ]/.test(word)) systems.push(SCHOLARLY);
  if (/sch|w|j|^z/.test(word)) systems.push(GERMAN);
  if (/(?<!s)ch|ou|[iy]ne$/.test(word)) systems.push(FRENCH);
  return systems;
}

/** @param exact lower case, NFC. @returns Cyrillic readings of a word in Latin letters; й and ы as и, ь as nothing. */
export function cyrillicCandidates(exact: string): ReadonlySet<string> {
  const readings = new Set<string>();
  // Letters that ALA-LC ties with an arc are two letters.
  const word = exact.replace(/[\u0361\uFE20\uFE21]/g, '').replace(/[’ʼ]/g, "'");
  for (const letters of systemsOf(word)) for (const reading of readingsIn(letters, word)) readings.add(reading);
  return readings;
}

function readingsIn({ groups, longest }: RomanizationSystem, word: string): readonly string[] {
  const letters = `${word}$`;
  let readings: readonly string[] = [''];
  for (let at = 0; at < letters.length; ) {
    let length = Math.min(longest.get(letters.charAt(at)) ?? 0, letters.length - at);
    if (length === 0) return [];
    let found = groups.get(letters.slice(at, at + length));
    while (!found && length > 1) found = groups.get(letters.slice(at, at + --length));
    if (!found) return [];
    at += length;
    const [only, ...more] = found;
    if (more.length > 0) readings = readings.flatMap((start) => found.map((end) => start + end)).slice(0, MAX_READINGS);
    else if (only === undefined) return [];
    else readings = readings.map((start) => start + only);
  }
  return readings;
}
