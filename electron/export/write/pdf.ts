/**
 * A document as PDF, set in Source Serif with DejaVu Sans for what it lacks. Notes stand at the end and lead there and
 * back. Invariant: nothing is fetched and no file but the fonts is read.
 */
import { join } from 'node:path';
import pdfmake from 'pdfmake';
import type { Content, Style, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { type Block, type Inline, type InlineStyle, plainText, type WorkDocument } from '../work/document.js';

const SERIF = 'SourceSerif4';
const SANS = 'DejaVuSans';
const MONO = 'DejaVuSansMono';

/** Files of `fontsDir`, put there by the build. */
export const PDF_FONTS = {
  [SERIF]: {
    normal: 'SourceSerif4_400Regular.ttf',
    italics: 'SourceSerif4_400Regular_Italic.ttf',
    bold: 'SourceSerif4_700Bold.ttf',
    bolditalics: 'SourceSerif4_700Bold_Italic.ttf',
  },
  [SANS]: {
    normal: 'DejaVuSans.ttf',
    italics: 'DejaVuSans-Oblique.ttf',
    bold: 'DejaVuSans-Bold.ttf',
    bolditalics: 'DejaVuSans-BoldOblique.ttf',
  },
  [MONO]: {
    normal: 'DejaVuSansMono.ttf',
    italics: 'DejaVuSansMono-Oblique.ttf',
    bold: 'DejaVuSansMono-Bold.ttf',
    bolditalics: 'DejaVuSansMono-BoldOblique.ttf',
  },
} as const;

/** What Source Serif can draw; a run of anything else is set in DejaVu Sans. */
const SERIF_LETTERS =
  '\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{M}\\u0009-\\u00FF\\u02B0-\\u02FF\\u2010-\\u2027\\u2030-\\u205E\\u20A0-\\u20BF';
const STRETCHES = new RegExp(`[${SERIF_LETTERS}]+|[^${SERIF_LETTERS}]+`, 'gu');
const IN_SERIF = new RegExp(`^[${SERIF_LETTERS}]`, 'u');
/** What neither font can draw. */
const UNDRAWABLE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const UNDRAWN =
  'Some words are in a script that this PDF has no letters for; export to HTML or Word to have them drawn.';

/** Sizes in points. */
const BODY = 11;
const HEADING_SIZES = [17, 14, 12.5, 11.5, 11, 11];

export async function pdfOf(document: WorkDocument, fontsDir: string): Promise<Uint8Array> {
  const { title, author, language, madeAt, blocks, footnotes, bibliography } = document;
  const remarks = UNDRAWABLE.test(JSON.stringify(document)) ? [...document.remarks, UNDRAWN] : document.remarks;
  const content: Content[] = [
    { text: drawn([text(title)]), fontSize: 22, bold: true, margin: [0, 0, 0, 6] },
    { text: `${author}, ${madeAt.slice(0, 10)}`, fontSize: 9, margin: [0, 0, 0, 18] },
    ...remarks.map(
      (remark): Content => ({ text: drawn([text(remark)]), italics: true, fontSize: 9.5, margin: [0, 0, 0, 8] }),
    ),
    ...blocks.map(blockOf),
  ];
  if (footnotes.length > 0) {
    content.push(headingOf('Notes', 1));
    footnotes.forEach((note, index) => {
      const number = {
        text: `${index + 1}.`,
        id: `note-${index + 1}`,
        linkToDestination: `mark-${index + 1}`,
        width: 28,
        fontSize: 9.5,
      } as Content;
      content.push({ columns: [number, { stack: note.map(blockOf), fontSize: 9.5 }], margin: [0, 0, 0, 3] });
    });
  }
  if (bibliography.length > 0) {
    content.push(headingOf('Bibliography', 1));
    content.push(
      ...bibliography.map((entry): Content => ({ text: drawn(entry), margin: [24, 0, 0, 6], leadingIndent: -24 })),
    );
  }
  const definition: TDocumentDefinitions = {
    content,
    language,
    info: { title, author, creator: 'Fonds', producer: 'Fonds', creationDate: new Date(madeAt) },
    displayTitle: true,
    pageSize: 'A4',
    pageMargins: [72, 72, 72, 72],
    defaultStyle: { font: SERIF, fontSize: BODY, lineHeight: 1.3 },
    footer: (page, pages) => ({ text: `${page} / ${pages}`, alignment: 'center', fontSize: 9, margin: [0, 24, 0, 0] }),
  } as TDocumentDefinitions;
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(fontsDir));
  pdfmake.setFonts(
    Object.fromEntries(
      Object.entries(PDF_FONTS).map(([name, files]) => [
        name,
        Object.fromEntries(Object.entries(files).map(([style, file]) => [style, join(fontsDir, file)])),
      ]),
    ) as never,
  );
  return new Uint8Array(await pdfmake.createPdf(definition).getBuffer());
}

