/**
 * Reads annotations of the W3C model as Fonds and other programs write them. What breaks the model, and what the model
 * allows but Fonds cannot follow, is a reported loss; a file of which nothing is left is refused. Loads nothing.
 * Source: Web Annotation Data Model, W3C Recommendation, 23 February 2017.
 */
import { v5 } from 'uuid';
import { z } from 'zod';
import { AnnotationId, Colour, FondsError, foldedKey, pathNames } from '../../contract/index.js';
import { firstWords } from '../annotation-label.js';
import {
  type ExchangeAnchor,
  type ExchangeAnnotation,
  type ExchangeFile,
  type ExchangeLoss,
  type ExchangeTag,
  fittingComment,
} from '../exchange-model.js';
import { AnchorTerm } from '../fonds-terms.js';
import { asWebAnnotation, isOfHypothesis } from './hypothesis.js';
import {
  createFaults,
  type Faults,
  idOf,
  isObject,
  itemsOf,
  type JsonNode,
  memberOf,
  refusal,
  stringOf,
  typesOf,
} from './json-node.js';
import { readBodies } from './read-bodies.js';
import { readTarget, UUID } from './read-target.js';

/** Of ids that are made from what an annotation says, so that the same file imported again brings nothing new. */
const NAMESPACE = '6f6e6473-0000-5000-8000-617263686976';

/** Listed of one annotation. */
const MAX_FAULTS = 3;

const refused = (message: string) => new FondsError('EXCHANGE_INVALID', message);

/**
 * One annotation that breaks the model, or says something that Fonds cannot follow, never takes the others down: it is a
 * loss with the reason. @throws FondsError EXCHANGE_INVALID with the places when nothing is left.
 */
export function readWebAnnotations(text: string): ExchangeFile {
  const document: JsonNode = { value: parsed(text), pointer: '' };
  const annotations: ExchangeAnnotation[] = [];
  const losses: ExchangeLoss[] = [];
  const holders = createFaults();
  const broken: string[] = [];
  for (const node of annotationsIn(document, holders)) {
    const faults = createFaults();
    const { parsedAnnotations, lost } = readAnnotation(node, faults);
    if (faults.found.length > 0) {
      for (const fault of faults.found) broken.push(fault);
      const reason = `It breaks the model and was passed over. ${faults.found.slice(0, MAX_FAULTS).join(' ')}`;
      losses.push({ kind: 'annotation', location: calledIn(node, node.pointer), reason, count: 1 });
      continue;
    }
    for (const one of parsedAnnotations) annotations.push(one);
    for (const { pointer, reason } of lost) {
      losses.push({ kind: 'annotation', location: calledIn(node, pointer), reason, count: 1 });
    }
  }
  for (const fault of holders.found) {
    losses.push({ kind: 'annotation', location: 'Annotations elsewhere', reason: fault, count: 1 });
  }
  const wrong = [...holders.found, ...broken];
  if (annotations.length === 0 && wrong.length > 0) throw refusal(wrong);
  return { tags: readTags(document), annotations, taggings: [], losses };
}

