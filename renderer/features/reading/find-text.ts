/**
 * Finds words in a whole document the way a reader means them: without regard to case, accents, Serbian script, kinds of
 * quotation mark, or where a line ends. Answers are offsets into the text as it is stored, never into the folded copy.
 */
import type { Range } from '../../../electron/contract/index.js';

export interface FoldedDocument {
  readonly folded: string;
  /** For each folded UTF-16 unit, the offset in the original; one more entry for the end. */
  readonly offsets: Uint32Array;
}

/** Characters that no Unicode decomposition takes apart, and Serbian Cyrillic letter by letter. */
const LETTERS: Readonly<Record<string, string>> = {
  đ: 'dj',
  ð: 'd',
  ł: 'l',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'th',
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  ђ: 'dj',
  е: 'e',
  ж: 'z',
  з: 'z',
  и: 'i',
  ј: 'j',
  к: 'k',
  л: 'l',
  љ: 'lj',
  м: 'm',
  н: 'n',
  њ: 'nj',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  ћ: 'c',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'c',
  ч: 'c',
  џ: 'dz',
  ш: 's',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '′': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '″': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
};
const SOFT_HYPHEN = 0xad;

/** Folds a text and keeps the way back. Runs of white space become one space. */
export function foldText(text: string): FoldedDocument {
  const parts: string[] = [];
  const offsets: number[] = [];
  const put = (value: string, at: number) => {
    if (value === '') return;
    parts.push(value);
    for (let unit = 0; unit < value.length; unit += 1) offsets.push(at);
  };
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code <= 0x20 || code === 0xa0 || code === 0x2009 || code === 0x202f) {
      if (parts.at(-1) !== ' ') put(' ', at);
      at += 1;
    } else if (code < 0x80) {
      put(String.fromCharCode(code >= 0x41 && code <= 0x5a ? code + 32 : code), at);
      at += 1;
    } else {
      const character = String.fromCodePoint(text.codePointAt(at) ?? code);
      if (code !== SOFT_HYPHEN) put(foldCharacter(character), at);
      at += character.length;
    }
  }
  offsets.push(text.length);
  return { folded: parts.join(''), offsets: Uint32Array.from(offsets) };
}

/**
 * Every place of `words`, in order, without overlaps.
 * @returns half-open UTF-16 ranges of the text that was folded; none when `words` is empty.
 */
export function findAll(source: FoldedDocument, words: string): Range[] {
  const needle = foldText(words.trim()).folded;
  const ranges: Range[] = [];
  if (needle.length === 0) return ranges;
  for (let at = source.folded.indexOf(needle); at >= 0; at = source.folded.indexOf(needle, at + needle.length)) {
    const start = source.offsets[at] ?? 0;
    const last = source.offsets[at + needle.length - 1] ?? start;
    ranges.push([start, endOf(source.offsets, at + needle.length, last)]);
  }
  return ranges;
}

/** End of the original character that the last folded unit came from, with the combining marks that follow it. */
function endOf(offsets: Uint32Array, from: number, last: number): number {
  let index = from;
  while (index < offsets.length - 1 && offsets[index] === last) index += 1;
  return offsets[index] ?? last;
}

function foldCharacter(character: string): string {
  const lower = character.toLowerCase();
  const known = LETTERS[lower];
  if (known !== undefined) return known;
  const bare = lower.normalize('NFKD').replace(/\p{M}+/gu, '');
  return LETTERS[bare] ?? bare;
}
