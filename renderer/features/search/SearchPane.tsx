/** The search: one line, results as one types, filters, and an honest word when nothing is found. */
import { FileDown, ListFilter, Search, SearchX } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Hit, SearchMode, SearchQuery } from '../../../electron/contract/index.js';
import { runCommand, useCall, useJobs, wordFailure } from '../../api/index.js';
import { Button, EmptyState, ErrorState, Loading, PaneHeader, ToggleButton, Toolbar, Tooltip } from '../../ui/index.js';
import { Filters } from './Filters.js';
import { PAGE_HITS } from './ResultRows.js';
import { Results, type ResultsHandle } from './Results.js';
import { SearchLine } from './SearchLine.js';
import css from './SearchPane.module.css';
import { countFilters, EMPTY_DRAFT, queryOf, type SearchDraft, sayQuery, withoutFilters } from './search-line.js';
import { useDebounced } from './use-debounced.js';

export interface HitQuery {
  readonly query: string;
  readonly mode: SearchMode;
}

export interface SearchPaneProps {
  /** A search to be shown as if it had been typed, from the log for example; a new `at` asks again. */
  readonly requested: { readonly query: SearchQuery; readonly at: number } | null;
  onOpen(hit: Hit, query: HitQuery): void;
  onPreview(hit: Hit, query: HitQuery): void;
  onQueryChange(query: SearchQuery): void;
}

const REST_MS = 80;

const EXAMPLES: readonly { readonly line: string; readonly mode: SearchMode; readonly says: string }[] = [
  { line: 'telephone memorandum', mode: 'all', says: 'both words, anywhere in a text' },
  { line: 'state of emergency', mode: 'phrase', says: 'the words in this order' },
  { line: 'ambassad* minister', mode: 'any', says: '* stands for any ending' },
];

