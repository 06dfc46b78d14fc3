/** The search: one line, results as one types, facets to narrow them, and an honest word when nothing is found. */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type {
  Hit,
  NoteId,
  SavedSearch,
  SearchMode,
  SearchQuery,
  WordMatching,
} from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { failureMessage, useCommand, useJobs } from '../../api/index.js';
import { ErrorState, Loading, PaneHeader } from '../../ui/index.js';
import { ActiveFilters } from './ActiveFilters.js';
import { AlsoMatching } from './AlsoMatching.js';
import { activeFilters } from './active-filters.js';
import { FacetPanel } from './FacetPanel.js';
import { LineHints } from './LineHints.js';
import { NameSearchDialog } from './NameSearchDialog.js';
import { NoResults } from './NoResults.js';
import { NoteResults } from './NoteResults.js';
import { ResultList, type ResultListHandle } from './ResultList.js';
import { ResultStatus } from './ResultStatus.js';
import { completeLine, recallSearch } from './recent-searches.js';
import { SearchLine, type SearchLineHandle } from './SearchLine.js';
import css from './SearchPane.module.css';
import { SearchStart, type SearchStartHandle } from './SearchStart.js';
import { SearchTools } from './SearchTools.js';
import { savedSearchActions } from './saved-search-actions.js';
import { draftOf, EMPTY_DRAFT, queryKey, queryOf, type SearchDraft } from './search-draft.js';
import { describeManner, suggestedName } from './search-labels.js';
import { useFacetsVisibility } from './use-facets-visibility.js';
import { useSearch } from './use-search.js';
import { useSearchHistory } from './use-search-history.js';
import { useSearchRecording } from './use-search-recording.js';

/** What a document is opened with, so that its hits are marked. */
export interface HitQuery {
  readonly query: string;
  readonly mode: SearchMode;
  readonly matching: WordMatching;
}

export interface SearchPaneProps {
  /** A search to be shown as if it had been typed, from the log for example; a new `at` asks again. */
  readonly requested: { readonly query: SearchQuery; readonly at: number } | null;
  onOpen(hit: Hit, query: HitQuery): void;
  onPreview(hit: Hit, query: HitQuery): void;
  onQueryChange(query: SearchQuery): void;
  onOpenNote(id: NoteId): void;
}

type NamingRequest =
  | { readonly kind: 'new'; readonly query: SearchQuery }
  | { readonly kind: 'rename'; readonly saved: SavedSearch };

