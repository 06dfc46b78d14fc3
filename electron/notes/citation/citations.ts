/**
 * Citations of an archive: from the description of a source through CSL to words with their look. Deriving only; the
 * styles a person adds are the one thing that is kept.
 */
import { setImmediate } from 'node:timers/promises';
import type { Archive } from '../../archive/index.js';
import {
  type AnnotationId,
  type CitationStyle,
  type CiteItem,
  type DrawnCitation,
  FondsError,
  type SourceId,
} from '../../contract/index.js';
import { type CitationDocument, createCitationDocument } from './citation-document.js';
import { readSource } from './csl-item.js';
import type { CslLibrary } from './csl-library.js';
import { styleInvalid } from './csl-xml.js';
import { createDocumentEngine, createEngine, type DrawnItem, type Engine, type StyleTree } from './engine.js';
import { readLocator } from './locator.js';
import { checkStyle, readStyleFile, styleTree } from './read-style.js';
import { createStyleStore } from './style-store.js';

export interface Citations {
  /** Those that ship, then those of this archive. */
  styles(): CitationStyle[];
  /**
   * Each item alone, as a first citation, in the order given. @param style an id of `styles`. @param locale BCP 47; the
   * nearest there is. @throws FondsError NOT_FOUND (source or passage), STYLE_INVALID (not here, or not to be drawn).
   */
  format(style: string, locale: string, items: readonly CiteItem[]): Promise<DrawnCitation[]>;
  /** For what is written with many citations. @throws FondsError STYLE_INVALID. */
  document(style: string, locale: string): CitationDocument;
  /** @throws FondsError FILE_UNREADABLE, STYLE_INVALID. */
  addStyle(file: string): Promise<CitationStyle>;
  /** @throws FondsError NOT_FOUND. */
  removeStyle(id: string): void;
}

export interface CitationsOptions {
  readonly archive: Pick<Archive, 'database' | 'history' | 'sources' | 'onChange'>;
  readonly library: CslLibrary;
  /** What the passage is of and what is printed on its page; null when there is no page. @throws FondsError NOT_FOUND. */
  readonly passage: (id: AnnotationId) => { readonly sourceId: SourceId; readonly pageLabel: string | null };
  readonly now: () => Date;
}

/** Each holds some megabytes. */
const MOST_ENGINES = 6;
/** Drawn citations that are kept, for the chips of notes. */
const MOST_DRAWN = 5_000;
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

export function createCitations({ archive, library, passage, now }: CitationsOptions): Citations {
  const store = createStyleStore(archive, now);
  const engines = new Map<string, Engine>();
  const drawn = new Map<string, DrawnCitation>();

  const styleOf = (id: string): StyleTree => {
    const shipped = library.styles().find((style) => style.id === id);
    if (shipped) return { id, tree: library.style(id), kind: shipped.kind, isOwn: false };
    const own = store.get(id);
    if (!own) {
      const message = `This archive has no citation style “${id}”. Choose another one in Settings, or add it there.`;
      throw new FondsError('STYLE_INVALID', message, { id });
    }
    return { id, tree: styleTree(own.csl), kind: own.kind, isOwn: true };
  };

  /** An own style was tried when it was added, by a Fonds that may have drawn otherwise. */
  const drawable = <T>(style: StyleTree, make: () => T): T => {
    try {
      return make();
    } catch (error) {
      if (error instanceof FondsError || !style.isOwn) throw error;
      throw styleInvalid(`a citation cannot be drawn with it (${String(error).slice(0, 300)}).`);
    }
  };

  const engineOf = (style: string, locale: string): Engine => {
    const key = JSON.stringify([style, library.locale(locale).id]);
    const known = engines.get(key);
    if (known) return remember(engines, key, known, MOST_ENGINES);
    const tree = styleOf(style);
    const made = drawable(tree, () => createEngine(library, tree, locale));
    const safe: Engine = { draw: (item) => drawable(tree, () => made.draw(item)) };
    return remember(engines, key, safe, MOST_ENGINES);
  };

  const forget = (): void => {
    engines.clear();
    drawn.clear();
  };

  // Undo may bring another style under a name that was drawn with.
  archive.onChange(({ scopes }) => {
    if (scopes.includes('styles')) forget();
  });

  /** The locator that is written, else the page of the passage. */
  const locatorOf = (item: CiteItem): string => {
    if (item.annotationId === undefined) return item.locator ?? '';
    const found = passage(item.annotationId);
    if (found.sourceId !== item.sourceId) {
      throw new FondsError('NOT_FOUND', 'This passage is not one of the source that is cited.', { ...item });
    }
    return item.locator || (found.pageLabel ?? '');
  };

  const place = (item: CiteItem, locator: string, position: 'opening' | 'within'): Omit<DrawnItem, 'source'> => {
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

  return {
    styles: () => [...library.styles(), ...store.list()],
    format: async (style, locale, items) => {
      const found: DrawnCitation[] = [];
      // Known before anything is drawn, also when every answer is kept.
      const { isOwn, kind } = styleOf(style);
      const position = kind === 'note' ? 'opening' : 'within';
      let since = performance.now();
      for (const item of items) {
        const source = archive.sources.get(item.sourceId);
        const locator = locatorOf(item);
        const key = JSON.stringify([style, isOwn, locale, item, locator, source.changedAt, source.guessedLanguage]);
        let citation = drawn.get(key);
        if (!citation) {
          const read = readSource(source, library.locale(locale).id);
          const { note, bibliography } = engineOf(style, locale).draw({
            source: read,
            ...place(item, locator, position),
          });
          citation = { note, bibliography, missing: [...read.missing] };
        }
        found.push(remember(drawn, key, citation, MOST_DRAWN));
        if (performance.now() - since < SLICE_MS) continue;
        await setImmediate();
        since = performance.now();
      }
      return found;
    },
    document: (style, locale) => {
      const tree = styleOf(style);
      const known = new Map<SourceId, DrawnItem['source']>();
      const read = (item: CiteItem, position: 'opening' | 'within'): DrawnItem => {
        const { sourceId } = item;
        const source = known.get(sourceId) ?? readSource(archive.sources.get(sourceId), library.locale(locale).id);
        known.set(sourceId, source);
        return { source, ...place(item, locatorOf(item), position) };
      };
      return createCitationDocument(tree.kind, read, () => {
        const made = drawable(tree, () => createDocumentEngine(library, tree, locale));
        return {
          cite: (items, note) => drawable(tree, () => made.cite(items, note)),
          bibliography: () => drawable(tree, made.bibliography),
        };
      });
    },
    addStyle: async (file) => {
      const style = checkStyle(await readStyleFile(file), library);
      return store.add(style);
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
