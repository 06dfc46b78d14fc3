/**
 * The citations of one document: in order, with short forms and ibid. where the style has them, years distinguished by
 * letters, and the bibliography of what was cited. Drawn at once, in a worker.
 */
import type { CitationItemInput, SourceId, StyledText } from '../../contract/index.js';
import type { CitationCluster, ClusterItem, FormattedDocument } from './citation-engine.js';

export interface FinishedCitations {
  /** One for each `cite`, in order. Of an in-text style: the brackets in the text. */
  readonly notes: StyledText[];
  /** In the order of the style; empty when it has none. */
  readonly bibliography: { readonly text: StyledText; readonly sourceIds: SourceId[] }[];
  /** Of each source that was cited and lacks elements, their labels; in the order of the first citation. */
  readonly missing: { readonly sourceId: SourceId; readonly elements: readonly string[] }[];
}

export interface CitationDocument {
  readonly kind: 'note' | 'in-text';
  /**
   * @param note number of the footnote it is in, as it is printed; null of a style without footnotes.
   * @param stands `alone`: it is the whole footnote; `within` other words.
   * @returns where in `notes` its text will be. @throws FondsError NOT_FOUND when a source or passage is unknown.
   */
  cite(items: readonly CitationItemInput[], note: number | null, stands: 'alone' | 'within'): number;
  /** Once, after the last `cite`. @throws FondsError STYLE_INVALID; the reason of `signal` when it is aborted. */
  finish(signal?: AbortSignal): Promise<FinishedCitations>;
}

export function createCitationDocument(
  kind: 'note' | 'in-text',
  /** `opening`: the item begins a footnote. */
  read: (item: CitationItemInput, position: 'opening' | 'within') => ClusterItem,
  draw: (clusters: readonly CitationCluster[], signal: AbortSignal | undefined) => Promise<FormattedDocument>,
): CitationDocument {
  const clusters: CitationCluster[] = [];
  return {
    kind,
    cite: (items, note, stands) => {
      const opens = (index: number) => kind === 'note' && stands === 'alone' && index === 0;
      const drawn = items.map((item, index) => read(item, opens(index) ? 'opening' : 'within'));
      return clusters.push({ items: drawn, note }) - 1;
    },
    finish: async (signal) => {
      const { notes, bibliography } =
        clusters.length === 0 ? { notes: [], bibliography: [] } : await draw(clusters, signal);
      const sources = new Map(clusters.flatMap(({ items }) => items).map(({ source }) => [source.csl.id, source]));
      const missing = [...sources].map(([sourceId, source]) => ({ sourceId, elements: source.missing }));
      return { notes, bibliography, missing: missing.filter(({ elements }) => elements.length > 0) };
    },
  };
}
