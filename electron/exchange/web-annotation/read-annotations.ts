/**
 * Reads annotations of the W3C model as Fonds and other programs write them. What breaks the model, and what the model
 * allows but Fonds cannot follow, is a loss that is told; a file of which nothing is left is refused. Loads nothing.
 * Source: Web Annotation Data Model, W3C Recommendation, 23 February 2017.
 */
import { v5 } from 'uuid';
import { AnnotationId, FondsError, type QuoteSelector } from '../../contract/index.js';
import { cutJson, LISTS } from '../../export/exchange/cut-json.js';
import {
  readAnchors,
  readColour,
  readOriginals,
  readPosition,
  readRegion,
  readTags,
} from '../../export/exchange/read-fonds-terms.js';
import { firstWords } from '../annotation-label.js';
import {
  type ExchangeAnnotation,
  type ExchangeFile,
  type ExchangeLoss,
  type ExchangePosition,
  type ExchangeSource,
  type ExchangeTarget,
  fittingComment,
  type OpenExchangeFile,
  sourceKey,
} from '../exchange-model.js';
import { asWebAnnotation, isOfHypothesis } from './hypothesis.js';
import {
  createFaults,
  type Faults,
  idOf,
  isObject,
  itemsOf,
  type JsonNode,
  memberOf,
  opened,
  refusal,
  stringOf,
  typesOf,
} from './json-node.js';
import { readBodies } from './read-bodies.js';
import { readFragmentValue, readSelectors } from './read-selectors.js';

const UUID = /^(?:urn:uuid:|#)?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/i;
/** Of ids that are made from what an annotation says, so that the same file taken in again brings nothing new. */
const NAMESPACE = '6f6e6473-0000-5000-8000-617263686976';

/** Told of one annotation. */
const MOST_FAULTS = 3;

const refused = (message: string) => new FondsError('EXCHANGE_INVALID', message);

/** Which of the annotations that one member of the file tells of. */
interface Ref {
  readonly member: JsonNode;
  readonly index: number;
}

/**
 * One annotation that breaks the model, or says something that Fonds cannot follow, never takes the others down: it is a
 * loss with the reason. All of the file is read, but annotations are told one by one when they are asked for.
 * @param bytes UTF-8. @throws FondsError EXCHANGE_INVALID with the places when nothing is left.
 */
export function openWebAnnotations(bytes: Buffer): OpenExchangeFile {
  const document: JsonNode = { value: asJson(() => cutJson(bytes)), pointer: '' };
  const bySource = new Map<string, Ref[]>();
  const losses: ExchangeLoss[] = [];
  const holders = createFaults();
  const broken: string[] = [];
  for (const { member, place } of annotationsIn(document, holders)) {
    const faults = createFaults();
    const { told, lost } = readAnnotation(place, faults);
    if (faults.found.length > 0) {
      for (const fault of faults.found) broken.push(fault);
      const reason = `It breaks the model and was passed over. ${faults.found.slice(0, MOST_FAULTS).join(' ')}`;
      losses.push({ kind: 'annotation', location: calledIn(place, place.pointer), reason, count: 1 });
      continue;
    }
    for (const [index, { source }] of told.entries()) {
      const key = sourceKey(source);
      const refs = bySource.get(key);
      if (refs) refs.push({ member, index });
      else bySource.set(key, [{ member, index }]);
    }
    for (const { pointer, reason } of lost) {
      losses.push({ kind: 'annotation', location: calledIn(place, pointer), reason, count: 1 });
    }
  }
  for (const fault of holders.found) {
    losses.push({ kind: 'annotation', location: 'Annotations elsewhere', reason: fault, count: 1 });
  }
  const wrong = [...holders.found, ...broken];
  if (bySource.size === 0 && wrong.length > 0) throw refusal(wrong);
  const { tags, losses: lost } = readTags(document);
  for (const one of lost) losses.push(one);
  return { tags, annotations: { [Symbol.iterator]: () => toldOf(bySource.values()) }, taggings: [], losses };
}

/** As `openWebAnnotations`, with all annotations at once. */
export function readWebAnnotations(text: string): ExchangeFile {
  const { annotations, ...file } = openWebAnnotations(Buffer.from(text));
  return { ...file, annotations: [...annotations] };
}

/** Source by source. What one member tells is kept while the next ones are of the same. */
function* toldOf(sources: Iterable<readonly Ref[]>): Generator<ExchangeAnnotation> {
  let last: { readonly member: JsonNode | null; readonly told: readonly ExchangeAnnotation[] } = {
    member: null,
    told: [],
  };
  for (const refs of sources) {
    for (const { member, index } of refs) {
      if (last.member !== member) last = { member, told: readAnnotation(opened(member), createFaults()).told };
      yield last.told[index] as ExchangeAnnotation;
    }
  }
}

/** By what a person finds it: its words and where it is in the file. @param pointer of what is told of. */
function calledIn(place: JsonNode, pointer: string): string {
  const targets = itemsOf(memberOf(place, 'target'));
  const selectors = targets.flatMap((target) => itemsOf(memberOf(target, 'selector')));
  const bodies = [
    memberOf(place, 'bodyValue'),
    ...itemsOf(memberOf(place, 'body')).flatMap((body) => [memberOf(body, 'value'), body]),
  ];
  const said = [...selectors.map((selector) => memberOf(selector, 'exact')), ...bodies, memberOf(place, 'text')];
  const first = said.map((one) => firstWords(stringOf(one) ?? '')).find((one) => one !== '');
  const where = pointer || 'the annotation';
  return first === undefined ? where : `“${first}” (${where})`;
}

function asJson<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const reason = error.message.slice(0, 200);
    throw refused(
      `This is not JSON (${reason}). Nothing was taken in. Fetch the file again; it may have been cut short.`,
    );
  }
}

