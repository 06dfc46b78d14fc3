/**
 * Formats citations with a style. Runs in a worker (`citation-worker.ts`): what a style costs is only known when it is
 * drawn, so nothing here counts its macros; whoever waits has a limit on time and memory (`citation-pool.ts`).
 */
import { FondsError, type StyledText } from '../../contract/index.js';
import { t } from '../../wording/index.js';
import {
  type CitationCluster,
  type CitationEngine,
  type ClusterItem,
  createCitationEngine,
  type FormattedDocument,
  formatDocument,
  type StyleTree,
} from './citation-engine.js';
import type { CslLibrary } from './csl-library.js';
import { styleInvalid } from './csl-xml.js';
import { type CheckedStyle, checkStyle, styleTree } from './read-style.js';

/** A style as it is kept. */
export interface StoredStyle {
  readonly id: string;
  readonly title: string;
  readonly kind: 'note' | 'in-text';
  /** The file of a style that a person added; null for one that ships. */
  readonly csl: string | null;
}

export interface FormattedText {
  /** As a first citation. */
  readonly note: StyledText;
  /** Null when the style has none. */
  readonly bibliography: StyledText | null;
}

/** Each throws FondsError STYLE_INVALID when the style cannot be drawn. `locale` is the id of a locale that ships. */
export interface CitationFormatter {
  /** @param csl a file that a person adds. */
  check(csl: string): CheckedStyle;
  /** Each item alone, in the order given. */
  format(style: StoredStyle, locale: string, items: readonly ClusterItem[]): FormattedText[];
  document(style: StoredStyle, locale: string, clusters: readonly CitationCluster[]): FormattedDocument;
}

/** Engines that are kept: the largest styles take 80 MB and a second or two to read. */
const MAX_ENGINES = 4;

/** A style was tried when it was added, by a Fonds that may have drawn otherwise. */
function drawable<T>({ title, csl }: StoredStyle, draw: () => T): T {
  try {
    return draw();
  } catch (error) {
    if (error instanceof FondsError || csl === null) throw error;
    throw styleInvalid(
      t('a citation cannot be drawn with “{title}” ({error}).', { title, error: String(error).slice(0, 300) }),
    );
  }
}

export function createCitationFormatter(library: CslLibrary): CitationFormatter {
  /** The newest last. */
  const engines: { readonly style: StoredStyle; readonly locale: string; readonly engine: CitationEngine }[] = [];

  const treeOf = ({ id, kind, csl }: StoredStyle): StyleTree =>
    csl === null
      ? { id, tree: library.style(id), kind, isOwn: false }
      : { id, tree: styleTree(csl), kind, isOwn: true };

  const engineOf = (style: StoredStyle, locale: string): CitationEngine => {
    // Two archives may have different styles of one name.
    const at = engines.findIndex(
      (known) => known.locale === locale && known.style.id === style.id && known.style.csl === style.csl,
    );
    const [known] = at < 0 ? [] : engines.splice(at, 1);
    const entry = known ?? { style, locale, engine: createCitationEngine(library, treeOf(style), locale) };
    engines.push(entry);
    if (engines.length > MAX_ENGINES) engines.shift();
    return entry.engine;
  };

  return {
    check: (csl) => checkStyle(csl, library),
    format: (style, locale, items) =>
      drawable(style, () => {
        const engine = engineOf(style, locale);
        return items.map((item) => engine.format(item));
      }),
    document: (style, locale, clusters) =>
      drawable(style, () => formatDocument(library, treeOf(style), locale, clusters)),
  };
}
