/**
 * Reads annotations of the W3C model as Fonds and other programs write them. A file that breaks the model is refused
 * whole, with the places; what the model allows but Fonds cannot follow is a loss that is told. Loads nothing.
 * Source: Web Annotation Data Model, W3C Recommendation, 23 February 2017.
 */
import { v5 } from 'uuid';
import { z } from 'zod';
import { AnnotationId, Colour, FondsError, type Quote, Sha256 } from '../../contract/index.js';
import { AnchorTerm, PositionTerm, RegionTerm } from './fonds-terms.js';
import { asWebAnnotation, isOfHypothesis } from './hypothesis.js';
import { at, createFaults, each, type Faults, idOf, isObject, type JsonPlace, typesOf, words } from './json-place.js';
import { readBodies } from './read-bodies.js';
import { readFragmentValue, readSelectors } from './read-selectors.js';
import type { ExchangeFile, ToldAnchor, ToldAnnotation, ToldLoss, ToldSource, ToldTag, ToldTarget } from './told.js';

const UUID = /^(?:urn:uuid:|#)?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/i;
/** Of ids that are made from what an annotation says, so that the same file taken in again brings nothing new. */
const NAMESPACE = '6f6e6473-0000-5000-8000-617263686976';

const refused = (message: string) => new FondsError('EXCHANGE_INVALID', message);

/** @throws FondsError EXCHANGE_INVALID with the places. */
export function readWebAnnotations(text: string): ExchangeFile {
  const faults = createFaults();
  const document: JsonPlace = { value: parsed(text), pointer: '' };
  const annotations: ToldAnnotation[] = [];
  const losses: ToldLoss[] = [];
  for (const place of annotationsIn(document, faults)) {
    const { told, lost } = readAnnotation(place, faults);
    annotations.push(...told);
    losses.push(...lost);
  }
  faults.settle();
  return { tags: readTags(document), annotations, taggings: [], losses };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw refused(
      `This is not JSON (${reason.slice(0, 200)}). Nothing was taken in. Fetch the file again; it may have been cut short.`,
    );
  }
}

function annotationsIn(document: JsonPlace, faults: Faults): JsonPlace[] {
  if (Array.isArray(document.value)) return each(document);
  const types = typesOf(document);
  if (types.includes('AnnotationCollection')) return ofCollection(document, faults);
  if (types.includes('AnnotationPage')) return ofPage(document, faults);
  if (types.includes('Annotation') || isOfHypothesis(document)) return [document];
  for (const key of ['@graph', 'rows', 'annotations', 'items']) {
    const list = at(document, key);
    if (Array.isArray(list.value)) return each(list);
  }
  throw refused(
    'There are no annotations in this file: it is JSON, but neither an Annotation nor a page or collection of them. Nothing was taken in.',
  );
}

function ofPage(page: JsonPlace, faults: Faults): JsonPlace[] {
  const items = at(page, 'items');
  if (Array.isArray(items.value)) return each(items);
  faults.add(items, 'an AnnotationPage must have its annotations in “items”.');
  return [];
}

/** Pages that lie elsewhere are not fetched: a file tells all of it or is refused. */
function ofCollection(collection: JsonPlace, faults: Faults): JsonPlace[] {
  if (Array.isArray(at(collection, 'items').value)) return each(at(collection, 'items'));
  const found: JsonPlace[] = [];
  const total = at(collection, 'total').value;
  let page = at(collection, 'first');
  if (page.value === undefined && total === 0) return [];
  for (;;) {
    if (!isObject(page.value)) {
      faults.add(page, 'a page of this collection lies elsewhere. Save the collection with its pages in one file.');
      return found;
    }
    found.push(...ofPage(page, faults));
    const next = at(page, 'next');
    if (next.value === undefined || next.value === null) return found;
    page = next;
  }
}

function readAnnotation(given: JsonPlace, faults: Faults): { told: ToldAnnotation[]; lost: ToldLoss[] } {
  const none = { told: [], lost: [] };
  const place = isOfHypothesis(given) && typesOf(given).length === 0 ? asWebAnnotation(given) : given;
  if (!isObject(place.value)) {
    faults.add(place, 'an annotation must be an object.');
    return none;
  }
  if (!typesOf(place).includes('Annotation')) {
    faults.add(place, 'its type must be Annotation.');
    return none;
  }
  const targets = each(at(place, 'target'));
  if (targets.length === 0) {
    faults.add(at(place, 'target'), 'an annotation must have a target.');
    return none;
  }
  const { comment, tags } = readBodies(place, faults);
  const base = idFrom(place);
  const told: ToldAnnotation[] = [];
  const lost: ToldLoss[] = [];
  for (const [index, target] of targets.entries()) {
    const read = readTarget(target, faults);
    if ('reason' in read) {
      lost.push({ place: target.pointer, reason: read.reason });
      continue;
    }
    const said = { comment: comment.slice(0, 100_000), tags, ...madeBy(place) };
    const id = index === 0 ? base : AnnotationId.parse(v5(String(index), base));
    told.push({ place: place.pointer, id, ...read, ...said, anchors: readAnchors(place), remarks: read.remarks });
  }
  return { told, lost };
}

function idFrom(place: JsonPlace): AnnotationId {
  const id = idOf(place);
  const [, uuid] = UUID.exec(id ?? '') ?? [];
  const known = AnnotationId.safeParse(uuid?.toLowerCase());
  return known.success ? known.data : AnnotationId.parse(v5(id ?? JSON.stringify(place.value), NAMESPACE));
}

