/** Shown when no archive is open: what Fonds is for, and the four ways to begin. */
import { Archive, BookOpen, FolderOpen, FolderPlus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { CommandId, ShellOutput } from '../../electron/contract/index.js';
import { t } from '../../electron/wording/index.js';
import { performShell, runCommand } from '../api/index.js';
import { Notice } from '../ui/index.js';
import css from './Welcome.module.css';

interface StartOptionProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  onPress(): void;
}

function StartOption({ icon, title, text, onPress }: StartOptionProps) {
  return (
    <AriaButton className={css.way ?? ''} onPress={onPress}>
      <span className={css.wayIcon}>{icon}</span>
      <span className={css.wayText}>
        <span className={css.wayTitle}>{title}</span>
        <span className={css.wayDetail}>{text}</span>
      </span>
    </AriaButton>
  );
}

const run = (id: CommandId) => () => void runCommand(id);

export function Welcome({ shell }: { readonly shell: ShellOutput<'shell.state'> }) {
  return (
    <main className={css.welcome}>
      <div className={css.column}>
        <h1 className={css.title}>{t('Fonds')}</h1>
        <p className={css.lead}>
          {t('Bring documents together, describe them, search them, read them. All of it stays on this computer.')}
        </p>
        {shell.lastProblem ? (
          <Notice tone="caution" title={t('The archive could not be opened')}>
            {t('{lastProblem} Nothing was changed. Open it from its new place, or open another.', {
              lastProblem: shell.lastProblem,
            })}
          </Notice>
        ) : null}
        <div className={css.ways}>
          <StartOption
            icon={<FolderPlus size={20} strokeWidth={1.6} aria-hidden />}
            title={t('New archive')}
            text={t('An empty one, in a place you choose')}
            onPress={run('archive.new')}
          />
          <StartOption
            icon={<FolderOpen size={20} strokeWidth={1.6} aria-hidden />}
            title={t('Open an archive')}
            text={t('A folder whose name ends in .fonds')}
            onPress={run('archive.open')}
          />
          <StartOption
            icon={<BookOpen size={20} strokeWidth={1.6} aria-hidden />}
            title={t('Look at the sample')}
            text={t('Invented documents of an invented crisis')}
            onPress={run('archive.sample')}
          />
        </div>
        {shell.recents.length > 0 ? (
          <section className={css.recents} aria-labelledby="recent-archives">
            <h2 id="recent-archives" className={css.heading}>
              {t('Recent archives')}
            </h2>
            <ul>
              {shell.recents.map(({ id, name, place }) => (
                <li key={id}>
                  <AriaButton
                    className={css.recent ?? ''}
                    onPress={() => void performShell('shell.openRecent', { id })}
                  >
                    <Archive size={14} aria-hidden />
                    <span>{name}</span>
                    <span className={css.place}>{place}</span>
                  </AriaButton>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </main>
  );
}
