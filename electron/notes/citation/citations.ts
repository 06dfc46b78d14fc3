/**
 * Citations of an archive: from the description of a source through CSL to words with their look. Deriving only; the
 * styles a person adds are the one thing that is kept.
 */
import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Archive } from '../../archive/index.js';
import {
  type AddedStyle,
  type AnnotationId,
  type CitationItemInput,
  type CitationStyle,
  FondsError,
  type FormattedCitation,
  type SourceId,
  STYLE_LOCALE,
} from '../../contract/index.js';
import { t } from '../../wording/index.js';
import { type CitationDocument, createCitationDocument } from './citation-document.js';
import type { ClusterItem } from './citation-engine.js';
import type { StoredStyle } from './citation-formatter.js';
import type { CitationPool } from './citation-pool.js';
import { readSource } from './csl-item.js';
import type { CslLibrary } from './csl-library.js';
import { readLocator } from './locator.js';
import { readStyleFile } from './read-style.js';
import { createStyleStore } from './style-store.js';

export interface Citations {
  /** Those that ship, then those of this archive. */
  styles(): CitationStyle[];
  /**
   * Each item alone, as a first citation, in the order given. @param style an id of `styles`. @param locale BCP 47, the
   * nearest there is; or AS_STYLE_SAYS. @throws FondsError NOT_FOUND (source or passage), STYLE_INVALID (not here, or not to be drawn).
   */
  format(style: string, locale: string, items: readonly CitationItemInput[]): Promise<FormattedCitation[]>;
  /** The locale that a style is drawn with. American English for a style that is not here. */
  localeOf(style: string, locale: string): string;
  /** For what is written with many citations. @throws FondsError STYLE_INVALID. */
  document(style: string, locale: string): CitationDocument;
  /** @throws FondsError FILE_UNREADABLE, STYLE_INVALID. */
  addStyle(file: string): Promise<AddedStyle>;
  /** @throws FondsError NOT_FOUND. */
  removeStyle(id: string): void;
}

export interface CitationsOptions {
  readonly archive: Pick<Archive, 'database' | 'history' | 'sources' | 'onChange'>;
  readonly library: CslLibrary;
  readonly pool: Pick<CitationPool, 'check' | 'format' | 'document'>;
  /** What the passage is of and what is printed on its page; null when there is no page. @throws FondsError NOT_FOUND. */
  readonly passage: (id: AnnotationId) => { readonly sourceId: SourceId; readonly pageLabel: string | null };
  readonly now: () => Date;
}

/** Drawn citations that are kept, for the chips of notes. */
const MAX_DRAWN = 5_000;
/** Drawn at once: others may have theirs drawn in between. */
const MAX_AT_ONCE = 50;
const SLICE_MS = 10;

/** Keeps the newest `most`. */
function remember<V>(kept: Map<string, V>, key: string, value: V, most: number): V {
  kept.delete(key);
  kept.set(key, value);
  const [oldest] = kept.keys();
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
  return value;
}

/** Words before a citation; a footnote begins with a capital. */
function introducing(prefix: string, position: 'opening' | 'within'): string {
  const words = prefix.trim();
  return `${position === 'opening' ? words.charAt(0).toLocaleUpperCase() + words.slice(1) : words} `;
}
/** What follows a citation stands after a comma, unless it brings its own mark. */
const following = (suffix: string): string => {
  const words = suffix.trim();
  return words === '' || /^[,;:.)]/.test(words) ? words : `, ${words}`;
};

