/**
 * A document as DOCX with genuine footnotes, headings that a word processor knows, and a bibliography. Paragraphs run in
 * the direction of their first letter, and runs say their direction and script.
 */
import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  type IParagraphOptions,
  LevelFormat,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { t } from '../../wording/index.js';
import {
  type DocumentBlock,
  type ExportDocument,
  type InlineContent,
  type InlineStyle,
  plainText,
  type TableBlock,
  textRun,
} from '../document/document-model.js';
import {
  type DirectionRun,
  directionRuns,
  firstStrong,
  scriptOfLanguage,
  type TextDirection,
} from './direction-runs.js';
import { FONT, pieceOptions } from './docx-runs.js';
import { xmlText } from './xml-text.js';

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;
/** Twentieths of a point. */
const INDENT = 720;
const BULLETS = 'bullets';

export async function docxOf(document: ExportDocument): Promise<Uint8Array> {
  const { title, author, language, blocks, footnotes, bibliography, remarks } = document;
  const lists = new ListNumbering();
  const spoken = scriptOfLanguage(language) === null ? {} : { language: { value: language } };
  const place: DocxContext = { lists, language, indent: 0 };
  const body = [
    paragraph([textRun(title)], place, { heading: HeadingLevel.TITLE }),
    ...remarks.map((remark) => paragraph([textRun(remark)], place, { style: 'Remark' })),
    ...blocks.flatMap((block) => blockOf(block, place)),
  ];
  if (bibliography.length > 0) {
    body.push(paragraph([textRun(t('Bibliography'))], place, { heading: HeadingLevel.HEADING_1 }));
    body.push(...bibliography.map((entry) => paragraph(entry, place, { style: 'Bibliography' })));
  }
  // Word keeps 0 and -1 for the lines that part notes from the text.
  const notes = footnotes.map((content, index) => [index + 1, { children: noteOf(content, place) }] as const);
  const file = new Document({
    title: xmlText(title),
    creator: xmlText(author),
    lastModifiedBy: xmlText(author),
    description: t('Exported from Fonds'),
    styles: {
      default: { document: { run: { font: FONT, size: 23, ...spoken } } },
      paragraphStyles: STYLES,
    },
    numbering: { config: lists.config() },
    footnotes: Object.fromEntries(notes),
    sections: [{ children: body }],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

/** A blank parts the words of a footnote from its number; a table is a paragraph a row, since notes hold paragraphs. */
function noteOf(content: readonly DocumentBlock[], place: DocxContext): Paragraph[] {
  const [first, ...rest] = content.flatMap(rowsAsParagraphs);
  const begun: DocumentBlock[] =
    first?.kind === 'paragraph'
      ? [{ ...first, content: [textRun(' '), ...first.content] }, ...rest]
      : [{ kind: 'paragraph', content: [textRun(' ')] }, ...(first ? [first, ...rest] : [])];
  return begun
    .flatMap((block) => blockOf(block, { ...place, style: NOTE_STYLE }))
    .filter((one) => one instanceof Paragraph);
}

function rowsAsParagraphs(block: DocumentBlock): DocumentBlock[] {
  switch (block.kind) {
    case 'table':
      return block.rows.map((row) => ({
        kind: 'paragraph',
        content: row.flatMap((cell, index) => (index === 0 ? cell : [textRun(' | '), ...cell])),
      }));
    case 'quotation':
      return [{ ...block, blocks: block.blocks.flatMap(rowsAsParagraphs) }];
    case 'list':
      return [
        { ...block, items: block.items.map((item) => ({ ...item, blocks: item.blocks.flatMap(rowsAsParagraphs) })) },
      ];
    default:
      return [block];
  }
}

const NOTE_STYLE = 'FootnoteText';
const STYLES = [
  {
    id: 'Quotation',
    name: t('Quote'),
    basedOn: t('Normal'),
    next: t('Normal'),
    paragraph: { indent: { left: INDENT, right: INDENT / 2 }, spacing: { before: 120, after: 120 } },
  },
  {
    id: 'Bibliography',
    name: t('Bibliography'),
    basedOn: t('Normal'),
    paragraph: { indent: { left: INDENT, hanging: INDENT }, spacing: { after: 120 } },
  },
  { id: 'Code', name: t('Code'), basedOn: t('Normal'), run: { font: t('Courier New'), size: 20 } },
  {
    id: 'Remark',
    name: t('Remark'),
    basedOn: t('Normal'),
    run: { italics: true },
    paragraph: { spacing: { after: 120 } },
  },
];

/** Each ordered list counts by itself. */
class ListNumbering {
  #starts: number[] = [];

  ordered(start: number): string {
    this.#starts.push(start);
    return `numbers-${this.#starts.length}`;
  }

  config() {
    const levels = (
      format: (typeof LevelFormat)[keyof typeof LevelFormat],
      sign: (level: number) => string,
      start = 1,
    ) =>
      Array.from({ length: 6 }, (_, level) => ({
        level,
        format,
        text: sign(level),
        start,
        alignment: AlignmentType.LEFT,
        style: { paragraph: { indent: { left: INDENT * (level + 1), hanging: INDENT / 2 } } },
      }));
    return [
      { reference: BULLETS, levels: levels(LevelFormat.BULLET, () => '•') },
      ...this.#starts.map((start, index) => ({
        reference: `numbers-${index + 1}`,
        levels: levels(LevelFormat.DECIMAL, (level) => `%${level + 1}.`, start),
      })),
    ];
  }
}

