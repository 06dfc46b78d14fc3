/** Which words are function words. The index holds them all the same; knowing them serves to weigh a query's words. */
import lunr from 'lunr';
import { FUNCTION_WORDS } from './function-words.js';
import { stemmerOf } from './stemmers.js';

/** @param surface folded. */
export function isEnglishStopWord(surface: string): boolean {
  // lunr's filter lets a token through or gives nothing.
  return surface !== '' && !lunr.stopWordFilter(new lunr.Token(surface, {}));
}

/** @param surface folded. @param languages '' for unknown, which counts as English, and so does none. */
export function isStopWord(surface: string, languages: readonly string[]): boolean {
  return (languages.length > 0 ? languages : ['']).some((language) => {
    const { name } = stemmerOf(language);
    return name === 'en' ? isEnglishStopWord(surface) : (FUNCTION_WORDS.get(name)?.has(surface) ?? false);
  });
}
