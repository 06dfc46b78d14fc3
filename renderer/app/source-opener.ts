/** Opens a source from outside the frame (palette, reports). Null while no frame is shown. */
import { useEffect } from 'react';
import type { SourceId } from '../../electron/contract/index.js';
import { createStore, useStore } from '../api/index.js';

type OpenSource = (id: SourceId) => void;

const opener = createStore<OpenSource | null>(null);

/** The frame says how; `open` must keep its identity. */
export function useProvideSourceOpener(open: OpenSource): void {
  useEffect(() => {
    opener.set(open);
    return () => opener.set(null);
  }, [open]);
}

export const useSourceOpener = (): OpenSource | null => useStore(opener);
