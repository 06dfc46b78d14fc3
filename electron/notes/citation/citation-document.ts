/**
 * The citations of one document: in order, with short forms and ibid. where the style has them, years told apart by
 * letters, and the bibliography of what was cited. Drawn at once, in a worker.
 */
import type { CiteItem, SourceId, StyledText } from '../../contract/index.js';
import type { DrawnDocument, DrawnItem } from './engine.js';

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
  /** @returns where in `notes` its text will be. @throws FondsError NOT_FOUND when a source or passage is unknown. */
  cite(items: readonly CiteItem[]): number;
  /** Once, after the last `cite`. @throws FondsError STYLE_INVALID; the reason of `signal` when it is aborted. */
  finish(signal?: AbortSignal): Promise<FinishedCitations>;
}

export function createCitationDocument(
  kind: 'note' | 'in-text',
  /** `index`: within its citation. */
  read: (item: CiteItem, index: number) => DrawnItem,
  draw: (clusters: readonly (readonly DrawnItem[])[], signal: AbortSignal | undefined) => Promise<DrawnDocument>,
): CitationDocument {
  const clusters: DrawnItem[][] = [];
  return {
    kind,
    cite: (items) => clusters.push(items.map(read)) - 1,
    finish: async (signal) => {
      const { notes, bibliography } =
        clusters.length === 0 ? { notes: [], bibliography: [] } : await draw(clusters, signal);
      const sources = new Map(clusters.flat().map(({ source }) => [source.csl.id, source]));
      const missing = [...sources].map(([sourceId, source]) => ({ sourceId, elements: source.missing }));
      return { notes, bibliography, missing: missing.filter(({ elements }) => elements.length > 0) };
    },
  };
}
