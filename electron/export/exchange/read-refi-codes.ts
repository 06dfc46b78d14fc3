/** Codes of a REFI-QDA codebook as tags: names below names, `/` out of the way, colours to the nearest mark. */
import { FondsError } from '../../contract/index.js';
import { nearestMark } from './mark-colours.js';
import { attribute, child, childrenOf, type XmlElement } from './read-xml.js';
import type { ToldTag } from './told.js';

export interface ReadCodes {
  /** In order of the tree. */
  readonly tags: readonly ToldTag[];
  /** By GUID as `guidOf` writes it. */
  readonly pathOf: ReadonlyMap<string, string>;
}

/** GUIDs are written in braces or without, in either case. */
export const guidOf = (text: string | undefined): string => (text ?? '').replace(/[{}\s]/g, '').toLowerCase();

const NAME_LENGTH = 200;

/** `/` stands between the names of a path. */
const nameOf = (code: XmlElement): string =>
  Array.from((attribute(code, 'name') ?? '').replace(/\s+/g, ' ').replaceAll('/', '-').trim())
    .slice(0, NAME_LENGTH)
    .join('');

/** @param holder the element that holds `Codes`, or none. @throws FondsError EXCHANGE_INVALID with the line. */
export function readCodes(holder: XmlElement | undefined, file: string): ReadCodes {
  const tags: ToldTag[] = [];
  const pathOf = new Map<string, string>();
  const waiting: { code: XmlElement; above: string }[] = childrenOf(holder && child(holder, 'codes'), 'code')
    .map((code) => ({ code, above: '' }))
    .reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { code, above } = next;
    const guid = guidOf(attribute(code, 'guid'));
    const name = nameOf(code);
    if (guid === '' || name === '') {
      const what = guid === '' ? 'a code must have a guid' : 'a code must have a name';
      throw new FondsError('EXCHANGE_INVALID', `${file}, line ${code.line}: ${what}. Nothing was taken in.`, {
        line: code.line,
      });
    }
    const path = above === '' ? name : `${above}/${name}`;
    pathOf.set(guid, path);
    const said = child(code, 'description')?.text.slice(0, 20_000) ?? '';
    const description = said.trim() === '' ? '' : said;
    tags.push({ path, colour: nearestMark(attribute(code, 'color') ?? ''), description });
    const below = childrenOf(code, 'code').map((one) => ({ code: one, above: path }));
    waiting.push(...below.reverse());
  }
  return { tags, pathOf };
}
