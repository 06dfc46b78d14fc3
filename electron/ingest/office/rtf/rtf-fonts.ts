/** Fonts of an RTF file: which character set the bytes of each are in. */
import type { CharsetId } from '../../../contract/index.js';
import { charsetOfPage, codePageOfFont } from './rtf-charsets.js';

interface RtfFont {
  charset: number | null;
  page: number | null;
  name: string;
}

const SYMBOLS = 2;
const GREEK_CAPITALS = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ';
const GREEK = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ';

export class RtfFonts {
  #filePage = 1252;
  #fonts = new Map<number, RtfFont>();
  #current: RtfFont = { charset: null, page: null, name: '' };
  #charsets = new Map<number, CharsetId>();
  usual: number | null = null;

  /** The set of the file itself. */
  set filePage(page: number) {
    this.#filePage = page;
    this.#charsets.clear();
  }

  /** A control word of the table. */
  define(word: string, value: number): void {
    if (word === 'f') {
      this.#current = { charset: null, page: null, name: '' };
      this.#fonts.set(value, this.#current);
    } else if (word === 'fcharset') this.#current.charset = value;
    else if (word === 'cpg') this.#current.page = value;
  }

  name(letter: string): void {
    if (this.#current.name.length < 100) this.#current.name += letter;
  }

  charsetOf(font: number | null): CharsetId {
    const id = font ?? this.usual ?? -1;
    const known = this.#charsets.get(id);
    if (known) return known;
    const charset = charsetOfPage(this.#pageOf(this.#fonts.get(id)));
    this.#charsets.set(id, charset);
    return charset;
  }

  /** @returns null when the font has letters. */
  symbolsOf(font: number | null): 'greek' | 'unknown' | null {
    const found = this.#fonts.get(font ?? this.usual ?? -1);
    if (found?.charset !== SYMBOLS) return null;
    return /^Symbol\b/i.test(found.name.trim()) ? 'greek' : 'unknown';
  }

  #pageOf(font: RtfFont | undefined): number {
    if (font?.page) return font.page;
    if (font?.charset) return codePageOfFont(font.charset) ?? this.#filePage;
    // `\fcharset0` is Western where fonts are told apart; programs that write it of every font mean the set of the file.
    const areNamed = [...this.#fonts.values()].some(({ charset }) => charset !== null && charset > SYMBOLS);
    return font?.charset === 0 && areNamed ? 1252 : this.#filePage;
  }
}

/** @returns what a byte of the font Symbol looks like; null when that is no letter. */
export function symbolLetter(byte: number): string | null {
  if (byte >= 0x41 && byte <= 0x5a) return GREEK_CAPITALS.charAt(byte - 0x41);
  if (byte >= 0x61 && byte <= 0x7a) return GREEK.charAt(byte - 0x61);
  if (byte === 0xb7) return '•';
  return byte >= 0x20 && byte <= 0x3f ? String.fromCharCode(byte) : null;
}
