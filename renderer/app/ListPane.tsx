/** The lists, one for each area. The one that is not shown keeps its state. Drawn again only for what it is given. */
import { Activity, memo } from 'react';
import type { CollationId, NoteId, SourceId } from '../../electron/contract/index.js';
import { t } from '../../electron/wording/index.js';
import { CollationsPane } from '../features/collation/index.js';
import { NotesPane } from '../features/notes/index.js';
import { SearchPane, type SearchPaneProps } from '../features/search/index.js';
import { SourcesPane } from '../features/sources/index.js';
import { ErrorBoundary } from './ErrorBoundary.js';
import css from './Frame.module.css';
import type { TabQuery } from './tabs-state.js';
import {
  isSettled,
  type ListArea,
  type NoteSelection,
  type SourceSelection,
  type WorkspaceAction,
} from './workspace/index.js';

export type RequestedSearch = NonNullable<SearchPaneProps['requested']>;

export interface ListPaneProps {
  readonly area: ListArea;
  readonly sources: SourceSelection;
  /** Those of the selected sources that a command of the list would act on. */
  readonly targets: readonly SourceId[];
  readonly notes: NoteSelection;
  dispatch(action: WorkspaceAction): void;
  /** A search that the search pane is to show; a new `at` asks again. */
  readonly requested: RequestedSearch | null;
  onOpen(id: SourceId, query?: TabQuery | null): void;
  /** The note on top of the tabs; null when none is. */
  readonly activeNoteId: NoteId | null;
  onOpenNote(id: NoteId): void;
  /** The collation on top of the tabs; null when none is. */
  readonly activeCollationId: CollationId | null;
  onOpenCollation(id: CollationId): void;
  onCompare(ids: readonly SourceId[]): void;
}

export const ListPane = memo(function ListPane(props: ListPaneProps) {
  const {
    area,
    sources,
    targets,
    notes,
    dispatch,
    requested,
    onOpen,
    activeNoteId,
    onOpenNote,
    activeCollationId,
    onOpenCollation,
    onCompare,
  } = props;
  const preview = (sourceId: SourceId, query: TabQuery | null = null) =>
    dispatch({ type: 'preview', sourceId, query, place: null });
  return (
    <>
      <Activity mode={area === 'sources' ? 'visible' : 'hidden'}>
        <div className={css.area} data-area="sources">
          <ErrorBoundary what={t('The list of sources')}>
            <SourcesPane
              selected={sources.ids}
              isSettled={isSettled(sources)}
              targets={targets}
              onSelect={(list, ids) => dispatch({ type: 'sourcesSelected', list, ids })}
              onNavigate={(list) => dispatch({ type: 'placeOpened', list })}
              onListRequested={(list) => dispatch({ type: 'sourcesAsked', list })}
              onListConfirmed={(list, among, ids) => dispatch({ type: 'sourcesListed', list, among, ids })}
              onOpen={onOpen}
              onPreview={preview}
            />
          </ErrorBoundary>
        </div>
      </Activity>
      <Activity mode={area === 'search' ? 'visible' : 'hidden'}>
        <div className={css.area} data-area="search">
          <ErrorBoundary what={t('The search')}>
            <SearchPane
              requested={requested}
              onOpen={(hit, query) => onOpen(hit.sourceId, query)}
              onPreview={(hit, query) => preview(hit.sourceId, query)}
              onQueryChange={(query) => dispatch({ type: 'searched', query })}
              onOpenNote={onOpenNote}
            />
          </ErrorBoundary>
        </div>
      </Activity>
      <Activity mode={area === 'notes' ? 'visible' : 'hidden'}>
        <div className={css.area} data-area="notes">
          <ErrorBoundary what={t('The list of notes')}>
            <NotesPane
              selected={notes.rows}
              activeId={activeNoteId}
              onOpen={onOpenNote}
              onListRequested={(list) => dispatch({ type: 'notesAsked', list })}
              onSelect={(list, rows) => dispatch({ type: 'notesSelected', list, rows })}
            />
          </ErrorBoundary>
        </div>
      </Activity>
      <Activity mode={area === 'compare' ? 'visible' : 'hidden'}>
        <div className={css.area} data-area="compare">
          <ErrorBoundary what={t('The list of collations')}>
            <CollationsPane activeId={activeCollationId} onOpen={onOpenCollation} onCompare={onCompare} />
          </ErrorBoundary>
        </div>
      </Activity>
    </>
  );
});
