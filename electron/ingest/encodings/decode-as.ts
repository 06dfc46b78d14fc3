/** Bytes to characters in a given set. Never fails: what the set does not hold becomes U+FFFD. */
import { TextDecoder } from '@exodus/bytes/encoding.js';
import iconv from 'iconv-lite';
import type { CharsetId } from '../../contract/index.js';

/**
 * iconv-lite's names of the sets that the WHATWG Encoding Standard lacks; and of UTF-16, where it keeps halves of broken
 * characters, so that whoever builds the text can say how many there are.
 */
const BY_ICONV: Partial<Readonly<Record<CharsetId, string>>> = {
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'utf-32le': 'utf-32le',
  'utf-32be': 'utf-32be',
  cp437: 'cp437',
  cp720: 'cp720',
  cp737: 'cp737',
  cp775: 'cp775',
  cp850: 'cp850',
  cp852: 'cp852',
  cp855: 'cp855',
  cp857: 'cp857',
  cp858: 'cp858',
  cp860: 'cp860',
  cp861: 'cp861',
  cp862: 'cp862',
  cp863: 'cp863',
  cp865: 'cp865',
  cp869: 'cp869',
  cp1125: 'cp1125',
  mik: 'mik',
  'mac-ce': 'maccenteuro',
  'mac-croatian': 'maccroatian',
  'mac-romanian': 'macromania',
  'mac-icelandic': 'maciceland',
  'mac-greek': 'macgreek',
  'mac-turkish': 'macturkish',
};

/** A byte order mark at the head is taken off where the set has one. */
export function decodeAs(bytes: Uint8Array, charset: CharsetId): string {
  const name = BY_ICONV[charset];
  return name === undefined ? new TextDecoder(charset).decode(bytes) : iconv.decode(bytes, name);
}

/** @returns null when the bytes are not valid in this set. Only for sets of the WHATWG Encoding Standard. */
export function decodeStrictly(bytes: Uint8Array, charset: CharsetId): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
