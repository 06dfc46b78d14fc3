/** What a language is called in English. */

// `standard`: Serbian (Cyrillic) and English (United States), so that variants of a language stand together in a list.
const names = new Intl.DisplayNames(['en'], { type: 'language', languageDisplay: 'standard', fallback: 'none' });

/**
 * @param tag BCP 47, in any case. @returns a name for a person: `sr-Cyrl` is Serbian (Cyrillic), '' is No language given;
 * what is not a tag (a person may write anything into a description) comes back as it is.
 */
export function languageName(tag: string): string {
  if (tag.trim() === '') return 'No language given';
  try {
    return names.of(tag.trim()) ?? tag;
  } catch {
    return tag;
  }
}
