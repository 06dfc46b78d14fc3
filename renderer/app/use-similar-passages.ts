/** The passage that others are sought for, if any; its list takes the place of the description. */
import { useCallback, useState } from 'react';
import type { ReferencePassage } from '../features/similar/index.js';
import type { TabsAction } from './tabs-state.js';

/** @param show brings the inspector into sight. */
export function useSimilarPassages(dispatch: (action: TabsAction) => void, show: () => void) {
  const [passage, setPassage] = useState<ReferencePassage | null>(null);
  const seek = useCallback(
    (sought: ReferencePassage) => {
      // The passages found are previewed: the document they are compared with must not give way to them.
      dispatch({ type: 'keep', id: sought.sourceId });
      setPassage(sought);
      show();
    },
    [dispatch, show],
  );
  const close = useCallback(() => setPassage(null), []);
  return { passage, seek, close };
}
