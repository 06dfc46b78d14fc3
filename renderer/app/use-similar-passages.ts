/** The passage whose similar passages are listed, if any; the list replaces the description in the inspector. */
import { useCallback, useState } from 'react';
import type { ReferencePassage } from '../features/similar/index.js';
import type { TabsAction } from './tabs-state.js';

/** @param show brings the inspector into sight. */
export function useSimilarPassages(dispatch: (action: TabsAction) => void, show: () => void) {
  const [passage, setPassage] = useState<ReferencePassage | null>(null);
  const open = useCallback(
    (passageToCompare: ReferencePassage) => {
      // The passages found are previewed: the document they are compared with must not give way to them.
      dispatch({ type: 'keep', id: passageToCompare.sourceId });
      setPassage(passageToCompare);
      show();
    },
    [dispatch, show],
  );
  const close = useCallback(() => setPassage(null), []);
  return { passage, open, close };
}
