/**
 * One selection of a REFI-QDA project as an annotation: what it says itself, and what Fonds wrote beside it where that
 * still belongs to the same place.
 */
import { v5 } from 'uuid';
import { AnnotationId, FondsError } from '../../contract/index.js';
import { t } from '../../wording/index.js';
import { firstFault, firstWords } from '../annotation-label.js';
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
const MAX_CODES = 5;
/** Of ids that are made from GUIDs that are none. */
const NAMESPACE = '6f6e6473-0000-5000-8000-726566692d69';

/** The text of a note, or the name of one whose text the file does not hold. */
export type ReadNote = { readonly text: string } | { readonly missing: string };

/** A project while it is read. */
export interface ProjectReading {
  /** Name of the file the project is in, for what is said of it. */
  readonly file: string;
  readonly files: ProjectFiles;
  readonly codes: ReadCodes;
  readonly users: ReadonlyMap<string, string>;
  readonly notes: ReadonlyMap<string, ReadNote>;
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
  const said =
    text === undefined ? t('is missing') : t('is “{text}”, which is no whole number', { text: text.slice(0, 40) });
  throw new FondsError(
    'EXCHANGE_INVALID',
    t(
      '{file}, line {line}: {key} of a selection {said}. Nothing was taken in. Write the file anew in the program it comes from.',
      { file, line: element.line, key, said },
    ),
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
  const coded = tags.length === 0 ? '' : t(', coded {tags}', { tags: tags.slice(0, MAX_CODES).join(', ') });
  const place = t('{where} of “{title}”{coded}, line {line}', {
    where,
    title: title || t('a source without a name'),
    coded,
    line: selection.line,
  });
  return words === '' ? `${place.slice(0, 1).toUpperCase()}${place.slice(1)}` : `“${words}” (${place})`;
}

export function addSelection(
  selection: XmlElement,
  { at, location: place, target, source: fileSource, remarks }: RefiSelection,
  reading: ProjectReading,
): void {
  const guid = guidOf(attribute(selection, 'guid'));
  const tags = tagsOf(selection, reading);
  const { terms, faults } = termsIn(selection);
  const term = terms.find((one) => one.id === guid);
  const isAsWritten = term?.at?.length === at.length && term.at.every((value, index) => value === at[index]);
  if (term && isAsWritten) {
    reading.annotations.push(fromTerm(term, fileSource, selection, reading));
    return;
  }
  const unread = faults.map((fault) =>
    t('What Fonds wrote beside it cannot be read and was passed over: {fault}', { fault }),
  );
  if (typeof target === 'string') {
    reading.losses.push({ kind: 'annotation', location: place, reason: [target, ...unread].join(' '), count: 1 });
    return;
  }
  const known = AnnotationId.safeParse(guid);
  const { comment, remarks: cut } = commentOf(selection, reading);
  const untimed: string[] = [];
  const time = (key: string) => timeAt(key, attribute(selection, key), untimed);
  reading.annotations.push({
    location: place,
    id: known.success ? known.data : AnnotationId.parse(v5(guid || JSON.stringify([fileSource.ids, at]), NAMESPACE)),
    source: fileSource,
    target,
    anchors: [],
    colour: term?.colour ?? colourOf(selection, reading),
    comment,
    tags,
    who: reading.users.get(guidOf(attribute(selection, 'creatingUser') ?? codingUser(selection))) || null,
    createdAt: time('creationDateTime'),
    changedAt: time('modifiedDateTime'),
    remarks: [...remarks, ...cut, ...untimed, ...unread],
  });
}

export function fromTerm(
  term: AnnotationTerm,
  fileSource: ExchangeSource,
  element: XmlElement,
  reading: ProjectReading,
): ExchangeAnnotation {
  const { words, region, anchors, colour, who, createdAt, changedAt } = term;
  const target: ExchangeTarget = words
    ? { kind: 'text', positions: [{ ...words }], quote: words.quote }
    : { kind: 'region', region: region as ExchangeRegion };
  return {
    location: t('line {line}', { line: element.line }),
    id: AnnotationId.parse(term.id),
    source: { ...fileSource, ids: [term.sourceId, ...fileSource.ids] },
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

/** What Fonds wrote right inside of an element; of what cannot be read the reasons. */
export function termsIn({ instructions }: XmlElement): { terms: AnnotationTerm[]; faults: string[] } {
  const terms: AnnotationTerm[] = [];
  const faults: string[] = [];
  for (const { target, body } of instructions) {
    if (target !== INSTRUCTION) continue;
    const value = parsed(body);
    const term = AnnotationTerm.safeParse(value);
    if (!term.success) faults.push(value === undefined ? t('it is not JSON.') : firstFault(term.error));
    else if (term.data.words ?? term.data.region) terms.push(term.data);
    else faults.push(t('it names neither words nor a region.'));
  }
  return { terms, faults };
}

/** @returns undefined for what is no JSON. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Paths of the codes of a selection or a source, each once. @throws FondsError EXCHANGE_INVALID for one that is not there. */
export function tagsOf(element: XmlElement, { codes, file }: ProjectReading): string[] {
  const references = childrenOf(element, 'coding').flatMap((coding) => childrenOf(coding, 'coderef'));
  const paths = references.map((reference) => {
    const path = codes.path(guidOf(attribute(reference, 'targetGUID')));
    if (path !== undefined) return path;
    throw new FondsError(
      'EXCHANGE_INVALID',
      t(
        '{file}, line {line}: it refers to a code that is not in the codebook. Nothing was taken in. Write the file anew in the program it comes from.',
        { file, line: reference.line },
      ),
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
  const unread: string[] = [];
  const memos = referred(selection).map((guid) => {
    const note = notes.get(guid);
    if (note && 'text' in note) return note.text;
    unread.push(
      note
        ? t('The text of its note “{missing}” is not in the file.', { missing: note.missing })
        : t('A note of it is not in the file.'),
    );
    return '';
  });
  const said = child(selection, 'description')?.text ?? '';
  const fitting = fittingComment([...new Set([said, ...memos])].filter((text) => text.trim() !== '').join('\n\n'));
  return { ...fitting, remarks: [...fitting.remarks, ...unread] };
}

const codingUser = (selection: XmlElement): string | undefined =>
  childrenOf(selection, 'coding')
    .map((coding) => attribute(coding, 'creatingUser'))
    .find((user) => user !== undefined);
