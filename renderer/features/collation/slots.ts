/**
 * What the comparison asks the frame to draw for it, as features do not know each other: the text of a witness with its
 * annotations, and its page images.
 */
import type { ReactNode, RefObject } from 'react';
import type { Source, TextVersion, VersionId } from '../../../electron/contract/index.js';

/** What is laid over the words, by start; `end` as `start` for a point between words. */
export interface VariantOverlay {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly className: string;
  readonly kind: string;
}

/** What the comparison asks of a text that is drawn. Heights are CSS pixels from the top of the text. */
export interface WitnessTextHandle {
  focus(): void;
  clearSelection(): void;
  /** Puts the first line of an overlay at a share of the window's height. */
  goToOverlay(overlay: { readonly id: string; readonly start: number }, share: number): void;
  /** An estimate until the words have been drawn. */
  topOf(offset: number): number;
  offsetAt(px: number): number;
  scroller(): HTMLElement | null;
}

/** `[start, end)` of a version, with its words. */
export interface WitnessSelection {
  readonly versionId: VersionId;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface WitnessTextView {
  readonly source: Source;
  readonly text: TextVersion;
  /** What the place in it is remembered under. */
  readonly memoryKey: string;
  /** Whether keys and commands are for this text. */
  readonly isActive: boolean;
  readonly overlays: readonly VariantOverlay[];
  readonly currentOverlay: string | null;
  readonly handle: RefObject<WitnessTextHandle | null>;
  onSelection(words: WitnessSelection | null): void;
  onOverlay(id: string): void;
  onDrawn(): void;
}

export interface WitnessImageView {
  readonly source: Source;
  readonly text: TextVersion;
  /** UTF-16 offset whose page is shown first. */
  readonly at: number;
  readonly isActive: boolean;
  toText(offset: number): void;
}

export interface CollationSlots {
  /** What `image` would show of a source; null where there is nothing to look at. */
  imageOf(source: Source): 'page image' | 'web page' | null;
  text(view: WitnessTextView): ReactNode;
  image(view: WitnessImageView): ReactNode;
}
