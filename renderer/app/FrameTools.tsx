/** The frame's own buttons at the right end of the tabs: two sides, light and dark, the inspector. */
import { Columns2, Moon, PanelRight, Sun } from 'lucide-react';
import { t } from '../../electron/wording/index.js';
import { runCommand } from '../api/index.js';
import { Button, Tooltip } from '../ui/index.js';
import { useDark } from './use-dark.js';

export interface FrameToolsProps {
  readonly isSplit: boolean;
  readonly canSplit: boolean;
  readonly isInspectorHidden: boolean;
}

export function FrameTools({ isSplit, canSplit, isInspectorHidden }: FrameToolsProps) {
  const isDark = useDark();
  const splitWords = isSplit ? t('Show one tab alone') : t('Show two tabs side by side');
  const inspectorWords = isInspectorHidden ? t('Show the inspector') : t('Hide the inspector');
  return (
    <>
      <Tooltip text={splitWords} keys="CmdOrCtrl+\">
        <Button
          variant="icon"
          aria-label={splitWords}
          isDisabled={!canSplit && !isSplit}
          onPress={() => void runCommand('tab.split')}
        >
          <Columns2 size={16} aria-hidden />
        </Button>
      </Tooltip>
      <Tooltip text={isDark ? t('Light') : t('Dark')} keys="CmdOrCtrl+Shift+L">
        <Button
          variant="icon"
          aria-label={isDark ? t('Switch to light') : t('Switch to dark')}
          onPress={() => void runCommand('view.theme')}
        >
          {isDark ? <Sun size={16} aria-hidden /> : <Moon size={16} aria-hidden />}
        </Button>
      </Tooltip>
      <Tooltip text={inspectorWords} keys="CmdOrCtrl+Alt+B">
        <Button variant="icon" aria-label={inspectorWords} onPress={() => void runCommand('view.inspector')}>
          <PanelRight size={16} aria-hidden />
        </Button>
      </Tooltip>
    </>
  );
}
