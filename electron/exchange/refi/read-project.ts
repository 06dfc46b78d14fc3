/**
 * Reads a REFI-QDA project as Fonds, NVivo, ATLAS.ti, MAXQDA and QualCoder write them: codes as tags, coded selections
 * as annotations with the words they stand on.
 * Source: REFI-QDA standard 1.0, Project exchange.
 */
import { Sha256 } from '../../contract/index.js';
import { t } from '../../wording/index.js';
import type { ExchangeFile, ExchangeRegion, ExchangeSource } from '../exchange-model.js';
import { endPositionVotes, meaningOf, type VotingSelection } from './end-positions.js';
import { toFractions } from './page-box.js';
import type { ProjectFile, ProjectFiles } from './project-files.js';
import { guidOf, readCodes } from './read-codes.js';
import { readPageBoxes } from './read-page-boxes.js';
import {
  addSelection,
  calledIn,
  fromTerm,
  integer,
  type ProjectReading,
  type ReadNote,
  referred,
  tagsOf,
  termsIn,
} from './read-selections.js';
import { attribute, child, childrenOf, forget, type XmlElement } from './read-xml.js';
import { type RefiSourceText, refiSourceText } from './source-text.js';

const MAX_TEXT_BYTES = 256 * 1024 ** 2;
const MAX_PDF_BYTES = 1024 ** 3;
const OTHER_SOURCES = ['picturesource', 'audiosource', 'videosource'];

/** @throws FondsError EXCHANGE_INVALID with the place. */
export async function readRefiProject(root: XmlElement, file: string, files: ProjectFiles): Promise<ExchangeFile> {
  const sources = childrenOf(child(root, 'sources'), 'textsource', 'pdfsource', ...OTHER_SOURCES);
  const isOurs = attribute(root, 'origin') === 'Fonds';
  const users = childrenOf(child(root, 'users'), 'user').map(
    (user) => [guidOf(attribute(user, 'guid')), attribute(user, 'name') ?? attribute(user, 'id') ?? ''] as const,
  );
  const codes = readCodes(child(root, 'codebook'), file, childrenOf(child(root, 'sets'), 'set'));
  const reading: ProjectReading = {
    file,
    files,
    codes,
    users: new Map(users),
    notes: isOurs ? new Map() : await notesOf(root, files),
    meaning: isOurs ? 'last-character' : meaningOf(await vote(sources, files)),
    annotations: [],
    losses: [...codes.losses],
    taggings: [],
  };
  const notes = notesLeft(root, sources);
  for (const source of sources) {
    await readSource(source, reading);
    forget(source);
  }
  const { annotations, losses, taggings } = reading;
  for (const note of notes) losses.push({ kind: 'note', location: note, reason: '', count: 1 });
  return { tags: reading.codes.tags, annotations, taggings, losses };
}

/** Notes that no selection refers to: what refers to the project, a source or a case is of no passage. */
function notesLeft(root: XmlElement, sources: readonly XmlElement[]): string[] {
  const selections = sources.flatMap((source) => [...wordSelections(source), ...childrenOf(source, 'pdfselection')]);
  const used = new Set(selections.flatMap(referred));
  return childrenOf(child(root, 'notes'), 'note')
    .filter((note) => !used.has(guidOf(attribute(note, 'guid'))))
    .map((note) => attribute(note, 'name') ?? '');
}

/** The file with the text of a source or a note; by its GUID or name where no path is written. */
const textFile = (holder: XmlElement, files: ProjectFiles): Promise<ProjectFile | null> =>
  files.find(
    attribute(holder, 'plainTextPath'),
    [attribute(holder, 'guid'), guidOf(attribute(holder, 'guid')), attribute(holder, 'name')]
      .filter((name) => name !== undefined && name !== '')
      .map((name) => `${name}.txt`),
  );

interface ProjectText {
  readonly text: string;
  /** Name of a file beside the project that it was read from. */
  readonly beside: string | null;
}

/** @returns null when the file does not hold it. */
async function textOf(holder: XmlElement, files: ProjectFiles): Promise<ProjectText | null> {
  const written = child(holder, 'plaintextcontent');
  if (written) return { text: written.text, beside: null };
  const file = await textFile(holder, files);
  return file && { text: decoded(await file.read(MAX_TEXT_BYTES)), beside: file.beside };
}

