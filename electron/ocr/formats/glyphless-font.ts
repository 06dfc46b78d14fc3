/**
 * A TrueType font whose every glyph is empty, made here: text set in it is in a PDF to be found and copied, and nothing
 * of it is seen. A character is its own code, so that any script can be written; those beyond the first plane share the
 * codes that UTF-16 keeps for halves of them, in the order in which they come.
 */
import { deflateSync } from 'node:zlib';

const EM = 1_000;
/** Half as wide as high, as Tesseract's: readers that guess gaps by widths guess rightly. */
export const GLYPH_WIDTH = 500;
const ASCENT = 800;
const DESCENT = -200;

/** Tables that an embedded font must have; glyph 0 and 1 have no outline. */
export function glyphlessFont(): Uint8Array {
  const tables: Readonly<Record<string, Uint8Array>> = {
    glyf: new Uint8Array(1),
    head: head(),
    hhea: words([1, 0, ASCENT, DESCENT, 0, GLYPH_WIDTH, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2]),
    hmtx: words([GLYPH_WIDTH, 0, GLYPH_WIDTH, 0]),
    loca: words([0, 0, 0]),
    maxp: words([1, 0, 2, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]),
  };
  const names = Object.keys(tables);
  const start = 12 + 16 * names.length;
  const padded = (length: number) => Math.ceil(length / 4) * 4;
  const size = names.reduce((sum, name) => sum + padded(tables[name]?.length ?? 0), start);
  const font = new Uint8Array(size);
  const view = new DataView(font.buffer);
  const power = Math.floor(Math.log2(names.length));
  view.setUint32(0, 0x00010000);
  for (const [index, value] of [names.length, 16 << power, power, 16 * (names.length - (1 << power))].entries()) {
    view.setUint16(4 + index * 2, value);
  }
  let at = start;
  for (const [index, name] of names.entries()) {
    const table = tables[name] as Uint8Array;
    font.set(table, at);
    const entry = 12 + 16 * index;
    for (let letter = 0; letter < 4; letter += 1) font[entry + letter] = name.charCodeAt(letter);
    view.setUint32(entry + 4, checksum(view, at, padded(table.length)));
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, table.length);
    at += padded(table.length);
  }
  view.setUint32(start + padded(1) + 8, (0xb1b0afba - checksum(view, 0, size)) >>> 0);
  return font;
}

function head(): Uint8Array {
  const table = new Uint8Array(54);
  const view = new DataView(table.buffer);
  view.setUint32(0, 0x00010000);
  view.setUint32(4, 0x00010000);
  view.setUint32(12, 0x5f0f3cf5);
  view.setUint16(18, EM);
  view.setInt16(38, DESCENT);
  view.setInt16(40, GLYPH_WIDTH);
  view.setInt16(42, ASCENT);
  view.setUint16(46, 8);
  view.setInt16(48, 2);
  return table;
}

function words(values: readonly number[]): Uint8Array {
  const table = new Uint8Array(values.length * 2);
  const view = new DataView(table.buffer);
  for (const [index, value] of values.entries()) view.setInt16(index * 2, value);
  return table;
}

function checksum(view: DataView, from: number, length: number): number {
  let sum = 0;
  for (let at = from; at < from + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

const TO_UNICODE = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
`;

const FIRST_SHARED = 0xd800;
const END_SHARED = 0xe000;
/** As many ranges or characters may stand in one section. */
const SECTION = 100;
const hex = (value: number) => value.toString(16).toUpperCase().padStart(4, '0');

/** The codes of one document. */
export interface GlyphCodes {
  /** @returns the codes of a text in hexadecimal, four digits each. */
  encode(text: string): { readonly digits: string; readonly count: number };
  /** What each code stands for, once all text is encoded. */
  toUnicode(): PdfObject;
}

export function createGlyphCodes(): GlyphCodes {
  const shared = new Map<string, number>();
  const codeOf = (character: string): number => {
    if (character.length === 1) return character.charCodeAt(0);
    const known = shared.get(character);
    if (known !== undefined) return known;
    const code = FIRST_SHARED + shared.size;
    if (code === END_SHARED) return 0xfffd;
    shared.set(character, code);
    return code;
  };
  return {
    encode: (text) => {
      const codes = [...text.toWellFormed()].map(codeOf);
      return { digits: codes.map(hex).join(''), count: codes.length };
    },
    toUnicode: () => {
      // A range may not go beyond one first byte.
      const ranges = Array.from({ length: 256 }, (_, high) => high << 8)
        .filter((first) => first < FIRST_SHARED || first >= END_SHARED)
        .map((first) => `<${hex(first)}> <${hex(first | 255)}> <${hex(first)}>`);
      const characters = [...shared].map(
        ([character, code]) => `<${hex(code)}> <${hex(character.charCodeAt(0))}${hex(character.charCodeAt(1))}>`,
      );
      const map = `${TO_UNICODE}${sections(ranges, 'bfrange')}${sections(characters, 'bfchar')}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend`;
      return packed(new TextEncoder().encode(map));
    },
  };
}

function sections(lines: readonly string[], kind: 'bfrange' | 'bfchar'): string {
  let text = '';
  for (let at = 0; at < lines.length; at += SECTION) {
    const part = lines.slice(at, at + SECTION);
    text += `${part.length} begin${kind}\n${part.join('\n')}\nend${kind}\n`;
  }
  return text;
}

const packed = (bytes: Uint8Array, entries = ''): PdfObject => ({
  dictionary: `/Filter /FlateDecode ${entries}`.trim(),
  stream: deflateSync(bytes, { level: 9 }),
});

export interface PdfObject {
  readonly dictionary: string;
  readonly stream?: Uint8Array;
}

/**
 * @param first the number of the first of the objects.
 * @param toUnicode the number of what says which characters the codes are.
 * @returns five objects; the first is the font.
 */
export function fontObjects(first: number, toUnicode: number): PdfObject[] {
  const map = new Uint8Array(131_072);
  for (let at = 1; at < map.length; at += 2) map[at] = 1;
  const font = glyphlessFont();
  return [
    {
      dictionary: `/Type /Font /Subtype /Type0 /BaseFont /GlyphLessFont /Encoding /Identity-H /DescendantFonts [${first + 1} 0 R] /ToUnicode ${toUnicode} 0 R`,
    },
    {
      dictionary: `/Type /Font /Subtype /CIDFontType2 /BaseFont /GlyphLessFont /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${first + 2} 0 R /CIDToGIDMap ${first + 3} 0 R /DW ${GLYPH_WIDTH}`,
    },
    {
      dictionary: `/Type /FontDescriptor /FontName /GlyphLessFont /Flags 5 /FontBBox [0 ${DESCENT} ${GLYPH_WIDTH} ${ASCENT}] /ItalicAngle 0 /Ascent ${ASCENT} /Descent ${DESCENT} /CapHeight ${ASCENT} /StemV 80 /FontFile2 ${first + 4} 0 R`,
    },
    packed(map),
    packed(font, `/Length1 ${font.length}`),
  ];
}
