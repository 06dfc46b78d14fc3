/** Sizes and visibility of the side panes, saved with the layout. A hidden pane comes back as wide as it was. */
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { type PanelSize, usePanelRef } from 'react-resizable-panels';
import { z } from 'zod';
import { saveLayout } from '../api/index.js';
import type { PaneName } from './workspace/areas.js';

export const PANES = {
  list: { defaultPx: 340, minPx: 200 },
  inspector: { defaultPx: 300, minPx: 190 },
} as const satisfies Record<PaneName, unknown>;
/** What is left to the documents in the narrowest window. */
export const DOCUMENTS_MIN_PX = 270;
/** How long the window's edge rests before the panes are fitted. */
const RESIZE_REST_MS = 120;

const PaneSize = z.object({ widthPx: z.number().min(100).max(4_000), isHidden: z.boolean() });
const PaneLayout = z.object({ list: PaneSize, inspector: PaneSize });
type PaneLayout = z.infer<typeof PaneLayout>;

/** @param remembered what the preferences hold under `panes`. */
export const parsePaneLayout = (remembered: unknown): PaneLayout => {
  const parsed = PaneLayout.safeParse(remembered);
  if (parsed.success) return parsed.data;
  return {
    list: { widthPx: PANES.list.defaultPx, isHidden: false },
    inspector: { widthPx: PANES.inspector.defaultPx, isHidden: false },
  };
};

/** A pane that a person shows although what is on top wants the room: `kept` for as long as the window is open. */
type PaneOverride = 'kept' | 'passing';

/**
 * What is remembered is what the person did; what a narrow window does to the panes by itself passes with it.
 * @param remembered what the preferences hold under `panes`.
 * @param onFolded called at each size that a pane takes, with whether that folds it away.
 */
export function usePanes(remembered: unknown, onFolded: (name: PaneName, isFolded: boolean) => void) {
  const wanted = useRef<PaneLayout | null>(null);
  wanted.current ??= parsePaneLayout(remembered);
  const [start] = useState<PaneLayout>(wanted.current);
  const list = usePanelRef();
  const inspector = usePanelRef();
  const documents = usePanelRef();
  const refs = { list, inspector };
  /** What is left to the documents before the panes at the sides give way. */
  const [leastPx, setLeast] = useState(DOCUMENTS_MIN_PX);

  const overrides = useRef(new Map<PaneName, PaneOverride>());

  const remember = (next: PaneLayout): void => {
    wanted.current = next;
    saveLayout('panes', next);
  };

  /** A pane has another size, for whatever reason. */
  const resized = (name: PaneName, size: PanelSize): void => onFolded(name, size.inPixels < 1);

  /** The person has moved a separator. */
  const moved = (): void => {
    const now = (name: PaneName, known: PaneLayout[PaneName]): PaneLayout[PaneName] => {
      const widthPx = Math.round(refs[name].current?.getSize().inPixels ?? 0);
      return widthPx < 1 ? { ...known, isHidden: true } : { widthPx, isHidden: false };
    };
    const known = wanted.current ?? start;
    remember({ list: now('list', known.list), inspector: now('inspector', known.inspector) });
  };

  const turn = (name: PaneName, how: PaneOverride): void => {
    const panel = refs[name].current;
    if (!panel) return;
    const known = wanted.current ?? start;
    const isHidden = !panel.isCollapsed();
    if (isHidden) panel.collapse();
    else panel.resize(known[name].widthPx);
    // It was folded for what is on top, and is only shown or folded again over that: elsewhere it stays as it was.
    if (isHidden ? overrides.current.delete(name) : !known[name].isHidden) {
      if (!isHidden) overrides.current.set(name, how);
      return;
    }
    remember({ ...known, [name]: { ...known[name], isHidden } });
  };
  const toggle = (name: PaneName): void => turn(name, 'kept');

  /** Shown because something in it is wanted now; where it was folded for room, only until what is on top leaves. */
  const show = (name: PaneName): void => {
    if (refs[name].current?.isCollapsed()) turn(name, 'passing');
  };

  /** The window has another width: show what the person wants as far as there is room; the inspector gives way first. */
  const fit = useEffectEvent((): void => {
    const known = wanted.current;
    const { current: middle } = documents;
    if (!known || !middle || !list.current || !inspector.current) return;
    let wholePx = 0;
    for (const panel of [middle, list.current, inspector.current]) wholePx += panel.getSize().inPixels;
    let usedPx = 0;
    for (const name of ['list', 'inspector'] as const) {
      const panel = refs[name].current;
      const roomPx = wholePx - usedPx - (overrides.current.has(name) ? DOCUMENTS_MIN_PX : leastPx);
      const widthPx = Math.min(known[name].widthPx, Math.floor(roomPx));
      if (!panel || known[name].isHidden) continue;
      if (widthPx < PANES[name].minPx) {
        panel.collapse();
        continue;
      }
      // The list may have to take the room that the inspector still holds.
      if (name === 'list' && roomPx - widthPx < PANES.inspector.minPx) inspector.current.collapse();
      if (Math.abs(panel.getSize().inPixels - widthPx) > 1) panel.resize(widthPx);
      usedPx += widthPx;
    }
  });
  useEffect(() => {
    let rest: ReturnType<typeof setTimeout> | undefined;
    const later = (): void => {
      clearTimeout(rest);
      rest = setTimeout(fit, RESIZE_REST_MS);
    };
    window.addEventListener('resize', later);
    return () => {
      clearTimeout(rest);
      window.removeEventListener('resize', later);
    };
  }, []);

  // What is on top wants more room, or less: the same as if the window had another width.
  useEffect(() => {
    if (leastPx === DOCUMENTS_MIN_PX) {
      for (const [name, how] of overrides.current) if (how === 'passing') overrides.current.delete(name);
    }
    const frame = requestAnimationFrame(fit);
    return () => cancelAnimationFrame(frame);
  }, [leastPx]);
  /** @param px wanted for the documents; null for the usual. */
  const requestWidth = useCallback((px: number | null) => setLeast(px ?? DOCUMENTS_MIN_PX), []);

  return { want: requestWidth, start, refs, documents, resized, moved, toggle, show };
}
