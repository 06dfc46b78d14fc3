/**
 * Reads annotations of the W3C model as Fonds and other programs write them. What breaks the model, and what the model
 * allows but Fonds cannot follow, is a reported loss; a file of which nothing is left is refused. Loads nothing.
 * Source: Web Annotation Data Model, W3C Recommendation, 23 February 2017.
 */
import { v5 } from 'uuid';
import { AnnotationId, FondsError } from '../../contract/index.js';
import { t } from '../../wording/index.js';
import { firstWords } from '../annotation-label.js';
import {
  type ExchangeAnnotation,
  type ExchangeFile,
  type ExchangeLoss,
  fittingComment,
  type OpenExchangeFile,
  sourceKey,
} from '../exchange-model.js';
import { cutJson, LISTS } from './cut-json.js';
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
import { readAnchors, readTags } from './read-fonds-terms.js';
import { readTarget, UUID } from './read-target.js';

/** Of ids that are made from what an annotation says, so that the same file imported again brings nothing new. */
const NAMESPACE = '6f6e6473-0000-5000-8000-617263686976';

/** Listed of one annotation. */
const MAX_FAULTS = 3;

const refused = (message: string) => new FondsError('EXCHANGE_INVALID', message);

/** Which of the annotations that one member of the file tells of. */
interface Ref {
  readonly member: JsonNode;
  readonly index: number;
}

/**
 * One annotation that breaks the model, or says something that Fonds cannot follow, never takes the others down: it is a
 * loss with the reason. All of the file is read, but annotations are yielded one by one on demand.
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
    const { parsedAnnotations, lost } = readAnnotation(place, faults);
    if (faults.found.length > 0) {
      for (const fault of faults.found) broken.push(fault);
      const reason = t('It breaks the model and was passed over. {found}', {
        found: faults.found.slice(0, MAX_FAULTS).join(' '),
      });
      losses.push({ kind: 'annotation', location: calledIn(place, place.pointer), reason, count: 1 });
      continue;
    }
    for (const [index, { source }] of parsedAnnotations.entries()) {
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
    losses.push({ kind: 'annotation', location: t('Annotations elsewhere'), reason: fault, count: 1 });
  }
  const wrong = [...holders.found, ...broken];
  if (bySource.size === 0 && wrong.length > 0) throw refusal(wrong);
  const { tags, losses: lost } = readTags(document);
  for (const one of lost) losses.push(one);
  return { tags, annotations: { [Symbol.iterator]: () => parsedFrom(bySource.values()) }, taggings: [], losses };
}

/** As `openWebAnnotations`, with all annotations at once. */
export function readWebAnnotations(text: string): ExchangeFile {
  const { annotations, ...file } = openWebAnnotations(Buffer.from(text));
  return { ...file, annotations: [...annotations] };
}

/** Source by source. The annotations of one member are kept while the next ones are of the same. */
function* parsedFrom(sources: Iterable<readonly Ref[]>): Generator<ExchangeAnnotation> {
  let last: { readonly member: JsonNode | null; readonly annotations: readonly ExchangeAnnotation[] } = {
    member: null,
    annotations: [],
  };
  for (const refs of sources) {
    for (const { member, index } of refs) {
      if (last.member !== member)
        last = { member, annotations: readAnnotation(opened(member), createFaults()).parsedAnnotations };
      yield last.annotations[index] as ExchangeAnnotation;
    }
  }
}

/** By what a person finds it: its words and where it is in the file. @param pointer of what is reported. */
function calledIn(place: JsonNode, pointer: string): string {
  const targets = itemsOf(memberOf(place, 'target'));
  const selectors = targets.flatMap((target) => itemsOf(memberOf(target, 'selector')));
  const bodies = [
    memberOf(place, 'bodyValue'),
    ...itemsOf(memberOf(place, 'body')).flatMap((body) => [memberOf(body, 'value'), body]),
  ];
  const said = [...selectors.map((selector) => memberOf(selector, 'exact')), ...bodies, memberOf(place, 'text')];
  const first = said.map((one) => firstWords(stringOf(one) ?? '')).find((one) => one !== '');
  const where = pointer || t('the annotation');
  return first === undefined ? where : `“${first}” (${where})`;
}

