/**
 * Names of files whose bytes are not UTF-8: from old discs, zips and servers. Nothing says what they are, and a name is too
 * short for statistics alone, so each character set is tried and the one whose letters look most like words is taken.
 */
import iconv from 'iconv-lite';
import { guessCharset } from './decode.js';

/** Tried in this order; of equals the first is taken. */
const CHARSETS = [
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'KOI8-R',
  'CP850',
  'CP852',
  'CP866',
  'macintosh',
  'windows-1253',
  'Shift_JIS',
  'EUC-KR',
  'GB18030',
];

/** What a name should never hold, in any language: a replacement, a control. */
const BROKEN = /[\uFFFD\p{Cc}]/gu;
/** What stands in names now and then, but seldom beside letters that are not ASCII. */
const ODD = /[^\p{L}\p{M}\p{N}\p{Zs}\p{Pd}\x20-\x7E°№«»“”„’–—]/gu;
const CASE_WITHIN = /\p{Ll}\p{Lu}/gu;
const WORD = /[\p{L}\p{M}]+/gu;
const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** How little a decoded name looks like words; 0 for one that may well be right. */
function oddness(name: string): number {
  let sum = 20 * count(name, BROKEN) + 4 * count(name, ODD) + 3 * count(name, CASE_WITHIN);
  for (const [word] of name.matchAll(WORD)) {
    if (SCRIPTS.filter((script) => script.test(word)).length > 1) sum += 6;
    // Words of Latin letters are mostly ASCII: “Žarković”, never “Ïèñüìî”.
    const beyond = count(word, /[^\p{ASCII}\p{M}]/gu);
    if (SCRIPTS[0]?.test(word) && beyond > 2 && beyond * 2 > word.length) sum += beyond;
  }
  return sum;
}

export interface ReadNames {
  /** In the order of the given; `/` and U+0000, which no name may hold, are `_`. */
  readonly names: readonly string[];
  /** The character set they were read in; null when they were UTF-8. */
  readonly charset: string | null;
}

/** @param names of one folder, which were most likely written by one hand: none of them valid UTF-8. */
function readOtherNames(names: readonly Uint8Array[]): ReadNames {
  const sample = Buffer.concat(names.flatMap((name) => [name, Buffer.from('\n')]));
  const candidates = [...new Set([guessCharset(sample), ...CHARSETS])].filter((charset) =>
    iconv.encodingExists(charset),
  );
  const readings = candidates.map((charset) => {
    const read = names.map((name) => iconv.decode(name, charset));
    return { charset, read, odd: read.reduce((sum, name) => sum + oddness(name), 0) };
  });
  const [best] = readings.toSorted((a, b) => a.odd - b.odd);
  return {
    names: (best?.read ?? []).map((name) => name.replace(/[/\0]/g, '_')),
    charset: best?.charset ?? null,
  };
}

/** The name as UTF-8; null when its bytes are not. */
export function asUtf8Name(name: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(name);
  } catch {
    return null;
  }
}

/** @param names names of files of one folder, as bytes. @returns each with the character set it was read in. */
export function readFileNames(names: readonly Uint8Array[]): { name: string; charset: string | null }[] {
  const others = names.filter((name) => asUtf8Name(name) === null);
  const read = readOtherNames(others);
  let at = 0;
  return names.map((bytes) => {
    const name = asUtf8Name(bytes);
    if (name !== null) return { name, charset: null };
    at += 1;
    return { name: read.names[at - 1] ?? '', charset: read.charset };
  });
}
