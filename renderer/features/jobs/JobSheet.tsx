/** One job, from its first file to its report. Failures are on top, each with its reason and remedy. */
import { ClipboardCopy, Pause, Play } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { Job, JobId, JobKind, ReportLine, SourceId } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { announce, failureMessage, perform, queryClient, useCall, useJob } from '../../api/index.js';
import { Button, EmptyState, ErrorState, Loading, Notice, Progress, Sheet } from '../../ui/index.js';
import css from './JobSheet.module.css';
import {
  inReadingOrder,
  isProblem,
  jobCount,
  jobPace,
  jobTitle,
  OUTCOMES,
  outcomeSummary,
  reportText,
} from './job-labels.js';
import { type OutcomeFilter, ReportList } from './ReportList.js';

export interface JobSheetProps {
  /** null: closed. */
  readonly jobId: JobId | null;
  onClose(): void;
  onOpenSource(id: SourceId): void;
}

const CANCEL: Partial<Record<JobKind, string>> = {
  import: t('Cancel import'),
  verify: t('Cancel verification'),
  ocr: t('Cancel OCR'),
};

/** How often the list fills while the job runs; a long report is asked for less often. */
const BEAT_MS = 1_000;
const LONG_BEAT_MS = 4_000;
const LONG = 3_000;

/** The report so far, asked again while the job runs and once when it has ended. */
function useReport(job: Job) {
  const report = useCall('job.report', { jobId: job.id }, { keepPrevious: true });
  const isRunning = job.state === 'running';
  const beatMs = job.progress.done > LONG ? LONG_BEAT_MS : BEAT_MS;
  useEffect(() => {
    const ask = () => void queryClient.invalidateQueries({ queryKey: ['job.report', { jobId: job.id }] });
    if (!isRunning) {
      ask();
      return;
    }
    const timer = setInterval(ask, beatMs);
    return () => clearInterval(timer);
  }, [job.id, isRunning, beatMs]);
  return report;
}

function JobEnding({ job }: { readonly job: Job }) {
  if (job.state === 'running') return null;
  const problems = OUTCOMES.filter((name) => isProblem(name) && (job.outcomes[name] ?? 0) > 0);
  if (job.error) {
    return (
      <Notice tone="problem" title={job.error.message}>
        {job.kind === 'exchange'
          ? t('Nothing of the file is in the archive. Remove the cause and take it in again.')
          : t(
              'What had been brought in before is safe and in the archive. Remove the cause and start again: what is there already is recognised.',
            )}
      </Notice>
    );
  }
  if (job.state === 'cancelled') {
    return (
      <Notice title={t('Cancelled at your request')}>
        {job.kind === 'exchange'
          ? t('Nothing of the file was imported; the archive is as it was.')
          : job.kind === 'ocr'
            ? t('The pages that were read are kept: read the source again, and OCR goes on behind them.')
            : t('The archive is whole. What was done before is kept{value}.', {
                value: job.kind === 'import' ? t('; Undo takes it out again') : '',
              })}
      </Notice>
    );
  }
  if (problems.length === 0)
    return <Notice tone="good" title={outcomeSummary(job.outcomes) || t('Nothing was to do')} />;
  return (
    <Notice tone="caution" title={outcomeSummary(job.outcomes)}>
      {job.kind === 'verify'
        ? t('These originals are not what was stored. Restore them from a backup; their texts can still be read.')
        : job.kind === 'ocr'
          ? t('The sources that could not be read are listed first, with what to do. Their texts are as they were.')
          : t('The files that failed are listed first, with what to do. Nothing of them was left in the archive.')}
    </Notice>
  );
}

function JobSheetContent({ job, onOpenSource }: { readonly job: Job; onOpenSource(id: SourceId): void }) {
  const report = useReport(job);
  const [filter, setFilter] = useState<OutcomeFilter>('all');
  const lines = report.status === 'ready' ? report.data : null;
  const ordered = useMemo(() => inReadingOrder(lines ?? []), [lines]);
  return (
    <>
      {job.state === 'running' ? (
        <div role="status" className={css.progress}>
          <div className={css.figures}>
            <span>{jobCount(job)}</span>
            <span className={css.quiet}>{jobPace(job)}</span>
            <span className={css.quiet}>{outcomeSummary(job.outcomes)}</span>
          </div>
          <Progress label={jobTitle(job)} done={job.progress.done} total={job.progress.total} />
          <div className={css.current}>{job.progress.current ?? job.progress.phase}</div>
        </div>
      ) : (
        <JobEnding job={job} />
      )}
      {report.status === 'error' ? <ErrorState {...failureMessage(report.error)} retry={report.retry} /> : null}
      {report.status === 'loading' ? <Loading>{t('Reading the report')}</Loading> : null}
      {lines !== null && lines.length === 0 && job.state !== 'running' ? (
        <EmptyState title={t('No file was touched')}>{t('There is nothing to report.')}</EmptyState>
      ) : null}
      {ordered.length > 0 ? (
        <ReportList lines={ordered} filter={filter} onFilter={setFilter} onOpenSource={onOpenSource} />
      ) : null}
    </>
  );
}

async function copy(job: Job): Promise<void> {
  const report = await perform('job.report', { jobId: job.id });
  if (!report.ok) return;
  const lines: readonly ReportLine[] = report.value;
  try {
    await navigator.clipboard.writeText(reportText(job, lines));
    announce(t('The report is on the clipboard'), { tone: 'good' });
  } catch {
    announce(t('The report could not be copied'), {
      tone: 'problem',
      text: t('The clipboard is held by another program. Try again.'),
    });
  }
}

export function JobSheet({ jobId, onClose, onOpenSource }: JobSheetProps) {
  const job = useJob(jobId);
  const isRunning = job?.state === 'running';
  return (
    <Sheet
      isOpen={jobId !== null}
      onOpenChange={onClose}
      title={job ? jobTitle(job) : t('Starting')}
      actions={
        job ? (
          <>
            {isRunning ? <span className={css.hint}>{t('It goes on when this is closed.')}</span> : null}
            <Button onPress={() => void copy(job)} isDisabled={isRunning}>
              <ClipboardCopy size={14} aria-hidden />
              {t('Copy report')}
            </Button>
            {isRunning && job.canPause ? (
              <Button onPress={() => void perform(job.isPaused ? 'job.resume' : 'job.pause', { jobId: job.id })}>
                {job.isPaused ? <Play size={14} aria-hidden /> : <Pause size={14} aria-hidden />}
                {job.isPaused ? t('Resume') : t('Pause')}
              </Button>
            ) : null}
            {isRunning ? (
              <Button variant="danger" onPress={() => void perform('job.cancel', { jobId: job.id })}>
                {CANCEL[job.kind] ?? t('Cancel')}
              </Button>
            ) : null}
            <Button variant={isRunning ? 'quiet' : 'primary'} onPress={onClose}>
              {isRunning ? t('Continue in the background') : t('Done')}
            </Button>
          </>
        ) : null
      }
    >
      {job ? (
        <JobSheetContent
          job={job}
          onOpenSource={(id) => {
            onClose();
            onOpenSource(id);
          }}
        />
      ) : (
        <Loading>{t('Starting')}</Loading>
      )}
    </Sheet>
  );
}
