/** The places that differ as a Word table, lying: a row a place, a column a witness, its head on every page. */
import {
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { xmlText } from '../write/xml-text.js';
import { citationLine } from './cite-witness.js';
import { CLASS_WORDS, GUESSED } from './class-words.js';
import { type CollationWork, siglum } from './collation-work.js';
import { type ComparedWords, comparedWords } from './compared-words.js';
import { movedLine, moveEnds, type Place, placesOf, withheldLine } from './places.js';

/** Half points. */
const SMALL = 18;
/** Hundredths of the width of the page. */
const NARROW = [6, 12, 7] as const;
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
const NOTHING = '—';
/** Word takes no more rows in a table; and of so many cells the file alone takes two gigabytes of memory to make. */
const MOST_ROWS = 32_000;
const MOST_CELLS = 400_000;

/** @returns why the places make no Word document; null when they do. Pure, and cheap: asked before anything is written. */
export function tooLongForWord(places: number, witnesses: number): string | null {
  if (places <= MOST_ROWS && places * (NARROW.length + witnesses) <= MOST_CELLS) return null;
  return `${places} places in ${witnesses} witnesses are more than a Word document holds. Export them as a table (CSV) or a web page (HTML).`;
}

export async function docxOf(work: CollationWork): Promise<Uint8Array> {
  const { name, now, result } = work;
  const places = placesOf(work);
  const count = places.length === 1 ? 'One place differs.' : `${places.length} places differ.`;
  const cited = result.witnesses.keys().map((witness) => {
    const isBase = witness === result.base ? ' (base)' : '';
    const cite = citationLine(work.sources[witness]);
    return paragraph([run(siglum(work, witness), 'bold'), run(`${isBase}: ${cite}`, 'plain')]);
  });
  const file = new Document({
    title: xmlText(name),
    creator: 'Fonds',
    description: 'Exported from Fonds',
    styles: { default: { document: { run: { font: 'Georgia', size: 22 } } } },
    sections: [
      {
        properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(xmlText(name))] }),
          paragraph([run(`Exported from Fonds, ${now.toISOString().slice(0, 10)}. ${count} ${GUESSED}`, 'plain')]),
          ...cited,
          ...(places.length > 0 ? [tableOf(work, places)] : []),
          new Paragraph(''),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

function tableOf(work: CollationWork, places: readonly Place[]): Table {
  const { witnesses, base } = work.result;
  const moves = moveEnds(work, places);
  const rest = (100 - NARROW.reduce((sum, width) => sum + width, 0)) / witnesses.length;
  const widths = [...NARROW, ...witnesses.map(() => rest)];
  const cells = (contents: readonly TextRun[][], words: readonly string[]) =>
    contents.map(
      (children, index) =>
        new TableCell({
          width: { size: widths[index] ?? rest, type: WidthType.PERCENTAGE },
          children: [paragraph(children, words[index])],
        }),
    );
  const heads = [
    'Place',
    'Class (a guess)',
    `Page of ${siglum(work, base)}`,
    ...witnesses.keys().map((witness) => `${siglum(work, witness)}${witness === base ? ' (base)' : ''}`),
  ];
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: cells(
      heads.map((words) => [run(words, 'bold')]),
      [],
    ),
  });
  const rows = places.map((place) => {
    const read = witnesses.map((_, witness) => comparedWords(work, place, witness));
    const contents = [
      [run(String(place.number), 'plain')],
      [run(about(work, place, movedLine(work, moves.get(place.number))), 'plain')],
      [run(place.pageLabel, 'plain')],
      ...read.map(runs),
    ];
    const words = ['', '', '', ...read.map((parts) => parts.map(({ text }) => text).join(''))];
    return new TableRow({ children: cells(contents, words) });
  });
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [head, ...rows] });
}

function about(work: CollationWork, place: Place, moved: string): string {
  const withheld = withheldLine(work, place);
  return [
    CLASS_WORDS[place.class].label,
    ...(withheld === '' ? [] : [`withheld in ${withheld}`]),
    ...(moved === '' ? [] : [`see place ${moved}`]),
  ].join(', ');
}

const runs = (parts: readonly ComparedWords[]): TextRun[] =>
  parts.length === 0
    ? [run(NOTHING, 'plain')]
    : parts.map(({ text, differs }) => run(text, differs ? 'marked' : 'plain'));

/** What differs is bold and underlined: told without colour. */
function run(text: string, look: 'plain' | 'bold' | 'marked'): TextRun {
  return new TextRun({
    text: xmlText(text),
    size: SMALL,
    bold: look !== 'plain',
    ...(look === 'marked' ? { underline: {} } : {}),
    ...(RIGHT_TO_LEFT.test(text) ? { rightToLeft: true } : {}),
  });
}

/** @param words its words, when they tell the direction it is read in. */
const paragraph = (children: TextRun[], words = ''): Paragraph =>
  new Paragraph({ children, bidirectional: RIGHT_TO_LEFT.test(words) });

const pageNumber = (): Paragraph =>
  new Paragraph({
    children: [new TextRun({ size: SMALL, children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
  });