export function createCitations({ archive, library, pool, passage, now }: CitationsOptions): Citations {
  const store = createStyleStore(archive, now);
  const drawn = new Map<string, FormattedCitation>();
  /** Part of the key of what is drawn: a style may change while a worker draws with it. */
  let styleChanges = 0;

  const keptStyle = (id: string): (StoredStyle & Pick<CitationStyle, 'locale'>) | null => {
    const shipped = library.styles().find((style) => style.id === id);
    if (shipped) return { ...shipped, csl: null };
    const own = store.get(id);
    return own && { ...own, locale: library.localeOfStyle(own.defaultLocale) };
  };
  /** @throws FondsError STYLE_INVALID. */
  const styleOf = (id: string): StoredStyle => {
    const kept = keptStyle(id);
    if (!kept) {
      const message = t('This archive has no citation style “{id}”. Choose another one in Settings, or add it there.', {
        id,
      });
      throw new FondsError('STYLE_INVALID', message, { id });
    }
    const { title, kind, csl } = kept;
    return { id, title, kind, csl };
  };
  const localeOf = (id: string, asked: string): string =>
    asked === STYLE_LOCALE ? (keptStyle(id)?.locale ?? library.localeOfStyle(null)) : library.locale(asked).id;

  // Undo may bring another style under a name that was drawn with.
  archive.onChange(({ scopes }) => {
    if (!scopes.includes('styles')) return;
    styleChanges += 1;
    drawn.clear();
  });

  /** The locator that is written, else the page of the passage. */
  const locatorOf = (item: CitationItemInput): string => {
    if (item.annotationId === undefined) return item.locator ?? '';
    const found = passage(item.annotationId);
    if (found.sourceId !== item.sourceId) {
      throw new FondsError('NOT_FOUND', t('This passage is not one of the source that is cited.'), { ...item });
    }
    return item.locator || (found.pageLabel ?? '');
  };

  const place = (
    item: CitationItemInput,
    locator: string,
    position: 'opening' | 'within',
  ): Omit<ClusterItem, 'source'> => {
    const isWritten = (item.locator ?? '') !== '';
    // What is printed on a page may be any word; typed words say themselves what they count.
    const read = isWritten ? readLocator(locator) : pageLocator(locator);
    const rest = following(read.rest) + following(item.suffix ?? '');
    return {
      ...(read.locator ?? {}),
      ...(item.prefix?.trim() ? { prefix: introducing(item.prefix, position) } : {}),
      ...(rest === '' ? {} : { suffix: rest }),
    };
  };

  /** A style that only stands for another says which of those that are here that is. */
  const withParent = (error: unknown): unknown => {
    if (!(error instanceof FondsError) || typeof error.details?.parent !== 'string') return error;
    const { parent } = error.details;
    const parentStyle = keptStyle(parent) ?? keptStyle(basename(parent));
    if (!parentStyle) return error;
    const message = t('This style only stands for “{title}”, which is here already: choose that one.', {
      title: parentStyle.title,
    });
    return new FondsError('STYLE_INVALID', message, error.details);
  };

  return {
    styles: () => [
      ...library.styles(),
      ...store.list().map(({ defaultLocale, ...style }) => ({
        ...style,
        locale: library.localeOfStyle(defaultLocale),
      })),
    ],
    format: async (styleId, asked, items) => {
      // Known before anything is drawn, also when every answer is kept.
      const style = styleOf(styleId);
      const locale = localeOf(styleId, asked);
      const position = style.kind === 'note' ? 'opening' : 'within';
      const styles = styleChanges;
      const answers = new Map<string, FormattedCitation>();
      const keys: string[] = [];
      const waiting = new Map<string, ClusterItem>();
      const drawWaiting = async (): Promise<void> => {
        const batch = [...waiting];
        waiting.clear();
        const words = await pool.format(style, locale, [...batch.map(([, item]) => item)]);
        batch.forEach(([key, { source }], index) => {
          const { note, bibliography } = words[index] ?? { note: [], bibliography: null };
          const citation = { note, bibliography, missing: [...source.missing], guessed: [...source.guessed] };
          answers.set(key, remember(drawn, key, citation, MAX_DRAWN));
        });
      };
      let since = performance.now();
      for (const item of items) {
        const source = archive.sources.get(item.sourceId);
        const locator = locatorOf(item);
        const { changedAt, guessedLanguage } = source;
        const key = JSON.stringify([styleId, styles, locale, item, locator, changedAt, guessedLanguage]);
        keys.push(key);
        const known = drawn.get(key);
        if (known) answers.set(key, remember(drawn, key, known, MAX_DRAWN));
        else waiting.set(key, { source: readSource(source, locale), ...place(item, locator, position) });
        if (waiting.size >= MAX_AT_ONCE) await drawWaiting();
        if (performance.now() - since < SLICE_MS) continue;
        await setImmediate();
        since = performance.now();
      }
      if (waiting.size > 0) await drawWaiting();
      return keys.map((key) => answers.get(key)).filter((citation) => citation !== undefined);
    },
    localeOf,
    document: (styleId, asked) => {
      const style = styleOf(styleId);
      const locale = localeOf(styleId, asked);
      const known = new Map<SourceId, ClusterItem['source']>();
      const read = (item: CitationItemInput, position: 'opening' | 'within'): ClusterItem => {
        const { sourceId } = item;
        const source = known.get(sourceId) ?? readSource(archive.sources.get(sourceId), locale);
        known.set(sourceId, source);
        return { source, ...place(item, locatorOf(item), position) };
      };
      return createCitationDocument(style.kind, read, (clusters, signal) =>
        pool.document(style, locale, clusters, signal),
      );
    },
    addStyle: async (file) => {
      const csl = await readStyleFile(file);
      const { remarks, ...style } = await pool.check(csl, basename(file)).catch((error: unknown) => {
        throw withParent(error);
      });
      const { defaultLocale, ...added } = store.add(style);
      return { ...added, locale: library.localeOfStyle(defaultLocale), remarks: [...remarks] };
    },
    removeStyle: store.remove,
  };
}

/** What is printed on a page: a number is said as one, other words stand as they are. */
function pageLocator(label: string): ReturnType<typeof readLocator> {
  const text = label.trim();
  if (text === '' || !/^\S{1,8}$/.test(text)) return { locator: null, rest: text };
  return { locator: { label: 'page', locator: text }, rest: '' };
}