export function SearchPane({ requested, onOpen, onPreview, onQueryChange, onOpenNote }: SearchPaneProps) {
  const [draft, setDraft] = useState<SearchDraft>(EMPTY_DRAFT);
  const [active, setActive] = useState(-1);
  const [naming, setNaming] = useState<NamingRequest | null>(null);
  const [requestedAt, setRequestedAt] = useState<number | null>(null);
  // Taken over while rendering: a pane that comes back into sight must not take the same request again.
  if (requested && requested.at !== requestedAt) {
    setRequestedAt(requested.at);
    setDraft(draftOf(requested.query));
  }
  const pane = useRef<HTMLElement>(null);
  const line = useRef<SearchLineHandle>(null);
  const results = useRef<ResultListHandle>(null);
  const start = useRef<SearchStartHandle>(null);
  const listId = useId();
  const { shape, isShown: isFiltering, show: showFacets } = useFacetsVisibility(pane);
  const { query, hasQuery, shown, isCurrent, isWaiting, failure, facets, retry, flush } = useSearch(
    draft,
    isFiltering ? 'wanted' : 'unwanted',
  );
  const { saved, recent, completions, names, isReadOnly } = useSearchHistory(draft.line);
  const recording = useSearchRecording(isCurrent && failure === null ? shown : null);
  const syntax = failure?.code === 'QUERY_SYNTAX' ? { failure, line: query.query } : null;
  const dateFailure = failure?.code === 'DATE_INVALID' ? failure : null;
  const total = shown?.answer.total ?? 0;
  const chosen = activeFilters(draft, names);
  const key = queryKey(queryOf(draft));
  const current = saved.find((one) => queryKey(one.query) === key) ?? null;
  // While texts are still going into the index, what is missing is not yet known to be missing.
  const index = useJobs().some(({ state, kind }) => state === 'running' && (kind === 'index' || kind === 'import'))
    ? 'growing'
    : 'whole';

  const latest = useRef(onQueryChange);
  useEffect(() => {
    latest.current = onQueryChange;
  });
  useEffect(() => latest.current(query), [query]);
  const shownQuery = shown?.query ?? null;
  // Another answer is another list, and none of its hits is the active one yet.
  const [walked, setWalked] = useState(shownQuery);
  if (walked !== shownQuery) {
    setWalked(shownQuery);
    setActive(-1);
  }
  useCommand('search.save', () => setNaming({ kind: 'new', query: queryOf(draft) }), {
    enabled: hasQuery && !isReadOnly,
  });

  return (
    <section ref={pane} className={css.pane} aria-label={t('Search')}>
      <PaneHeader title={t('Search')}>
        <SearchTools
          saved={saved}
          current={current}
          canSave={hasQuery && !isReadOnly}
          isReadOnly={isReadOnly}
          total={total}
          filters={chosen.length}
          isFiltering={isFiltering}
          describe={(one) => [one.query.query, describeManner(one.query, names)].filter(Boolean).join(' · ')}
          onRun={(one) => run(one.query)}
          onRename={(one) => setNaming({ kind: 'rename', saved: one })}
          onDelete={(one) => void savedSearchActions.delete(one)}
          onConfirm={() => shown && recording.confirm(shown.query)}
          onFiltering={showFacets}
        />
      </PaneHeader>
      <SearchLine
        draft={draft}
        listId={listId}
        isListShown={total > 0}
        activeId={active >= 0 && active < total ? `${listId}-${active}` : null}
        syntax={syntax}
        completion={completeLine(draft.line, completions)}
        handle={line}
        onDraft={setDraft}
        onRecall={(step) => setDraft(recallSearch(draft, recent, step) ?? draft)}
        onKey={onKey}
      />
      <div className={css.body} data-shape={shape}>
        {isFiltering || dateFailure ? (
          <FacetPanel
            shape={shape}
            draft={draft}
            facets={facets}
            dateFailure={dateFailure}
            names={names}
            onDraft={setDraft}
          />
        ) : null}
        <div className={css.found}>
          <ActiveFilters draft={draft} chosen={chosen} onDraft={setDraft} onEmptied={() => line.current?.focus()} />
          {shown && draft.line.trim() !== '' ? (
            <AlsoMatching
              matching={draft.matching}
              expansions={shown.answer.expansions}
              onMatching={(matching) => setDraft({ ...draft, matching })}
            />
          ) : null}
          {shown && failure === null
            ? shown.answer.remarks.map((remark) => (
                <p key={remark} className={css.remark}>
                  {remark}
                </p>
              ))
            : null}
          {shown && failure === null ? (
            <LineHints
              hints={shown.answer.hints.filter(({ kind }) => total > 0 || kind === 'reading')}
              place="beside"
              onLine={ask}
            />
          ) : null}
          <ResultStatus
            shown={shown}
            state={failure ? 'left-over' : isWaiting ? 'searching' : 'current'}
            index={index}
            problem={recording.problem}
          />
          {shown && hasQuery ? (
            <NoteResults
              // Another line has other notes, of which the best are shown first.
              key={queryKey(shown.query)}
              notes={shown.answer.notes}
              state={failure ? 'left-over' : 'current'}
              onOpenNote={onOpenNote}
            />
          ) : null}
          {content()}
        </div>
      </div>
      {naming ? nameDialog(naming) : null}
    </section>
  );

  function content() {
    if (!hasQuery) {
      return (
        <SearchStart
          saved={saved}
          recent={recent}
          names={names}
          isReadOnly={isReadOnly}
          handle={start}
          onRun={run}
          onRename={(one) => setNaming({ kind: 'rename', saved: one })}
          onDelete={(one) => void savedSearchActions.delete(one)}
          onLeave={() => line.current?.focus()}
        />
      );
    }
    if (failure && !syntax && !dateFailure) return <ErrorState {...failureMessage(failure)} retry={retry} />;
    if (!shown) return failure ? null : <Loading>{t('Searching')}</Loading>;
    if (total === 0) {
      if (failure) return null;
      const { query: answered, answer } = shown;
      const notes = answer.notes.length > 0 ? 'some' : 'none';
      return (
        <NoResults
          query={answered}
          draft={draft}
          names={names}
          index={index}
          notes={notes}
          hints={answer.hints.filter(({ kind }) => kind !== 'reading')}
          onDraft={setDraft}
          onLine={ask}
        />
      );
    }
    return (
      <ResultList
        listId={listId}
        query={shown.query}
        state={failure ? 'left-over' : 'current'}
        total={total}
        active={active}
        handle={results}
        onReach={(hit) => onPreview(hit, hitQuery(shown.query))}
        onPick={setActive}
        onOpen={open}
        onKey={onKey}
      />
    );
  }

  function nameDialog(request: NamingRequest) {
    const what = request.kind === 'new' ? request.query : request.saved.query;
    return (
      <NameSearchDialog
        title={request.kind === 'new' ? t('Save this search') : t('Rename this search')}
        subtitle={[what.query, describeManner(what, names)].filter(Boolean).join(' · ')}
        confirmLabel={request.kind === 'new' ? t('Save') : t('Rename')}
        name={request.kind === 'new' ? suggestedName(what, names) : request.saved.name}
        onName={(name) =>
          request.kind === 'new'
            ? savedSearchActions.save(name, what)
            : savedSearchActions.rename(request.saved.id, name)
        }
        onClose={() => setNaming(null)}
      />
    );
  }

  /** Another line, with the mode and the filters that are set. */
  function ask(facetsWanted: string): void {
    setDraft({ ...draft, line: facetsWanted });
    line.current?.focus();
  }

  function run(facetsWanted: SearchQuery): void {
    setDraft(draftOf(facetsWanted));
    line.current?.focus();
  }

  function open(hit: Hit): void {
    if (!shown) return;
    recording.confirm(shown.query);
    onOpen(hit, hitQuery(shown.query));
  }

  function onKey(event: KeyboardEvent<HTMLElement>): void {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (!hasQuery && event.key === 'ArrowDown') {
      if (start.current?.focus()) event.preventDefault();
      return;
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      if (!hasQuery && draft.line.trim() === '') return;
      // Before the answer to this very line is there, Enter means: search now.
      if (!isCurrent) flush();
      else {
        recording.confirm(query);
        const hit = results.current?.hitAt(Math.max(0, active));
        if (hit) open(hit);
      }
      return;
    }
    const to = { ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + 5, PageUp: active - 5 }[event.key];
    if (to === undefined || total === 0) return;
    event.preventDefault();
    setActive(Math.max(0, Math.min(total - 1, to)));
  }
}

const hitQuery = ({ query, mode, matching }: SearchQuery): HitQuery => ({
  query,
  mode,
  matching: matching ?? 'expanded',
});
