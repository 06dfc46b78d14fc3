/**
 * Keys by which BibTeX and Pandoc name a source: who or else the first significant word, when, what, and a short piece of the
 * source's id. Plain ASCII, each once, and a key rests on its own source alone: adding, deleting or exporting others
 * never changes what a text already cites.
 */
import anyAscii from 'any-ascii';
import type { SourceId } from '../../contract/index.js';
import { foldWord } from '../../text/index.js';

/** As far as a key needs it. */
export interface CitableItem {
  readonly id: SourceId;
  readonly title?: string;
  readonly author?: readonly { readonly family?: string; readonly literal?: string }[];
  readonly issued?: { readonly 'date-parts'?: readonly (readonly number[])[] };
}

const SMALL_WORDS = new Set('a an the of on in to and der die das le la les un une el los o i'.split(' '));
/** Of a word; transliterated Chinese has no end. */
const MAX_LETTERS = 20;
/** Letters of the id, 5 bits each: of 2,000 sources with the same words two share them once in 500 archives. */
const ID_LETTERS = 6;

/** Latin, Cyrillic and Greek as the search folds them; other scripts by sound, as `any-ascii` has them. */
const ascii = (text: string): string[] => {
  const words = foldWord(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words
    .map((word) =>
      anyAscii(word)
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '')
        .slice(0, MAX_LETTERS),
    )
    .filter((word) => word !== '');
};

function wordsOf({ title = '', author, issued }: CitableItem): string {
  const [first] = author ?? [];
  const who = ascii(first?.family ?? first?.literal ?? '')[0] ?? '';
  const year = issued?.['date-parts']?.[0]?.[0];
  const word = ascii(title).find((one) => !SMALL_WORDS.has(one)) ?? '';
  const [before, after] = who === '' ? [word, ''] : [who, word];
  return `${before}${year === undefined ? '' : Math.abs(year)}${after}` || 'source';
}

/** The end of a UUIDv7 is random; its begin is the time, which sources that came together share. */
function idLetters(id: SourceId): string {
  const bits = BigInt(`0x${id.replaceAll('-', '')}`) & ((1n << BigInt(5 * ID_LETTERS)) - 1n);
  return bits.toString(32).padStart(ID_LETTERS, '0');
}

/** @returns of each source its key. Where the pieces of two ids are the same, both have the whole. */
export function citationKeys(items: readonly CitableItem[]): ReadonlyMap<SourceId, string> {
  const short = items.map((item) => [item.id, `${wordsOf(item)}-${idLetters(item.id)}`] as const);
  const holders = Map.groupBy(short, ([, key]) => key);
  return new Map(
    short.map(([id, key]) => {
      const isAlone = (holders.get(key) ?? []).every(([other]) => other === id);
      return [id, isAlone ? key : `${key}-${id.replaceAll('-', '')}`];
    }),
  );
}