type ReadTarget = Pick<ToldAnnotation, 'source' | 'target' | 'colour' | 'remarks'> | { readonly reason: string };

function readTarget(place: JsonPlace, faults: Faults): ReadTarget {
  if (typeof place.value !== 'string' && !isObject(place.value)) {
    faults.add(place, 'a target must be an object or an address.');
    return { reason: '' };
  }
  const given = at(place, 'source');
  const source = given.value === undefined ? place : given;
  const address = typeof source.value === 'string' ? source.value : idOf(source);
  if (given.value === undefined && at(place, 'selector').value !== undefined) {
    faults.add(given, 'a target with a selector must say of which source.');
    return { reason: '' };
  }
  if (address === undefined) {
    faults.add(source, 'a target must have the address of what it is about.');
    return { reason: '' };
  }
  const selected = { ...readSelectors(each(at(place, 'selector')), faults) };
  const into = { ...selected, others: [...selected.others] };
  const [whole = '', fragment] = address.split('#', 2);
  if (fragment) readFragmentValue(fragment, into);
  const about = readSource(address, whole, source);
  const remarks = into.others.length > 0 ? [`Passed over: ${into.others.join('; ')}.`] : [];
  const rest = { source: about, colour: readColour(place), remarks };

  const region = RegionTerm.safeParse(at(place, 'fonds:region').value);
  if (region.success) return { ...rest, target: { kind: 'region', region: region.data } };
  if (into.rectangle) {
    const pageIndex = into.pageIndex ?? 0;
    return { ...rest, target: { kind: 'region', region: { sha256: null, pageIndex, ...into.rectangle } } };
  }
  const target = textTarget(place, into.quote, into.position);
  if (target) return { ...rest, target };
  const others = into.others.length > 0 ? ` It is found by ${into.others.join('; ')}, which Fonds cannot follow.` : '';
  return { reason: `It names no words and no rectangle of a page.${others}` };
}

function textTarget(
  place: JsonPlace,
  quote: Quote | null,
  position: { start: number; end: number } | null,
): ToldTarget | null {
  const named = { versionId: at(place, 'fonds:versionId').value, textSha256: at(place, 'fonds:textSha256').value };
  const own = PositionTerm.safeParse({ ...named, ...position });
  const positions = own.success
    ? [own.data]
    : position
      ? [{ versionId: null, textSha256: Sha256.safeParse(named.textSha256).data ?? null, ...position }]
      : [];
  const isTold = quote !== null && quote.exact.trim() !== '';
  return isTold || positions.length > 0 ? { kind: 'text', positions, quote: isTold ? quote : null } : null;
}

const HASHED = /^(?:urn:sha256:|hash:\/\/sha256\/)([0-9a-f]{64})$/i;

function readSource(address: string, whole: string, source: JsonPlace): ToldSource {
  const [, uuid] = UUID.exec(whole) ?? [];
  const [, hash] = HASHED.exec(whole) ?? [];
  const originals = each(at(source, 'fonds:originals')).flatMap(({ value }) => Sha256.safeParse(value).data ?? []);
  const url = words(at(source, 'fonds:url'));
  return {
    ids: uuid === undefined ? [] : [uuid.toLowerCase()],
    originals: [...originals, ...(hash === undefined ? [] : [hash.toLowerCase()])],
    urls: [...new Set([url, address, whole].filter((one) => one !== undefined && /^\w+:\/\//.test(one)))] as string[],
    texts: [],
    title: words(at(source, 'label')) ?? words(at(source, 'title')) ?? whole,
  };
}

function readColour(target: JsonPlace): number | null {
  const [, number] = /(?:^|\s)fonds-mark-(\d)(?:\s|$)/.exec(words(at(target, 'styleClass')) ?? '') ?? [];
  return Colour.safeParse(Number(number)).data ?? null;
}

function madeBy(place: JsonPlace): Pick<ToldAnnotation, 'who' | 'createdAt' | 'changedAt'> {
  const [creator] = each(at(place, 'creator'));
  const names =
    creator && isObject(creator.value)
      ? ['name', 'nickname', 'nick', 'email'].map((key) => words(at(creator, key)))
      : [];
  const who = creator && (names.find((name) => name !== undefined && name !== '') ?? words(creator) ?? idOf(creator));
  return { who: who ?? null, createdAt: timeAt(at(place, 'created')), changedAt: timeAt(at(place, 'modified')) };
}

/** @returns null for what is no time; the annotation then has that of the import. */
export function timeAt(place: JsonPlace): string | null {
  const said = words(place);
  const ms = said !== undefined && /^\d{4}-\d\d-\d\dT/.test(said) ? Date.parse(said) : Number.NaN;
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}

const readAnchors = (place: JsonPlace): ToldAnchor[] =>
  z.array(AnchorTerm).max(10_000).safeParse(at(place, 'fonds:anchors').value).data ?? [];

const TagTerm = z.object({
  path: z.string().min(1).max(2_000),
  colour: Colour.nullable(),
  description: z.string().max(20_000),
});

const readTags = (document: JsonPlace): ToldTag[] =>
  z.array(TagTerm).max(100_000).safeParse(at(document, 'fonds:tags').value).data ?? [];
