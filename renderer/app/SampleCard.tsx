/** Shown in the sample archive until something of one's own is done: how to bring in one's own documents. */
import { X } from 'lucide-react';
import type { ShellOutput } from '../../electron/contract/index.js';
import { t } from '../../electron/wording/index.js';
import { runCommand, saveLayout, useCall, useJobs } from '../api/index.js';
import { Button } from '../ui/index.js';
import css from './SampleCard.module.css';

export function SampleCard({ shell }: { readonly shell: ShellOutput<'shell.state'> }) {
  const jobs = useJobs();
  const look = useCall('archive.firstLook', undefined);
  const isDone =
    look.status !== 'ready' ||
    look.data === null ||
    shell.recents.length > 1 ||
    shell.preferences.layout.sampleCard === 'closed' ||
    jobs.some(({ kind }) => kind === 'import');
  if (isDone) return null;
  return (
    <aside className={css.card} aria-label={t('Bring in your own')}>
      <div className={css.head}>
        <h2 className={css.title}>{t('Bring in your own')}</h2>
        <Button
          variant="icon"
          size="small"
          aria-label={t('Close this card')}
          onPress={() => saveLayout('sampleCard', 'closed')}
        >
          <X size={14} aria-hidden />
        </Button>
      </div>
      <p className={css.text}>
        {t(
          'This is the sample: invented documents of an invented crisis. Make an archive of your own, then drop files or folders anywhere in this window.',
        )}
      </p>
      <Button variant="primary" onPress={() => void runCommand('archive.new')}>
        {t('New archive…')}
      </Button>
    </aside>
  );
}