function asJson<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const reason = error.message.slice(0, 200);
    throw refused(
      t('This is not JSON ({reason}). Nothing was taken in. Fetch the file again; it may have been cut short.', {
        reason,
      }),
    );
  }
}

/** An annotation, and the member of the file that it is. */
interface ReadMember {
  readonly member: JsonNode;
  readonly place: JsonNode;
}
const readMember = (member: JsonNode): ReadMember => ({ member, place: asJson(() => opened(member)) });

const isHolder = (types: readonly string[]): boolean =>
  types.includes('AnnotationCollection') || types.includes('AnnotationPage');

function* annotationsIn(document: JsonNode, faults: Faults): Generator<ReadMember> {
  if (Array.isArray(document.value)) {
    for (const member of itemsOf(document)) {
      const one = readMember(member);
      yield* isHolder(typesOf(one.place)) ? membersIn(one.place, faults) : [one];
    }
    return;
  }
  const types = typesOf(document);
  if (isHolder(types)) {
    yield* membersIn(document, faults);
    return;
  }
  if (types.includes('Annotation') || isOfHypothesis(document)) {
    yield readMember(document);
    return;
  }
  for (const key of LISTS) {
    const list = memberOf(document, key);
    if (!Array.isArray(list.value)) continue;
    yield* annotationsIn(list, faults);
    return;
  }
  throw refused(
    t(
      'There are no annotations in this file: it is JSON, but neither an Annotation nor a page or collection of them. Nothing was taken in.',
    ),
  );
}

function* membersIn(holder: JsonNode, faults: Faults): Generator<ReadMember> {
  if (typesOf(holder).includes('AnnotationPage')) {
    yield* ofPage(holder, faults);
    return;
  }
  const items = memberOf(holder, 'items');
  if (items.value !== undefined) {
    for (const member of itemsOf(items)) yield readMember(member);
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
  faults.add(page, t('a page of this collection lies elsewhere. Save the collection with its pages in one file.'));
}

function* ofPage(page: JsonNode, faults: Faults): Generator<ReadMember> {
  const items = memberOf(page, 'items');
  const list = itemsOf(items);
  if (items.value === undefined || (list[0] && list.length === 1 && !isObject(readMember(list[0]).place.value))) {
    faults.add(items, t('an AnnotationPage must have its annotations in “items”.'));
    return;
  }
  for (const member of list) yield readMember(member);
}

interface UnreadAnnotation {
  readonly pointer: string;
  readonly reason: string;
}

/** @returns what can be imported, and the reasons why other targets cannot. */
function readAnnotation(
  given: JsonNode,
  faults: Faults,
): { parsedAnnotations: ExchangeAnnotation[]; lost: UnreadAnnotation[] } {
  const none = { parsedAnnotations: [], lost: [] };
  const place = isOfHypothesis(given) && typesOf(given).length === 0 ? asWebAnnotation(given) : given;
  if (!isObject(place.value)) {
    faults.add(place, t('an annotation must be an object.'));
    return none;
  }
  if (!typesOf(place).includes('Annotation')) {
    faults.add(place, t('its type must be Annotation.'));
    return none;
  }
  const targets = itemsOf(memberOf(place, 'target'));
  if (targets.length === 0) {
    faults.add(memberOf(place, 'target'), t('an annotation must have a target.'));
    return none;
  }
  const { comment, tags, remarks } = readBodies(place, faults);
  const base = idFrom(place);
  const parsedAnnotations: ExchangeAnnotation[] = [];
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
    parsedAnnotations.push({
      location: place.pointer,
      id,
      ...read,
      ...said,
      anchors,
      remarks: [...all, ...read.remarks],
    });
  }
  return { parsedAnnotations, lost };
}

function idFrom(place: JsonNode): AnnotationId {
  const id = idOf(place);
  const [, uuid] = UUID.exec(id ?? '') ?? [];
  const known = AnnotationId.safeParse(uuid?.toLowerCase());
  return known.success ? known.data : AnnotationId.parse(v5(id ?? JSON.stringify(place.value), NAMESPACE));
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
  remarks.push(
    t('Its “{key}”, “{shown}”, is no date with a time and was passed over.', { key, shown: shown.slice(0, 40) }),
  );
  return null;
}
