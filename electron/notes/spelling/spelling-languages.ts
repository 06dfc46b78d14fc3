/** The dictionaries that come with Fonds, by BCP 47 tag. Loading one takes a moment and memory, so it is done on demand. */
import { promisify } from 'node:util';
import { t } from '../../wording/index.js';
import { createDictionary, type SpellingDictionary } from './spelling-dictionary.js';

interface DictionaryFiles {
  readonly aff: Uint8Array;
  readonly dic: Uint8Array;
}

interface SpellingLanguage {
  readonly id: string;
  readonly title: string;
  files(): Promise<DictionaryFiles>;
}

const LANGUAGES: readonly SpellingLanguage[] = [
  { id: 'en-GB', title: t('English (British)'), files: async () => (await import('dictionary-en-gb')).default },
  { id: 'en-US', title: t('English (American)'), files: async () => (await import('dictionary-en')).default },
  { id: 'hr', title: t('Croatian'), files: async () => (await import('dictionary-hr')).default },
  { id: 'fr', title: t('French'), files: async () => (await import('dictionary-fr')).default },
  { id: 'de', title: t('German'), files: async () => (await import('dictionary-de')).default },
  { id: 'ru', title: t('Russian'), files: async () => (await import('dictionary-ru')).default },
  {
    id: 'sr-Cyrl',
    title: t('Serbian (Cyrillic)'),
    files: async () => promisify((await import('dictionary-sr')).default)(),
  },
  {
    id: 'sr-Latn',
    title: t('Serbian (Latin)'),
    files: async () => promisify((await import('dictionary-sr-latn')).default)(),
  },
  { id: 'es', title: t('Spanish'), files: async () => (await import('dictionary-es')).default },
];

export const SPELLING_LANGUAGES = LANGUAGES.map(({ id, title }) => ({ id, title }));

/** Dictionaries of a language; those of Serbian and Croatian have each other's words. */
const OF_LANGUAGE: Readonly<Record<string, readonly string[]>> = {
  en: ['en-GB', 'en-US'],
  hr: ['hr', 'sr-Latn'],
  bs: ['hr', 'sr-Latn', 'sr-Cyrl'],
  sr: ['sr-Cyrl', 'sr-Latn', 'hr'],
  sh: ['sr-Cyrl', 'sr-Latn', 'hr'],
  fr: ['fr'],
  de: ['de'],
  ru: ['ru'],
  es: ['es'],
};

/** @param tag BCP 47, or whatever a person wrote. @returns ids of dictionaries; none where there is none for it. */
export function dictionariesOf(tag: string): readonly string[] {
  try {
    return OF_LANGUAGE[new Intl.Locale(tag.trim()).language] ?? [];
  } catch {
    return [];
  }
}

/** @returns null for a language without a dictionary. */
export async function loadDictionary(id: string): Promise<SpellingDictionary | null> {
  const language = LANGUAGES.find((known) => known.id === id);
  if (!language) return null;
  const { aff, dic } = await language.files();
  const decoder = new TextDecoder();
  return createDictionary({ aff: decoder.decode(aff), dic: decoder.decode(dic) }, id === 'de' ? 'compounds' : 'apart');
}
