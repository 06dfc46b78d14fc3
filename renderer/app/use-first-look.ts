/** Opens a document of the sample with hits on the first start. */
import { useEffect, useRef } from 'react';
import { useCall } from '../api/index.js';
import type { TabsAction } from './tabs-state.js';

/** @param isFirst nothing was ever opened in this archive on this computer. */
export function useFirstLook(isFirst: boolean, dispatch: (action: TabsAction) => void): void {
  const look = useCall('archive.firstLook', undefined, { enabled: isFirst });
  const isDone = useRef(false);
  const data = look.status === 'ready' ? look.data : null;
  useEffect(() => {
    if (!isFirst || data === null || isDone.current) return;
    isDone.current = true;
    dispatch({ type: 'open', sourceId: data.sourceId, query: { query: data.query, mode: 'any' }, place: null });
  }, [isFirst, data, dispatch]);
}
