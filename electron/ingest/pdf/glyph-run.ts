/** Pieces of text of a page, as a file draws them. */
import type { InsetSpan } from '../../contract/index.js';

/** What drew a range over the page. */
export type InsetOrigin = Extract<InsetSpan['origin'], 'form-field' | 'typed' | 'stamp'>;

/** A run of glyphs. Positions in PDF points as the text itself runs: `x` along its line, `y` upwards from line to line. */
export interface GlyphRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Font size in points. */
  readonly size: number;
  readonly endsLine: 'yes' | 'no';
  /** Degrees by which the text is turned on the page as it is shown; 0 for upright text. */
  readonly turn: number;
  /** What drew it over the page; null for the page itself. */
  readonly origin: InsetOrigin | null;
  /** Tells what was drawn by different annotations apart; 0 for the page itself. */
  readonly annotation: number;
  /** Of a range that is read from its right end: what follows it on its line stands to the left. */
  readonly runs?: 'leftwards';
}
