/** Whether the facets are visible, and where: beside the hits where there is room, else folded out above them. */
import { type RefObject, useLayoutEffect, useState } from 'react';
import { z } from 'zod';
import { saveLayout, useShellState } from '../../api/index.js';

/** Room for the facets and for hits as wide as in the narrow pane. */
const SIDE_FROM_PX = 560;
const LAYOUT = 'searchFacets';

const SavedVisibility = z.object({ side: z.boolean(), above: z.boolean() });
/** A column takes nothing from the hits; what folds out above them waits to be asked for. */
const DEFAULT_VISIBILITY = { side: true, above: false };

export interface FacetsVisibility {
  readonly shape: 'side' | 'above';
  readonly isShown: boolean;
  show(isShown: boolean): void;
}

/** @param pane whose width decides. */
export function useFacetsVisibility(pane: RefObject<HTMLElement | null>): FacetsVisibility {
  const shell = useShellState();
  const layout = shell.status === 'ready' ? shell.data.preferences.layout : {};
  const [visibility, setVisibility] = useState(
    () => SavedVisibility.safeParse(layout[LAYOUT]).data ?? DEFAULT_VISIBILITY,
  );
  const [shape, setShape] = useState<FacetsVisibility['shape']>('above');
  useLayoutEffect(() => {
    const element = pane.current;
    if (!element) return;
    const measure = () => setShape(element.clientWidth >= SIDE_FROM_PX ? 'side' : 'above');
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [pane]);
  return {
    shape,
    isShown: visibility[shape],
    show: (isShown) => {
      const next = { ...visibility, [shape]: isShown };
      setVisibility(next);
      saveLayout(LAYOUT, next);
    },
  };
}