/** An annotation, and the member of the file that it is. */
interface Held {
  readonly member: JsonNode;
  readonly place: JsonNode;
}
const held = (member: JsonNode): Held => ({ member, place: asJson(() => opened(member)) });

const isHolder = (types: readonly string[]): boolean =>
  types.includes('AnnotationCollection') || types.includes('AnnotationPage');

function* annotationsIn(document: JsonNode, faults: Faults): Generator<Held> {
  if (Array.isArray(document.value)) {
    for (const member of itemsOf(document)) {
      const one = held(member);
      yield* isHolder(typesOf(one.place)) ? heldIn(one.place, faults) : [one];
    }
    return;
  }
  const types = typesOf(document);
  if (isHolder(types)) {
    yield* heldIn(document, faults);
    return;
  }
  if (types.includes('Annotation') || isOfHypothesis(document)) {
    yield held(document);
    return;
  }
  for (const key of LISTS) {
    const list = memberOf(document, key);
    if (!Array.isArray(list.value)) continue;
    yield* annotationsIn(list, faults);
    return;
  }
  throw refused(
    'There are no annotations in this file: it is JSON, but neither an Annotation nor a page or collection of them. Nothing was taken in.',
  );
}

function* heldIn(holder: JsonNode, faults: Faults): Generator<Held> {
  if (typesOf(holder).includes('AnnotationPage')) {
    yield* ofPage(holder, faults);
    return;
  }
  const items = memberOf(holder, 'items');
  if (items.value !== undefined) {
    for (const member of itemsOf(items)) yield held(member);
    return;
  }
  const total = memberOf(holder, 'total').value;
  let page = memberOf(holder, 'first');
  if (page.value === undefined && total === 0) return;
  // Pages that lie elsewhere are not fetched.
  while (isObject(page.value)) {
    yield* ofPage(page, faults);
    page = memberOf(page, 'next');
    if (page.value === undefined || page.value === null) return;
  }
  faults.add(page, 'a page of this collection lies elsewhere. Save the collection with its pages in one file.');
}

function* ofPage(page: JsonNode, faults: Faults): Generator<Held> {
  const items = memberOf(page, 'items');
  const list = itemsOf(items);
  if (items.value === undefined || (list[0] && list.length === 1 && !isObject(held(list[0]).place.value))) {
    faults.add(items, 'an AnnotationPage must have its annotations in “items”.');
    return;
  }
  for (const member of list) yield held(member);
}

interface UnreadAnnotation {
  readonly pointer: string;
  readonly reason: string;
}

/** @returns what can be taken in, and the reasons why other targets cannot. */
function readAnnotation(given: JsonNode, faults: Faults): { told: ExchangeAnnotation[]; lost: UnreadAnnotation[] } {
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
  const targets = itemsOf(memberOf(place, 'target'));
  if (targets.length === 0) {
    faults.add(memberOf(place, 'target'), 'an annotation must have a target.');
    return none;
  }
  const { comment, tags, remarks } = readBodies(place, faults);
  const base = idFrom(place);
  const told: ExchangeAnnotation[] = [];
  const lost: UnreadAnnotation[] = [];
  const fitting = fittingComment(comment);
  const { anchors, remarks: unplaced } = readAnchors(place);
  const untimed: string[] = [];
  const made = madeBy(place, untimed);
  const all = [...remarks, ...fitting.remarks, ...unplaced, ...untimed];
  for (const [index, target] of targets.entries()) {
    const read = readTarget(target, faults);
    if ('reason' in read) {
      lost.push({ pointer: target.pointer, reason: read.reason });
      continue;
    }
    const said = { comment: fitting.comment, tags, ...made };
    const id = index === 0 ? base : AnnotationId.parse(v5(String(index), base));
    told.push({ location: place.pointer, id, ...read, ...said, anchors, remarks: [...all, ...read.remarks] });
  }
  return { told, lost };
}