/** UTF-8 by the standard; some programs write UTF-16 with its mark. The mark is no character of the text. */
function decoded(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

async function notesOf(root: XmlElement, files: ProjectFiles): Promise<Map<string, ReadNote>> {
  const notes = new Map<string, ReadNote>();
  for (const note of childrenOf(child(root, 'notes'), 'note')) {
    const text = (await textOf(note, files))?.text ?? child(note, 'description')?.text;
    const said = text === undefined ? { missing: attribute(note, 'name') ?? '' } : { text: text.trim() };
    notes.set(guidOf(attribute(note, 'guid')), said);
  }
  return notes;
}

/** The element that holds text and the selections in it. */
const holderOf = (source: XmlElement): XmlElement => child(source, 'representation') ?? source;
const wordSelections = (source: XmlElement): XmlElement[] => [
  ...childrenOf(source, 'plaintextselection'),
  ...childrenOf(child(source, 'representation'), 'plaintextselection'),
];

async function vote(sources: readonly XmlElement[], files: ProjectFiles): Promise<number> {
  let votes = 0;
  for (const source of sources) {
    const selections = wordSelections(source);
    const written = selections.length > 0 ? await textOf(holderOf(source), files) : null;
    if (written === null) continue;
    const spans = selections.map((one): VotingSelection => {
      const [start = Number.NaN, end = Number.NaN] = ['startPosition', 'endPosition'].map((key) =>
        Number(attribute(one, key)),
      );
      return { start, end, text: attribute(one, 'name') ?? '' };
    });
    votes += endPositionVotes(Array.from(written.text), spans);
  }
  return votes;
}

async function readSource(source: XmlElement, reading: ProjectReading): Promise<void> {
  const { files, losses } = reading;
  const title = attribute(source, 'name') ?? '';
  if (OTHER_SOURCES.includes(source.name)) {
    const count = source.children.filter(({ name }) => name.endsWith('selection')).length;
    const kind = source.name.replace('source', '');
    const those = t('{count, plural, one {A selection} other {# selections}}', { count });
    const reason = t(
      '{those} left out: Fonds takes in passages of texts and regions of PDFs, not of a {kind} source.',
      { those, kind },
    );
    if (count > 0) losses.push({ kind: 'annotation', location: title, reason, count });
    const tags = tagsOf(source, reading);
    const ids = [guidOf(attribute(source, 'guid'))];
    if (tags.length > 0) reading.taggings.push({ source: { ids, originals: [], urls: [], texts: [], title }, tags });
    return;
  }
  const written = await textOf(holderOf(source), files);
  const text = written === null ? null : refiSourceText(written.text);
  const original = await files.find(attribute(source, source.name === 'pdfsource' ? 'path' : 'richTextPath'));
  const sha256 = original ? await original.hash() : null;
  const representation = child(source, 'representation');
  const fileSource: ExchangeSource = {
    ids: [source, ...(representation ? [representation] : [])].map((one) => guidOf(attribute(one, 'guid'))),
    originals: sha256 ? [sha256] : [],
    urls: [],
    texts: text?.hashes ?? [],
    title,
  };
  const whole = tagsOf(source, reading);
  if (whole.length > 0) reading.taggings.push({ source: fileSource, tags: whole });
  const { terms, faults } = termsIn(source);
  for (const term of terms) if (term.at === null) reading.annotations.push(fromTerm(term, fileSource, source, reading));
  for (const fault of faults) {
    const place = t('An annotation of “{title}”, which only Fonds reads, line {line}', {
      title: title || t('a source without a name'),
      line: source.line,
    });
    losses.push({ kind: 'annotation', location: place, reason: t('It cannot be read: {fault}', { fault }), count: 1 });
  }
  const from = written?.beside
    ? [t('Its text was read from “{beside}” beside the file.', { beside: written.beside })]
    : [];
  for (const selection of wordSelections(source)) readWords(selection, fileSource, { text, from }, reading);

  const areas = childrenOf(source, 'pdfselection');
  if (areas.length === 0) return;
  const pages = areas.map((one) => integer(one, 'page', reading));
  const bytes = source.name === 'pdfsource' && original ? await original.read(MAX_PDF_BYTES) : null;
  const boxes = bytes ? await readPageBoxes(bytes, pages) : new Map();
  for (const [index, area] of areas.entries()) {
    const pageIndex = pages[index] ?? 0;
    const [firstX = 0, firstY = 0, secondX = 0, secondY = 0] = ['firstX', 'firstY', 'secondX', 'secondY'].map((key) =>
      integer(area, key, reading),
    );
    const box = boxes.get(pageIndex);
    const share = box ? toFractions({ firstX, firstY, secondX, secondY }, box) : null;
    const region: ExchangeRegion | null = share && {
      sha256: Sha256.safeParse(sha256).data ?? null,
      pageIndex,
      ...share,
    };
    const at = [pageIndex, firstX, firstY, secondX, secondY];
    const place = calledIn(area, t('a region of page {pageIndex}', { pageIndex: pageIndex + 1 }), title, reading);
    const target = region
      ? ({ kind: 'region', region } as const)
      : t('The file does not hold the page that it marks, or its PDF cannot be read.');
    addSelection(area, { at, location: place, target, source: fileSource, remarks: [] }, reading);
  }
}

function readWords(
  selection: XmlElement,
  fileSource: ExchangeSource,
  { text, from }: { readonly text: RefiSourceText | null; readonly from: readonly string[] },
  reading: ProjectReading,
): void {
  const [start, last] = [integer(selection, 'startPosition', reading), integer(selection, 'endPosition', reading)];
  const end = reading.meaning === 'last-character' ? last + 1 : last;
  const found = text?.at(start, end) ?? null;
  const place = calledIn(selection, t('characters {start} to {last}', { start, last }), fileSource.title, reading);
  const reason = text
    ? t('It would stand at {start} to {last}, but the text has only {count} characters there.', {
        start,
        last,
        count: text.length,
      })
    : t(
        'The text that it counts in is neither in the file nor beside it. Put that text beside the file, under the name that the project gives it.',
      );
  const isAfter = reading.meaning === 'after-last';
  const remarks = [...(isAfter ? [t('Its end was read as the character after the last one.')] : []), ...from];
  const target = found ? ({ kind: 'text', ...found } as const) : reason;
  addSelection(selection, { at: [start, last], location: place, target, source: fileSource, remarks }, reading);
}
