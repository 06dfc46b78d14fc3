/**
 * Where pages stand in the grid: heads of sources, and lines of pages. Sources of one page stand together, or forty
 * photographs would make forty lines. Pure; all measures in CSS pixels.
 */
import type { GatheredSource } from '../../../electron/contract/index.js';
import type { Cell } from './gathered-sources.js';

export interface GridMeasures {
  readonly columns: number;
  readonly cellPx: number;
  readonly gapPx: number;
  readonly paddingPx: number;
  readonly headPx: number;
  readonly linePx: number;
}

export type GridRow =
  | { readonly kind: 'head'; readonly key: string; readonly source: GatheredSource; readonly first: number }
  /** Above sources of one page each. */
  | { readonly kind: 'single-head'; readonly key: string; readonly count: number }
  /** The cells from `first` on, `count` of them. */
  | { readonly kind: 'line'; readonly key: string; readonly first: number; readonly count: number };

export interface GridLayout {
  readonly rows: readonly GridRow[];
  /** The row of each cell. */
  readonly rowOf: readonly number[];
  readonly heights: readonly number[];
}

/** From this many pixels on a thumbnail can be told from another, and up to these it is a page to be read. */
export const SMALLEST_PX = 96;
export const LARGEST_PX = 320;
export const STEP_PX = 32;
export const GAP_PX = 12;
export const PADDING_PX = 20;
const HEAD_PX = 40;
const CAPTION_PX = 42;

/** @param widthPx of the grid, without its scroll bar. */
export function measuresFor(widthPx: number, cellPx: number): GridMeasures {
  const columns = Math.max(1, Math.floor((widthPx - 2 * PADDING_PX + GAP_PX) / (cellPx + GAP_PX)));
  return { columns, cellPx, gapPx: GAP_PX, paddingPx: PADDING_PX, headPx: HEAD_PX, linePx: cellPx + CAPTION_PX };
}

/** @param cells of all sources, source by source. */
export function layOut(cells: readonly Cell[], { columns, headPx, linePx }: GridMeasures): GridLayout {
  const rows: GridRow[] = [];
  const rowOf: number[] = [];
  const addLines = (first: number, until: number) => {
    for (let at = first; at < until; at += columns) {
      const count = Math.min(columns, until - at);
      for (let cell = 0; cell < count; cell += 1) rowOf.push(rows.length);
      rows.push({ kind: 'line', key: `line ${cells[at]?.key ?? at}`, first: at, count });
    }
  };
  for (let at = 0; at < cells.length; ) {
    const source = cells[at]?.source as GatheredSource;
    if (source.pages.length > 1) {
      rows.push({ kind: 'head', key: `head ${source.id}`, source, first: at });
      addLines(at, at + source.pages.length);
      at += source.pages.length;
      continue;
    }
    let until = at;
    while (cells[until] !== undefined && cells[until]?.source.pages.length === 1) until += 1;
    rows.push({ kind: 'single-head', key: `singles ${cells[at]?.key ?? at}`, count: until - at });
    addLines(at, until);
    at = until;
  }
  return { rows, rowOf, heights: rows.map(({ kind }) => (kind === 'line' ? linePx : headPx)) };
}

const lineAt = ({ rows }: GridLayout, row: number): Extract<GridRow, { kind: 'line' }> | null => {
  const found = rows[row];
  return found?.kind === 'line' ? found : null;
};

/** The line `by` lines further; the last one there is when there are fewer. */
function lineFrom(layout: GridLayout, row: number, by: number): Extract<GridRow, { kind: 'line' }> | null {
  const step = Math.sign(by);
  let reached = lineAt(layout, row);
  let left = Math.abs(by);
  for (let at = row + step; left > 0 && at >= 0 && at < layout.rows.length; at += step) {
    const line = lineAt(layout, at);
    if (!line) continue;
    reached = line;
    left -= 1;
  }
  return reached;
}

/** @param screenful lines that a page key moves by. @returns the cell that a key leads to; null when it does not move. */
export function cellAfterKey(layout: GridLayout, key: string, active: number, screenful: number): number | null {
  const last = layout.rowOf.length - 1;
  if (last < 0) return null;
  const at = Math.max(0, Math.min(last, active));
  const vertical = { ArrowUp: -1, ArrowDown: 1, PageUp: -screenful, PageDown: screenful }[key];
  if (vertical === undefined) {
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: last }[key];
    return to === undefined ? null : Math.max(0, Math.min(last, to));
  }
  const row = layout.rowOf[at] ?? 0;
  const column = at - (lineAt(layout, row)?.first ?? at);
  const line = lineFrom(layout, row, vertical);
  // Below the last line of a column that is shorter there is the end of the line.
  return line ? Math.min(line.first + column, line.first + line.count - 1) : at;
}
