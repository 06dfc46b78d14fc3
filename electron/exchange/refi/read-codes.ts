/**
 * Codes of a REFI-QDA codebook as tags: names below names, `/` out of the way, colours to the nearest mark; sets of codes
 * as tags that say what was in them. Linear in the number of codes, however they lie.
 */
import { FondsError, foldedKey, PATH_SEPARATOR } from '../../contract/index.js';
import { t } from '../../wording/index.js';
import { firstWords } from '../annotation-label.js';
import type { ExchangeLoss, ExchangeTag } from '../exchange-model.js';
import { nearestMark } from '../mark-colours.js';
import { attribute, child, childrenOf, type XmlElement } from './read-xml.js';

export interface ReadCodes {
  /** In order of the tree; then the sets. */
  readonly tags: readonly ExchangeTag[];
  /** By GUID as `guidOf` writes it. @returns undefined when there is no such code. */
  tagPath(guid: string): ExchangeTag | undefined;
  /** `Person/President`. */
  path(guid: string): string | undefined;
  /** Sets without codes, and what of codes was cut or not read. */
  readonly losses: readonly ExchangeLoss[];
}

/** GUIDs are written in braces or without, in either case. */
export const guidOf = (text: string | undefined): string => (text ?? '').replace(/[{}\s]/g, '').toLowerCase();

const NAME_LENGTH = 200;
const DESCRIPTION_LENGTH = 20_000;

/** `/` stands between the names of a path. */
const wholeName = (element: XmlElement): string =>
  (attribute(element, 'name') ?? '').replace(/\s+/g, ' ').replaceAll(PATH_SEPARATOR, '-').trim();
const nameOf = (element: XmlElement): string => Array.from(wholeName(element)).slice(0, NAME_LENGTH).join('');

const wholeDescription = (element: XmlElement): string => child(element, 'description')?.text ?? '';
const descriptionOf = (element: XmlElement): string => {
  const said = wholeDescription(element).slice(0, DESCRIPTION_LENGTH);
  return said.trim() === '' ? '' : said;
};

/** What of a code is read otherwise than it is written. */
function* lossesOf(code: XmlElement, name: string, colour: number | null): Generator<ExchangeLoss> {
  const lost = (reason: string): ExchangeLoss => ({
    kind: 'tag',
    location: t('“{firstWords}” (line {line})', { firstWords: firstWords(name), line: code.line }),
    reason,
    count: 1,
  });
  if (name !== wholeName(code))
    yield lost(t('Its name was cut: it is longer than {NAME_LENGTH} characters.', { NAME_LENGTH }));
  if (wholeDescription(code).length > DESCRIPTION_LENGTH) {
    yield lost(t('Its meaning was cut: it is longer than {DESCRIPTION_LENGTH} characters.', { DESCRIPTION_LENGTH }));
  }
  const said = attribute(code, 'color') ?? '';
  if (colour === null && said !== '')
    yield lost(t('Its colour “{said}” is not written as #rrggbb: passed over.', { said: said.slice(0, 40) }));
}

/**
 * @param holder the element that holds `Codes` and perhaps `Sets`, or none. @param sets further ones, of a project.
 * @throws FondsError EXCHANGE_INVALID with the line.
 */
