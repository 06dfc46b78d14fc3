/** The files of a report with their outcome, reason and way to the source. Draws only the rows in sight. */
import { CircleAlert, CircleCheck, Copy, MessageSquareText, Minus } from 'lucide-react';
import {
  isExchangeOutcome,
  type ReportLine,
  type ReportOutcome,
  type SourceId,
} from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { Button, formatCount, ToggleButton, VirtualList } from '../../ui/index.js';
import { type FileOutcome, groupOutcomes, isProblem, OUTCOME_WORDS, OUTCOMES, outcomeLabel } from './job-labels.js';
import css from './ReportList.module.css';

export type OutcomeFilter = FileOutcome | 'all';

const ROW_PX = 46;

export interface ReportListProps {
  /** In reading order. */
  readonly lines: readonly ReportLine[];
  readonly filter: OutcomeFilter;
  onFilter(filter: OutcomeFilter): void;
  onOpenSource(id: SourceId): void;
}

function iconOf(outcome: ReportOutcome) {
  if (isProblem(outcome)) return <CircleAlert size={15} aria-hidden className={css.problem} />;
  if (outcome === 'duplicate') return <Copy size={15} aria-hidden className={css.quiet} />;
  if (outcome === 'skipped') return <Minus size={15} aria-hidden className={css.quiet} />;
  return <CircleCheck size={15} aria-hidden className={css.good} />;
}

function ReportRow({ line, onOpenSource }: { readonly line: ReportLine; onOpenSource(id: SourceId): void }) {
  const { name, outcome, message, sourceId, remarks } = line;
  const said = [message, ...remarks].filter(Boolean).join(' ');
  return (
    <div className={css.row}>
      {iconOf(outcome)}
      <div className={css.text}>
        <div className={css.name} title={name}>
          {name}
        </div>
        <div className={css.message}>
          <span className={isProblem(outcome) ? css.problem : ''}>{outcomeLabel(line)}</span>
          {said ? <span>: {said}</span> : null}
        </div>
      </div>
      {remarks.length > 0 ? (
        <MessageSquareText size={14} className={css.quiet} aria-label={t('The reader remarked on it')} />
      ) : null}
      {sourceId ? (
        <Button size="small" aria-label={t('Open {name}', { name })} onPress={() => onOpenSource(sourceId)}>
          {t('Open')}
        </Button>
      ) : null}
    </div>
  );
}

export function ReportList({ lines, filter, onFilter, onOpenSource }: ReportListProps) {
  const counts = new Map<ReportOutcome, number>();
  for (const { outcome, count = 1 } of lines) counts.set(outcome, (counts.get(outcome) ?? 0) + count);
  // What became of tags, sets and notes stands at the head of the whole, one line for each.
  const present = OUTCOMES.filter((outcome) => !isExchangeOutcome(outcome)).filter((outcome) => counts.has(outcome));
  const shown = filter === 'all' || !counts.has(filter) ? lines : lines.filter(({ outcome }) => outcome === filter);
  return (
    <div className={css.report}>
      {present.length > 1 ? (
        <fieldset className={css.filters}>
          <legend className="visually-hidden">{t('Show only')}</legend>
          <ToggleButton isSelected={filter === 'all'} onChange={() => onFilter('all')}>
            {t('All')} <span className={css.count}>{formatCount(lines.length)}</span>
          </ToggleButton>
          {present.map((outcome) => (
            <ToggleButton key={outcome} isSelected={filter === outcome} onChange={() => onFilter(outcome)}>
              {OUTCOME_WORDS[outcome]} <span className={css.count}>{formatCount(counts.get(outcome) ?? 0)}</span>
            </ToggleButton>
          ))}
        </fieldset>
      ) : null}
      <VirtualList
        use="read"
        label={t('Files')}
        items={groupOutcomes(shown)}
        rowPx={ROW_PX}
        renderRow={(line) => <ReportRow line={line} onOpenSource={onOpenSource} />}
      />
    </div>
  );
}
