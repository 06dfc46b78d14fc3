/**
 * Reads a REFI-QDA project as Fonds, NVivo, ATLAS.ti, MAXQDA and QualCoder write them: codes as tags, coded selections
 * as annotations with the words they stand on. Nothing outside of the zip is opened, whatever a path in it says.
 * Source: REFI-QDA standard 1.0, Project exchange.
 */
import { Sha256 } from '../../contract/index.js';
import { toFractions } from './page-box.js';
import { readPageBoxes } from './read-page-boxes.js';
import { guidOf, readCodes } from './read-refi-codes.js';
import { fromTerm, integer, type Reading, tagsOf, take, termsIn } from './read-refi-selections.js';
import { type RefiText, refiText } from './read-refi-texts.js';
import { attribute, child, childrenOf, type XmlElement } from './read-xml.js';
import { meaningOf, type Span, votesOf } from './refi-positions.js';
import type { ExchangeFile, ToldRegion, ToldSource } from './told.js';

const MOST_TEXT_BYTES = 256 * 1024 ** 2;
const MOST_PDF_BYTES = 1024 ** 3;
const OTHER_SOURCES = ['picturesource', 'audiosource', 'videosource'];

/** @throws FondsError EXCHANGE_INVALID with the place. */
export async function readRefiProject(root: XmlElement, file: string, zip: Reading['zip']): Promise<ExchangeFile> {
  const sources = childrenOf(child(root, 'sources'), 'textsource', 'pdfsource', ...OTHER_SOURCES);
  const isOurs = attribute(root, 'origin') === 'Fonds';
  const users = childrenOf(child(root, 'users'), 'user').map(
    (user) => [guidOf(attribute(user, 'guid')), attribute(user, 'name') ?? attribute(user, 'id') ?? ''] as const,
  );
  const reading: Reading = {
    file,
    zip,
    codes: readCodes(child(root, 'codebook'), file),
    users: new Map(users),
    notes: isOurs ? new Map() : await notesOf(root, zip),
    meaning: isOurs ? 'last-character' : meaningOf(await vote(sources, zip)),
    annotations: [],
    losses: [],
    taggings: [],
  };
  for (const source of sources) await readSource(source, reading);
  const { annotations, losses, taggings } = reading;
  return { tags: reading.codes.tags, annotations, taggings, losses };
}

/** `internal://name` is in the zip; any other path lies outside of it and is not followed. */
function internalName(path: string | undefined): string | null {
  const [, name] = /^internal:\/\/\/?(.+)$/i.exec(path?.trim() ?? '') ?? [];
  return name === undefined ? null : `sources/${name.replaceAll('\\', '/').replace(/^sources\//i, '')}`;
}

/** @returns null when the file does not hold it. */
async function textOf(holder: XmlElement, zip: Reading['zip']): Promise<string | null> {
  const written = child(holder, 'plaintextcontent');
  if (written) return written.text;
  const name = internalName(attribute(holder, 'plainTextPath'));
  const bytes = name && (await zip.read(name, MOST_TEXT_BYTES));
  return bytes ? decoded(bytes) : null;
}

