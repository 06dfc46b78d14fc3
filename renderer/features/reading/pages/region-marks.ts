/** What the page images are told of regions, and tell of them. They know nothing of annotations. */
import type { ReactNode } from 'react';
import type { Colour, Region } from '../../../../electron/contract/index.js';

export interface RegionMark {
  readonly id: string;
  readonly region: Region;
  readonly colour: Colour;
  /** Its number among the regions of the source, from 1. */
  readonly number: number;
  /** All that a screen reader is told of it. */
  readonly label: string;
}

export interface RegionTools {
  /** In reading order; a stable array. */
  readonly marks: readonly RegionMark[];
  readonly canDraw: boolean;
  /** A rectangle was drawn; it stays in sight until the promise is settled. */
  onDraw(region: Region): Promise<void>;
  onRemove(id: string): void;
  /** What is shown beside the region that is looked at. @param leave gives the focus back to the pages. */
  card(id: string, leave: () => void): ReactNode;
}

/** A place on the pages of an original: fractions of the page as it is. */
export interface PagePoint {
  readonly pageIndex: number;
  readonly x: number;
  readonly y: number;
}

export interface PagesHandle {
  focus(): void;
  /** Puts a place before the eye, unless it is in sight. */
  goTo(place: PagePoint): void;
  /** Where one is looking. */
  here(): PagePoint;
}
