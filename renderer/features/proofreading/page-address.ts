/** Addresses of page images in the window. */
import { type Page, type PageKey, PLAIN_VIEW } from '../../../electron/contract/index.js';

const addressOf = ({ sha256, pageIndex }: PageKey, search: URLSearchParams): string =>
  `original://archive/${sha256}/page/${pageIndex}?${search}`;

/**
 * The page as its words were read on it: turned and lit as it is looked at, but neither cropped nor straightened, since
 * boxes are of the whole page.
 */
export function linesAddress({ view, ...page }: PageKey & Pick<Page, 'view'>, fit: number): string {
  const { turn, brightness, contrast, isInverted } = view;
  const shown = { ...PLAIN_VIEW, turn, brightness, contrast, isInverted };
  const isPlain = JSON.stringify(shown) === JSON.stringify(PLAIN_VIEW);
  return addressOf(page, new URLSearchParams({ fit: String(fit), view: isPlain ? 'plain' : JSON.stringify(shown) }));
}

/** The page as it is kept to be looked at. */
export const pageAddress = ({ view, ...page }: PageKey & Pick<Page, 'view'>, fit: number): string =>
  addressOf(page, new URLSearchParams({ fit: String(fit), v: JSON.stringify(view) }));
