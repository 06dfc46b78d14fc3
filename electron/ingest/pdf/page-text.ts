/**
 * The pieces of text of one page, as pdf.js gives them and as they are to be read: what the file says of a range
 * (ActualText) in the place of what is drawn, and what annotations draw over the page marked as theirs.
 */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { withoutAdobeVariants } from './glyph-names.js';
import type { GlyphRun, InsetOrigin } from './glyph-run.js';
import { type FramePosition, frameOf, type PageFrame, uprightBy } from './page-frame.js';
import type { AnnotationEnd, AnnotationMark } from './pdf-annotations.js';
import { credibleTexts, type StructureText, structureTextsIn, unsetIn } from './structure-texts.js';

interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
  readonly hasEOL: boolean;
}

/** Begin and end of marked content: `actualText` is what amended pdf.js adds. */
interface MarkedContent {
  readonly type: 'beginMarkedContent' | 'beginMarkedContentProps' | 'endMarkedContent';
  readonly actualText?: string | null;
  /** Of content that belongs to an element of the document's structure. */
  readonly id?: string | null;
  readonly tag: string | null;
}

type PageItem = TextItem | MarkedContent | AnnotationMark | AnnotationEnd;

export interface PageText {
  /** What the page draws, then what annotations draw over it; each in drawing order. */
  readonly pieces: readonly GlyphRun[];
  /** Remarks that somebody pinned to the page, which it does not show. */
  readonly notes: number;
  /** Annotations whose appearance is damaged. */
  readonly damaged: number;
  /** Texts of the document's structure for what is not drawn as text, a picture for instance; they are not read. */
  readonly actualTexts: number;
}

export async function pageTextOf(page: PDFPageProxy): Promise<PageText> {
  const content = await page.getTextContent({ includeMarkedContent: true });
  const items = content.items as unknown as readonly PageItem[];
  const isTagged = items.some((item) => 'type' in item && 'id' in item && typeof item.id === 'string');
  const structureTexts = structureTextsIn(isTagged ? await page.getStructTree() : null);
  const reader = new ItemReader(
    frameOf(page),
    (fontName) => content.styles[fontName]?.vertical === true,
    credibleTexts(structureTexts, items),
  );
  for (const item of items) reader.take(item);
  const { notes, damaged } = reader;
  return { pieces: uprightBy(reader.pieces), notes, damaged, actualTexts: unsetIn(structureTexts) };
}

type PlacedGlyphs = GlyphRun & FramePosition;

/** A text that stands for what is drawn until its marked content ends. */
interface ActualText {
  readonly text: string;
  /** The element of the structure that gives it; null when the content itself does. */
  readonly said: StructureText | null;
  readonly depth: number;
  drawn: PlacedGlyphs | null;
}

class ItemReader {
  readonly pieces: PlacedGlyphs[] = [];
  notes = 0;
  damaged = 0;
  readonly #frame: PageFrame;
  readonly #isVertical: (fontName: string) => boolean;
  /** Tags of the marked content that is open. */
  #open: (string | null)[] = [];
  /** The outermost ActualText that is open: stands for all that is drawn until it ends. */
  #actual: ActualText | null = null;
  readonly #said: ReadonlyMap<string, StructureText>;
  #annotation = 0;
  #origin: InsetOrigin | null = null;

  constructor(
    frame: PageFrame,
    isVertical: (fontName: string) => boolean,
    structureTexts: ReadonlyMap<string, StructureText>,
  ) {
    this.#said = structureTexts;
    this.#frame = frame;
    this.#isVertical = isVertical;
  }

  take(item: PageItem): void {
    if ('str' in item) {
      this.#draw(this.#pieceOf(item));
      return;
    }
    switch (item.type) {
      case 'beginMarkedContent':
      case 'beginMarkedContentProps':
        this.#open.push(item.tag);
        this.#begin(item.actualText ?? null, this.#said.get(item.id ?? '') ?? null);
        break;
      case 'endMarkedContent':
        if (this.#actual?.depth === this.#open.length) this.#end();
        this.#open.pop();
        break;
      case 'fonds-annotation':
        if (item.note === 'yes') this.notes += 1;
        else this.#beginAnnotation(item);
        break;
      case 'fonds-annotation-end':
        if (item.isDamaged) this.damaged += 1;
        this.#leave();
        this.#origin = null;
        break;
    }
  }

  /** Marked content ends with the stream that began it, also where the file forgot to say so. */
  #leave(): void {
    this.#end();
    this.#open = [];
  }

  #beginAnnotation(mark: AnnotationMark): void {
    this.#leave();
    this.#annotation += 1;
    this.#origin = mark.subtype === 'Widget' ? 'form-field' : mark.subtype === 'Stamp' ? 'stamp' : 'typed';
    if (mark.value === null) return;
    for (const line of this.#frame.linesIn(mark.rect, mark.value.split(/\r\n?|\n/), mark.size)) {
      this.pieces.push({ ...line, endsLine: 'yes', ...this.#drawnBy() });
    }
  }

  #drawnBy(): Pick<GlyphRun, 'origin' | 'annotation'> {
    return { origin: this.#origin, annotation: this.#origin === null ? 0 : this.#annotation };
  }

  #pieceOf(item: TextItem): PlacedGlyphs {
    const placed = this.#frame.place(item.transform, this.#isVertical(item.fontName) ? 'downwards' : 'along');
    const width = placed.direction === 'downwards' ? item.height : item.width;
    const text = withoutAdobeVariants(item.str);
    return { ...placed, text, width, endsLine: item.hasEOL ? 'yes' : 'no', ...this.#drawnBy() };
  }

  #draw(piece: PlacedGlyphs): void {
    if (!this.#actual) this.pieces.push(piece);
    else if (this.#actual.drawn) this.#actual.drawn = united(this.#actual.drawn, piece);
    // The gap before the first glyph is none of what the text stands for.
    else if (piece.text.trim() === '') this.pieces.push(piece);
    else this.#actual.drawn = piece;
  }

  #begin(own: string | null, structureTexts: StructureText | null): void {
    const text = own ?? structureTexts?.text ?? null;
    // Of a range that is drawn from its end, programs give the letters for the wrong glyphs.
    if (text === null || this.#actual || this.#open.includes('ReversedChars')) return;
    this.#actual = { text, said: own === null ? structureTexts : null, depth: this.#open.length, drawn: null };
  }

  #end(): void {
    const { text = '', drawn = null, said: structureTexts = null } = this.#actual ?? {};
    this.#actual = null;
    if (!drawn || structureTexts?.isSet) return;
    if (text === '' && isSaid(drawn.text)) {
      this.pieces.push(drawn);
      return;
    }
    if (structureTexts) structureTexts.isSet = true;
    const gap = /^\s/.test(drawn.text) && !/^\s/.test(text) ? ' ' : '';
    this.pieces.push({ ...drawn, text: gap + text });
  }
}

/**
 * Whether an empty ActualText is to be disbelieved: it hides leaders and ornaments. Over letters or a mark of
 * punctuation it is a fault of the program that wrote the file, and a hyphen tells that the word goes on.
 */
const isSaid = (drawn: string) => /[\p{L}\p{N}]/u.test(drawn) || /^\s*\p{P}\s*$/u.test(drawn);

function united(one: PlacedGlyphs, other: PlacedGlyphs): PlacedGlyphs {
  const right = Math.max(one.x + one.width, other.x + other.width);
  return { ...one, text: one.text + other.text, width: right - one.x, endsLine: other.endsLine };
}
