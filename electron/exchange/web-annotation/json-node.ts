/** A value of a JSON document together with where it stands, so that whatever is wrong can be found (RFC 6901). */
import { FondsError } from '../../contract/index.js';
import { t } from '../../wording/index.js';
import { Unread } from './cut-json.js';

export interface JsonNode {
  readonly value: unknown;
  /** JSON pointer; '' for the whole document. */
  readonly pointer: string;
}

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A member of a list, parsed if it was not yet. @throws SyntaxError. */
export const opened = (place: JsonNode): JsonNode =>
  place.value instanceof Unread ? { value: place.value.read(), pointer: place.pointer } : place;

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** A member of an object; undefined when it is not there. */
export function memberOf({ value, pointer }: JsonNode, key: string): JsonNode {
  const inside = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return { value: inside, pointer: `${pointer}/${escaped(key)}` };
}

/** JSON-LD writes one thing alone and several in an array, or in a list of its own. None when it is not there. */
export function itemsOf({ value, pointer }: JsonNode): JsonNode[] {
  if (value === undefined || value === null) return [];
  const list = isObject(value) ? ['@list', '@set'].find((key) => Array.isArray(value[key])) : undefined;
  if (list !== undefined) return itemsOf(memberOf({ value, pointer }, list));
  if (!Array.isArray(value)) return [{ value, pointer }];
  return value.map((one, index) => ({ value: one, pointer: `${pointer}/${index}` }));
}

/** Types without their prefix: `oa:Annotation` and the full IRI are `Annotation`. */
export function typesOf(node: JsonNode): string[] {
  const types = [...itemsOf(memberOf(node, 'type')), ...itemsOf(memberOf(node, '@type'))];
  return types.flatMap(({ value }) =>
    typeof value === 'string' ? [value.replace(/^(oa:|as:|dctypes:|https?:\/\/\S*[#/])/, '')] : [],
  );
}

/** A string, the value of a JSON-LD literal, or the first of a language map; undefined for anything else. */
export function stringOf({ value }: JsonNode): string | undefined {
  if (typeof value === 'string') return value;
  if (Array.isArray(value))
    return value.map((one) => stringOf({ value: one, pointer: '' })).find((one) => one !== undefined);
  if (!isObject(value)) return undefined;
  if ('@value' in value) return typeof value['@value'] === 'string' ? value['@value'] : undefined;
  const languages = Object.entries(value).filter(([key]) => /^(@none|[a-z]{2,3}(-[A-Za-z0-9]+)*)$/.test(key));
  const [, first] = languages.find(([key]) => key.startsWith('en')) ?? languages[0] ?? [];
  return first === undefined ? undefined : stringOf({ value: first, pointer: '' });
}

export const idOf = (node: JsonNode): string | undefined =>
  stringOf(memberOf(node, 'id')) ?? stringOf(memberOf(node, '@id'));

const MAX_LISTED = 5;

/** What breaks the model in one annotation, or in what holds annotations together. */
export interface Faults {
  add(node: JsonNode, message: string): void;
  /** Sentences, each with its place. */
  readonly found: readonly string[];
}

export function createFaults(): Faults {
  const found: string[] = [];
  return {
    found,
    add: ({ pointer }, message) =>
      void found.push(t('At {pointer}: {message}', { pointer: pointer || t('the beginning'), message })),
  };
}

/** Of a file in which nothing is left that could be imported. @param faults sentences, at least one. */
export function refusal(faults: readonly string[]): FondsError {
  const places = faults.slice(0, MAX_LISTED);
  const more =
    faults.length > places.length ? t(' And {count} more places.', { count: faults.length - places.length }) : '';
  const remedy = t('Nothing was taken in. Mend the file, or write it anew in the program it comes from.');
  return new FondsError('EXCHANGE_INVALID', `${places.join(' ')}${more} ${remedy}`, { places });
}
