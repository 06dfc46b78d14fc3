/** Keys by which BibTeX and Pandoc name a source: who, when, the first word of the title. Plain ASCII, each once. */
import type { SourceId } from '../../contract/index.js';
import { foldWord } from '../../text/index.js';

/** As far as a key needs it. */
export interface Keyed {
  readonly id: SourceId;
  readonly title?: string;
  readonly author?: readonly { readonly family?: string; readonly literal?: string }[];
  readonly issued?: { readonly 'date-parts'?: readonly (readonly number[])[] };
}

const SMALL_WORDS = new Set('a an the of on in to and der die das le la les un une el los o i'.split(' '));

const ascii = (text: string): string[] => foldWord(text).match(/[a-z0-9]+/g) ?? [];

function keyOf({ title = '', author, issued }: Keyed): string {
  const [first] = author ?? [];
  const who = ascii(first?.family ?? first?.literal ?? '')[0] ?? '';
  const year = issued?.['date-parts']?.[0]?.[0];
  const word = ascii(title).find((one) => !SMALL_WORDS.has(one)) ?? '';
  return [who, year === undefined ? '' : String(year), word].join('') || 'source';
}

/** The order of the items decides who gets a letter; the same items always get the same keys. */
export function citationKeys(items: readonly Keyed[]): ReadonlyMap<SourceId, string> {
  const taken = new Set<string>();
  const keys = new Map<SourceId, string>();
  for (const item of items) {
    const base = keyOf(item);
    let key = base;
    for (let count = 2; taken.has(key); count += 1) key = `${base}-${count}`;
    taken.add(key);
    keys.set(item.id, key);
  }
  return keys;
}
