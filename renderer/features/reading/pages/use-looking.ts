/**
 * How pages are looked at, while a person changes it: what is being tried is drawn at once and kept when it is decided.
 * Invariant: the file is never changed; what is kept is one undo step.
 */
import { useEffect, useRef, useState } from 'react';
import type { Page, PageKey, PageView, PageViewChange } from '../../../../electron/contract/index.js';
import { perform } from '../../../api/index.js';
import { FIRST_CORNERS } from './looking.js';
import type { SheetCorners } from './page-view-map.js';
import type { ViewTrial } from './view-trial.js';

export interface Looking {
  readonly isOpen: boolean;
  setOpen(isOpen: boolean): void;
  /** What is being tried; null when nothing is. */
  readonly trial: ViewTrial | null;
  /** What is being drawn on a page. */
  readonly mode: 'crop' | 'straighten' | null;
  readonly corners: SheetCorners;
  setCorners(corners: SheetCorners): void;
  /** Draws without keeping it. */
  attempt(keys: readonly PageKey[], change: PageViewChange): void;
  begin(mode: 'crop' | 'straighten', page: PageKey, corners: SheetCorners | null): void;
  keep(keys: readonly PageKey[], change: PageViewChange): Promise<void>;
  /** Nothing is kept of what was tried. */
  leave(): void;
}

/** Whether pages are kept as they were tried: an answer may still be that to an earlier change. */
function holds(pages: readonly Page[], { keys, change }: ViewTrial): boolean {
  return keys.every(({ sha256, pageIndex }) => {
    const page = pages.find((one) => one.sha256 === sha256 && one.pageIndex === pageIndex);
    return Object.entries(change).every(
      ([name, value]) =>
        value === undefined || JSON.stringify(page?.view[name as keyof PageView]) === JSON.stringify(value),
    );
  });
}

/** @param pages as they are kept; another array each time they were asked for again. */
export function useLooking(pages: readonly Page[] | null): Looking {
  const [isOpen, setOpen] = useState(false);
  const [trial, setTrial] = useState<ViewTrial | null>(null);
  const [mode, setMode] = useState<Looking['mode']>(null);
  const [corners, setCorners] = useState<SheetCorners>(FIRST_CORNERS);
  /** The trial that was kept: shown until the pages are known with it, so that nothing jumps back. */
  const kept = useRef<ViewTrial | null>(null);
  useEffect(() => {
    setTrial((now) => (now !== null && now === kept.current && pages !== null && holds(pages, now) ? null : now));
  }, [pages]);
  return {
    isOpen,
    setOpen,
    trial,
    mode,
    corners,
    setCorners,
    attempt: (keys, change) => setTrial({ keys, change }),
    begin: (next, page, begun) => {
      setMode(next);
      setCorners(begun ?? FIRST_CORNERS);
      // What is cut away must be seen to be chosen.
      setTrial({ keys: [page], change: next === 'crop' ? { crop: null } : { crop: null, corners: null } });
    },
    keep: async (keys, change) => {
      setMode(null);
      const next: ViewTrial = { keys, change };
      kept.current = next;
      setTrial(next);
      const { ok } = await perform('page.setView', {
        pages: keys.map(({ sha256, pageIndex }) => ({ sha256, pageIndex })),
        view: change,
      });
      if (!ok) setTrial((now) => (now === next ? null : now));
    },
    leave: () => {
      setMode(null);
      setTrial(null);
    },
  };
}
