/** A document as DOCX with genuine footnotes, headings that a word processor knows, and a bibliography. */
import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
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
import type { Block, Inline, InlineStyle, WorkDocument } from '../work/document.js';
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

export async function docxOf(document: WorkDocument): Promise<Uint8Array> {
  const { title, author, blocks, footnotes, bibliography, remarks } = document;
  const lists = new Numbering();
  const body = [
    new Paragraph({ heading: HeadingLevel.TITLE, children: runs([{ kind: 'text', text: title, styles: [] }]) }),
    ...remarks.map(
      (remark) => new Paragraph({ style: 'Remark', children: runs([{ kind: 'text', text: remark, styles: [] }]) }),
    ),
    ...blocks.flatMap((block) => blockOf(block, { lists, indent: 0 })),
  ];
  if (bibliography.length > 0) {
    body.push(new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun('Bibliography')] }));
    body.push(...bibliography.map((entry) => new Paragraph({ style: 'Bibliography', children: runs(entry) })));
  }
  // Word keeps 0 and -1 for the lines that part notes from the text.
  const notes = footnotes.map((content, index) => {
    const children = content
      .flatMap((block) => blockOf(block, { lists, indent: 0 }))
      .filter((one) => one instanceof Paragraph);
    return [index + 1, { children: children.length > 0 ? children : [new Paragraph('')] }] as const;
  });
  const file = new Document({
    title,
    creator: author,
    lastModifiedBy: author,
    description: 'Exported from Fonds',
    styles: { default: { document: { run: { font: 'Georgia', size: 23 } } }, paragraphStyles: STYLES },
    numbering: { config: lists.config() },
    footnotes: Object.fromEntries(notes),
    sections: [{ children: body }],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

const STYLES = [
  {
    id: 'Quotation',
    name: 'Quote',
    basedOn: 'Normal',
    next: 'Normal',
    paragraph: { indent: { left: INDENT, right: INDENT / 2 }, spacing: { before: 120, after: 120 } },
  },
  {
    id: 'Bibliography',
    name: 'Bibliography',
    basedOn: 'Normal',
    paragraph: { indent: { left: INDENT, hanging: INDENT }, spacing: { after: 120 } },
  },
  { id: 'Code', name: 'Code', basedOn: 'Normal', run: { font: 'Courier New', size: 20 } },
  { id: 'Remark', name: 'Remark', basedOn: 'Normal', run: { italics: true }, paragraph: { spacing: { after: 120 } } },
];

/** Each ordered list counts by itself. */
class Numbering {
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

interface Place {
  readonly lists: Numbering;
  /** Depth of lists around. */
  readonly indent: number;
  readonly style?: string;
}

function blockOf(block: Block, place: Place): (Paragraph | Table)[] {
  const style = place.style === undefined ? {} : { style: place.style };
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({ heading: HEADINGS[block.level - 1] ?? HeadingLevel.HEADING_6, children: runs(block.content) }),
      ];
    case 'paragraph':
      return [new Paragraph({ ...style, spacing: { after: 120 }, children: runs(block.content) })];
    case 'quotation':
      return block.blocks.flatMap((inner) => blockOf(inner, { ...place, style: 'Quotation' }));
    case 'list': {
      const reference = block.start === null ? BULLETS : place.lists.ordered(block.start);
      return block.items.flatMap(({ task, blocks }) => {
        const box = task === null ? [] : [new TextRun(task === 'done' ? '☑ ' : '☐ ')];
        return blocks.flatMap((inner, index): (Paragraph | Table)[] => {
          if (inner.kind !== 'paragraph') return blockOf(inner, { ...place, indent: place.indent + 1 });
          const children = [...(index === 0 ? box : []), ...runs(inner.content)];
          const level = Math.min(5, place.indent);
          if (index === 0) return [new Paragraph({ ...style, numbering: { reference, level }, children })];
          return [new Paragraph({ ...style, indent: { left: INDENT * (level + 1) }, children })];
        });
      });
    }
    case 'code':
      return block.text.split('\n').map((line) => new Paragraph({ style: 'Code', children: [new TextRun(line)] }));
    case 'table':
      return [
        new Table({
          width: { size: 100, type: WidthType.PERCENTAGE },
          rows: block.rows.map(
            (row, index) =>
              new TableRow({
                tableHeader: index === 0,
                children: row.map((cell) => new TableCell({ children: [new Paragraph({ children: runs(cell) })] })),
              }),
          ),
        }),
        new Paragraph(''),
      ];
    case 'rule':
      return [new Paragraph({ thematicBreak: true })];
  }
}

const runs = (content: readonly Inline[]): ParagraphChild[] => content.map(childOf);

function childOf(inline: Inline): ParagraphChild {
  switch (inline.kind) {
    case 'break':
      return new TextRun({ break: 1 });
    case 'pandoc':
      return run(inline.text, []);
    case 'footnote':
      return new FootnoteReferenceRun(inline.index + 1);
    case 'link':
      return new ExternalHyperlink({ link: inline.href, children: runs(inline.content) });
    case 'text':
      return run(inline.text, inline.styles);
  }
}

function run(text: string, styles: readonly InlineStyle[]): TextRun {
  const has = (style: InlineStyle) => styles.includes(style);
  return new TextRun({
    text: xmlText(text),
    italics: has('italic'),
    bold: has('bold'),
    strike: has('struck'),
    smallCaps: has('small-caps'),
    superScript: has('superscript'),
    subScript: has('subscript'),
    ...(has('underline') ? { underline: {} } : {}),
    ...(has('code') ? { font: 'Courier New' } : {}),
  });
}
