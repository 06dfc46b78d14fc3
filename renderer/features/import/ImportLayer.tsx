/** Bringing in: drop, commands, and the sheet from the first look at the files to the start of the import. */
import { useState } from 'react';
import type { JobId, Result, ShellOutput } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { announceFailure, bridge, perform, performShell, useCommand, useJob } from '../../api/index.js';
import { Button, EmptyState, ErrorState, Loading, Progress, Sheet } from '../../ui/index.js';
import { DropZone } from './DropZone.js';
import css from './ImportLayer.module.css';
import { PlanView } from './PlanView.js';

export interface ImportLayerProps {
  readonly isReadOnly: boolean;
  /** The scan whose sheet is open; null when none is. */
  readonly scanId: JobId | null;
  onShow(scanId: JobId | null): void;
  /** An import has begun. */
  onStarted(jobId: JobId): void;
}

const REFUSAL = t('This archive is open for reading only');

export function ImportLayer({ isReadOnly, scanId, onShow, onStarted }: ImportLayerProps) {
  const [isAsking, setAsking] = useState(false);

  const begin = async (ask: Promise<Result<ShellOutput<'shell.chooseImport'>>>) => {
    setAsking(true);
    const result = await ask;
    setAsking(false);
    if (result.ok && result.value) onShow(result.value.jobId);
    return result;
  };
  const drop = async (files: readonly File[]) => {
    const result = await begin(bridge.importDropped(files));
    if (!result.ok) announceFailure(result.error);
  };
  const enabled = { enabled: !isReadOnly && !isAsking };
  useCommand('import.files', () => void begin(performShell('shell.chooseImport', { what: 'files' })), enabled);
  useCommand('import.folder', () => void begin(performShell('shell.chooseImport', { what: 'folder' })), enabled);

  return (
    <>
      <DropZone refusal={isReadOnly ? REFUSAL : null} onDrop={(files) => void drop(files)} />
      <ScanSheet scanId={scanId} onShow={onShow} onStarted={onStarted} />
    </>
  );
}

function ScanSheet({ scanId, onShow, onStarted }: Omit<ImportLayerProps, 'isReadOnly'>) {
  const job = useJob(scanId);
  const close = () => onShow(null);
  const started = (jobId: JobId) => {
    onShow(null);
    onStarted(jobId);
  };
  if (job?.state === 'done' && job.planId) {
    return <PlanView isOpen={scanId !== null} planId={job.planId} onClose={close} onStarted={started} />;
  }
  const isRunning = !job || job.state === 'running';
  return (
    <Sheet
      isOpen={scanId !== null}
      onOpenChange={close}
      title={t('Bring in documents')}
      subtitle={isRunning ? t('Checking the selection… Nothing is changed yet.') : undefined}
      actions={
        isRunning && scanId ? (
          <Button onPress={() => void perform('job.cancel', { jobId: scanId })}>{t('Cancel')}</Button>
        ) : (
          <Button variant="primary" onPress={close}>
            {t('Close')}
          </Button>
        )
      }
    >
      {!job ? <Loading>{t('Starting')}</Loading> : null}
      {job?.state === 'running' ? (
        <div role="status" className={css.scanning}>
          <p className={css.count}>
            {t('{done, plural, one {# file} other {# files}} looked at', { done: job.progress.done })}
          </p>
          <Progress label={t('Looking at files')} done={job.progress.done} total={job.progress.total} />
          <p className={css.current}>{job.progress.current}</p>
        </div>
      ) : null}
      {job?.state === 'cancelled' ? (
        <EmptyState title={t('Cancelled at your request')}>
          {t('Nothing was brought in, and nothing was changed.')}
        </EmptyState>
      ) : null}
      {job?.state === 'failed' ? (
        <ErrorState
          title={job.error?.message ?? t('The files could not be looked at')}
          remedy={t('Nothing was changed. Check that the disk they are on is connected, and choose them again.')}
        />
      ) : null}
    </Sheet>
  );
}
