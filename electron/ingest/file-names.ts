/**
 * Names of files whose bytes are not UTF-8: from old discs, zips and servers. Nothing says what they are, and one name is
 * short for a guess by letters, so the names of a folder are guessed together.
 */
import { charsetName } from '../contract/index.js';
import { decodeAs } from './encodings/decode-as.js';
import { guessCharset } from './encodings/guess.js';

export interface ReadNames {
  /** In the order of the given; `/` and U+0000, which no name may hold, are `_`. */
  readonly names: readonly string[];
  /** The character set they were read in; null when they were UTF-8. */
  readonly charset: string | null;
}

/** @param names of one folder, which were most likely written by one hand: none of them valid UTF-8. */
function readOtherNames(names: readonly Uint8Array[]): ReadNames {
  if (names.length === 0) return { names: [], charset: null };
  const charset = guessCharset(Buffer.concat(names.flatMap((name) => [name, Buffer.from('\n')])));
  return {
    names: names.map((name) => decodeAs(name, charset).replace(/[/\0]/g, '_')),
    charset: charsetName(charset),
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
