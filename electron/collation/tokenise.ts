/**
 * Cuts a witness into words, signs and gaps, each with its place and its normal form. Invariant: tokens ascend, do not
 * overlap, and nothing but white space stands between two of them, so that the text rebuilds from them.
 */
import { foldWord, withoutInvisible } from '../text/index.js';
import { GAP, PUNCTUATION, type Tokens, type WitnessText, WORD } from './model.js';

/** Letters without spaces between words: each letter with its marks is a token, because segmenters disagree. */
const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;
const INVISIBLE = String.raw`\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069`;
const LETTER = String.raw`[[\p{L}\p{M}\p{N}]--[${UNSPACED}]]`;
const APOSTROPHE = String.raw`['’‘ʹ′\u0060´\u1FBD\u1FBF\u055A\u05F3]`;
const HYPHEN = String.raw`[\-\u2010\u2011\u058A]`;
/** A hyphen where a line ends: the word goes on in the next line. */
const LINE_END = String.raw`[\-\u2010\u2011\u058A\u00AC\u2E17\u2E40][ \t]*\r?\n[ \t]*`;
/** Armenian marks of stress, exclamation, question and abbreviation stand over a vowel, inside a word or at its end. */
const ARMENIAN = String.raw`[\u055B\u055C\u055E\u055F]`;
/**
 * What holds two parts of a word together: the middle letters and middle numbers of Unicode's word break (UAX 29, rules
 * WB6 to WB13), tailored to what is compared here. A full stop or a colon between letters parts them, because OCR loses
 * the blank behind; a middle dot joins two Catalan l alone, because it is a semicolon of Greek and a blank of
 * inscriptions. An editor's brackets inside a word (πηλουσιώτ(ου), [de]clared) join, too.
 */
const JOINT = [
  `[${INVISIBLE}]+`,
  LINE_END,
  `(?:${APOSTROPHE}|${HYPHEN})`,
  String.raw`(?<=\p{N})[.,:\/\u060C\u066B\u066C\u2044](?=\p{N})`,
  String.raw`(?<=\p{Script=Hebrew}\p{M}*)["\u05F4](?=\p{Script=Hebrew})`,
  String.raw`(?<=\p{Script=Armenian})${ARMENIAN}+`,
  String.raw`(?<=[lL])[\u00B7\u2027](?=[lL])`,
  '[_\\u203F]',
].join('|');
/** `U.S.`: capitals with a full stop behind each of them but perhaps the last. */
const INITIALS = String.raw`\p{Lu}\p{M}*(?:\.\p{Lu}\p{M}*(?![\p{L}\p{M}\p{N}]))+\.?`;
/**
 * Words of French, Italian and Catalan that lose their vowel before another one. They are words of their own: `J'ai`
 * stands against `Je n'ai`, `l'anno` against `lo anno`. Inside a word (`aujourd'hui`, `Côte-d'Ivoire`) nothing is parted.
 */
const ELIDED = '(?:[cdjlmnstv]|(?:jus|lors|puis|quoi)?qu|[cg]h|gl|(?:a|co|da|de|ne|su|que)ll|un|quest)';
const VOWEL = '[aeiouyhàáâäæèéêëìíîïòóôöœùúûü]';
const ELISION_BEFORE = String.raw`(?i:${ELIDED})['’ʼ\u00B4](?=[ \t]?(?i:${VOWEL}))`;
const EXPANSION = String.raw`(?:(?<=\p{L}\p{M}*)(?:\(\p{L}+\)|\[\p{L}+\]|<\p{L}+>|⟨\p{L}+⟩|\{\p{L}+\}))`;
const SUPPLIED = String.raw`(?:\[${LETTER}+\]|<${LETTER}+>|⟨${LETTER}+⟩)(?=\p{L})`;
/** Greek elides with an apostrophe at the end of a word, Hebrew abbreviates; other scripts rather close a quotation. */
const TAIL = String.raw`(?:(?<=\p{Script=Greek}\p{M}*)${APOSTROPHE}|(?<=\p{Script=Hebrew}\p{M}*)['’\u05F3]|(?<=\p{Script=Armenian})${ARMENIAN}+)?`;
const WORD_PATTERN = `${ELISION_BEFORE}|(?:${SUPPLIED})?(?:${INITIALS}|${LETTER}+)(?:(?:${JOINT})${LETTER}+|${EXPANSION}${LETTER}*)*${TAIL}`;
/** A sign, repeated or not: a row of dots or of dashes is one token, be they spaced or not. */
const SIGN = String.raw`(\S)\2*(?:(?:[ \t]+\2+){2,})?[\u00AD\u200B-\u200F\u2060]*`;
const TOKEN = new RegExp(String.raw`(${WORD_PATTERN}|[${UNSPACED}]\p{M}*)|${SIGN}`, 'gv');

