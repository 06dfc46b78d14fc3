/** Describing needs the description: it is shown first, then the pane's own command is run. */
import { useEffect, useState } from 'react';
import { runCommand, useCommand } from '../api/index.js';

export interface DescribeOptions {
  /** Whether there are sources to describe. */
  readonly isPossible: boolean;
  /** Whether the description is on screen. */
  readonly isShown: boolean;
  /** Brings it there. */
  onShow(): void;
}

export function useDescribeCommand({ isPossible, isShown, onShow }: DescribeOptions): void {
  const [isDescribing, setDescribing] = useState(false);
  useCommand(
    'source.describe',
    () => {
      setDescribing(true);
      onShow();
    },
    { enabled: !isShown && isPossible },
  );
  useEffect(() => {
    if (!isDescribing || !isShown) return;
    setDescribing(false);
    runCommand('source.describe');
  }, [isDescribing, isShown]);
}