interface DocxContext {
  readonly lists: ListNumbering;
  /** Of the document. */
  readonly language: string;
  /** Depth of lists around. */
  readonly indent: number;
  readonly style?: string;
  /** Where no letter tells it: that of the table around. */
  readonly direction?: TextDirection;
}

/** @param before put before the words, as the box of a task is. */
function paragraph(
  content: readonly InlineContent[],
  { language, direction: otherwise = 'ltr' }: DocxContext,
  options: Omit<IParagraphOptions, 'children' | 'text'>,
  before: readonly InlineContent[] = [],
): Paragraph {
  const inlines = [...before, ...content];
  const leaves = inlines.flatMap(leavesOf);
  const { direction, pieces } = directionRuns(leaves, language, otherwise);
  const left = [...pieces];
  return new Paragraph({
    ...options,
    ...(direction === 'rtl' ? { bidirectional: true } : {}),
    children: inlines.flatMap((one) => childrenOf(one, () => left.shift() ?? [])),
  });
}

function blockOf(block: DocumentBlock, place: DocxContext): (Paragraph | Table)[] {
  const style = place.style === undefined ? {} : { style: place.style };
  switch (block.kind) {
    case 'heading':
      return [paragraph(block.content, place, { heading: HEADINGS[block.level - 1] ?? HeadingLevel.HEADING_6 })];
    case 'paragraph':
      return [paragraph(block.content, place, { ...style, spacing: { after: 120 } })];
    case 'quotation':
      return block.blocks.flatMap((inner) => blockOf(inner, { ...place, style: 'Quotation' }));
    case 'list': {
      const reference = block.start === null ? BULLETS : place.lists.ordered(block.start);
      const level = Math.min(5, place.indent);
      const inside = { ...place, indent: place.indent + 1 };
      return block.items.flatMap(({ task, blocks }) => {
        const box = task === null ? [] : [textRun(task === 'done' ? '☑ ' : '☐ ')];
        const [first, ...rest] = blocks;
        // An item that begins with a list or a table has its sign before it all the same.
        const opening = first?.kind === 'paragraph' ? first.content : [];
        const others = first?.kind === 'paragraph' ? rest : blocks;
        return [
          paragraph(opening, place, { ...style, numbering: { reference, level } }, box),
          ...others.flatMap((inner) =>
            inner.kind === 'paragraph'
              ? [paragraph(inner.content, place, { ...style, indent: { left: INDENT * (level + 1) } })]
              : blockOf(inner, inside),
          ),
        ];
      });
    }
    case 'code':
      return block.text.split('\n').map((line) => paragraph([textRun(line)], place, { style: 'Code' }));
    case 'table':
      return [tableOf(block, place), new Paragraph('')];
    case 'rule':
      return [new Paragraph({ thematicBreak: true })];
  }
}

const SIDES = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

/** Its columns begin at the side that the words of its head begin at. */
function tableOf({ rows, align }: TableBlock, place: DocxContext): Table {
  const [head = []] = rows;
  const direction = firstStrong(plainText(head.flat())) ?? 'ltr';
  const inside = { ...place, direction };
  const cellOf = (cell: readonly InlineContent[], column: number): TableCell => {
    const side = align[column];
    return new TableCell({ children: [paragraph(cell, inside, side ? { alignment: SIDES[side] } : {})] });
  };
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    ...(direction === 'rtl' ? { visuallyRightToLeft: true } : {}),
    rows: rows.map((row, index) => new TableRow({ tableHeader: index === 0, children: row.map(cellOf) })),
  });
}

/** What stands for a break and for the mark of a footnote while directions are found. */
const BREAK = '\u2028';
const MARK = '\uFFFC';

/** The texts of an inline, one for each run or mark. */
function leavesOf(inline: InlineContent): string[] {
  switch (inline.kind) {
    case 'break':
      return [BREAK];
    case 'footnote':
      return [MARK];
    case 'link':
      return inline.content.flatMap(leavesOf);
    default:
      return [inline.text];
  }
}

/** @param next gives the pieces of the next leaf. */
function childrenOf(inline: InlineContent, next: () => readonly DirectionRun[]): ParagraphChild[] {
  switch (inline.kind) {
    case 'break':
      next();
      return [new TextRun({ break: 1 })];
    case 'footnote':
      next();
      return [new FootnoteReferenceRun(inline.index + 1)];
    case 'pandoc':
      return next().map((piece) => run(piece, []));
    case 'link':
      return [
        new ExternalHyperlink({ link: inline.href, children: inline.content.flatMap((one) => childrenOf(one, next)) }),
      ];
    case 'text':
      return next().map((piece) => run(piece, inline.styles));
  }
}

function run(piece: DirectionRun, styles: readonly InlineStyle[]): TextRun {
  const has = (style: InlineStyle) => styles.includes(style);
  return new TextRun({
    ...pieceOptions(piece),
    italics: has('italic'),
    bold: has('bold'),
    strike: has('struck'),
    smallCaps: has('small-caps'),
    superScript: has('superscript'),
    subScript: has('subscript'),
    ...(has('underline') ? { underline: {} } : {}),
    ...(has('code') ? { font: t('Courier New') } : {}),
  });
}
