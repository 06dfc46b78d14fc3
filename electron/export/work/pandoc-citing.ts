/** Citations left to Pandoc: keys in the text, and a bibliography in CSL-JSON beside it. Source: Pandoc manual, Citations. */
import type { CiteItem, SourceId } from '../../contract/index.js';
import type { Citing } from './compose.js';

export interface PandocOptions {
  /** The page of a passage, as a locator; '' when it has none. */
  locatorOf(item: CiteItem): string;
  keyOf(id: SourceId): string;
}

export interface PandocCiting extends Citing {
  /** The sources cited, in the order of their first citation. */
  cited(): readonly SourceId[];
}

/** What would end a citation early. */
const plain = (words: string): string =>
  words
    .replace(/[[\];@]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

export function pandocCiting({ locatorOf, keyOf }: PandocOptions): PandocCiting {
  const citations: string[] = [];
  const cited = new Set<SourceId>();
  const written = (item: CiteItem): string => {
    cited.add(item.sourceId);
    const locator = plain(item.locator ?? locatorOf(item));
    const suffix = [locator, plain(item.suffix ?? '')].filter((part) => part !== '').join(', ');
    return `${item.prefix ? `${plain(item.prefix)} ` : ''}@${keyOf(item.sourceId)}${suffix === '' ? '' : `, ${suffix}`}`;
  };
  return {
    kind: 'in-text',
    cite: (items) => citations.push(`[${items.map(written).join('; ')}]`) - 1,
    finish: async () => ({
      citations: citations.map((text) => [{ kind: 'pandoc', text }]),
      bibliography: [],
      missing: new Map(),
    }),
    cited: () => [...cited],
  };
}
