/** The terminal as a client of the contract: its calls, and the waiting for jobs, which Ctrl+C cancels. */
import {
  type CallName,
  type EventBody,
  FondsError,
  type Input,
  type Job,
  type JobId,
  type Output,
} from '../contract/index.js';
import type { Service } from '../service/index.js';
import { t } from '../wording/index.js';
import type { Terminal } from './verb-model.js';

/** @param say prints a line at once. */
export function connect(service: Pick<Service, 'connect'>, say: (line: string) => void): Terminal {
  const waiting = new Map<JobId, (job: Job) => void>();
  const showProgress = process.stderr.isTTY === true;
  const onJob = ({ job }: EventBody<'job.changed'>) => {
    // An index that catches up by itself is nobody's business; one that was asked for is.
    if (showProgress && (job.kind !== 'index' || waiting.has(job.id))) {
      const { phase, done, total, current } = job.progress;
      process.stderr.write(
        `\r\u001b[K${phase} ${done}${total === null ? '' : t(' of {total}', { total })} ${current ?? ''}`.slice(0, 120),
      );
      if (job.state !== 'running') process.stderr.write('\r\u001b[K');
    }
    if (job.state !== 'running') waiting.get(job.id)?.(job);
  };
  const client = service.connect('trusted', (name, body) => {
    if (name === 'job.changed') onJob(body as EventBody<'job.changed'>);
  });
  const call = async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => {
    const result = await client.call(name, input);
    if (result.ok) return result.value;
    throw new FondsError(result.error.code, result.error.message, result.error.details);
  };
  return {
    call,
    say,
    finish: async (jobId) => {
      const ended = new Promise<Job>((resolve) => waiting.set(jobId, resolve));
      // The first Ctrl+C lets the job come to rest and tell what became of it; a second one ends the program.
      const cancel = () => void client.call('job.cancel', { jobId });
      process.once('SIGINT', cancel);
      try {
        const now = (await call('job.list', undefined)).find(({ id }) => id === jobId);
        return now && now.state !== 'running' ? now : await ended;
      } finally {
        process.off('SIGINT', cancel);
      }
    },
  };
}
