/**
 * Which characters a TrueType font has a glyph for, from its `cmap`. Invariant: glyph 0, the empty box, is none.
 * Source: OpenType 1.9.1, `cmap`, formats 4 and 12.
 */

/** @returns code points. @throws RangeError when the file is no TrueType font. */
export function codePointsOf(bytes: Uint8Array): Set<number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = new Set<number>();
  const tables = view.getUint16(4);
  for (let index = 0; index < tables; index += 1) {
    const entry = 12 + index * 16;
    const tag = String.fromCharCode(...bytes.subarray(entry, entry + 4));
    if (tag === 'cmap') addCmap(view, view.getUint32(entry + 8), found);
  }
  if (found.size === 0) throw new RangeError('The font maps no characters.');
  return found;
}

function addCmap(view: DataView, cmap: number, found: Set<number>): void {
  const count = view.getUint16(cmap + 2);
  for (let index = 0; index < count; index += 1) {
    const platform = view.getUint16(cmap + 4 + index * 8);
    const encoding = view.getUint16(cmap + 6 + index * 8);
    // Unicode, by either name; the others are of old systems.
    if (platform !== 0 && !(platform === 3 && (encoding === 1 || encoding === 10))) continue;
    const table = cmap + view.getUint32(cmap + 8 + index * 8);
    const format = view.getUint16(table);
    if (format === 4) addSegments(view, table, found);
    if (format === 12) addGroups(view, table, found);
  }
}

function addSegments(view: DataView, table: number, found: Set<number>): void {
  const bytes = view.getUint16(table + 6);
  const ends = table + 14;
  const starts = ends + bytes + 2;
  const deltas = starts + bytes;
  const offsets = deltas + bytes;
  for (let at = 0; at < bytes; at += 2) {
    const [start, end] = [view.getUint16(starts + at), view.getUint16(ends + at)];
    const delta = view.getUint16(deltas + at);
    const offset = view.getUint16(offsets + at);
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const place = offsets + at + offset + (code - start) * 2;
      const raw = offset === 0 ? code : place + 2 <= view.byteLength ? view.getUint16(place) : 0;
      const glyph = offset !== 0 && raw === 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) found.add(code);
    }
  }
}

function addGroups(view: DataView, table: number, found: Set<number>): void {
  const count = view.getUint32(table + 12);
  for (let index = 0; index < count; index += 1) {
    const group = table + 16 + index * 12;
    const [start, end] = [view.getUint32(group), view.getUint32(group + 4)];
    const glyph = view.getUint32(group + 8);
    for (let code = start; code <= end; code += 1) if (glyph + code - start !== 0) found.add(code);
  }
}
