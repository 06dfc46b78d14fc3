/** Reads the target of an annotation: its source, and the words or the rectangle of a page that its selectors choose. */
import { Colour, type QuoteSelector, Sha256 } from '../../contract/index.js';
import type { ExchangeAnnotation, ExchangeSource, ExchangeTarget } from '../exchange-model.js';
import { PositionTerm, RegionTerm } from '../fonds-terms.js';
import { type Faults, idOf, isObject, itemsOf, type JsonNode, memberOf, stringOf, typesOf } from './json-node.js';
import { readFragmentValue, readSelectors } from './read-selectors.js';

/** Source: RFC 9562, as a URN, a fragment or alone. */
export const UUID = /^(?:urn:uuid:|#)?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/i;

export type ParsedTarget =
  | Pick<ExchangeAnnotation, 'source' | 'target' | 'colour' | 'remarks'>
  | { readonly reason: string };

/** Kinds of targets that are several at once. Source: Web Annotation Data Model, section 3.2.7; Vocabulary, 2.5. */
const SEVERAL: Readonly<Record<string, string>> = {
  Composite: 'all together',
  List: 'one after another',
  Independents: 'each by itself',
  Choice: 'one of them to be chosen',
};

/** @returns what an annotation is on, or why Fonds cannot follow it; what breaks the model goes to `faults`. */
export function readTarget(node: JsonNode, faults: Faults): ParsedTarget {
  const several = typesOf(node).find((type) => Object.hasOwn(SEVERAL, type));
  if (several !== undefined) {
    const count = itemsOf(memberOf(node, 'items')).length;
    return {
      reason: `Its target is of the kind “${several}”: ${count === 1 ? 'one thing' : `${count} things`}, ${SEVERAL[several]}. Fonds marks one passage at a time: write each as a target of its own.`,
    };
  }
  if (typeof node.value !== 'string' && !isObject(node.value)) {
    faults.add(node, 'a target must be an object or an address.');
    return { reason: '' };
  }
  const given = memberOf(node, 'source');
  const source = given.value === undefined ? node : given;
  const address = typeof source.value === 'string' ? source.value : idOf(source);
  if (given.value === undefined && memberOf(node, 'selector').value !== undefined) {
    faults.add(given, 'a target with a selector must say of which source.');
    return { reason: '' };
  }
  if (address === undefined) {
    faults.add(source, 'a target must have the address of what it is about.');
    return { reason: '' };
  }
  const selected = { ...readSelectors(itemsOf(memberOf(node, 'selector')), faults) };
  const into = { ...selected, others: [...selected.others] };
  const [whole = '', fragment] = address.split('#', 2);
  if (fragment) readFragmentValue(fragment, into);
  const about = readSource(address, whole, source);
  const remarks = into.others.length > 0 ? [`Passed over: ${into.others.join('; ')}.`] : [];
  const rest = { source: about, colour: readColour(node), remarks };

  const region = RegionTerm.safeParse(memberOf(node, 'fonds:region').value);
  if (region.success) return { ...rest, target: { kind: 'region', region: region.data } };
  if (into.rectangle) {
    const pageIndex = into.pageIndex ?? 0;
    return { ...rest, target: { kind: 'region', region: { sha256: null, pageIndex, ...into.rectangle } } };
  }
  const target = textTarget(node, into.quote, into.position);
  if (target) return { ...rest, target };
  const what = `It is about ${about.title === '' ? 'its source' : `“${about.title}”`}`;
  if (into.others.length === 0 && into.pageIndex === null) {
    return { reason: `${what} as a whole. Only passages and rectangles of pages are taken in.` };
  }
  const others = into.others.length > 0 ? ` It is found by ${into.others.join('; ')}, which Fonds cannot follow.` : '';
  return { reason: `${what}, but names no words and no rectangle of a page.${others}` };
}

function textTarget(
  node: JsonNode,
  quote: QuoteSelector | null,
  position: { start: number; end: number } | null,
): ExchangeTarget | null {
  const named = {
    versionId: memberOf(node, 'fonds:versionId').value,
    textSha256: memberOf(node, 'fonds:textSha256').value,
  };
  const own = PositionTerm.safeParse({ ...named, ...position });
  const positions = own.success
    ? [own.data]
    : position
      ? [{ versionId: null, textSha256: Sha256.safeParse(named.textSha256).data ?? null, ...position }]
      : [];
  const hasWords = quote !== null && quote.exact.trim() !== '';
  return hasWords || positions.length > 0 ? { kind: 'text', positions, quote: hasWords ? quote : null } : null;
}

const HASHED = /^(?:urn:sha256:|hash:\/\/sha256\/)([0-9a-f]{64})$/i;

function readSource(address: string, whole: string, source: JsonNode): ExchangeSource {
  const [, uuid] = UUID.exec(whole) ?? [];
  const [, hash] = HASHED.exec(whole) ?? [];
  const originals = itemsOf(memberOf(source, 'fonds:originals')).flatMap(
    ({ value }) => Sha256.safeParse(value).data ?? [],
  );
  const url = stringOf(memberOf(source, 'fonds:url'));
  return {
    ids: uuid === undefined ? [] : [uuid.toLowerCase()],
    originals: [...originals, ...(hash === undefined ? [] : [hash.toLowerCase()])],
    urls: [...new Set([url, address, whole].filter((one) => one !== undefined && /^\w+:\/\//.test(one)))] as string[],
    texts: [],
    title: stringOf(memberOf(source, 'label')) ?? stringOf(memberOf(source, 'title')) ?? whole,
  };
}

function readColour(target: JsonNode): number | null {
  const [, number] = /(?:^|\s)fonds-mark-(\d)(?:\s|$)/.exec(stringOf(memberOf(target, 'styleClass')) ?? '') ?? [];
  return Colour.safeParse(Number(number)).data ?? null;
}
