/** A rectangle that is set with keys, in CSS pixels of the page as it is shown. It stays on the page and has an area. */

import { t } from '../../../../electron/wording/index.js';
import type { PageRect, PageSize } from './page-geometry.js';

/** How far one key goes, in CSS pixels. */
const STEP_PX = 16;
const FINE_PX = 1;
/** Smaller ones can hardly be seen or chosen again, in CSS pixels. */
export const MIN_SIDE_PX = 6;

/** A third of what is in sight of the page, in its middle. @param sight the part of the page that is in sight. */
export function firstDraft(page: PageSize, sight: PageRect): PageRect {
  const width = Math.max(MIN_SIDE_PX, Math.min(page.width, sight.width / 3));
  const height = Math.max(MIN_SIDE_PX, Math.min(page.height, sight.height / 4));
  const x = sight.x + (sight.width - width) / 2;
  const y = sight.y + (sight.height - height) / 2;
  return keptOnPage({ x, y, width, height }, page);
}

export interface DraftKey {
  readonly key: string;
  /** Resizes instead of moving. */
  readonly shiftKey: boolean;
  /** Fine steps. */
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** @returns the rectangle after an arrow key; null for every other key. */
export function moveDraft(
  draft: PageRect,
  page: PageSize,
  { key, shiftKey, ctrlKey, metaKey }: DraftKey,
): PageRect | null {
  const direction = DIRECTIONS[key];
  if (!direction) return null;
  const step = ctrlKey || metaKey ? FINE_PX : STEP_PX;
  const [dx, dy] = [direction[0] * step, direction[1] * step];
  if (!shiftKey) return keptOnPage({ ...draft, x: draft.x + dx, y: draft.y + dy }, page);
  return {
    ...draft,
    width: bounded(draft.width + dx, MIN_SIDE_PX, page.width - draft.x),
    height: bounded(draft.height + dy, MIN_SIDE_PX, page.height - draft.y),
  };
}

/** Moved back onto the page. */
function keptOnPage(box: PageRect, page: PageSize): PageRect {
  return { ...box, x: bounded(box.x, 0, page.width - box.width), y: bounded(box.y, 0, page.height - box.height) };
}

const bounded = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));

/** The announcement of a rectangle: where it is on the page as shown. */
export function describeDraft({ x, y, width, height }: PageRect, page: PageSize): string {
  const part = (px: number, of: number) => `${Math.round((px / of) * 100)} %`;
  return t('{part} from the left, {part2} from the top, {part3} wide, {part4} high', {
    part: part(x, page.width),
    part2: part(y, page.height),
    part3: part(width, page.width),
    part4: part(height, page.height),
  });
}
