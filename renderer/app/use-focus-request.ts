/** Moves the focus to a requested list or tab once it is on screen; Escape in the list returns it. */
import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { focusTabPanel } from './focus-tab-panel.js';
import type { FocusRequest, ListArea } from './workspace/index.js';

/** Where the focus goes when an area is asked for: the list of sources, the search line. */
const LIST_FOCUS_TARGET: Record<ListArea, string> = {
  sources: '[data-area="sources"] :is([role="grid"], [role="listbox"], [role="treegrid"])',
  search: '[data-area="search"] input',
  notes: '[data-area="notes"] [role="listbox"], [data-area="notes"]:not(:has([role="listbox"])) [data-entry]',
  compare: '[data-area="compare"] [role="listbox"], [data-area="compare"]:not(:has([role="listbox"])) [data-entry]',
};

export interface FocusRequestOptions {
  readonly request: FocusRequest | null;
  readonly isListFolded: boolean;
  readonly list: RefObject<HTMLElement | null>;
  /** The tab that is active; null when there is none. */
  readonly activeId: string | null;
  /** The focus came into the list. */
  onListFocus(): void;
}

/** @returns what the element of the list listens to. */
export function useFocusRequest({ request, isListFolded, list, activeId, onListFocus }: FocusRequestOptions) {
  const served = useRef<FocusRequest | null>(null);
  /** What had the focus before it came into the list. */
  const before = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (request === null || served.current === request) return;
    // A list that was folded takes no focus until it is there.
    if (request.part === 'list' && isListFolded) return;
    served.current = request;
    if (request.part === 'documents') focusTabPanel(request.id);
    else list.current?.querySelector<HTMLElement>(LIST_FOCUS_TARGET[request.area])?.focus();
  }, [request, isListFolded, list]);

  return {
    onFocusCapture: ({ relatedTarget }: FocusEvent) => {
      onListFocus();
      if (relatedTarget instanceof HTMLElement && !list.current?.contains(relatedTarget))
        before.current = relatedTarget;
    },
    /** A line that has nothing left to empty returns the focus; the lists themselves keep theirs. */
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || !(event.target instanceof HTMLInputElement)) return;
      before.current?.focus({ preventScroll: true });
      // What had them may be gone, or behind another tab.
      if (document.activeElement === event.target && activeId !== null) focusTabPanel(activeId);
    },
  };
}
