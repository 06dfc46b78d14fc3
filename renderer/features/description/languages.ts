/** Languages offered by name; any other BCP 47 tag can be typed. */
const TAGS = [
  'en',
  'sr-Latn',
  'sr-Cyrl',
  'hr',
  'bs',
  'sl',
  'mk',
  'sq',
  'de',
  'fr',
  'it',
  'es',
  'pt',
  'nl',
  'ru',
  'uk',
  'pl',
  'cs',
  'sk',
  'hu',
  'ro',
  'bg',
  'el',
  'tr',
  'la',
  'ar',
  'he',
  'zh',
  'ja',
];

const names = new Intl.DisplayNames(['en-GB'], { type: 'language', fallback: 'none' });

/** @returns the language's name; null for a tag that is not well formed or not known. */
export function nameOfLanguage(tag: string): string | null {
  try {
    return tag === '' ? null : (names.of(tag) ?? null);
  } catch {
    return null;
  }
}

export const LANGUAGES: readonly { readonly value: string; readonly label: string }[] = TAGS.map((value) => ({
  value,
  label: nameOfLanguage(value) ?? value,
}));
