/** The variants as a Word table in landscape: one row for each variant, one column for each witness, the head on every page. */
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
import { t } from '../../wording/index.js';
import { type DirectionRun, directionRuns } from '../write/direction-runs.js';
import { FONT, pieceOptions } from '../write/docx-runs.js';
import { xmlText } from '../write/xml-text.js';
import { citationLine } from './cite-witness.js';
import { CLASS_LABELS, GUESSED } from './class-labels.js';
import { type CollationExportContent, siglum } from './collation-content.js';
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
const MAX_ROWS = 32_000;
const MAX_CELLS = 400_000;

/** @returns why the places make no Word document; null when they do. Pure, and cheap: asked before anything is written. */
export function tooLongForWord(variants: number, witnesses: number): string | null {
  if (variants <= MAX_ROWS && variants * (NARROW.length + witnesses) <= MAX_CELLS) return null;
  return t(
    '{variants} places in {witnesses} witnesses are more than a Word document holds. Export them as a table (CSV) or a web page (HTML).',
    { variants, witnesses },
  );
}

export async function collationDocx(collation: CollationExportContent): Promise<Uint8Array> {
  const { name, now, result } = collation;
  const variants = numberedVariants(collation);
  const count = t('{count, plural, one {One place differs.} other {# places differ.}}', { count: variants.length });
  const cited = result.witnesses.keys().map((witness) => {
    const isBase = witness === result.base ? ' (base)' : '';
    const cite = citationLine(collation.sources[witness]);
    return paragraph([bold(siglum(collation, witness)), plain(`${isBase}: ${cite}`)]);
  });
  const file = new Document({
    title: xmlText(name),
    creator: 'Fonds',
    description: t('Exported from Fonds'),
    styles: { default: { document: { run: { font: FONT, size: 22, language: { value: LANGUAGE } } } } },
    sections: [
      {
        properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: [
          paragraph([{ text: name, look: 'heading' }], { heading: HeadingLevel.TITLE }),
          paragraph([
            plain(
              t('Exported from Fonds, {toISOString}. {count} {GUESSED}', {
                toISOString: now.toISOString().slice(0, 10),
                count,
                GUESSED,
              }),
            ),
          ]),
          ...cited,
          ...(variants.length > 0 ? [tableOf(collation, variants)] : []),
          new Paragraph(''),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

function tableOf(collation: CollationExportContent, variants: readonly NumberedVariant[]): Table {
  const { witnesses, base } = collation.result;
  const moves = moveEnds(collation, variants);
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
    t('Place'),
    t('Class (a guess)'),
    t('Page of {siglum}', { siglum: siglum(collation, base) }),
    ...witnesses.keys().map((witness) => `${siglum(collation, witness)}${witness === base ? ' (base)' : ''}`),
  ];
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: cells(heads.map((words) => [bold(words)])),
  });
  const rows = variants.map((variant) => {
    const contents = [
      [plain(String(variant.number))],
      [plain(about(collation, variant, movedLine(collation, moves.get(variant.number))))],
      [plain(variant.pageLabel)],
      ...witnesses.map((_, witness) => partsOf(comparedWords(collation, variant, witness))),
    ];
    return new TableRow({ children: cells(contents) });
  });
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [head, ...rows] });
}

function about(collation: CollationExportContent, variant: NumberedVariant, moved: string): string {
  const withheld = withheldLine(collation, variant);
  return [
    CLASS_LABELS[variant.class].label,
    ...(withheld === '' ? [] : [t('withheld in {withheld}', { withheld })]),
    ...(moved === '' ? [] : [t('see place {moved}', { moved })]),
  ].join(', ');
}

/** Words of one look. What differs is bold and underlined: distinguished without colour. */
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
