/**
 * The pieces of text of one page, as pdf.js gives them and as they are to be read: what the file says of a stretch
 * (ActualText) in the place of what is drawn, and what annotations draw over the page marked as theirs.
 */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { AnnotationEnd, AnnotationMark } from './annotations.js';
import { withoutAdobeVariants } from './glyph-names.js';
import type { Glyphs } from './lines.js';

interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

/** Begin and end of marked content: `actualText` is what amended pdf.js adds. */
interface Marked {
  readonly type: 'beginMarkedContent' | 'beginMarkedContentProps' | 'endMarkedContent';
  readonly actualText?: string | null;
}

type Item = TextItem | Marked | AnnotationMark | AnnotationEnd;

export async function glyphsOf(document: PDFDocumentProxy, pageIndex: number): Promise<Glyphs[]> {
  const page = await document.getPage(pageIndex + 1);
  try {
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    return piecesOf(items as unknown as Item[]);
  } finally {
    page.cleanup();
  }
}

export function piecesOf(items: readonly Item[]): Glyphs[] {
  const pieces: Glyphs[] = [];
  const level: (string | null)[] = [];
  /** Begun within the outermost ActualText: stands for all that is drawn until that ends. */
  let actual: { text: string; depth: number; piece: Glyphs | null } | null = null;
  for (const item of items) {
    if ('str' in item) {
      const piece = pieceOf(item);
      if (!actual) pieces.push(piece);
      else if (piece.text.trim() !== '' || actual.piece) actual.piece = actual.piece ? united(actual.piece, piece) : piece;
      continue;
    }
    switch (item.type) {
      case 'beginMarkedContent':
      case 'beginMarkedContentProps': {
        const text = item.actualText ?? null;
        level.push(text);
        if (text !== null && !actual) actual = { text, depth: level.length, piece: null };
        break;
      }
      case 'endMarkedContent':
        if (actual && actual.depth === level.length) {
          if (actual.piece) pieces.push({ ...actual.piece, text: actual.text });
          actual = null;
        }
        level.pop();
        break;
      default:
        break;
    }
  }
  return pieces;
}

function pieceOf(item: TextItem): Glyphs {
  const [a = 0, b = 0, , , x = 0, y = 0] = item.transform;
  const size = item.height > 0 ? item.height : Math.hypot(a, b);
  return { text: withoutAdobeVariants(item.str), x, y, width: item.width, size, endsLine: item.hasEOL ? 'yes' : 'no' };
}

function united(one: Glyphs, other: Glyphs): Glyphs {
  const right = Math.max(one.x + one.width, other.x + other.width);
  return { ...one, width: right - one.x, endsLine: other.endsLine };
}
