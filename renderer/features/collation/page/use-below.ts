/** What is below the texts: how high it is and whether it is folded away, remembered with the layout. */
import { useState } from 'react';
import { type PanelSize, usePanelRef } from 'react-resizable-panels';
import { z } from 'zod';
import { rememberLayout, useShellState } from '../../../api/index.js';

const Remembered = z.object({ heightPx: z.number().min(80).max(4_000), isHidden: z.boolean() });
type Remembered = z.infer<typeof Remembered>;

const USUAL: Remembered = { heightPx: 216, isHidden: false };
const KEY = 'collationBelow';
const LEAST_PX = 110;

export function useBelow() {
  const shell = useShellState();
  const [start] = useState(() =>
    Remembered.catch(USUAL).parse(shell.status === 'ready' ? shell.data.preferences.layout[KEY] : USUAL),
  );
  const [isHidden, setHidden] = useState(start.isHidden);
  const [known, setKnown] = useState(start);
  const panelRef = usePanelRef();
  const remember = (next: Remembered) => {
    setKnown(next);
    rememberLayout(KEY, next);
  };
  return {
    isHidden,
    toggle: () => {
      const panel = panelRef.current;
      if (!panel) return;
      const willHide = !panel.isCollapsed();
      if (willHide) panel.collapse();
      else panel.resize(known.heightPx);
      remember({ ...known, isHidden: willHide });
    },
    /** A person has moved the edge. */
    moved: () => {
      const heightPx = Math.round(panelRef.current?.getSize().inPixels ?? 0);
      remember(heightPx < 1 ? { ...known, isHidden: true } : { heightPx: Math.max(80, heightPx), isHidden: false });
    },
    panel: {
      id: 'below',
      panelRef,
      collapsible: true,
      minSize: LEAST_PX,
      defaultSize: start.isHidden ? 0 : start.heightPx,
      groupResizeBehavior: 'preserve-pixel-size' as const,
      onResize: (size: PanelSize) => setHidden(size.inPixels < 1),
    },
  };
}