const text = (value: string): Inline => ({ kind: 'text', text: value, styles: [] });

const headingOf = (words: string, level: number): Content =>
  blockOf({ kind: 'heading', level, content: [text(words)] });

function blockOf(block: Block): Content {
  switch (block.kind) {
    case 'heading': {
      const fontSize = HEADING_SIZES[block.level - 1] ?? BODY;
      const outline = { outline: true, outlineText: plainText(block.content) };
      return {
        text: drawn(block.content),
        fontSize,
        bold: true,
        margin: [0, fontSize, 0, 5],
        headlineLevel: block.level,
        ...outline,
      };
    }
    case 'paragraph':
      return { text: drawn(block.content), margin: [0, 0, 0, 7] };
    case 'quotation':
      return { stack: block.blocks.map(blockOf), margin: [24, 2, 12, 5] };
    case 'list': {
      const items = block.items.map(({ task, blocks }): Content => {
        const box: Content[] =
          task === null ? [] : [{ text: task === 'done' ? '☑' : '☐', font: SANS, width: 16 } as Content];
        const stack: Content = { stack: blocks.map(blockOf) };
        return box.length === 0 ? stack : { columns: [...box, stack] };
      });
      return block.start === null
        ? { ul: items, margin: [0, 0, 0, 7] }
        : { ol: items, start: block.start, margin: [0, 0, 0, 7] };
    }
    case 'code':
      return { text: block.text, font: MONO, fontSize: 9, preserveLeadingSpaces: true, margin: [12, 2, 0, 8] };
    case 'table': {
      const columns = Math.max(1, ...block.rows.map((row) => row.length));
      const body = block.rows.map((row) =>
        Array.from({ length: columns }, (_, index): Content => ({ text: drawn(row[index] ?? []), fontSize: 8.5 })),
      );
      return {
        table: { headerRows: 1, widths: Array.from({ length: columns }, () => '*'), body },
        layout: 'lightHorizontalLines',
        margin: [0, 4, 0, 10],
      };
    }
    case 'rule':
      return { canvas: [{ type: 'line', x1: 0, y1: 0, x2: 451, y2: 0, lineWidth: 0.5 }], margin: [0, 8, 0, 8] };
  }
}

const LOOK: Partial<Record<InlineStyle, Style>> = {
  italic: { italics: true },
  bold: { bold: true },
  underline: { decoration: 'underline' },
  struck: { decoration: 'lineThrough' },
  code: { font: MONO, fontSize: 9 },
};

const drawn = (content: readonly Inline[]): Content[] => content.flatMap((inline) => runsOf(inline, {}));

function runsOf(inline: Inline, around: object): Content[] {
  switch (inline.kind) {
    case 'break':
      return [{ text: '\n' }];
    case 'pandoc':
      return [{ text: inline.text }];
    case 'link':
      return inline.content.flatMap((inner) => runsOf(inner, { link: inline.href, decoration: 'underline' }));
    case 'footnote': {
      const number = String(inline.index + 1);
      return [{ text: number, sup: true, id: `mark-${number}`, linkToDestination: `note-${number}` } as Content];
    }
    case 'text': {
      const look = Object.assign({}, around, ...inline.styles.map((style) => LOOK[style] ?? {}));
      const raised = inline.styles.includes('superscript') ? { sup: true } : {};
      const lowered = inline.styles.includes('subscript') ? { sub: true } : {};
      const words = inline.styles.includes('small-caps') ? inline.text.toLocaleUpperCase() : inline.text;
      return (words.match(STRETCHES) ?? []).map((stretch) => ({
        text: stretch,
        ...(IN_SERIF.test(stretch) ? {} : { font: SANS }),
        ...look,
        ...raised,
        ...lowered,
      }));
    }
  }
}
