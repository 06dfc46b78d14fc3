/**
 * Letters of glyphs that a PDF calls by their numbers in a font, without saying what they mean: the font that is in the
 * file may still tell, by its table of characters (`cmap`) or the names of its glyphs (`post`). pdf.js takes such
 * numbers for characters, which gives other letters in silence.
 */
import { type GlyphList, textOfGlyphName } from './glyph-names.js';

/** Stands for a letter that nothing tells. */
const UNKNOWN = '\uFFFD';

export interface EmbeddedFont {
  /** Of the font's own table of Unicode characters; empty where it has none. */
  readonly mappings: readonly { readonly charCode: number; readonly glyphId: number }[];
  /** By the number of the glyph. */
  readonly names: readonly (string | undefined)[];
  readonly glyphs: GlyphList;
  /** Whether a glyph draws nothing. */
  isBlank(glyphId: number): boolean;
}

/** @returns the letters of a glyph by its number, a blank for what draws nothing, U+FFFD where nothing tells. */
export function lettersOfFont({ mappings, names, glyphs, isBlank }: EmbeddedFont): (glyphId: number) => string {
  const characters = new Map<number, number>();
  for (const { charCode, glyphId } of mappings) {
    if (charCode < 0x20) continue;
    const known = characters.get(glyphId);
    // One glyph may serve for several characters: the plain blank and hyphen come first, private characters last.
    if (known === undefined || charCode < known) characters.set(glyphId, charCode);
  }
  return (glyphId) => {
    const character = characters.get(glyphId);
    if (character !== undefined) return String.fromCodePoint(character);
    const name = names[glyphId];
    const named = name ? textOfGlyphName(name, glyphs) : null;
    return named ?? (isBlank(glyphId) ? ' ' : UNKNOWN);
  };
}

/** Control characters for which fonts do have glyphs, mostly blank ones. */
const DRAWN_CONTROLS = new Set([0x08, 0x09, 0x0a, 0x0d, 0x1d]);

/**
 * Whether the codes for which a file gives the glyphs are numbers of glyphs in some larger font, rather than characters:
 * some of them would be control characters, which no text draws.
 * @param glyphIds by code.
 */
export function areNumbers(glyphIds: ReadonlyMap<number, number>): boolean {
  for (const [code, glyphId] of glyphIds) {
    const isControl = (code > 0 && code < 0x20 && !DRAWN_CONTROLS.has(code)) || (code > 0x7e && code < 0xa0);
    if (isControl && glyphId > 0) return true;
  }
  return false;
}
