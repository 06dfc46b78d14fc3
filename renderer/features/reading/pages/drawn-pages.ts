/** Pages of a source as the archive's service draws them: photographs and scans of every kind, as they are looked at. */
import type { Page, PageKey, PageView } from '../../../../electron/contract/index.js';
import type { PageSize } from './page-geometry.js';
import { type PageSource, PagesProblem } from './page-source.js';
import { viewedSize, viewMapOf } from './page-view-map.js';

/** CSS pixels to the inch over those of a scan: at scale 1 a scan is as large as its paper. */
const SCAN_SCALE = 96 / 300;
/** An image with a longer side than this is taken for a page that was scanned or photographed as finely as a scan. */
const FINE_PX = 1_600;
/** Drawings are asked for in steps, so that a pane that is made a little wider draws nothing again. */
const STEP_PX = 320;
const LARGEST_PX = 8_000;
const USUAL: PageSize = { width: 794, height: 1_123 };

/** @param view left out: as it is kept. */
export function drawnAddress({ sha256, pageIndex }: PageKey, fit: number, view?: PageView | 'plain'): string {
  const asked = view === undefined || view === 'plain' ? view : JSON.stringify(view);
  const options = new URLSearchParams({ fit: String(fit), ...(asked === undefined ? {} : { view: asked }) });
  return `original://archive/${sha256}/page/${pageIndex}?${options}`;
}

export function drawnSizeOf({ width, height, view }: Page): PageSize {
  if (width === 0 || height === 0) return USUAL;
  const size = viewedSize({ width, height }, view);
  const scale = Math.max(width, height) > FINE_PX ? SCAN_SCALE : 1;
  return { width: size.width * scale, height: size.height * scale };
}

export function drawnPages(pages: readonly Page[]): PageSource {
  const pageOf = (index: number): Page => {
    const page = pages[index];
    if (!page) throw new PagesProblem('broken');
    return page;
  };
  return {
    pageCount: pages.length,
    totalCount: pages.length,
    labels: null,
    keyOf: (index) => pageOf(index),
    viewMapOf: (index) => viewMapOf(pageOf(index).view),
    viewOf: (index) => pageOf(index).view,
    pictureKey: (index) => drawnAddress(pageOf(index), 0, pageOf(index).view),
    sizeOf: async (index) => drawnSizeOf(pageOf(index)),
    draw: async (index, widthPx, signal) => {
      const page = pageOf(index);
      const { width, height } = drawnSizeOf(page);
      const longer = widthPx * Math.max(1, height / width);
      const fit = Math.min(LARGEST_PX, Math.ceil(longer / STEP_PX) * STEP_PX);
      const answer = await fetch(drawnAddress(page, fit, page.view), { signal }).catch(() => null);
      if (!answer?.ok) throw new PagesProblem(answer?.status === 404 ? 'missing' : 'broken');
      const image = new Image();
      image.decoding = 'async';
      image.alt = '';
      const address = URL.createObjectURL(await answer.blob());
      try {
        image.src = address;
        await image.decode();
      } catch {
        throw new PagesProblem('broken');
      } finally {
        URL.revokeObjectURL(address);
      }
      return image;
    },
    close: () => undefined,
  };
}
