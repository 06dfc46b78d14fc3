/** The page images of an original. */
export { PageView } from './PageView.js';
export { addressOf } from './page-source.js';
export type { PagePoint, PagesHandle, RegionMark, RegionTools, WordMark } from './region-marks.js';
