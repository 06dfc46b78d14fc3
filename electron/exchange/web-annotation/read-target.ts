/** Reads the target of an annotation: its source, and the words or the rectangle of a page that its selectors choose. */
import type { QuoteSelector } from '../../contract/index.js';
import { t } from '../../wording/index.js';
import type { ExchangeAnnotation, ExchangePosition, ExchangeSource, ExchangeTarget } from '../exchange-model.js';
import { type Faults, idOf, isObject, itemsOf, type JsonNode, memberOf, stringOf, typesOf } from './json-node.js';
import { readColour, readOriginals, readPosition, readRegion } from './read-fonds-terms.js';
import { readFragmentValue, readSelectors } from './read-selectors.js';

/** As a URN, a fragment or alone. Source: RFC 9562. */
export const UUID = /^(?:urn:uuid:|#)?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/i;

export type ParsedTarget =
  | Pick<ExchangeAnnotation, 'source' | 'target' | 'colour' | 'remarks'>
  | { readonly reason: string };

/** Kinds of targets that are several at once. Source: Web Annotation Data Model, section 3.2.7; Vocabulary, 2.5. */
const SEVERAL: Readonly<Record<string, string>> = {
  Composite: t('all together'),
  List: t('one after another'),
  Independents: t('each by itself'),
  Choice: t('one of them to be chosen'),
};

/** @returns what an annotation is on, or why Fonds cannot follow it; what breaks the model goes to `faults`. */
export function readTarget(place: JsonNode, faults: Faults): ParsedTarget {
  const several = typesOf(place).find((type) => Object.hasOwn(SEVERAL, type));
  if (several !== undefined) {
    const count = itemsOf(memberOf(place, 'items')).length;
    return {
      reason: t(
        'Its target is of the kind “{several}”: {count, plural, one {one thing} other {# things}}, {meaning}. Fonds marks one passage at a time: write each as a target of its own.',
        { several, count, meaning: SEVERAL[several] ?? '' },
      ),
    };
  }
  if (typeof place.value !== 'string' && !isObject(place.value)) {
    faults.add(place, t('a target must be an object or an address.'));
    return { reason: '' };
  }
  const given = memberOf(place, 'source');
  const source = given.value === undefined ? place : given;
  const address = typeof source.value === 'string' ? source.value : idOf(source);
  if (given.value === undefined && memberOf(place, 'selector').value !== undefined) {
    faults.add(given, t('a target with a selector must say of which source.'));
    return { reason: '' };
  }
  if (address === undefined) {
    faults.add(source, t('a target must have the address of what it is about.'));
    return { reason: '' };
  }
  const selected = { ...readSelectors(itemsOf(memberOf(place, 'selector')), faults) };
  const into = { ...selected, others: [...selected.others] };
  const [whole = '', fragment] = address.split('#', 2);
  if (fragment) readFragmentValue(fragment, into);
  const remarks = into.others.length > 0 ? [t('Passed over: {others}.', { others: into.others.join('; ') })] : [];
  const about = readSource(address, whole, source, remarks);
  const rest = { source: about, colour: readColour(place, remarks), remarks };

  const region = readRegion(place, remarks);
  if (region) return { ...rest, target: { kind: 'region', region } };
  if (into.rectangle) {
    const pageIndex = into.pageIndex ?? 0;
    return { ...rest, target: { kind: 'region', region: { sha256: null, pageIndex, ...into.rectangle } } };
  }
  const positions = into.position ? [readPosition(place, into.position, remarks)] : [];
  const target = textTarget(into.quote, positions);
  if (target) return { ...rest, target };
  const what = t('It is about {value}', { value: about.title === '' ? t('its source') : `“${about.title}”` });
  if (into.others.length === 0 && into.pageIndex === null) {
    return { reason: t('{what} as a whole. Only passages and rectangles of pages are taken in.', { what }) };
  }
  const others =
    into.others.length > 0
      ? t(' It is found by {others}, which Fonds cannot follow.', { others: into.others.join('; ') })
      : '';
  return { reason: t('{what}, but names no words and no rectangle of a page.{others}', { what, others }) };
}

function textTarget(quote: QuoteSelector | null, positions: readonly ExchangePosition[]): ExchangeTarget | null {
  const hasWords = quote !== null && quote.exact.trim() !== '';
  return hasWords || positions.length > 0 ? { kind: 'text', positions, quote: hasWords ? quote : null } : null;
}

const HASHED = /^(?:urn:sha256:|hash:\/\/sha256\/)([0-9a-f]{64})$/i;

function readSource(address: string, whole: string, source: JsonNode, remarks: string[]): ExchangeSource {
  const [, uuid] = UUID.exec(whole) ?? [];
  const [, hash] = HASHED.exec(whole) ?? [];
  const originals = readOriginals(source, remarks);
  const url = stringOf(memberOf(source, 'fonds:url'));
  return {
    ids: uuid === undefined ? [] : [uuid.toLowerCase()],
    originals: [...originals, ...(hash === undefined ? [] : [hash.toLowerCase()])],
    urls: [...new Set([url, address, whole].filter((one) => one !== undefined && /^\w+:\/\//.test(one)))] as string[],
    texts: [],
    title: stringOf(memberOf(source, 'label')) ?? stringOf(memberOf(source, 'title')) ?? whole,
  };
}