/** UTF-8 by the standard; some programs write UTF-16 with its mark. The mark is no character of the text. */
function decoded(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

async function notesOf(root: XmlElement, zip: Reading['zip']): Promise<Map<string, string>> {
  const notes = new Map<string, string>();
  for (const note of childrenOf(child(root, 'notes'), 'note')) {
    const text = (await textOf(note, zip)) ?? child(note, 'description')?.text ?? '';
    notes.set(guidOf(attribute(note, 'guid')), text.trim());
  }
  return notes;
}

/** The element that holds text and the selections in it. */
const holderOf = (source: XmlElement): XmlElement => child(source, 'representation') ?? source;
const wordSelections = (source: XmlElement): XmlElement[] => [
  ...childrenOf(source, 'plaintextselection'),
  ...childrenOf(child(source, 'representation'), 'plaintextselection'),
];

async function vote(sources: readonly XmlElement[], zip: Reading['zip']): Promise<number> {
  let votes = 0;
  for (const source of sources) {
    const selections = wordSelections(source);
    const text = selections.length > 0 ? await textOf(holderOf(source), zip) : null;
    if (text === null) continue;
    const spans = selections.map((one): Span => {
      const [start = Number.NaN, end = Number.NaN] = ['startPosition', 'endPosition'].map((key) =>
        Number(attribute(one, key)),
      );
      return { start, end, said: attribute(one, 'name') ?? '' };
    });
    votes += votesOf(Array.from(text), spans);
  }
  return votes;
}

async function readSource(source: XmlElement, reading: Reading): Promise<void> {
  const { zip, losses } = reading;
  const title = attribute(source, 'name') ?? '';
  if (OTHER_SOURCES.includes(source.name)) {
    const count = source.children.filter(({ name }) => name.endsWith('selection')).length;
    const kind = source.name.replace('source', '');
    const those = count === 1 ? 'A selection' : `${count} selections`;
    const reason = `${those} left out: Fonds takes in passages of texts and regions of PDFs, not of a ${kind} source.`;
    if (count > 0) losses.push({ place: title, reason });
    return;
  }
  const written = await textOf(holderOf(source), zip);
  const text = written === null ? null : refiText(written);
  const pdfName =
    source.name === 'pdfsource'
      ? internalName(attribute(source, 'path'))
      : internalName(attribute(source, 'richTextPath'));
  const sha256 = pdfName ? await zip.hash(pdfName) : null;
  const representation = child(source, 'representation');
  const told: ToldSource = {
    ids: [source, ...(representation ? [representation] : [])].map((one) => guidOf(attribute(one, 'guid'))),
    originals: sha256 ? [sha256] : [],
    urls: [],
    texts: text?.hashes ?? [],
    title,
  };
  const whole = tagsOf(source, reading);
  if (whole.length > 0) reading.taggings.push({ source: told, tags: whole });
  for (const term of termsIn(source))
    if (term.at === null) reading.annotations.push(fromTerm(term, told, source, reading));
  for (const selection of wordSelections(source)) readWords(selection, told, text, reading);

  const areas = childrenOf(source, 'pdfselection');
  if (areas.length === 0) return;
  const pages = areas.map((one) => integer(one, 'page', reading));
  const bytes = pdfName ? await zip.read(pdfName, MOST_PDF_BYTES) : null;
  const boxes = bytes ? await readPageBoxes(bytes, pages) : new Map();
  for (const [index, area] of areas.entries()) {
    const pageIndex = pages[index] ?? 0;
    const [firstX = 0, firstY = 0, secondX = 0, secondY = 0] = ['firstX', 'firstY', 'secondX', 'secondY'].map((key) =>
      integer(area, key, reading),
    );
    const box = boxes.get(pageIndex);
    const share = box ? toFractions({ firstX, firstY, secondX, secondY }, box) : null;
    const region: ToldRegion | null = share && { sha256: Sha256.safeParse(sha256).data ?? null, pageIndex, ...share };
    const at = [pageIndex, firstX, firstY, secondX, secondY];
    take(
      area,
      at,
      region ? { kind: 'region', region } : 'The file does not hold the page that it marks.',
      told,
      [],
      reading,
    );
  }
}

function readWords(selection: XmlElement, told: ToldSource, text: RefiText | null, reading: Reading): void {
  const [start, last] = [integer(selection, 'startPosition', reading), integer(selection, 'endPosition', reading)];
  const end = reading.meaning === 'last-character' ? last + 1 : last;
  const found = text?.at(start, end) ?? null;
  const reason = text
    ? `It would stand at ${start} to ${last}, but the text has only ${text.length} characters there.`
    : 'The file does not hold the text that it counts in.';
  const remarks = reading.meaning === 'last-character' ? [] : ['Its end was read as the character after the last one.'];
  take(selection, [start, last], found ? { kind: 'text', ...found } : reason, told, remarks, reading);
}