export function SearchPane({ onOpen, onPreview, onQueryChange }: SearchPaneProps) {
  const [draft, setDraft] = useState<SearchDraft>(EMPTY_DRAFT);
  const [isFiltering, setFiltering] = useState(false);
  const [active, setActive] = useState(-1);
  const listId = useId();
  const results = useRef<ResultsHandle>(null);
  const settled = useDebounced(draft, REST_MS);
  const query = useMemo(() => queryOf(settled), [settled]);
  const isAsked = query.query !== '';
  const answer = useCall('search.query', { ...query, offset: 0, limit: PAGE_HITS }, { enabled: isAsked, keep: true });
  const collections = useCall('collection.list', undefined, { keep: true });
  const collectionName =
    collections.status === 'ready'
      ? (collections.data.find(({ id }) => id === draft.collectionId)?.name ?? null)
      : null;
  const failure = isAsked && answer.status === 'error' ? answer.error : null;
  const syntax = failure?.code === 'QUERY_SYNTAX' ? failure : null;
  const dateFailure = failure?.code === 'DATE_INVALID' ? failure : null;
  const found = isAsked && answer.status === 'ready' ? answer.data : null;
  const total = found?.total ?? 0;
  const hitQuery: HitQuery = { query: query.query, mode: query.mode };
  const filters = countFilters(draft);
  // While texts are still going into the index, what is missing is not yet known to be missing.
  const isGrowing = useJobs().some((job) => job.state === 'running' && (job.kind === 'index' || job.kind === 'import'));

  const tell = useRef(onQueryChange);
  useEffect(() => {
    tell.current = onQueryChange;
  });
  useEffect(() => {
    tell.current(query);
    setActive(-1);
  }, [query]);

  return (
    <section className={css.pane} aria-label="Search">
      <PaneHeader title="Search">
        <Toolbar label="Search">
          <Tooltip text="Export what was found" keys="CmdOrCtrl+E">
            <Button
              variant="icon"
              aria-label="Export what was found"
              isDisabled={total === 0}
              onPress={() => void runCommand('export.search')}
            >
              <FileDown size={16} aria-hidden />
            </Button>
          </Tooltip>
          <Tooltip text="Filters">
            <ToggleButton
              variant="icon"
              aria-label={filters > 0 ? `Filters, ${filters} set` : 'Filters'}
              isSelected={isFiltering}
              onChange={setFiltering}
            >
              <ListFilter size={16} aria-hidden />
            </ToggleButton>
          </Tooltip>
        </Toolbar>
      </PaneHeader>
      <SearchLine
        draft={draft}
        listId={listId}
        isListShown={total > 0}
        activeId={active >= 0 && active < total ? `${listId}-${active}` : null}
        syntax={syntax}
        onDraft={setDraft}
        onKey={onKey}
      />
      {isFiltering || dateFailure ? (
        <Filters
          draft={draft}
          facets={found?.facets.documentTypes ?? []}
          dateFailure={dateFailure}
          onDraft={setDraft}
        />
      ) : null}
      <div className={css.status}>
        <span role="status">{statusText()}</span>
        {filters > 0 && !isFiltering && !dateFailure ? (
          <Button variant="link" onPress={() => setDraft(withoutFilters(draft))}>
            {filters === 1 ? 'Clear 1 filter' : `Clear ${filters} filters`}
          </Button>
        ) : null}
      </div>
      {content()}
    </section>
  );

  function statusText(): string {
    if (!isAsked || !found || total === 0) return '';
    const hits = total === 1 ? '1 source' : `${total.toLocaleString('en-GB')} sources`;
    return `${hits}${isGrowing ? ' so far' : ''} in ${found.tookMs < 1 ? 'under 1' : Math.round(found.tookMs)} ms`;
  }

  function content() {
    if (!isAsked) return invitation();
    if (answer.status === 'loading') return <Loading>Searching</Loading>;
    if (syntax || dateFailure) return null;
    if (answer.status === 'error') return <ErrorState {...wordFailure(answer.error)} retry={answer.retry} />;
    if (total === 0) return nothingFound();
    return (
      <Results
        listId={listId}
        query={query}
        total={total}
        active={active}
        handle={results}
        onReach={(hit) => onPreview(hit, hitQuery)}
        onPick={setActive}
        onOpen={(hit) => onOpen(hit, hitQuery)}
        onKey={onKey}
      />
    );
  }

  function invitation() {
    return (
      <EmptyState icon={<Search size={26} strokeWidth={1.5} />} title="Search every text of the archive">
        <p>Type words; case, accents and endings do not matter. For example:</p>
        <ul className={css.examples}>
          {EXAMPLES.map((example) => (
            <li key={example.line}>
              <Button size="small" onPress={() => setDraft({ ...draft, line: example.line, mode: example.mode })}>
                {example.line}
              </Button>
              <span className={css.says}>{example.says}</span>
            </li>
          ))}
        </ul>
      </EmptyState>
    );
  }

  function nothingFound() {
    return (
      <EmptyState
        icon={<SearchX size={26} strokeWidth={1.5} />}
        title={isGrowing ? 'Nothing found so far' : 'Nothing found'}
        action={
          <>
            {filters > 0 ? (
              <Button onPress={() => setDraft(withoutFilters(draft))}>Search without filters</Button>
            ) : null}
            {draft.mode !== 'any' ? (
              <Button onPress={() => setDraft({ ...draft, mode: 'any' })}>Any of the words</Button>
            ) : null}
          </>
        }
      >
        Searched for {sayQuery(settled, collectionName)}.{' '}
        {isGrowing
          ? 'The index is still being built: this is not the last word. New hits appear here by themselves.'
          : 'No text of this archive has it in this form; a scan without a text layer cannot be found by its words. Try fewer words, or a word’s beginning with *.'}
      </EmptyState>
    );
  }

  function onKey(event: KeyboardEvent<HTMLElement>): void {
    if (total === 0 || event.nativeEvent.isComposing) return;
    const go = (index: number) => setActive(Math.max(0, Math.min(total - 1, index)));
    switch (event.key) {
      case 'ArrowDown':
        go(active + 1);
        break;
      case 'ArrowUp':
        go(active - 1);
        break;
      case 'PageDown':
        go(active + 5);
        break;
      case 'PageUp':
        go(active - 5);
        break;
      case 'Enter': {
        const hit = results.current?.hitAt(Math.max(0, active));
        if (hit) onOpen(hit, hitQuery);
        break;
      }
      default:
        return;
    }
    event.preventDefault();
  }
}
