/** The areas of the window. Only those that exist are here. */
import { ArrowRightLeft, LibraryBig, NotebookPen, Search, Settings, Tags } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { COMMANDS, type CommandId } from '../../electron/contract/index.js';
import { t } from '../../electron/wording/index.js';
import { runCommand } from '../api/index.js';
import { Tooltip } from '../ui/index.js';
import css from './Rail.module.css';
import type { ListArea } from './workspace/index.js';

export type Area = ListArea | 'settings';

interface AreaButtonProps {
  readonly command: CommandId;
  readonly icon: ReactNode;
  readonly standing: 'current' | 'other';
}

function AreaButton({ command, icon, standing }: AreaButtonProps) {
  const { title, keys } = COMMANDS.find(({ id }) => id === command) ?? { title: command, keys: null };
  return (
    <Tooltip text={title} keys={keys} placement="right">
      <Button
        className={css.place ?? ''}
        aria-label={title}
        {...(standing === 'current' ? { 'aria-current': 'page' as const } : {})}
        onPress={() => runCommand(command)}
      >
        {icon}
      </Button>
    </Tooltip>
  );
}

export function Rail({ area }: { readonly area: Area }) {
  const standing = (name: Area) => (name === area ? 'current' : 'other');
  return (
    <nav aria-label={t('Areas')} className={css.rail}>
      <AreaButton command="go.sources" icon={<LibraryBig size={19} aria-hidden />} standing={standing('sources')} />
      <AreaButton command="go.search" icon={<Search size={19} aria-hidden />} standing={standing('search')} />
      <AreaButton command="go.notes" icon={<NotebookPen size={19} aria-hidden />} standing={standing('notes')} />
      <AreaButton command="go.compare" icon={<ArrowRightLeft size={19} aria-hidden />} standing={standing('compare')} />
      <AreaButton command="go.tags" icon={<Tags size={19} aria-hidden />} standing="other" />
      <span className={css.gap} />
      <AreaButton command="go.settings" icon={<Settings size={19} aria-hidden />} standing={standing('settings')} />
    </nav>
  );
}
