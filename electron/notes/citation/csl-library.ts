/** The citation styles and locales that ship, read from the folder the build made. Read when first asked for, and kept. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CitationStyle } from '../../contract/index.js';

export interface CslLibrary {
  /** In the order a person chooses from. */
  styles(): CitationStyle[];
  /** BCP 47 tags, each with the name of the language in itself; in order of name. */
  locales(): { readonly id: string; readonly title: string }[];
  /** @returns the tree of a style that ships; null when there is none of this id. */
  style(id: string): unknown;
  /** The locale of this tag, else of its language, else American English. */
  locale(tag: string): { readonly id: string; readonly tree: unknown };
  /**
   * The id of the locale that a style is drawn with when nobody chose another. @param defaultLocale as it stands in the
   * style; null, and American English, when it names none. Source: CSL 1.0.2, “The Root Element”.
   */
  localeOfStyle(defaultLocale: string | null): string;
}

interface CslIndex {
  readonly styles: readonly {
    readonly id: string;
    readonly title: string;
    readonly kind: CitationStyle['kind'];
    /** `default-locale` as the style has it; null without. */
    readonly defaultLocale: string | null;
  }[];
  readonly locales: readonly string[];
}

const LAST_RESORT = 'en-US';
/** Where one language has several locales, the one meant by the bare tag. */
const MAIN: Readonly<Record<string, string>> = {
  de: 'de-DE',
  en: 'en-US',
  es: 'es-ES',
  fr: 'fr-FR',
  pt: 'pt-PT',
  sr: 'sr-RS',
  zh: 'zh-CN',
};

function ownName(tag: string): string {
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}

/** @param cslDir `dist/csl`. */
export function createCslLibrary(cslDir: string): CslLibrary {
  const kept = new Map<string, unknown>();
  const read = (path: string): unknown => {
    const known = kept.get(path) ?? JSON.parse(readFileSync(join(cslDir, path), 'utf8'));
    kept.set(path, known);
    return known;
  };
  const index = (): CslIndex => read('index.json') as CslIndex;

  const nearest = (tag: string): string => {
    const { locales } = index();
    const [language = ''] = tag.split('-');
    if (locales.includes(tag)) return tag;
    const script = /^[a-z]+-[A-Z][a-z]{3}/.exec(tag)?.[0];
    if (script !== undefined && locales.includes(script)) return script;
    const main = MAIN[language];
    if (main !== undefined) return main;
    return locales.find((id) => id === language || id.startsWith(`${language}-`)) ?? LAST_RESORT;
  };

  return {
    styles: () =>
      index().styles.map(({ defaultLocale, ...style }) => ({
        ...style,
        locale: nearest(defaultLocale ?? LAST_RESORT),
        isOwn: false,
      })),
    locales: () =>
      index()
        .locales.map((id) => ({ id, title: ownName(id) }))
        .sort((left, right) => left.title.localeCompare(right.title)),
    style: (id) => (index().styles.some((style) => style.id === id) ? read(join('styles', `${id}.json`)) : null),
    localeOfStyle: (defaultLocale) => nearest(defaultLocale ?? LAST_RESORT),
    locale: (tag) => {
      const id = nearest(tag);
      return { id, tree: read(join('locales', `${id}.json`)) };
    },
  };
}
