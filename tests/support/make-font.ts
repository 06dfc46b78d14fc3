/**
 * Writes small TrueType fonts for tests of PDFs: each glyph a triangle or blank, with or without a table of characters.
 * Just enough of the OpenType specification for a PDF to draw by glyph number.
 */

export interface FontRecipe {
  /** `drawn` or `blank`, by the number of the glyph; the first stands for what the font lacks. */
  readonly glyphs: readonly ('drawn' | 'blank')[];
  /** Glyph numbers by character; null for a font without a table of them. */
  readonly characters: Readonly<Record<string, number>> | null;
}

const u16 = (...values: number[]) => values.flatMap((value) => [(value >> 8) & 255, value & 255]);
const u32 = (...values: number[]) => values.flatMap((value) => u16((value >>> 16) & 0xffff, value & 0xffff));

const TRIANGLE = [...u16(1, 0, 0, 500, 500, 2, 0), 1, 1, 1, ...u16(0, 500, 65036, 0, 0, 500), 0];

export function makeFont({ glyphs, characters }: FontRecipe): Uint8Array {
  const offsets = [0];
  const outlines = glyphs.flatMap((glyph) => {
    const bytes = glyph === 'drawn' ? TRIANGLE : [];
    offsets.push((offsets.at(-1) ?? 0) + bytes.length);
    return bytes;
  });
  const tables: Record<string, number[]> = {
    cmap: characters ? characterTable(characters) : [],
    glyf: outlines,
    head: [
      ...u32(0x10000, 0x10000, 0, 0x5f0f3cf5),
      ...u16(0, 1000),
      ...u32(0, 0, 0, 0),
      ...u16(0, 0, 500, 500, 0, 8, 2, 1, 0),
    ],
    hhea: [...u32(0x10000), ...u16(800, 65336, 0, 600, 0, 0, 500, 1, 0, 0, 0, 0, 0, 0, 0, glyphs.length)],
    hmtx: glyphs.flatMap(() => u16(600, 0)),
    loca: u32(...offsets),
    maxp: [...u32(0x10000), ...u16(glyphs.length, 3, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)],
  };
  const present = Object.entries(tables).filter(([, bytes]) => bytes.length > 0);
  let offset = 12 + present.length * 16;
  const directory: number[] = [...u32(0x10000), ...u16(present.length, 0, 0, 0)];
  const bodies: number[] = [];
  for (const [tag, bytes] of present) {
    directory.push(...Buffer.from(tag, 'latin1'), ...u32(0, offset, bytes.length));
    const padded = [...bytes, ...Array<number>((4 - (bytes.length % 4)) % 4).fill(0)];
    bodies.push(...padded);
    offset += padded.length;
  }
  return Uint8Array.from([...directory, ...bodies]);
}

/** Format 4, platform 3, encoding 1; one segment a character. */
function characterTable(characters: Readonly<Record<string, number>>): number[] {
  const pairs = Object.entries(characters).map(([sign, glyph]) => [sign.charCodeAt(0), glyph] as const);
  const segments = [...pairs.sort(([one], [other]) => one - other), [0xffff, 0] as const];
  const codes = segments.map(([code]) => code);
  const deltas = segments.map(([code, glyph]) => (code === 0xffff ? 1 : glyph - code) & 0xffff);
  const count = segments.length;
  const body = [...u16(0, count * 2, 0, 0, 0), ...u16(...codes), 0, 0, ...u16(...codes), ...u16(...deltas)];
  const table = u16(4, 4 + body.length + count * 2).concat(body.slice(0), u16(...codes.map(() => 0)));
  return [...u16(0, 1, 3, 1), ...u32(12), ...table];
}
