/**
 * Parts the words of one paragraph into pieces of one direction and one script, as Word wants its runs: Word sets the
 * order of a run by the run's own mark, not by the letters in it. Pure.
 * Source: Unicode Standard Annex 9, rules P2, P3 and the resolved levels; ECMA-376 part 1, 17.3.2.20 (lang), 17.3.2.30 (rtl).
 */
import bidiFactory, { type BidiCharTypeName } from 'bidi-js';

export type TextDirection = 'ltr' | 'rtl';

export interface DirectionRun {
  readonly text: string;
  readonly direction: TextDirection;
  /** What `w:lang` says beyond the language of the document. */
  readonly language?: { readonly value?: string; readonly eastAsia?: string; readonly bidirectional?: string };
  /** Its script serves several languages, and which of them is not known: spelling is not to be checked. */
  readonly isOfUnknownLanguage: boolean;
}

const bidi = bidiFactory();

/** Letters and marks that can bring about another direction than left to right. */
const HAS_RIGHT_TO_LEFT =
  /[\u0590-\u08FF\u200F\u202B\u202E\u2067\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
/** Nothing in it is of another script than Latin. */
const ALL_LATIN = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** @returns by the first strong letter outside of isolates; null when there is none. */
export function firstStrong(text: string): TextDirection | null {
  let isolates = 0;
  for (const sign of text) {
    const type = bidi.getBidiCharTypeName(sign);
    if (type === 'LRI' || type === 'RLI' || type === 'FSI') isolates += 1;
    else if (type === 'PDI') isolates = Math.max(0, isolates - 1);
    else if (isolates > 0) continue;
    else if (type === 'L') return 'ltr';
    else if (type === 'R' || type === 'AL') return 'rtl';
  }
  return null;
}

/** One UTF-16 unit of each type that signs above U+FFFF have, which bidi-js takes for letters from left to right. */
const SAMPLES: Partial<Record<BidiCharTypeName, string>> = {
  L: 'a',
  R: '\u05D0',
  AL: '\u0627',
  EN: '0',
  AN: '\u0660',
  NSM: '\u0300',
};
const inUnits = (text: string): string =>
  text.replace(/[\u{10000}-\u{10FFFF}]/gu, (sign) => (SAMPLES[bidi.getBidiCharTypeName(sign)] ?? '\u2022').repeat(2));

type ScriptName = 'latin' | 'greek' | 'cyrillic' | 'hebrew' | 'arabic' | 'east-asian' | 'other';
const SCRIPTS: readonly (readonly [ScriptName, RegExp])[] = [
  ['latin', /\p{Script=Latin}/u],
  ['greek', /\p{Script=Greek}/u],
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['hebrew', /\p{Script=Hebrew}/u],
  ['arabic', /[\p{Script=Arabic}\u0660-\u0669\u06F0-\u06F9]/u],
  [
    'east-asian',
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303F\uFF00-\uFFEF]/u,
  ],
  ['other', /[\p{L}\p{M}]/u],
];
/** @returns null of what every script uses: blanks, digits, stops, marks on letters. */
const scriptOf = (sign: string): ScriptName | null =>
  /\p{Script=Inherited}/u.test(sign) ? null : (SCRIPTS.find(([, letters]) => letters.test(sign))?.[0] ?? null);

/** In terms of CLDR, which knows the script that a language is mostly written in. @returns null when it is no BCP 47 tag. */
export function scriptOfLanguage(tag: string): string | null {
  try {
    return new Intl.Locale(tag).maximize().script ?? '';
  } catch {
    return null;
  }
}

function eastAsianLanguage(words: string): string | null {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(words)) return 'ja-JP';
  if (/\p{Script=Hangul}/u.test(words)) return 'ko-KR';
  return /\p{Script=Bopomofo}/u.test(words) ? 'zh-TW' : null;
}

/** @param words of the whole paragraph. @param language BCP 47, of the document. */
function spoken(script: ScriptName | null, words: string, language: string): Omit<DirectionRun, 'text' | 'direction'> {
  const own = scriptOfLanguage(language);
  switch (script) {
    case null:
    case 'latin':
      return { isOfUnknownLanguage: false };
    case 'greek':
      return { language: { value: own === 'Grek' ? language : 'el-GR' }, isOfUnknownLanguage: false };
    case 'cyrillic':
      return { isOfUnknownLanguage: own !== 'Cyrl' };
    case 'hebrew':
      return { language: { bidirectional: own === 'Hebr' ? language : 'he-IL' }, isOfUnknownLanguage: false };
    case 'arabic':
      return own === 'Arab'
        ? { language: { bidirectional: language }, isOfUnknownLanguage: false }
        : { language: { bidirectional: 'ar-SA' }, isOfUnknownLanguage: true };
    case 'east-asian': {
      const found = ['Jpan', 'Kore', 'Hans', 'Hant'].includes(own ?? '') ? language : eastAsianLanguage(words);
      return found === null
        ? { isOfUnknownLanguage: true }
        : { language: { eastAsia: found }, isOfUnknownLanguage: false };
    }
    case 'other':
      return { isOfUnknownLanguage: true };
  }
}

/**
 * @param texts those of a paragraph one after the other; what is no text, such as the mark of a footnote, is U+FFFC.
 * @param language BCP 47, of the document.
 * @param otherwise the direction where no letter tells it.
 * @returns the direction of the paragraph, and the pieces of each text.
 */
export function directionRuns(
  texts: readonly string[],
  language: string,
  otherwise: TextDirection = 'ltr',
): { readonly direction: TextDirection; readonly pieces: readonly (readonly DirectionRun[])[] } {
  const whole = texts.join('');
  const isPlain = !HAS_RIGHT_TO_LEFT.test(whole) && otherwise === 'ltr';
  const direction = isPlain ? 'ltr' : (firstStrong(whole) ?? otherwise);
  const levels = isPlain ? null : bidi.getEmbeddingLevels(inUnits(whole), direction).levels;
  let from = 0;
  const pieces = texts.map((text) => {
    const start = from;
    from += text.length;
    if (levels === null && ALL_LATIN.test(text)) {
      return text === '' ? [] : [{ text, direction: 'ltr', isOfUnknownLanguage: false } as const];
    }
    const found: { text: string; direction: TextDirection; script: ScriptName | null }[] = [];
    let at = start;
    for (const sign of text) {
      // Numbers run from left to right also among Arabic letters, whose shapes and font they have.
      const isOwnDigit = /[\u0660-\u0669\u06F0-\u06F9]/.test(sign);
      const runs = isOwnDigit || (levels?.[at] ?? 0) % 2 === 1 ? 'rtl' : 'ltr';
      at += sign.length;
      const script = scriptOf(sign);
      const last = found.at(-1);
      if (last?.direction === runs && (script === null || last.script === null || script === last.script)) {
        last.text += sign;
        last.script ??= script;
      } else found.push({ text: sign, direction: runs, script });
    }
    return found.map(({ text: words, direction: runs, script }) => ({
      text: words,
      direction: runs,
      ...spoken(script, whole, language),
    }));
  });
  return { direction, pieces };
}
