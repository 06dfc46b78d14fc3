/** Views of pages that are being tried. Pure. */
import type { Page, PageKey, PageView, PageViewChange } from '../../../../electron/contract/index.js';

export interface ViewTrial {
  readonly keys: readonly PageKey[];
  readonly change: PageViewChange;
}

/** A view with what changes of it. */
export function changedView(view: PageView, change: PageViewChange): PageView {
  return {
    turn: change.turn ?? view.turn,
    corners: change.corners === undefined ? view.corners : change.corners,
    crop: change.crop === undefined ? view.crop : change.crop,
    brightness: change.brightness ?? view.brightness,
    contrast: change.contrast ?? view.contrast,
    isInverted: change.isInverted ?? view.isInverted,
  };
}

/** The pages as they are kept, but for what is being tried. */
export function withTrial(pages: readonly Page[], trial: ViewTrial | null): readonly Page[] {
  if (!trial) return pages;
  const tried = new Set(trial.keys.map(({ sha256, pageIndex }) => `${sha256} ${pageIndex}`));
  return pages.map((page) =>
    tried.has(`${page.sha256} ${page.pageIndex}`) ? { ...page, view: changedView(page.view, trial.change) } : page,
  );
}
