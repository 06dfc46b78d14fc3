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
export function languageName(tag: string): string | null {
  try {
    return tag === '' ? null : (names.of(tag) ?? null);
  } catch {
    return null;
  }
}

export const LANGUAGES: readonly { readonly value: string; readonly label: string }[] = TAGS.map((value) => ({
  value,
  label: languageName(value) ?? value,
}));

/**
 * What was typed as a tag: a name from the list becomes its tag, everything else stays as it is.
 * @param typed for example `Serbian (Cyrillic)`, in any case.
 */
export function languageTag(typed: string): string {
  const wanted = typed.trim().toLocaleLowerCase();
  return LANGUAGES.find(({ label }) => label.toLocaleLowerCase() === wanted)?.value ?? typed.trim();
}

/**
 * The language that is guessed for all of the sources, where none of them says its own.
 * @returns a BCP 47 tag; null when one is described, one cannot be guessed, or the guesses differ.
 */
export function commonGuess(
  sources: readonly { readonly description: { readonly language: string }; readonly guessedLanguage: string | null }[],
): string | null {
  const guess = sources[0]?.guessedLanguage ?? null;
  return sources.every(({ description, guessedLanguage }) => description.language === '' && guessedLanguage === guess)
    ? guess
    : null;
}