const LINE_ENDS = new RegExp(String.raw`${LINE_END}(?=\p{Ll}|\p{Lo}|\p{M})`, 'gv');
const BROKEN_LINES = new RegExp(LINE_END, 'gv');
const APOSTROPHES = new RegExp(APOSTROPHE, 'gv');
const WHOLE_INITIALS = new RegExp(`^${INITIALS}$`, 'v');
/** What a normal form leaves out: marks over letters of Armenian, and the dot of Catalan. */
const WITHIN = /[\u055B\u055C\u055E\u055F]|(?<=l)[\u00B7\u2027](?=l)/giu;
const GERSHAYIM = /\u05F4/g;
const HYPHENS = /\u058A/g;
const PLAIN_WORD = /^[a-z0-9]+$/;

/** 90,000 words take about a tenth of a second. */
export function tokenise({ text, gaps }: WitnessText): Tokens {
  const list = new TokenList(text);
  let at = 0;
  for (const gap of gaps) {
    list.addText(at, gap.start);
    list.add(gap.start, gap.end, GAP, gap.code ?? '');
    at = gap.end;
  }
  list.addText(at, text.length);
  return list.finish();
}

class TokenList {
  readonly #text: string;
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #kinds: number[] = [];
  readonly #normalized: string[] = [];
  /** Words of a text are few, their normal forms dear. */
  readonly #forms = new Map<string, string>();

  constructor(text: string) {
    this.#text = text;
  }

  add(start: number, end: number, kind: number, normalized: string): void {
    this.#starts.push(start);
    this.#ends.push(end);
    this.#kinds.push(kind);
    this.#normalized.push(normalized);
  }

  addText(start: number, end: number): void {
    if (start >= end) return;
    // A gap parts words, so a range between two gaps is cut for itself.
    const text = start === 0 && end === this.#text.length ? this.#text : this.#text.slice(start, end);
    for (const match of text.matchAll(TOKEN)) {
      const written = match[0];
      const kind = match[1] === undefined ? PUNCTUATION : WORD;
      this.add(start + match.index, start + match.index + written.length, kind, this.#normal(written, kind));
    }
  }

  finish(): Tokens {
    return {
      count: this.#starts.length,
      starts: Int32Array.from(this.#starts),
      ends: Int32Array.from(this.#ends),
      kinds: Uint8Array.from(this.#kinds),
      normalized: this.#normalized,
    };
  }

  #normal(written: string, kind: number): string {
    if (kind === WORD && PLAIN_WORD.test(written)) return written;
    const known = this.#forms.get(written);
    if (known !== undefined) return known;
    const form = kind === WORD ? normalWord(written) : normalSign(written);
    this.#forms.set(written, form);
    return form;
  }
}

/** A hyphen at a line's end goes before small letters; before capitals and digits it belongs to the word. */
function normalWord(written: string): string {
  const whole = written.replace(LINE_ENDS, '').replace(BROKEN_LINES, '-').replace(APOSTROPHES, "'");
  const plain = whole
    .replace(/[()[\]<>⟨⟩{}]/g, '')
    .replace(HYPHENS, '-')
    .replace(GERSHAYIM, '"');
  const bare = WHOLE_INITIALS.test(plain) ? plain.replaceAll('.', '') : plain;
  return (foldWord(bare) || bare).replace(WITHIN, '') || bare;
}

const DASHES = /^-+$/;

/** Dashes of any length are one sign; of other signs three say as much as thirty. */
function normalSign(written: string): string {
  const bare = withoutInvisible(written);
  const folded = foldWord(bare) || bare;
  return DASHES.test(folded) ? '-' : Array.from(folded.slice(0, 12)).slice(0, 3).join('');
}
