/** What was searched, when, where, by whom, and what came of it: the ground of "it is not in this archive". */
import { FileDown, History, SearchX } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import type { SearchQuery } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { failureMessage, runCommand, useCall, useEnabledCommands } from '../../api/index.js';
import { Button, Checkbox, EmptyState, ErrorState, Loading, SearchField } from '../../ui/index.js';
import { LogTable } from './LogTable.js';
import { type LogFilter, PAGE_ENTRIES } from './log-filter.js';
import css from './SearchLogPage.module.css';

export interface SearchLogPageProps {
  /** Searches again. */
  onSearch(query: SearchQuery): void;
}

export function SearchLogPage({ onSearch }: SearchLogPageProps) {
  const [line, setLine] = useState('');
  const [onlyEmpty, setOnlyEmpty] = useState(false);
  const contains = useDeferredValue(line.trim());
  const filter: LogFilter = { ...(contains === '' ? {} : { contains }), ...(onlyEmpty ? { onlyEmpty } : {}) };
  const answer = useCall('search.log', { ...filter, offset: 0, limit: PAGE_ENTRIES }, { keepPrevious: true });
  const canExport = useEnabledCommands().has('export.log');
  const isFiltered = contains !== '' || onlyEmpty;

  return (
    <section className={css.page} aria-label={t('Search log')}>
      <header className={css.head}>
        <div className={css.titles}>
          <h2 className={css.title}>{t('Search log')}</h2>
          <p className={css.lead}>
            {t(
              'Every search you settled on is kept here with what it found, so that you can say what you looked for, and where it was not.',
            )}
          </p>
        </div>
        <Button isDisabled={!canExport} onPress={() => void runCommand('export.log')}>
          <FileDown size={14} aria-hidden />
          {t('Export…')}
        </Button>
      </header>
      <div className={css.tools}>
        <div className={css.filter}>
          <SearchField
            label={t('Filter the log')}
            placeholder={t('Filter the lines')}
            value={line}
            onChange={setLine}
          />
        </div>
        <Checkbox isSelected={onlyEmpty} onChange={setOnlyEmpty}>
          {t('Only those that found nothing')}
        </Checkbox>
        <span role="status" className={css.count}>
          {answer.status === 'ready'
            ? t('{total, plural, one {# search} other {# searches}}', { total: answer.data.total })
            : ''}
        </span>
      </div>
      {content()}
    </section>
  );

  function content() {
    if (answer.status === 'loading') return <Loading>{t('Reading the log')}</Loading>;
    if (answer.status === 'error') return <ErrorState {...failureMessage(answer.error)} retry={answer.retry} />;
    if (answer.data.total === 0 && isFiltered) {
      return (
        <EmptyState
          icon={<SearchX size={26} strokeWidth={1.5} />}
          title={contains === '' ? t('Every search found something') : t('No line of the log has this')}
          action={
            <Button
              onPress={() => {
                setLine('');
                setOnlyEmpty(false);
              }}
            >
              {t('Show the whole log')}
            </Button>
          }
        />
      );
    }
    if (answer.data.total === 0) {
      return (
        <EmptyState
          icon={<History size={26} strokeWidth={1.5} />}
          title={t('Nothing was searched yet')}
          action={<Button onPress={() => void runCommand('go.search')}>{t('Go to the search')}</Button>}
        >
          {t('A search is written down when you open a hit, press Enter, or rest on what was found.')}
        </EmptyState>
      );
    }
    return <LogTable filter={filter} total={answer.data.total} onSearch={onSearch} />;
  }
}
