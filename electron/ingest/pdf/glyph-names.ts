/**
 * Letters by the names that fonts give their glyphs, where pdf.js knows none: variants (`one.os`, `a.sc`), ligatures
 * (`f_f_i`), names of the form `uni00410042`, and old-style figures, small capitals and raised or lowered letters,
 * which Adobe once put into the private use area of Unicode, where no search finds them.
 * Source: Adobe Glyph List Specification, section 2; the names and private characters of the Adobe Glyph List.
 */

/** Code points by glyph name: the Adobe Glyph List, as pdf.js holds it. */
export type GlyphList = Readonly<Record<string, number | undefined>>;

const PRIVATE_FIRST = 0xe000;
const PRIVATE_LAST = 0xf8ff;
const VARIANT = /(?:oldstyle|small|superior|inferior)$/;

/** @returns the letters of a glyph, or null when its name tells none. */
export function textOfGlyphName(name: string, glyphs: GlyphList): string | null {
  const base = name.split('.', 1)[0] ?? '';
  if (base === '') return null;
  const parts = base.split('_').map((part) => textOfPart(part, glyphs));
  return parts.includes(null) ? null : parts.join('');
}

/** @returns the name of the plain letter that a glyph is a variant of; its own name where it is none. */
export const plainGlyphName = (name: string): string => (name.split('.', 1)[0] || name).replace(VARIANT, '') || name;

function textOfPart(name: string, glyphs: GlyphList): string | null {
  // An own property: a name such as `constructor` is no glyph.
  const code = Object.hasOwn(glyphs, name) ? glyphs[name] : undefined;
  if (code !== undefined && !isPrivate(code)) return String.fromCodePoint(code);
  const plain = VARIANT.test(name) ? name.replace(VARIANT, '') : '';
  if (plain !== '' && Object.hasOwn(glyphs, plain)) return plainLetter(name, glyphs[plain] ?? PRIVATE_FIRST);
  if (code !== undefined) return String.fromCodePoint(code);
  const units = /^uni((?:[0-9A-F]{4})+)$/.exec(name)?.[1]?.match(/.{4}/g);
  const points = units ?? /^u([0-9A-F]{4,6})$/.exec(name)?.slice(1) ?? [];
  const codes = points.map((point) => Number.parseInt(point, 16));
  const areCharacters =
    codes.length > 0 && codes.every((point) => point > 0 && point <= 0x10ffff && !isSurrogate(point));
  return areCharacters ? String.fromCodePoint(...codes) : null;
}

/** Small capitals stand for small letters: a name set in them begins with a capital, as `a.sc` after `N` does. */
const plainLetter = (name: string, code: number) =>
  name.endsWith('small') ? String.fromCodePoint(code).toLowerCase() : String.fromCodePoint(code);

const isPrivate = (code: number) => code >= PRIVATE_FIRST && code <= PRIVATE_LAST;
const isSurrogate = (code: number) => code >= 0xd800 && code <= 0xdfff;

/**
 * Replaces old-style figures and small capitals in the private use area by what they stand for: a file may map its
 * glyphs to them itself. Adobe set them 0xF700 above the character of Latin-1 that they are a form of.
 */
export function withoutAdobeVariants(text: string): string {
  return /[\uF721-\uF7FF]/.test(text)
    ? text.replace(
        /[\uF721\uF724\uF726\uF730-\uF739\uF73F\uF760-\uF77A\uF7A1\uF7A2\uF7BF\uF7E0-\uF7F6\uF7F8-\uF7FF]/g,
        (variant) => String.fromCharCode(variant.charCodeAt(0) - 0xf700),
      )
    : text;
}
