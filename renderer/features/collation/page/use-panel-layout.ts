/** Height and visibility of the panel below the texts, saved with the layout. */
import { useState } from 'react';
import { type PanelSize, usePanelRef } from 'react-resizable-panels';
import { z } from 'zod';
import { saveLayout, useShellState } from '../../../api/index.js';

const SavedPanelLayout = z.object({ heightPx: z.number().min(80).max(4_000), isHidden: z.boolean() });
type SavedPanelLayout = z.infer<typeof SavedPanelLayout>;

const DEFAULT_LAYOUT: SavedPanelLayout = { heightPx: 216, isHidden: false };
const KEY = 'collationBelow';
const MIN_PX = 110;

export function usePanelLayout() {
  const shell = useShellState();
  const [start] = useState(() =>
    SavedPanelLayout.catch(DEFAULT_LAYOUT).parse(
      shell.status === 'ready' ? shell.data.preferences.layout[KEY] : DEFAULT_LAYOUT,
    ),
  );
  const [isHidden, setHidden] = useState(start.isHidden);
  const [known, setKnown] = useState(start);
  const panelRef = usePanelRef();
  const remember = (next: SavedPanelLayout) => {
    setKnown(next);
    saveLayout(KEY, next);
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
      minSize: MIN_PX,
      defaultSize: start.isHidden ? 0 : start.heightPx,
      groupResizeBehavior: 'preserve-pixel-size' as const,
      onResize: (size: PanelSize) => setHidden(size.inPixels < 1),
    },
  };
}
