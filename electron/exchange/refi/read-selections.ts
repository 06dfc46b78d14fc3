/**
 * One selection of a REFI-QDA project as an annotation: what it says itself, and what Fonds wrote beside it where that
 * still belongs to the same place.
 */
import { v5 } from 'uuid';
import { AnnotationId, FondsError } from '../../contract/index.js';
import { firstWords } from '../annotation-label.js';
import {
  type ExchangeAnnotation,
  type ExchangeLoss,
  type ExchangeRegion,
  type ExchangeSource,
  type ExchangeTagging,
  type ExchangeTarget,
  fittingComment,
} from '../exchange-model.js';
import { timeAt } from '../web-annotation/read-annotations.js';
import { AnnotationTerm, INSTRUCTION } from './annotation-term.js';
import type { EndMeaning } from './end-positions.js';
import type { ProjectFiles } from './project-files.js';
import { guidOf, type ReadCodes } from './read-codes.js';
import { attribute, child, childrenOf, type XmlElement } from './read-xml.js';

/** Told of one selection. */
const MOST_CODES = 5;
/** Of ids that are made from GUIDs that are none. */
const NAMESPACE = '6f6e6473-0000-5000-8000-726566692d69';

/** A project while it is read. */
export interface ProjectReading {
  /** Name of the file the project is in, for what is said of it. */
  readonly file: string;
  readonly files: ProjectFiles;
  readonly codes: ReadCodes;
  readonly users: ReadonlyMap<string, string>;
  readonly notes: ReadonlyMap<string, string>;
  readonly meaning: EndMeaning;
  readonly annotations: ExchangeAnnotation[];
  readonly losses: ExchangeLoss[];
  readonly taggings: ExchangeTagging[];
}

/** @throws FondsError EXCHANGE_INVALID with the line. */
export function integer(element: XmlElement, key: string, { file }: ProjectReading): number {
  const text = attribute(element, key);
  const value = Number(text);
  if (text !== undefined && text.trim() !== '' && Number.isSafeInteger(value)) return value;
  const said = text === undefined ? 'is missing' : `is “${text.slice(0, 40)}”, which is no whole number`;
  throw new FondsError(
    'EXCHANGE_INVALID',
    `${file}, line ${element.line}: ${key} of a selection ${said}. Nothing was taken in. Write the file anew in the program it comes from.`,
    { line: element.line },
  );
}

export interface RefiSelection {
  /** Its numbers in the file. */
  readonly at: readonly number[];
  /** By what a person finds it: `calledIn`. */
  readonly location: string;
  /** What it says itself, or why that is nothing; what Fonds wrote beside it says more. */
  readonly target: ExchangeTarget | string;
  readonly source: ExchangeSource;
  readonly remarks: readonly string[];
}

/** Its words where the file has them, its place, its source, its codes and its line. */
export function calledIn(selection: XmlElement, where: string, title: string, reading: ProjectReading): string {
  const words = firstWords(attribute(selection, 'name') ?? '');
  const tags = tagsOf(selection, reading).map((path) => `“${path}”`);
  const coded = tags.length === 0 ? '' : `, coded ${tags.slice(0, MOST_CODES).join(', ')}`;
  const place = `${where} of “${title || 'a source without a name'}”${coded}, line ${selection.line}`;
  return words === '' ? `${place.slice(0, 1).toUpperCase()}${place.slice(1)}` : `“${words}” (${place})`;
}

