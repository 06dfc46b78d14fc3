/** Citations left to Pandoc: keys in the text, and a bibliography in CSL-JSON beside it. Source: Pandoc manual, Citations. */
import type { CitationItemInput, SourceId } from '../../contract/index.js';
import type { CitationSource } from './compose-document.js';

export interface PandocCitationsOptions {
  /** The page of a passage, as a locator; '' when it has none. */
  locatorOf(item: CitationItemInput): string;
  keysOf(ids: readonly SourceId[]): ReadonlyMap<SourceId, string>;
}

export interface PandocCitations extends CitationSource {
  /** The sources cited with their keys, in the order of their first citation. */
  keys(): ReadonlyMap<SourceId, string>;
}

/** What would end a citation early. */
const plain = (words: string): string =>
  words
    .replace(/[[\];@]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

export function pandocCitations({ locatorOf, keysOf }: PandocCitationsOptions): PandocCitations {
  const clusters: (readonly CitationItemInput[])[] = [];
  const keys = () => keysOf([...new Set(clusters.flat().map(({ sourceId }) => sourceId))]);
  const written = (item: CitationItemInput, key: string | undefined): string => {
    const locator = plain(item.locator ?? locatorOf(item));
    const suffix = [locator, plain(item.suffix ?? '')].filter((part) => part !== '').join(', ');
    return `${item.prefix ? `${plain(item.prefix)} ` : ''}@${key ?? item.sourceId}${suffix === '' ? '' : `, ${suffix}`}`;
  };
  return {
    kind: 'in-text',
    cite: (items) => clusters.push(items) - 1,
    finish: async () => {
      const known = keys();
      const texts = clusters.map((items) => items.map((item) => written(item, known.get(item.sourceId))).join('; '));
      return {
        citations: texts.map((text) => [{ kind: 'pandoc', text: `[${text}]` }]),
        bibliography: [],
        missing: new Map(),
      };
    },
    keys,
  };
}
