/** Words that were drawn over a page, as the reading view shows them: each says what it is. */
import { isInsetSpan, type Span } from '../../../electron/contract/index.js';
import css from './Insets.module.css';
import type { TextOverlay } from './text-overlays.js';

/** @returns overlays by start. */
export const insetOverlays = (spans: readonly Span[]): TextOverlay[] =>
  spans.filter(isInsetSpan).map(({ start, end, origin }) => ({
    id: `inset-${start}`,
    start,
    end,
    className: css.inset ?? '',
    kind: origin,
  }));
