/**
 * The files of a plan, with what will become of each; those that are refused for one reason are one row. Space leaves a
 * file out; Ctrl+A all. Draws only the rows in sight.
 */

import { Check } from 'lucide-react';
import { useMemo } from 'react';
import type { ImportPlanEntry } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { formatBytes, VirtualList } from '../../ui/index.js';
import { canImport, type DuplicatePolicy, planRows } from './import-plan.js';
import css from './PlanList.module.css';

const ROW_PX = 40;
/** In the tip of a row of several files. */
const MAX_NAMED = 40;

const STATUS: Record<ImportPlanEntry['status'], string> = {
  new: t('New'),
  duplicate: t('Already here'),
  unsupported: t('No reader'),
  unreadable: t('Unreadable'),
};

export interface PlanListProps {
  readonly entries: readonly ImportPlanEntry[];
  readonly duplicates: DuplicatePolicy;
  /** Indexes of plan entries. */
  readonly excluded: ReadonlySet<number>;
  onToggle(index: number): void;
  onToggleAll(): void;
}

function outcome(entry: ImportPlanEntry, duplicates: DuplicatePolicy, isExcluded: boolean): string {
  if (entry.status === 'new') return isExcluded ? t('Left out') : t('New');
  if (entry.status === 'duplicate') {
    if (duplicates === 'skip') return t('Skipped');
    return isExcluded ? t('Left out') : t('Again');
  }
  return STATUS[entry.status];
}

export function PlanList({ entries, duplicates, excluded, onToggle, onToggleAll }: PlanListProps) {
  const rows = useMemo(() => planRows(entries), [entries]);
  return (
    <div className={css.table}>
      <div className={css.head} aria-hidden>
        <span />
        <span>{t('File')}</span>
        <span>{t('Size')}</span>
        <span>{t('Reader')}</span>
        <span>{t('What will happen')}</span>
      </div>
      <VirtualList
        use="choose"
        label={t('Files to import; Space leaves one out')}
        items={rows}
        rowPx={ROW_PX}
        getKey={({ entries: [{ index }] }) => index}
        isChosen={({ entries: [entry] }) => canImport(entry, duplicates) && !excluded.has(entry.index)}
        canChoose={({ entries: [entry] }) => canImport(entry, duplicates)}
        onToggle={({ entries: [{ index }] }) => onToggle(index)}
        onToggleAll={onToggleAll}
        renderRow={({ entries: files, title, note, fileBytes }) => {
          const [entry] = files;
          const isPossible = canImport(entry, duplicates);
          const isExcluded = excluded.has(entry.index);
          return (
            <div className={css.row} data-out={!isPossible || isExcluded || undefined}>
              <span className={css.box} data-ticked={(isPossible && !isExcluded) || undefined} aria-hidden>
                {isPossible && !isExcluded ? <Check size={11} strokeWidth={3.5} /> : null}
              </span>
              <span className={css.file}>
                <span
                  className={css.name}
                  title={files
                    .map(({ name }) => name)
                    .slice(0, MAX_NAMED)
                    .join('\n')}
                >
                  {title}
                </span>
                {note === '' ? null : (
                  <span className={css.note} title={note}>
                    {note}
                  </span>
                )}
              </span>
              <span className={css.size}>{formatBytes(fileBytes)}</span>
              <span className={css.reader}>{entry.reader ?? '–'}</span>
              <span className={css.status} data-status={entry.status}>
                {outcome(entry, duplicates, isExcluded)}
              </span>
            </div>
          );
        }}
      />
    </div>
  );
}