export function readCodes(holder: XmlElement | undefined, file: string, sets: readonly XmlElement[] = []): ReadCodes {
  const tags: ExchangeTag[] = [];
  const losses: ExchangeLoss[] = [];
  const indexOf = new Map<string, number>();
  const waiting: { code: XmlElement; above: number | null }[] = childrenOf(holder && child(holder, 'codes'), 'code')
    .map((code) => ({ code, above: null }))
    .reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { code, above } = next;
    const guid = guidOf(attribute(code, 'guid'));
    const name = nameOf(code);
    if (guid === '' || name === '') {
      const what = guid === '' ? t('the code “{name}” must have a guid', { name }) : t('a code must have a name');
      throw new FondsError(
        'EXCHANGE_INVALID',
        t('{file}, line {line}: {what}. Nothing was taken in.', { file, line: code.line, what }),
        {
          line: code.line,
        },
      );
    }
    const index = tags.length;
    indexOf.set(guid, index);
    const colour = nearestMark(attribute(code, 'color') ?? '');
    tags.push({ name, parentIndex: above, kind: 'code', colour, description: descriptionOf(code) });
    for (const loss of lossesOf(code, name, colour)) losses.push(loss);
    for (const below of childrenOf(code, 'code').reverse()) waiting.push({ code: below, above: index });
  }
  const pathAt = (index: number): string => {
    const names: string[] = [];
    for (let at: number | null = index; at !== null; at = tags[at]?.parentIndex ?? null)
      names.push(tags[at]?.name ?? '');
    return names.reverse().join(PATH_SEPARATOR);
  };
  const paths = new Map<number, string>();
  const path = (guid: string): string | undefined => {
    const index = indexOf.get(guid);
    if (index === undefined) return undefined;
    const known = paths.get(index) ?? pathAt(index);
    paths.set(index, known);
    return known;
  };
  const tag = (guid: string): ExchangeTag | undefined => {
    const index = indexOf.get(guid);
    return index === undefined ? undefined : tags[index];
  };
  const fromSets = readSets([...childrenOf(holder && child(holder, 'sets'), 'set'), ...sets], path, tags);
  return { tags: [...tags, ...fromSets.tags], tagPath: tag, path, losses: [...losses, ...fromSets.losses] };
}

/** A set of codes stands at the top, beside the codes: where one of them has its name, it is called a set. */
function readSets(
  sets: readonly XmlElement[],
  path: ReadCodes['path'],
  codes: readonly ExchangeTag[],
): { tags: ExchangeTag[]; losses: ExchangeLoss[] } {
  const tops = new Set(codes.filter(({ parentIndex: above }) => above === null).map(({ name }) => foldedKey(name)));
  const tags: ExchangeTag[] = [];
  const losses: ExchangeLoss[] = [];
  for (const set of sets) {
    const name = nameOf(set) || t('Without a name');
    // The standard names a member by targetGUID in a project and by guid in a codebook.
    const named = childrenOf(set, 'membercode').map((one) =>
      path(guidOf(attribute(one, 'targetGUID') ?? attribute(one, 'guid'))),
    );
    const members = named.filter((one) => one !== undefined);
    const unknown = named.length - members.length;
    const are = t('{unknown, plural, one {that is not in the file} other {that are not in the file}}', { unknown });
    const others = [
      t('{count, plural, =0 {} one {# source} other {# sources}}', { count: childrenOf(set, 'membersource').length }),
    ]
      .concat(unknown === 0 ? '' : `${t('{unknown, plural, one {# code} other {# codes}}', { unknown })} ${are}`)
      .concat(t('{count, plural, =0 {} one {# note} other {# notes}}', { count: childrenOf(set, 'membernote').length }))
      .filter((part) => part !== '')
      .join(', ')
      .replace(/, ([^,]*)$/, ' and $1');
    if (members.length === 0) {
      losses.push({ kind: 'set', location: `${name} (${others || t('nothing in it')})`, reason: '', count: 1 });
      continue;
    }
    const list = members.map((one) => `- ${one}`).join('\n');
    const rest = others === '' ? '' : t('\n\nBeside them it held {others}.', { others });
    const said = [descriptionOf(set), t('A set of these codes:\n\n{list}{rest}', { list, rest })].filter(
      (part) => part !== '',
    );
    tags.push({
      name: tops.has(foldedKey(name)) ? t('{name} (set)', { name }) : name,
      parentIndex: null,
      kind: 'set',
      colour: null,
      description: cut(said.join('\n\n')),
    });
  }
  return { tags, losses };
}

const cut = (text: string): string =>
  text.length <= DESCRIPTION_LENGTH ? text : `${text.slice(0, DESCRIPTION_LENGTH - 1).replace(/\n[^\n]*$/, '')}\n…`;