export function addSelection(
  selection: XmlElement,
  { at, location: place, target, source: told, remarks }: RefiSelection,
  reading: ProjectReading,
): void {
  const guid = guidOf(attribute(selection, 'guid'));
  const tags = tagsOf(selection, reading);
  const term = termsIn(selection).find((one) => one.id === guid);
  const isAsWritten = term?.at?.length === at.length && term.at.every((value, index) => value === at[index]);
  if (term && isAsWritten) {
    reading.annotations.push(fromTerm(term, told, selection, reading));
    return;
  }
  if (typeof target === 'string') {
    reading.losses.push({ kind: 'annotation', location: place, reason: target, count: 1 });
    return;
  }
  const known = AnnotationId.safeParse(guid);
  const { comment, remarks: cut } = commentOf(selection, reading);
  reading.annotations.push({
    location: place,
    id: known.success ? known.data : AnnotationId.parse(v5(guid || JSON.stringify([told.ids, at]), NAMESPACE)),
    source: told,
    target,
    anchors: [],
    colour: term?.colour ?? colourOf(selection, reading),
    comment,
    tags,
    who: reading.users.get(guidOf(attribute(selection, 'creatingUser') ?? codingUser(selection))) || null,
    createdAt: time(attribute(selection, 'creationDateTime')),
    changedAt: time(attribute(selection, 'modifiedDateTime')),
    remarks: [...remarks, ...cut],
  });
}

export function fromTerm(
  term: AnnotationTerm,
  told: ExchangeSource,
  element: XmlElement,
  reading: ProjectReading,
): ExchangeAnnotation {
  const { words, region, anchors, colour, who, createdAt, changedAt } = term;
  const target: ExchangeTarget = words
    ? { kind: 'text', positions: [{ ...words }], quote: words.quote }
    : { kind: 'region', region: region as ExchangeRegion };
  return {
    location: `line ${element.line}`,
    id: AnnotationId.parse(term.id),
    source: { ...told, ids: [term.sourceId, ...told.ids] },
    target,
    anchors,
    colour,
    comment: term.comment ?? child(element, 'description')?.text ?? '',
    tags: term.tags ?? tagsOf(element, reading),
    who,
    createdAt,
    changedAt,
    remarks: [],
  };
}

export function termsIn({ instructions }: XmlElement): AnnotationTerm[] {
  return instructions.flatMap(({ target, body }) => {
    if (target !== INSTRUCTION) return [];
    try {
      const term = AnnotationTerm.safeParse(JSON.parse(body));
      // One without a place tells nothing.
      return term.success && (term.data.words ?? term.data.region) ? [term.data] : [];
    } catch {
      return [];
    }
  });
}

/** Paths of the codes of a selection or a source, each once. @throws FondsError EXCHANGE_INVALID for one that is not there. */
export function tagsOf(element: XmlElement, { codes, file }: ProjectReading): string[] {
  const references = childrenOf(element, 'coding').flatMap((coding) => childrenOf(coding, 'coderef'));
  const paths = references.map((reference) => {
    const path = codes.path(guidOf(attribute(reference, 'targetGUID')));
    if (path !== undefined) return path;
    throw new FondsError(
      'EXCHANGE_INVALID',
      `${file}, line ${reference.line}: it refers to a code that is not in the codebook. Nothing was taken in. Write the file anew in the program it comes from.`,
      { line: reference.line },
    );
  });
  return [...new Set(paths)];
}

/** That of its first code: other programs colour a passage as its code. */
function colourOf(selection: XmlElement, { codes }: ProjectReading): number | null {
  const [first] = childrenOf(selection, 'coding').flatMap((coding) => childrenOf(coding, 'coderef'));
  return (first && codes.tagPath(guidOf(attribute(first, 'targetGUID')))?.colour) ?? null;
}

/** GUIDs of the notes that belong to a selection or to one of its codings. */
export const referred = (selection: XmlElement): string[] =>
  [selection, ...childrenOf(selection, 'coding')]
    .flatMap((one) => childrenOf(one, 'noteref'))
    .map((one) => guidOf(attribute(one, 'targetGUID')));

function commentOf(selection: XmlElement, { notes }: ProjectReading) {
  const memos = referred(selection).map((guid) => notes.get(guid) ?? '');
  const said = child(selection, 'description')?.text ?? '';
  return fittingComment([...new Set([said, ...memos])].filter((text) => text.trim() !== '').join('\n\n'));
}

const codingUser = (selection: XmlElement): string | undefined =>
  childrenOf(selection, 'coding')
    .map((coding) => attribute(coding, 'creatingUser'))
    .find((user) => user !== undefined);

const time = (text: string | undefined): string | null => timeAt({ value: text, pointer: '' });
