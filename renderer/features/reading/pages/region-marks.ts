/** The regions that page images draw and report. Knows nothing of annotations. */
import type { ReactNode } from 'react';
import type { Colour, Region, Sha256 } from '../../../../electron/contract/index.js';

export interface RegionMark {
  readonly id: string;
  readonly region: Region;
  readonly colour: Colour;
  /** Its number among the regions of the source, from 1. */
  readonly number: number;
  /** Its accessible label. */
  readonly label: string;
}

export interface RegionTools {
  /** In reading order; a stable array. */
  readonly marks: readonly RegionMark[];
  readonly canDraw: boolean;
  /** A rectangle was drawn; it stays in sight until the promise is settled. */
  onDraw(region: Region): Promise<void>;
  onRemove(id: string): void;
  /** What is shown beside the active region. @param leave returns the focus to the pages. */
  card(id: string, leave: () => void): ReactNode;
}

/** What is drawn over words of a page: fractions of the upright page. */
export interface WordMark {
  /** Null: `pageIndex` counts all pages that are shown. */
  readonly sha256: Sha256 | null;
  readonly pageIndex: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly kind: 'hit' | 'current' | 'selected' | 'marked' | 'doubtful';
  readonly colour?: Colour;
}

/** A place on the pages that are shown: fractions of the page as it is. */
export interface PagePoint {
  /** The original that `pageIndex` counts in; left out: all pages that are shown, one after another. */
  readonly sha256?: Sha256;
  readonly pageIndex: number;
  readonly x: number;
  readonly y: number;
}

export interface PagesHandle {
  focus(): void;
  /** Scrolls a place into view, unless it is in sight. */
  goTo(place: PagePoint): void;
  /** Where one is looking. */
  currentPoint(): PagePoint;
}
