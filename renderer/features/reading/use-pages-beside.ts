/**
 * Page images and text that scroll together. Whichever of the two a person last touched leads; the other goes to the same
 * page, and never leads back.
 */
import { type RefObject, useRef } from 'react';
import type { Span } from '../../../electron/contract/index.js';
import type { PagesHandle } from './pages/index.js';
import type { ReadingTextHandle } from './reading-text-props.js';

export interface PagesBesideOptions {
  readonly spans: readonly Span[];
  readonly text: RefObject<ReadingTextHandle | null>;
  readonly pages: RefObject<PagesHandle | null>;
}

type Side = 'text' | 'pages';

export function usePagesBeside({ spans, text, pages }: PagesBesideOptions) {
  const leader = useRef<Side>('text');
  const lead = (side: Side) => () => {
    leader.current = side;
  };
  const props = (side: Side) => ({
    onPointerDownCapture: lead(side),
    onWheelCapture: lead(side),
    onKeyDownCapture: lead(side),
  });
  return {
    pagesProps: props('pages'),
    textProps: props('text'),
    /** The text is at another page. */
    onTextPage: (pageIndex: number | null): void => {
      if (leader.current === 'text' && pageIndex !== null) pages.current?.goTo({ pageIndex, x: 0, y: 0 });
    },
    /** The page images are at another page. */
    onPage: (pageIndex: number): void => {
      if (leader.current !== 'pages') return;
      const span = spans.find((one) => one.kind === 'page' && one.pageIndex === pageIndex);
      if (span) text.current?.goTo({ id: `page ${pageIndex}`, start: span.start });
    },
  };
}
