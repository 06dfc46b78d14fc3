/** The languages whose values are read. A new one is a file here and a line below. */
import type { ValueLanguage } from '../value-language.js';
import { german } from './de.js';
import { english } from './en.js';
import { spanish } from './es.js';
import { french } from './fr.js';
import { croatian } from './hr.js';
import { italian } from './it.js';
import { dutch } from './nl.js';
import { polish } from './pl.js';
import { portuguese } from './pt.js';
import { russian } from './ru.js';
import { serbian } from './sr.js';

export const LANGUAGES: readonly ValueLanguage[] = [
  english,
  german,
  french,
  spanish,
  italian,
  russian,
  serbian,
  croatian,
  portuguese,
  dutch,
  polish,
];

/** BCP 47 tags of the languages that are read. */
export const VALUE_LANGUAGES: readonly string[] = LANGUAGES.map(({ tag }) => tag);

/** Languages that share the numerals of one above. */
const SHARED: Readonly<Record<string, string>> = { bs: 'hr', sh: 'sr', cnr: 'sr' };

/** @param hint BCP 47. @returns null where the language is not known, or not read. */
export function languageOf(hint: string): ValueLanguage | null {
  const base = hint.toLowerCase().split(/[-_]/)[0] ?? '';
  return LANGUAGES.find(({ tag }) => tag === (SHARED[base] ?? base)) ?? null;
}
