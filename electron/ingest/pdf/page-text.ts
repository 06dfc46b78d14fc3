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
  readonly tag: string | null;
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

/**
 * @param items of pdf.js, with marked content.
 * @returns pieces in drawing order.
 */
export function piecesOf(items: readonly Item[]): Glyphs[] {
  const reader = new ItemReader();
  for (const item of items) reader.take(item);
  return reader.pieces;
}

class ItemReader {
  readonly pieces: Glyphs[] = [];
  /** Tags of the marked content that is open. */
  readonly #open: (string | null)[] = [];
  /** The outermost ActualText that is open: stands for all that is drawn until it ends. */
  #actual: { readonly text: string; readonly depth: number; drawn: Glyphs | null } | null = null;

  take(item: Item): void {
    if ('str' in item) {
      this.#draw(pieceOf(item));
      return;
    }
    switch (item.type) {
      case 'beginMarkedContent':
      case 'beginMarkedContentProps':
        this.#open.push(item.tag);
        this.#begin(item.actualText ?? null);
        break;
      case 'endMarkedContent':
        if (this.#actual?.depth === this.#open.length) this.#end(this.#actual);
        this.#open.pop();
        break;
      default:
        break;
    }
  }

  #draw(piece: Glyphs): void {
    if (!this.#actual) this.pieces.push(piece);
    else if (this.#actual.drawn) this.#actual.drawn = united(this.#actual.drawn, piece);
    // The gap before the first glyph is none of what the text stands for.
    else if (piece.text.trim() === '') this.pieces.push(piece);
    else this.#actual.drawn = piece;
  }

  #begin(text: string | null): void {
    // Of a stretch that is drawn from its end, programs give the letters for the wrong glyphs.
    if (text === null || this.#actual || this.#open.includes('ReversedChars')) return;
    this.#actual = { text, depth: this.#open.length, drawn: null };
  }

  #end({ text, drawn }: { readonly text: string; readonly drawn: Glyphs | null }): void {
    this.#actual = null;
    if (!drawn) return;
    if (text === '' && isSaid(drawn.text)) {
      this.pieces.push(drawn);
      return;
    }
    const gap = /^\s/.test(drawn.text) && !/^\s/.test(text) ? ' ' : '';
    this.pieces.push({ ...drawn, text: gap + text });
  }
}

/**
 * Whether an empty ActualText is to be believed: it hides leaders and ornaments. Over letters or a mark of punctuation
 * it is a fault of the program that wrote the file, and a hyphen tells that the word goes on.
 */
const isSaid = (drawn: string) => /[\p{L}\p{N}]/u.test(drawn) || /^\s*\p{P}\s*$/u.test(drawn);

function pieceOf(item: TextItem): Glyphs {
  const [a = 0, b = 0, , , x = 0, y = 0] = item.transform;
  const size = item.height > 0 ? item.height : Math.hypot(a, b);
  return { text: withoutAdobeVariants(item.str), x, y, width: item.width, size, endsLine: item.hasEOL ? 'yes' : 'no' };
}

function united(one: Glyphs, other: Glyphs): Glyphs {
  const right = Math.max(one.x + one.width, other.x + other.width);
  return { ...one, width: right - one.x, endsLine: other.endsLine };
}
