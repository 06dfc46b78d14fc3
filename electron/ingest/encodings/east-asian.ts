/**
 * How well a text reads in the sets of East Asia, in which two bytes and more make a character: by how common its
 * characters are. Each set has a part for everyday characters (level 1), which tells them apart.
 */
import type { CharsetId } from '../../contract/index.js';
import common from './common-characters.json' with { type: 'json' };
import { decodeAs } from './decode-as.js';

interface EastAsianSet {
  readonly charset: CharsetId;
  readonly common: string;
  /** First and last lead byte of level 1, and the set they are written in. */
  readonly level1: { readonly charset: CharsetId; readonly leads: readonly [number, number] };
  readonly hasKana: 'kana' | 'no-kana';
}

const JIS = { charset: 'euc-jp', leads: [0xb0, 0xcf] } as const;
const SETS: readonly EastAsianSet[] = [
  {
    charset: 'gb18030',
    common: common['zh-Hans'],
    level1: { charset: 'gb18030', leads: [0xb0, 0xd7] },
    hasKana: 'no-kana',
  },
  { charset: 'big5', common: common['zh-Hant'], level1: { charset: 'big5', leads: [0xa4, 0xc6] }, hasKana: 'no-kana' },
  { charset: 'shift_jis', common: common.ja, level1: JIS, hasKana: 'kana' },
  { charset: 'euc-jp', common: common.ja, level1: JIS, hasKana: 'kana' },
  {
    charset: 'euc-kr',
    common: common.ko,
    level1: { charset: 'euc-kr', leads: [0xb0, 0xc8] },
    hasKana: 'no-kana',
  },
];

/** Negative natural logarithms of rough probabilities of a character. */
const COMMON = 5.5;
const LEVEL_1 = 8.6;
const KANA = 4.5;
const PUNCTUATION = 4;
const OTHER = 12;
const HALFWIDTH = 7;
const FAULT = 16;
/** No blank between a Latin letter and one of these scripts. */
const BORDER = 12;
/** Between characters of ASCII on both sides. */
const ALONE = 8;

export interface FoundEastAsian {
  readonly charset: CharsetId;
  /** For each byte beyond ASCII or part of such a character. */
  readonly costOfHigh: number;
}

const levels = new Map<CharsetId, ReadonlySet<string>>();

function level1Of({ charset, level1 }: EastAsianSet): ReadonlySet<string> {
  let characters = levels.get(charset);
  if (!characters) {
    const bytes: number[] = [];
    for (let lead = level1.leads[0]; lead <= level1.leads[1]; lead += 1) {
      if (level1.charset === 'big5') for (let trail = 0x40; trail <= 0x7e; trail += 1) bytes.push(lead, trail);
      for (let trail = 0xa1; trail <= 0xfe; trail += 1) bytes.push(lead, trail);
    }
    characters = new Set(decodeAs(Uint8Array.from(bytes), level1.charset).replaceAll('\uFFFD', ''));
    levels.set(charset, characters);
  }
  return characters;
}

/** @param pieces see `distinctiveSamples`. @returns every set, the most probable first. */
export function rankEastAsian(pieces: readonly Uint8Array[]): FoundEastAsian[] {
  return SETS.map((set) => ({ charset: set.charset, costOfHigh: costOf(set, pieces) })).sort(
    (a, b) => a.costOfHigh - b.costOfHigh,
  );
}

/** Above this cost of a byte, two bytes that could be a character of UTF-16 are something else. */
const MAX_OF_UTF16 = 4.5;
const UTF16_SLICE_BYTES = 2_048;
const UTF16_SLICES = 8;

/**
 * UTF-16 of East Asia without a byte order mark, which leaves no pattern of high and low bytes. Eight-bit text read so
 * gives characters too, but seldom common ones.
 */
export function utf16OfEastAsia(bytes: Uint8Array): CharsetId | null {
  if (bytes.length < 16) return null;
  const frequent = new Set(SETS.map((set) => set.common).join(''));
  const level1 = new Set(SETS.flatMap((set) => [...level1Of(set)]));
  const step = Math.max(UTF16_SLICE_BYTES, Math.floor(bytes.length / UTF16_SLICES / 2) * 2);
  const costs = (['utf-16le', 'utf-16be'] as const).map((charset) => {
    let cost = 0;
    let read = 0;
    for (let start = 0; start + 1 < bytes.length; start += step) {
      const slice = bytes.subarray(start, Math.min(start + UTF16_SLICE_BYTES, bytes.length - (bytes.length % 2)));
      for (const char of decodeAs(slice, charset)) {
        cost += char <= '\u007F' ? asciiInUtf16(char) : costOfChar(char, 'kana', level1, frequent);
      }
      read += slice.length;
    }
    return { charset, costOfByte: cost / read };
  });
  const best = costs.sort((a, b) => a.costOfByte - b.costOfByte)[0];
  return best && best.costOfByte < MAX_OF_UTF16 ? best.charset : null;
}

const asciiInUtf16 = (char: string) => (/[\t\n\r -~]/.test(char) ? LEVEL_1 : FAULT);

function costOf(set: EastAsianSet, pieces: readonly Uint8Array[]): number {
  const [level1, frequent] = [level1Of(set), new Set(set.common)];
  let cost = 0;
  let bytes = 0;
  for (const piece of pieces) {
    const chars = [...decodeAs(piece, set.charset)];
    for (const [at, char] of chars.entries()) {
      if (char <= '\u007F') {
        bytes -= 1;
        continue;
      }
      const [before, after] = [chars[at - 1] ?? '', chars[at + 1] ?? ''];
      cost += costOfChar(char, set.hasKana, level1, frequent);
      if (before <= '\u007F' && after <= '\u007F') cost += ALONE;
      for (const neighbour of [before, after]) if (/[a-z]/i.test(neighbour)) cost += BORDER;
    }
    bytes += piece.length;
  }
  return cost / Math.max(1, bytes);
}

function costOfChar(
  char: string,
  hasKana: EastAsianSet['hasKana'],
  level1: ReadonlySet<string>,
  frequent: ReadonlySet<string>,
): number {
  if (char === '\uFFFD') return FAULT;
  if (frequent.has(char)) return COMMON;
  if (hasKana === 'kana' && /[\u3041-\u3096\u30A1-\u30FC]/.test(char)) return KANA;
  if (/[\u3000-\u3011\uFF01-\uFF5E“”‘’…—·]/.test(char)) return PUNCTUATION;
  if (/[\uFF61-\uFF9F]/.test(char)) return HALFWIDTH;
  return level1.has(char) ? LEVEL_1 : OTHER;
}
