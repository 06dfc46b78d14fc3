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
const APOSTROPHE = String.raw`['’‘ʹ′\u0060´\u1FBD\u1FBF]`;
const HYPHEN = String.raw`[\-\u2010\u2011]`;
/** A hyphen where a line ends: the word goes on in the next line. */
const LINE_END = String.raw`[\-\u2010\u2011\u00AC\u2E17\u2E40][ \t]*\r?\n[ \t]*`;
/** What holds two parts of a word together. An editor's brackets inside a word (πηλουσιώτ(ου), [de]clared) do too. */
const JOINT = [`[${INVISIBLE}]+`, LINE_END, `(?:${APOSTROPHE}|${HYPHEN})`, String.raw`(?<=\p{N})[.,:\/](?=\p{N})`].join(
  '|',
);
const EXPANSION = String.raw`(?:(?<=\p{L}\p{M}*)(?:\(\p{L}+\)|\[\p{L}+\]|<\p{L}+>|⟨\p{L}+⟩|\{\p{L}+\}))`;
const SUPPLIED = String.raw`(?:\[${LETTER}+\]|<${LETTER}+>|⟨${LETTER}+⟩)(?=\p{L})`;
/** Greek elides with an apostrophe at the end of a word; other scripts rather close a quotation with it. */
const ELISION = String.raw`(?:(?<=\p{Script=Greek}\p{M}*)${APOSTROPHE})?`;
const WORD_PATTERN = `(?:${SUPPLIED})?${LETTER}+(?:(?:${JOINT})${LETTER}+|${EXPANSION}${LETTER}*)*${ELISION}`;
/** A sign, repeated or not: a row of dots or of dashes is one token, be they spaced or not. */
const SIGN = String.raw`(\S)\2*(?:(?:[ \t]+\2+){2,})?[\u00AD\u200B-\u200F\u2060]*`;
const TOKEN = new RegExp(String.raw`(${WORD_PATTERN}|[${UNSPACED}]\p{M}*)|${SIGN}`, 'gv');

const LINE_ENDS = new RegExp(String.raw`${LINE_END}(?=\p{Ll}|\p{Lo}|\p{M})`, 'gv');
const BROKEN_LINES = new RegExp(LINE_END, 'gv');
const APOSTROPHES = new RegExp(APOSTROPHE, 'gv');
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
    // A gap parts words, so a stretch between two gaps is cut for itself.
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
  const bare = whole.replace(/[()[\]<>⟨⟩{}]/g, '');
  return foldWord(bare) || bare;
}

const DASHES = /^-+$/;

/** Dashes of any length are one sign; of other signs three say as much as thirty. */
function normalSign(written: string): string {
  const bare = withoutInvisible(written);
  const folded = foldWord(bare) || bare;
  return DASHES.test(folded) ? '-' : Array.from(folded.slice(0, 12)).slice(0, 3).join('');
}