/** By what a person finds it: its words and where it is in the file. @param pointer of what is reported. */
function calledIn(node: JsonNode, pointer: string): string {
  const targets = itemsOf(memberOf(node, 'target'));
  const selectors = targets.flatMap((target) => itemsOf(memberOf(target, 'selector')));
  const bodies = [
    memberOf(node, 'bodyValue'),
    ...itemsOf(memberOf(node, 'body')).flatMap((body) => [memberOf(body, 'value'), body]),
  ];
  const candidates = [...selectors.map((selector) => memberOf(selector, 'exact')), ...bodies, memberOf(node, 'text')];
  const first = candidates.map((one) => firstWords(stringOf(one) ?? '')).find((one) => one !== '');
  const where = pointer || 'the annotation';
  return first === undefined ? where : `“${first}” (${where})`;
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

const isHolder = (types: readonly string[]): boolean =>
  types.includes('AnnotationCollection') || types.includes('AnnotationPage');

function* annotationsIn(document: JsonNode, faults: Faults): Generator<JsonNode> {
  if (Array.isArray(document.value)) {
    for (const one of itemsOf(document)) yield* isHolder(typesOf(one)) ? heldIn(one, faults) : [one];
    return;
  }
  const types = typesOf(document);
  if (isHolder(types)) {
    yield* heldIn(document, faults);
    return;
  }
  if (types.includes('Annotation') || isOfHypothesis(document)) {
    yield document;
    return;
  }
  for (const key of ['@graph', 'rows', 'annotations', 'items']) {
    const list = memberOf(document, key);
    if (!Array.isArray(list.value)) continue;
    yield* annotationsIn(list, faults);
    return;
  }
  throw refused(
    'There are no annotations in this file: it is JSON, but neither an Annotation nor a page or collection of them. Nothing was taken in.',
  );
}

function* heldIn(holder: JsonNode, faults: Faults): Generator<JsonNode> {
  if (typesOf(holder).includes('AnnotationPage')) {
    yield* ofPage(holder, faults);
    return;
  }
  const items = memberOf(holder, 'items');
  if (items.value !== undefined) {
    yield* itemsOf(items);
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

function* ofPage(page: JsonNode, faults: Faults): Generator<JsonNode> {
  const items = memberOf(page, 'items');
  const list = itemsOf(items);
  if (items.value === undefined || (list.length === 1 && !isObject(list[0]?.value))) {
    faults.add(items, 'an AnnotationPage must have its annotations in “items”.');
    return;
  }
  yield* list;
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
  const node = isOfHypothesis(given) && typesOf(given).length === 0 ? asWebAnnotation(given) : given;
  if (!isObject(node.value)) {
    faults.add(node, 'an annotation must be an object.');
    return none;
  }
  if (!typesOf(node).includes('Annotation')) {
    faults.add(node, 'its type must be Annotation.');
    return none;
  }
  const targets = itemsOf(memberOf(node, 'target'));
  if (targets.length === 0) {
    faults.add(memberOf(node, 'target'), 'an annotation must have a target.');
    return none;
  }
  const { comment, tags, remarks } = readBodies(node, faults);
  const base = idFrom(node);
  const parsedAnnotations: ExchangeAnnotation[] = [];
  const lost: UnreadAnnotation[] = [];
  const fitting = fittingComment(comment);
  for (const [index, target] of targets.entries()) {
    const read = readTarget(target, faults);
    if ('reason' in read) {
      lost.push({ pointer: target.pointer, reason: read.reason });
      continue;
    }
    const content = { comment: fitting.comment, tags, ...madeBy(node) };
    const id = index === 0 ? base : AnnotationId.parse(v5(String(index), base));
    const remarked = { anchors: readAnchors(node), remarks: [...remarks, ...fitting.remarks, ...read.remarks] };
    parsedAnnotations.push({ location: node.pointer, id, ...read, ...content, ...remarked });
  }
  return { parsedAnnotations, lost };
}

function idFrom(node: JsonNode): AnnotationId {
  const id = idOf(node);
  const [, uuid] = UUID.exec(id ?? '') ?? [];
  const known = AnnotationId.safeParse(uuid?.toLowerCase());
  return known.success ? known.data : AnnotationId.parse(v5(id ?? JSON.stringify(node.value), NAMESPACE));
}

function madeBy(node: JsonNode): Pick<ExchangeAnnotation, 'who' | 'createdAt' | 'changedAt'> {
  const [creator] = itemsOf(memberOf(node, 'creator'));
  const names =
    creator && isObject(creator.value)
      ? ['name', 'nickname', 'nick', 'email'].map((key) => stringOf(memberOf(creator, key)))
      : [];
  const who =
    creator && (names.find((name) => name !== undefined && name !== '') ?? stringOf(creator) ?? idOf(creator));
  return {
    who: who ?? null,
    createdAt: timeAt(memberOf(node, 'created')),
    changedAt: timeAt(memberOf(node, 'modified')),
  };
}

/** @returns null for what is no time; the annotation then has that of the import. */
export function timeAt(node: JsonNode): string | null {
  const value = stringOf(node);
  const ms = value !== undefined && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}

const readAnchors = (node: JsonNode): ExchangeAnchor[] =>
  z.array(AnchorTerm).max(10_000).safeParse(memberOf(node, 'fonds:anchors').value).data ?? [];

const TagTerm = z.object({
  path: z.string().min(1).max(2_000),
  colour: Colour.nullable(),
  description: z.string().max(20_000),
});

/** Tags by path as tags below each other: what lies above one may be missing. */
function readTags(document: JsonNode): ExchangeTag[] {
  const terms = z.array(TagTerm).safeParse(memberOf(document, 'fonds:tags').value).data ?? [];
  const tags: ExchangeTag[] = [];
  const indexOf = new Map<string, number>();
  for (const { path, colour, description } of terms) {
    let above: number | null = null;
    let key = '';
    const names = pathNames(path);
    for (const [depth, name] of names.entries()) {
      key += `/${foldedKey(name)}`;
      const isLeaf = depth === names.length - 1;
      const existing = indexOf.get(key);
      const content = isLeaf ? { colour, description } : { colour: null, description: '' };
      if (existing === undefined) tags.push({ name, parentIndex: above, kind: 'code', ...content });
      else if (isLeaf) tags[existing] = { ...(tags[existing] as ExchangeTag), ...content };
      above = existing ?? tags.length - 1;
      indexOf.set(key, above);
    }
  }
  return tags;
}
