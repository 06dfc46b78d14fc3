/**
 * What a reader gives back, and the builder every reader writes through. Invariant: spans are valid whatever the input
 * was: pages tile the text in order, blocks are in order, trimmed, and never overlap; the text holds neither U+0000
 * nor a lone surrogate. Beyond that the characters stay as they were written: no NFC, no corrected hyphens.
 */
import {
  type CharsetId,
  type Description,
  FondsError,
  type InsetSpan,
  type LeftAside,
  type Span,
  type Suggestion,
} from '../contract/index.js';
import { t } from '../wording/index.js';

export interface ParsedFile {
  /** Blocks separated by a blank line; `\n` inside a block is a line break of the original. */
  readonly text: string;
  /** Pages first, then blocks, then insets; each group in text order. */
  readonly spans: Span[];
  /** Only what the file itself says; the title is missing when the file does not give one. */
  readonly description: Partial<Description>;
  /** What a person should know about how the text came about. */
  readonly remarks: string[];
  /** Parts of the original that are no text of the document, in its order; missing when the reader takes everything. */
  readonly leftAside?: readonly LeftAside[];
  /** What the file may say of itself; missing when everything is plain. */
  readonly suggestions?: readonly Suggestion[];
  readonly mediaType: string;
  readonly readerName: string;
}

export interface ReaderInfo {
  readonly name: string;
  readonly mediaType: string;
  /** Lower-case, with the dot. */
  readonly extensions: readonly string[];
}

export interface ReadOptions {
  /** The character set that a person chose; without it the file and its letters decide. Only for formats of text. */
  readonly charset?: CharsetId;
}

/** What a reader's own file exports; `index.ts` adds the name and the media type. */
export type ReadBytes = (
  bytes: Uint8Array,
  options: ReadOptions,
) => Promise<Omit<ParsedFile, 'mediaType' | 'readerName'>>;

export type TextBlockKind =
  | { readonly kind: 'paragraph' | 'quotation' | 'list-item' }
  | { readonly kind: 'heading'; readonly level: number };

/** Words of a block that were drawn over the page. UTF-16 offsets in what is given as the block; half-open. */
export interface Inset {
  readonly start: number;
  readonly end: number;
  readonly origin: InsetSpan['origin'];
}

const NO_INSETS: readonly Inset[] = [];

export const PARAGRAPH: TextBlockKind = { kind: 'paragraph' };

export const fileUnreadable = (message: string): FondsError => new FondsError('FILE_UNREADABLE', message);

const BLOCK_SEPARATOR = '\n\n';
const REPLACEMENT = '\uFFFD';

/** Collects pages and blocks in reading order. */
export class ParsedTextBuilder {
  readonly remarks: string[] = [];
  #parts: string[] = [];
  #length = 0;
  #blocks: Span[] = [];
  #insets: Span[] = [];
  #pages: { label: string; start: number | null }[] = [];
  #zeroCount = 0;
  #loneCount = 0;

  /** Blocks added from now on stand on this page; a page without blocks stays, with a length of 0. */
  page(label: string): void {
    this.#pages.push({ label, start: null });
  }

  /**
   * Adds a block unless nothing visible is in it.
   * @param insets in text order, never overlapping; `raw` holds no carriage return then.
   */
  block(kind: TextBlockKind, raw: string, insets: readonly Inset[] = NO_INSETS): void {
    const cleaned = this.#clean(raw);
    const text = trimVisible(cleaned);
    if (text === '') return;
    if (this.#length > 0) this.#append(BLOCK_SEPARATOR);
    const start = this.#length;
    this.#append(text);
    const page = this.#pages.at(-1);
    if (page && page.start === null) page.start = start;
    const end = this.#length;
    const shift = start - (cleaned.length - cleaned.trimStart().length);
    for (const inset of insets) {
      const place = { start: Math.max(start, inset.start + shift), end: Math.min(end, inset.end + shift) };
      if (place.start < place.end) this.#insets.push({ kind: 'inset', ...place, origin: inset.origin });
    }
    if (kind.kind === 'heading') {
      this.#blocks.push({ kind: 'heading', start, end, level: Math.min(6, Math.max(1, Math.round(kind.level))) });
    } else {
      this.#blocks.push({ kind: kind.kind, start, end });
    }
  }

  /** UTF-16 units added so far. */
  get length(): number {
    return this.#length;
  }

  /**
   * @param nothingMessage what to say when no block was added.
   * @throws FondsError `FILE_UNREADABLE` when the document holds no text.
   */
  finish(description: Partial<Description>, nothingMessage: string): Omit<ParsedFile, 'mediaType' | 'readerName'> {
    if (this.#length === 0) throw fileUnreadable(nothingMessage);
    if (this.#zeroCount > 0) {
      this.remarks.push(
        t('{zeroCount, plural, one {# null character} other {# null characters}} (U+0000) replaced by U+FFFD.', {
          zeroCount: this.#zeroCount,
        }),
      );
    }
    if (this.#loneCount > 0) {
      this.remarks.push(
        t(
          '{loneCount, plural, one {# half of a broken character} other {# half of a broken characters}} (lone surrogate) replaced by U+FFFD.',
          { loneCount: this.#loneCount },
        ),
      );
    }
    return {
      text: this.#parts.join(''),
      spans: [...this.#pageSpans(), ...this.#blocks, ...this.#insets],
      description,
      remarks: this.remarks,
    };
  }

  #append(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }

  #clean(raw: string): string {
    let text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
    if (text.includes('\0')) {
      text = text.replace(/\0/g, () => {
        this.#zeroCount += 1;
        return REPLACEMENT;
      });
    }
    if (!text.isWellFormed()) {
      text = text.replace(/\p{Cs}/gu, () => {
        this.#loneCount += 1;
        return REPLACEMENT;
      });
    }
    return text;
  }

  #pageSpans(): Span[] {
    const spans: Span[] = [];
    let end = this.#length;
    for (let pageIndex = this.#pages.length - 1; pageIndex >= 0; pageIndex -= 1) {
      const page = this.#pages[pageIndex];
      if (!page) continue;
      // The first page begins the text; an empty page has no length, at the place where the next one begins.
      const start = pageIndex === 0 ? 0 : (page.start ?? end);
      spans.push({ kind: 'page', start, end, pageIndex, pageLabel: page.label });
      end = start;
    }
    return spans.reverse();
  }
}

/** Trims white space at both ends, and invisible characters only if they are all there is. */
function trimVisible(text: string): string {
  const trimmed = text.trim();
  return /^[\s\u00AD\u200B-\u200F\u2060\uFEFF]*$/.test(trimmed) ? '' : trimmed;
}

export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`;
}
