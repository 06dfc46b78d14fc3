/** The places that differ as a Word table, lying: a row a place, a column a witness, its head on every page. */
import {
  Document,
  Footer,
  HeadingLevel,
  type IParagraphOptions,
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
import { type DirectionRun, directionRuns } from '../write/direction-runs.js';
import { FONT, pieceOptions } from '../write/docx-runs.js';
import { xmlText } from '../write/xml-text.js';
import { citationLine } from './cite-witness.js';
import { CLASS_LABELS, GUESSED } from './class-labels.js';
import { type CollationContent, siglum } from './collation-content.js';
import { type ComparedWords, comparedWords } from './compared-words.js';
import { movedLine, moveEnds, type NumberedVariant, numberedVariants, withheldLine } from './numbered-variants.js';

/** Half points. */
const SMALL = 18;
/** Hundredths of the width of the page. */
const NARROW = [6, 12, 7] as const;
/** Of the words that Fonds adds. */
const LANGUAGE = 'en-GB';
const NOTHING = '—';
/** Word takes no more rows in a table; and of so many cells the file alone takes two gigabytes of memory to make. */
const MOST_ROWS = 32_000;
const MOST_CELLS = 400_000;

/** @returns why the places make no Word document; null when they do. Pure, and cheap: asked before anything is written. */
export function tooLongForWord(places: number, witnesses: number): string | null {
  if (places <= MOST_ROWS && places * (NARROW.length + witnesses) <= MOST_CELLS) return null;
  return `${places} places in ${witnesses} witnesses are more than a Word document holds. Export them as a table (CSV) or a web page (HTML).`;
}

export async function collationDocx(work: CollationContent): Promise<Uint8Array> {
  const { name, now, result } = work;
  const places = numberedVariants(work);
  const count = places.length === 1 ? 'One place differs.' : `${places.length} places differ.`;
  const cited = result.witnesses.keys().map((witness) => {
    const isBase = witness === result.base ? ' (base)' : '';
    const cite = citationLine(work.sources[witness]);
    return paragraph([bold(siglum(work, witness)), plain(`${isBase}: ${cite}`)]);
  });
  const file = new Document({
    title: xmlText(name),
    creator: 'Fonds',
    description: 'Exported from Fonds',
    styles: { default: { document: { run: { font: FONT, size: 22, language: { value: LANGUAGE } } } } },
    sections: [
      {
        properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: [
          paragraph([{ text: name, look: 'heading' }], { heading: HeadingLevel.TITLE }),
          paragraph([plain(`Exported from Fonds, ${now.toISOString().slice(0, 10)}. ${count} ${GUESSED}`)]),
          ...cited,
          ...(places.length > 0 ? [tableOf(work, places)] : []),
          new Paragraph(''),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

function tableOf(work: CollationContent, places: readonly NumberedVariant[]): Table {
  const { witnesses, base } = work.result;
  const moves = moveEnds(work, places);
  const rest = (100 - NARROW.reduce((sum, width) => sum + width, 0)) / witnesses.length;
  const widths = [...NARROW, ...witnesses.map(() => rest)];
  const cells = (contents: readonly (readonly StyledWords[])[]) =>
    contents.map(
      (parts, index) =>
        new TableCell({
          width: { size: widths[index] ?? rest, type: WidthType.PERCENTAGE },
          children: [paragraph(parts)],
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
    children: cells(heads.map((words) => [bold(words)])),
  });
  const rows = places.map((place) => {
    const contents = [
      [plain(String(place.number))],
      [plain(about(work, place, movedLine(work, moves.get(place.number))))],
      [plain(place.pageLabel)],
      ...witnesses.map((_, witness) => partsOf(comparedWords(work, place, witness))),
    ];
    return new TableRow({ children: cells(contents) });
  });
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [head, ...rows] });
}

function about(work: CollationContent, place: NumberedVariant, moved: string): string {
  const withheld = withheldLine(work, place);
  return [
    CLASS_LABELS[place.class].label,
    ...(withheld === '' ? [] : [`withheld in ${withheld}`]),
    ...(moved === '' ? [] : [`see place ${moved}`]),
  ].join(', ');
}

/** Words of one look. What differs is bold and underlined: told without colour. */
interface StyledWords {
  readonly text: string;
  readonly look: 'plain' | 'bold' | 'marked' | 'heading';
}
const plain = (text: string): StyledWords => ({ text, look: 'plain' });
const bold = (text: string): StyledWords => ({ text, look: 'bold' });

const partsOf = (parts: readonly ComparedWords[]): StyledWords[] =>
  parts.length === 0
    ? [plain(NOTHING)]
    : parts.map(({ text, differs }) => ({ text, look: differs ? 'marked' : 'plain' }));

/** In the direction of its first letter. */
function paragraph(
  parts: readonly StyledWords[],
  options: Omit<IParagraphOptions, 'children' | 'text'> = {},
): Paragraph {
  const texts = parts.map(({ text }) => text);
  const { direction, pieces } = directionRuns(texts, LANGUAGE);
  return new Paragraph({
    ...options,
    ...(direction === 'rtl' ? { bidirectional: true } : {}),
    children: parts.flatMap(({ look }, index) => (pieces[index] ?? []).map((piece) => run(piece, look))),
  });
}

const run = (piece: DirectionRun, look: StyledWords['look']): TextRun =>
  new TextRun({
    ...pieceOptions(piece),
    ...(look === 'heading' ? {} : { size: SMALL, bold: look !== 'plain' }),
    ...(look === 'marked' ? { underline: {} } : {}),
  });

const pageNumber = (): Paragraph =>
  new Paragraph({
    children: [new TextRun({ size: SMALL, children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
  });
