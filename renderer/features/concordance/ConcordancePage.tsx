/** Every place a search finds, one line each, the matches under one another: to see how a word is used. */
import { AlignCenter, FileDown, SearchX } from 'lucide-react';
import { useState } from 'react';
import type { ConcordanceLine, ConcordanceSort, SearchQuery } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import {
  announce,
  describeFilter,
  describeMode,
  failureMessage,
  performShell,
  useCall,
  useCommand,
} from '../../api/index.js';
import { Button, EmptyState, ErrorState, formatCount, Loading, Tooltip } from '../../ui/index.js';
import css from './ConcordancePage.module.css';
import { ConcordanceTable } from './ConcordanceTable.js';
import { PAGE_LINES } from './concordance-lines.js';
import { PassagePreview } from './PassagePreview.js';

export interface ConcordancePageProps {
  readonly query: SearchQuery;
  /** Opens the document at the match. */
  onOpen(line: ConcordanceLine): void;
  /** The line one is on; null when one is on none. */
  onReach(line: ConcordanceLine | null): void;
}

export function ConcordancePage({ query, onOpen, onReach }: ConcordancePageProps) {
  const [sort, setSort] = useState<ConcordanceSort>('source');
  const [active, setActive] = useState<ConcordanceLine | null>(null);
  const [isPreviewing, setPreviewing] = useState(false);
  const [isWriting, setWriting] = useState(false);
  const isAsked = query.query.trim() !== '';
  const asked = { ...query, sort, offset: 0, limit: PAGE_LINES };
  const answer = useCall('search.concordance', asked, { keepPrevious: true, enabled: isAsked });
  const collections = useCall('collection.list', undefined, {
    keepPrevious: true,
    enabled: !!query.filter.collectionId,
  });
  const tags = useCall('tag.list', undefined, { keepPrevious: true, enabled: (query.filter.tagIds?.length ?? 0) > 0 });
  const scope = describeFilter(query.filter, {
    collections: collections.status === 'ready' ? collections.data : [],
    tags: tags.status === 'ready' ? tags.data : [],
  });
  const total = isAsked && answer.status === 'ready' ? answer.data.total : 0;

  const write = async () => {
    setWriting(true);
    const result = await performShell('shell.exportConcordance', { ...query, sort });
    setWriting(false);
    if (!result.ok || result.value === null) return;
    announce(
      t('{lines, plural, one {# line} other {# lines}} written to {fileName}', {
        lines: result.value.lines,
        fileName: result.value.fileName,
      }),
      { tone: 'good' },
    );
  };
  useCommand('export.concordance', () => void write(), { enabled: total > 0 && !isWriting });

  return (
    <section className={css.page} aria-label={t('Concordance of {query}', { query: query.query })}>
      <header className={css.head}>
        <div className={css.titles}>
          <h2 className={css.title} dir="auto">
            {query.query.trim() || t('Concordance')}
          </h2>
          <p className={css.line}>
            <span role="status">{summary()}</span>
            <span>{[describeMode(query), scope].filter(Boolean).join(' · ')}</span>
          </p>
        </div>
        <Tooltip text={t('Every line as a table (CSV)')}>
          <Button isDisabled={total === 0 || isWriting} onPress={() => void write()}>
            <FileDown size={14} aria-hidden />
            {isWriting ? t('Writing…') : t('Export…')}
          </Button>
        </Tooltip>
      </header>
      {content()}
    </section>
  );

  function summary(): string {
    if (answer.status !== 'ready' || !isAsked) return '';
    const { total: places, sources } = answer.data;
    return t(
      '{places, plural, one {# place} other {# places}} in {sources, plural, one {# source} other {# sources}}',
      { places, sources },
    );
  }

  function content() {
    if (!isAsked) {
      return (
        <EmptyState icon={<AlignCenter size={26} strokeWidth={1.5} />} title={t('A concordance needs a search')}>
          {t('Type words into the search line; the concordance lists every place where they stand.')}
        </EmptyState>
      );
    }
    if (answer.status === 'loading') return <Loading>{t('Gathering the places')}</Loading>;
    if (answer.status === 'error') return <ErrorState {...failureMessage(answer.error)} retry={answer.retry} />;
    if (total === 0) {
      return (
        <EmptyState icon={<SearchX size={26} strokeWidth={1.5} />} title={t('No place has these words')}>
          {scope === ''
            ? t(
                'A search that is all filters, or that looks only at descriptions, finds sources but no place in a text.',
              )
            : t('Searched {scope}. Without these filters there may be places.', { scope })}
        </EmptyState>
      );
    }
    return (
      <>
        <ConcordanceTable
          label={t('{total} places', { total: formatCount(total) })}
          query={query}
          sort={sort}
          total={total}
          isBusy={answer.refreshing}
          isPreviewing={isPreviewing}
          onSort={setSort}
          onReach={(line) => {
            setActive(line);
            onReach(line);
          }}
          onPreview={setPreviewing}
          onOpen={onOpen}
        />
        {isPreviewing && active ? (
          <PassagePreview line={active} onOpen={() => onOpen(active)} onClose={() => setPreviewing(false)} />
        ) : null}
      </>
    );
  }
}
