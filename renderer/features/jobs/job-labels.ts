/** Labels of jobs and outcomes, and the order of a report: what needs a person comes first. */
import {
  describeOutcome,
  detailOfRefusals,
  EXCHANGE_OUTCOMES,
  type ExchangeOutcome,
  groupRefusals,
  isExchangeOutcome,
  type Job,
  type JobKind,
  type ReportLine,
  type ReportOutcome,
  titleOfRefusals,
} from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { formatCount } from '../../ui/index.js';

const RUNNING: Record<JobKind, string> = {
  scan: t('Looking at files'),
  import: t('Importing'),
  verify: t('Verifying originals'),
  index: t('Indexing'),
  backup: t('Backing up'),
  export: t('Exporting'),
  exchange: t('Taking annotations in'),
  collate: t('Collating'),
  ocr: t('Reading pages'),
};
const NOUN: Record<JobKind, string> = {
  scan: t('Looking at files'),
  import: t('Import'),
  verify: t('Verification of originals'),
  index: t('Indexing'),
  backup: t('Backup'),
  export: t('Export'),
  exchange: t('Import of annotations'),
  collate: t('Collation'),
  ocr: t('OCR'),
};
const ENDED: Record<Exclude<Job['state'], 'running'>, string> = {
  done: 'finished',
  failed: 'failed',
  cancelled: 'cancelled',
};

export function jobTitle({ kind, state }: Job): string {
  return state === 'running' ? RUNNING[kind] : `${NOUN[kind]} ${ENDED[state]}`;
}

/** @returns `12 of 1,000`, or `12 so far` when the whole is not known. */
export function jobCount({ progress: { done, total } }: Job): string {
  return total === null
    ? t('{done} so far', { done: formatCount(done) })
    : t('{done} of {total}', { done: formatCount(done), total: formatCount(total) });
}

/** @returns that it is paused, or how long it will go on; '' while that cannot be said. */
export function jobPace({ isPaused, leftMs }: Pick<Job, 'isPaused' | 'leftMs'>): string {
  if (isPaused) return t('Paused');
  if (leftMs === null) return '';
  const minutes = Math.round(leftMs / 60_000);
  if (minutes < 1) return t('less than a minute left');
  if (minutes < 90) return t('about {minutes, plural, one {# minute} other {# minutes}} left', { minutes });
  return t('about {hours, plural, one {# hour} other {# hours}} left', { hours: Math.round(minutes / 60) });
}

/** In the order of a report. */
export const OUTCOMES: readonly ReportOutcome[] = [
  'failed',
  'damaged',
  'missing',
  'duplicate',
  'skipped',
  'imported',
  'recognized',
  'verified',
  'written',
  ...EXCHANGE_OUTCOMES,
];

/** What may become of a file or an annotation. */
export type FileOutcome = Exclude<ReportOutcome, ExchangeOutcome>;

export const OUTCOME_WORDS: Record<FileOutcome, string> = {
  failed: t('Failed'),
  damaged: t('Damaged'),
  missing: t('Missing'),
  duplicate: t('Already here'),
  skipped: t('Left out'),
  imported: t('Imported'),
  recognized: t('Read by OCR'),
  verified: t('Verified'),
  written: t('Written'),
};

export const isProblem = (outcome: ReportOutcome): boolean =>
  outcome === 'failed' || outcome === 'damaged' || outcome === 'missing';

/** The words before the reason of a line. */
export function outcomeLabel({ outcome, count = 1 }: Pick<ReportLine, 'outcome' | 'count'>): string {
  if (isExchangeOutcome(outcome)) return describeOutcome(outcome, count, formatCount(count));
  return count === 1 ? OUTCOME_WORDS[outcome] : `${OUTCOME_WORDS[outcome]}, ${formatCount(count)}`;
}

/**
 * Problems first, then tags, sets and notes of an exchange, then what the reader remarked on, then the rest, each in the
 * order they came.
 */
export function inReadingOrder(lines: readonly ReportLine[]): ReportLine[] {
  const weight = ({ outcome, remarks }: ReportLine): number => {
    if (isProblem(outcome)) return 0;
    if (isExchangeOutcome(outcome)) return 1;
    return remarks.length > 0 ? 2 : 3 + OUTCOMES.indexOf(outcome);
  };
  return lines.toSorted((a, b) => weight(a) - weight(b));
}

/** Failures with one reason as one line, in the place of the first. @param lines in reading order. */
export function groupOutcomes(lines: readonly ReportLine[]): ReportLine[] {
  const isAlike = ({ outcome, message, remarks }: ReportLine) =>
    outcome === 'failed' && message !== null && remarks.length === 0;
  const refusalOf = ({ name, message }: ReportLine) => ({ name, reason: message ?? '' });
  const heads = groupRefusals(lines.filter(isAlike), refusalOf).flatMap(({ files, reason }): ReportLine[] => {
    const [first] = files;
    if (!first || files.length === 1) return [...files];
    const refused = files.map(refusalOf);
    return [
      { ...first, name: titleOfRefusals(refused), message: `${detailOfRefusals(refused)}. ${reason}`, sourceId: null },
    ];
  });
  return [...heads, ...lines.filter((line) => !isAlike(line))];
}

/** @returns for example `3 failed, 997 imported`; empty while there is nothing to tell. */
export function outcomeSummary(outcomes: Job['outcomes']): string {
  return OUTCOMES.flatMap((outcome) => {
    const count = outcomes[outcome] ?? 0;
    if (count === 0) return [];
    const words = isExchangeOutcome(outcome) ? outcome : OUTCOME_WORDS[outcome].toLowerCase();
    return [describeOutcome(words, count, formatCount(count))];
  }).join(', ');
}

/** A report as plain text, for a letter or a bug report: tab-separated, one line a file. */
export function reportText(job: Job, lines: readonly ReportLine[]): string {
  const count =
    job.kind === 'exchange'
      ? t('{count, plural, one {# line} other {# lines}}', { count: lines.length })
      : t('{count, plural, one {# file} other {# files}}', { count: lines.length });
  const head = `${jobTitle(job)}, ${job.endedAt ?? job.startedAt}: ${count}`;
  const rows = inReadingOrder(lines).map(({ name, message, remarks, ...line }) =>
    [outcomeLabel(line), name, [message, ...remarks].filter(Boolean).join(' ')].join('\t'),
  );
  return [head, outcomeSummary(job.outcomes), '', ...rows].join('\n');
}
