/**
 * Which way words run, and what can be said of their language without guessing. A page says both where they differ
 * from its own, so that a browser, a printer and a reading voice take each word as it was meant.
 */

/** Scripts that run from the right and are in use. Source: Unicode, DerivedBidiClass, classes R and AL. */
const RIGHT_TO_LEFT =
  '\\p{Script=Hebrew}\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}\\p{Script=Samaritan}\\p{Script=Mandaic}\\p{Script=Adlam}\\p{Script=Hanifi_Rohingya}\\u200F\\u061C';
const RIGHT = new RegExp(`[${RIGHT_TO_LEFT}]`, 'u');
const FIRST_STRONG = new RegExp(`([${RIGHT_TO_LEFT}])|(\\p{L}|\\u200E)`, 'u');
/** Signs and digits of the Arabic script carry no direction of a paragraph. */
const WEAK = /[\p{Nd}\p{M}\p{P}\p{S}]/gu;

/** @returns the way of the first letter that has one; null when none has. Source: UAX #9, rule P2. */
export function directionOf(text: string): 'rtl' | 'ltr' | null {
  const [, right, left] = FIRST_STRONG.exec(text.replace(WEAK, '')) ?? [];
  if (right !== undefined) return 'rtl';
  return left === undefined ? null : 'ltr';
}

/** Whether some of it runs from the right: what is set beside it must not be drawn into it. */
export const runsFromRight = (text: string): boolean => RIGHT.test(text);

/**
 * Scripts as a language tag has them. Only kana and hangul are of one language; of the others it is said that the
 * language is not determined, which chooses letters and voice by script. Source: BCP 47, section 4.1.
 */
const TAGS: readonly (readonly [script: string, tag: string, letters: RegExp])[] = (
  [
    ['Latn', 'und-Latn', 'Latin'],
    ['Cyrl', 'und-Cyrl', 'Cyrillic'],
    ['Grek', 'und-Grek', 'Greek'],
    ['Arab', 'und-Arab', 'Arabic'],
    ['Hebr', 'und-Hebr', 'Hebrew'],
    ['Deva', 'und-Deva', 'Devanagari'],
    ['Jpan', 'ja', 'Hiragana}\\p{Script=Katakana'],
    ['Kore', 'ko', 'Hangul'],
    ['Hani', 'und-Hani', 'Han'],
    ['Thai', 'und-Thai', 'Thai'],
  ] as const
).map(([script, tag, name]) => [script, tag, new RegExp(`[\\p{Script=${name}}]`, 'gu')]);

/** Kana decide for Japanese, however many characters stand between them. */
const KANA_WEIGHT = 4;

/**
 * @param around language of the page.
 * @returns a tag for words whose letters are mostly of another script than the page's; null when there is none to say.
 */
export function languageOf(text: string, around: string): string | null {
  const own = new Intl.Locale(around).maximize().script;
  let best: { script: string; tag: string; letters: number } | null = null;
  for (const [script, tag, letters] of TAGS) {
    const found = (text.match(letters)?.length ?? 0) * (script === 'Jpan' ? KANA_WEIGHT : 1);
    if (found > (best?.letters ?? 0)) best = { script, tag, letters: found };
  }
  return best === null || best.script === own ? null : best.tag;
}
