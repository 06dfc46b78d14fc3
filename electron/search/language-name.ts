/** English names of languages, for labels and for `language:serbian`. */

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

/** @returns the tag itself when it is no BCP 47 tag or has no name. */
export function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
