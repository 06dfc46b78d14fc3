/**
 * Text that is UTF-8 but for a few bytes: a letter cut in two at the end, one letter of another set. How much of it is
 * UTF-8, and where it is not. A faulty place is a maximal subpart, for which decoders write one U+FFFD: Unicode
 * Standard, section 3.9, “U+FFFD Substitution of Maximal Subparts”.
 */

export interface Utf8Survey {
  /** Characters of two to four bytes. */
  readonly wide: number;
  readonly faults: number;
  /** Of the first fault: bytes from the head, and from 1 the line it stands in. Null when there is none. */
  readonly first: { readonly byte: number; readonly line: number } | null;
}

export function surveyUtf8(bytes: Uint8Array): Utf8Survey {
  let wide = 0;
  let faults = 0;
  let first: Utf8Survey['first'] = null;
  let line = 1;
  for (let index = 0; index < bytes.length; ) {
    const lead = bytes[index] ?? 0;
    if (lead < 0x80) {
      if (lead === 0x0a) line += 1;
      index += 1;
      continue;
    }
    const { length, isWhole } = sequenceAt(bytes, index);
    if (isWhole) wide += 1;
    else {
      faults += 1;
      first ??= { byte: index, line };
    }
    index += length;
  }
  return { wide, faults, first };
}

/** Table 3-7 of the Unicode Standard: what may follow a first byte. */
function sequenceAt(bytes: Uint8Array, start: number): { length: number; isWhole: boolean } {
  const lead = bytes[start] ?? 0;
  const wanted =
    lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 1;
  let length = 1;
  while (length < wanted) {
    const byte = bytes[start + length] ?? 0;
    const least = length > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const most = length > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (byte < least || byte > most) break;
    length += 1;
  }
  return { length, isWhole: wanted > 1 && length === wanted };
}
