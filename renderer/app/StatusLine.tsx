/** One quiet line: which archive, whether it is saved, what is running. */
import { Archive, BookOpen, ChevronUp, FolderOpen, FolderPlus, Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { ArchiveInfo, ShellOutput } from '../../electron/contract/index.js';
import { t } from '../../electron/wording/index.js';
import { performShell, runCommand, useSaving } from '../api/index.js';
import { Menu, MenuItem, MenuRule, MenuSection } from '../ui/index.js';
import css from './StatusLine.module.css';

export interface StatusLineProps {
  readonly info: ArchiveInfo;
  readonly shell: ShellOutput<'shell.state'>;
  /** The running jobs. */
  readonly children: ReactNode;
}

function ArchiveMenu({ info, shell }: Omit<StatusLineProps, 'children'>) {
  const others = shell.recents.filter(({ id }) => id !== shell.openRecentId);
  return (
    <Menu
      label={t('Archives')}
      trigger={
        <AriaButton className={css.archive ?? ''} aria-label={t('Archive {name}: open another', { name: info.name })}>
          <Archive size={13} aria-hidden />
          {info.name}
          <ChevronUp size={12} aria-hidden />
        </AriaButton>
      }
    >
      {others.length > 0 ? (
        <MenuSection title={t('Recent archives')}>
          {others.map(({ id, name, place }) => (
            <MenuItem key={id} detail={place} onAction={() => void performShell('shell.openRecent', { id })}>
              {name}
            </MenuItem>
          ))}
        </MenuSection>
      ) : null}
      {others.length > 0 ? <MenuRule /> : null}
      <MenuItem
        icon={<FolderPlus size={14} aria-hidden />}
        keys="CmdOrCtrl+Shift+N"
        onAction={() => void runCommand('archive.new')}
      >
        {t('New archive…')}
      </MenuItem>
      <MenuItem
        icon={<FolderOpen size={14} aria-hidden />}
        keys="CmdOrCtrl+O"
        onAction={() => void runCommand('archive.open')}
      >
        {t('Open archive…')}
      </MenuItem>
      <MenuItem icon={<BookOpen size={14} aria-hidden />} onAction={() => void runCommand('archive.sample')}>
        {t('Open the sample archive')}
      </MenuItem>
    </Menu>
  );
}

export function StatusLine({ info, shell, children }: StatusLineProps) {
  const isSaving = useSaving();
  return (
    <footer className={css.line}>
      <ArchiveMenu info={info} shell={shell} />
      <span className={css.item}>
        {t('{sources, plural, one {# source} other {# sources}}', { sources: info.counts.sources })}
      </span>
      {info.readOnly ? (
        <span className={`${css.item} ${css.readOnly}`}>
          <Lock size={12} aria-hidden />
          {t('Read only')}
        </span>
      ) : (
        <span className={css.item}>{isSaving ? t('Saving…') : t('All changes saved')}</span>
      )}
      <span className={css.gap} />
      {children}
    </footer>
  );
}