function idFrom(place: JsonNode): AnnotationId {
  const id = idOf(place);
  const [, uuid] = UUID.exec(id ?? '') ?? [];
  const known = AnnotationId.safeParse(uuid?.toLowerCase());
  return known.success ? known.data : AnnotationId.parse(v5(id ?? JSON.stringify(place.value), NAMESPACE));
}

type ParsedTarget = Pick<ExchangeAnnotation, 'source' | 'target' | 'colour' | 'remarks'> | { readonly reason: string };

/** Kinds of targets that are several at once. Source: Web Annotation Data Model, section 3.2.7; Vocabulary, 2.5. */
const SEVERAL: Readonly<Record<string, string>> = {
  Composite: 'all together',
  List: 'one after another',
  Independents: 'each by itself',
  Choice: 'one of them to be chosen',
};

function readTarget(place: JsonNode, faults: Faults): ParsedTarget {
  const several = typesOf(place).find((type) => Object.hasOwn(SEVERAL, type));
  if (several !== undefined) {
    const count = itemsOf(memberOf(place, 'items')).length;
    return {
      reason: `Its target is of the kind “${several}”: ${count === 1 ? 'one thing' : `${count} things`}, ${SEVERAL[several]}. Fonds marks one passage at a time: write each as a target of its own.`,
    };
  }
  if (typeof place.value !== 'string' && !isObject(place.value)) {
    faults.add(place, 'a target must be an object or an address.');
    return { reason: '' };
  }
  const given = memberOf(place, 'source');
  const source = given.value === undefined ? place : given;
  const address = typeof source.value === 'string' ? source.value : idOf(source);
  if (given.value === undefined && memberOf(place, 'selector').value !== undefined) {
    faults.add(given, 'a target with a selector must say of which source.');
    return { reason: '' };
  }
  if (address === undefined) {
    faults.add(source, 'a target must have the address of what it is about.');
    return { reason: '' };
  }
  const selected = { ...readSelectors(itemsOf(memberOf(place, 'selector')), faults) };
  const into = { ...selected, others: [...selected.others] };
  const [whole = '', fragment] = address.split('#', 2);
  if (fragment) readFragmentValue(fragment, into);
  const remarks = into.others.length > 0 ? [`Passed over: ${into.others.join('; ')}.`] : [];
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
  const what = `It is about ${about.title === '' ? 'its source' : `“${about.title}”`}`;
  if (into.others.length === 0 && into.pageIndex === null) {
    return { reason: `${what} as a whole. Only passages and rectangles of pages are taken in.` };
  }
  const others = into.others.length > 0 ? ` It is found by ${into.others.join('; ')}, which Fonds cannot follow.` : '';
  return { reason: `${what}, but names no words and no rectangle of a page.${others}` };
}

function textTarget(quote: QuoteSelector | null, positions: readonly ExchangePosition[]): ExchangeTarget | null {
  const isTold = quote !== null && quote.exact.trim() !== '';
  return isTold || positions.length > 0 ? { kind: 'text', positions, quote: isTold ? quote : null } : null;
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

function madeBy(place: JsonNode, remarks: string[]): Pick<ExchangeAnnotation, 'who' | 'createdAt' | 'changedAt'> {
  const [creator] = itemsOf(memberOf(place, 'creator'));
  const names =
    creator && isObject(creator.value)
      ? ['name', 'nickname', 'nick', 'email'].map((key) => stringOf(memberOf(creator, key)))
      : [];
  const who =
    creator && (names.find((name) => name !== undefined && name !== '') ?? stringOf(creator) ?? idOf(creator));
  const [createdAt, changedAt] = ['created', 'modified'].map((key) => {
    const { value } = memberOf(place, key);
    return timeAt(key, value === null ? undefined : (stringOf(memberOf(place, key)) ?? value), remarks);
  });
  return { who: who ?? null, createdAt: createdAt ?? null, changedAt: changedAt ?? null };
}

/** @param key what the file calls it. @returns null for what is no time; the annotation then has that of the import. */
export function timeAt(key: string, said: unknown, remarks: string[]): string | null {
  if (said === undefined) return null;
  const ms = typeof said === 'string' && /^\d{4}-\d\d-\d\dT/.test(said) ? Date.parse(said) : Number.NaN;
  if (!Number.isNaN(ms)) return new Date(ms).toISOString();
  const shown = typeof said === 'string' ? said : JSON.stringify(said);
  remarks.push(`Its “${key}”, “${shown.slice(0, 40)}”, is no date with a time and was passed over.`);
  return null;
}
