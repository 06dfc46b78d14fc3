/** The running jobs, quietly, in the status line; those that ended in a menu beside them. Starts the verification. */
import { CircleAlert, CircleCheck, CircleSlash, ListChecks, Loader, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Job, JobId, JobKind } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { announce, perform, useCommand, useJobs } from '../../api/index.js';
import { Button, Menu, MenuItem, Progress, Tooltip } from '../../ui/index.js';
import css from './JobsStatus.module.css';
import { isProblem, jobCount, jobTitle, OUTCOMES, outcomeSummary } from './job-labels.js';

/** Jobs whose report one may want to see again. */
const REPORTED: ReadonlySet<JobKind> = new Set<JobKind>(['import', 'ocr', 'verify', 'export', 'exchange']);

export interface JobsStatusProps {
  onShow(job: Job): void;
  onStart(id: JobId): void;
}

/** The announcement when a job ends while its sheet is closed; the same for every kind of job. */
function useEndings(jobs: readonly Job[], onShow: (job: Job) => void): void {
  const running = useRef<ReadonlySet<JobId>>(new Set());
  useEffect(() => {
    const isOpen = document.querySelector('[role="dialog"]') !== null;
    for (const job of jobs) {
      if (job.state === 'running' || !running.current.has(job.id)) continue;
      if (isOpen || job.kind === 'index' || job.state === 'cancelled') continue;
      // A collation that is done shows itself.
      if (job.kind === 'collate' && job.state === 'done') continue;
      const hasProblem = job.state === 'failed' || OUTCOMES.some((name) => isProblem(name) && job.outcomes[name]);
      announce(jobTitle(job), {
        tone: hasProblem ? 'problem' : 'good',
        text: job.error?.message ?? outcomeSummary(job.outcomes),
        action: { label: t('Show'), run: () => onShow(job) },
      });
    }
    running.current = new Set(jobs.filter(({ state }) => state === 'running').map(({ id }) => id));
  }, [jobs, onShow]);
}

function RunningJobItem({ job, onShow }: { readonly job: Job; onShow(): void }) {
  return (
    <div className={css.job}>
      <AriaButton className={css.show ?? ''} onPress={onShow}>
        {jobTitle(job)}
        <span className={css.count}>{jobCount(job)}</span>
      </AriaButton>
      <span className={css.bar}>
        <Progress label={jobTitle(job)} done={job.progress.done} total={job.progress.total} size="thin" />
      </span>
      <Tooltip text={t('Cancel: {jobTitle}', { jobTitle: jobTitle(job).toLowerCase() })} placement="top">
        <Button
          variant="icon"
          size="small"
          aria-label={t('Cancel: {jobTitle}', { jobTitle: jobTitle(job).toLowerCase() })}
          onPress={() => void perform('job.cancel', { jobId: job.id })}
        >
          <X size={13} aria-hidden />
        </Button>
      </Tooltip>
    </div>
  );
}

function iconOf(job: Job) {
  if (job.state === 'running') return <Loader size={14} aria-hidden />;
  if (job.state === 'cancelled') return <CircleSlash size={14} aria-hidden />;
  if (job.state === 'failed' || job.outcomes.failed) return <CircleAlert size={14} aria-hidden />;
  return <CircleCheck size={14} aria-hidden />;
}

export function JobsStatus({ onShow, onStart }: JobsStatusProps) {
  const jobs = useJobs();
  const running = jobs.filter(({ state }) => state === 'running');
  const reports = jobs.filter(({ kind }) => REPORTED.has(kind)).toReversed();
  const isVerifying = running.some(({ kind }) => kind === 'verify');
  const show = useRef(onShow);
  useEffect(() => {
    show.current = onShow;
  });
  const showLatest = useRef((job: Job) => show.current(job));
  useEndings(jobs, showLatest.current);

  const verify = async () => {
    const result = await perform('verify.start', undefined);
    if (result.ok) onStart(result.value.jobId);
  };
  useCommand('archive.verify', () => void verify(), { enabled: !isVerifying });

  return (
    <div className={css.line}>
      {running.map((job) => (
        <RunningJobItem key={job.id} job={job} onShow={() => onShow(job)} />
      ))}
      {reports.length > 0 ? (
        <Menu
          label={t('Reports')}
          trigger={
            <AriaButton className={css.show ?? ''}>
              <ListChecks size={13} aria-hidden />
              {t('Reports')}
            </AriaButton>
          }
        >
          {reports.map((job) => (
            <MenuItem
              key={job.id}
              icon={iconOf(job)}
              detail={outcomeSummary(job.outcomes)}
              onAction={() => onShow(job)}
            >
              {jobTitle(job)}
            </MenuItem>
          ))}
        </Menu>
      ) : null}
    </div>
  );
}
