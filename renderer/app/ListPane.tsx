/** The lists, one for each area. The one that is not shown keeps its state. Drawn again only for what it is given. */
import { Activity, memo } from 'react';
import { z } from 'zod';
import type { CollationId, NoteId, SearchQuery, SourceId } from '../../electron/contract/index.js';
import { CollationsPane } from '../features/collation/index.js';
import { NotesPane } from '../features/notes/index.js';
import { SearchPane, type SearchPaneProps } from '../features/search/index.js';
import { SourcesPane } from '../features/sources/index.js';
import { ErrorBoundary } from './ErrorBoundary.js';
import css from './Frame.module.css';
import type { Area } from './Rail.js';
import type { TabQuery } from './tabs-state.js';

export const ListAreaName = z.enum(['sources', 'search', 'notes', 'compare']);
export type ListArea = Exclude<Area, 'settings'>;

/** Where the focus goes when an area is asked for: the list of sources, the search line. */
export const LIST_ENTRY: Record<ListArea, string> = {
  sources: '[data-area="sources"] :is([role="grid"], [role="listbox"], [role="treegrid"])',
  search: '[data-area="search"] input',
  notes: '[data-area="notes"] [role="listbox"], [data-area="notes"]:not(:has([role="listbox"])) [data-entry]',
  compare: '[data-area="compare"] [role="listbox"], [data-area="compare"]:not(:has([role="listbox"])) [data-entry]',
};

export type RequestedSearch = NonNullable<SearchPaneProps['requested']>;

export interface ListPaneProps {
  readonly area: ListArea;
  readonly selected: readonly SourceId[];
  /** A search that the search pane is to show; a new `at` asks again. */
  readonly requested: RequestedSearch | null;
  onSelect(ids: readonly SourceId[]): void;
  onOpen(id: SourceId, query?: TabQuery | null): void;
  onPreview(id: SourceId, query?: TabQuery | null): void;
  onQueryChange(query: SearchQuery): void;
  /** The note on top of the tabs; null when none is. */
  readonly activeNoteId: NoteId | null;
  onOpenNote(id: NoteId): void;
  /** Must keep its identity. */
  onSelectNotes(ids: readonly NoteId[]): void;
  /** The collation on top of the tabs; null when none is. */
  readonly activeCollationId: CollationId | null;
  onOpenCollation(id: CollationId): void;
  onCompare(ids: readonly SourceId[]): void;
}

export const ListPane = memo(function ListPane(props: ListPaneProps) {
  const {
    area,
    selected,
    requested,
    onSelect,
    onOpen,
    onPreview,
    onQueryChange,
    activeNoteId,
    onOpenNote,
    onSelectNotes,
    activeCollationId,
    onOpenCollation,
    onCompare,
  } = props;
  return (
    <>
      <Activity mode={area === 'sources' ? 'visible' : 'hidden'}>
        <div className={css.area} data-area="sources">
          <ErrorBoundary what="The list of sources">
            <SourcesPane selected={selected} onSelect={onSelect} onOpen={onOpen} onPreview={onPreview} />
          </ErrorBoundary>
        </div>
      </Activity>
      <Activity mode={area === 'search' ? 'visible' : 'hidden'}>
        <div className={css.area} data-area="search">
          <ErrorBoundary what="The search">
            <SearchPane
              requested={requested}
              onOpen={(hit, query) => onOpen(hit.sourceId, query)}
              onPreview={(hit, query) => onPreview(hit.sourceId, query)}
              onQueryChange={onQueryChange}
              onOpenNote={onOpenNote}
            />
          </ErrorBoundary>
        </div>
      </Activity>
      <Activity mode={area === 'notes' ? 'visible' : 'hidden'}>
        <div className={css.area} data-area="notes">
          <ErrorBoundary what="The list of notes">
            <NotesPane activeId={activeNoteId} onOpen={onOpenNote} onSelect={onSelectNotes} />
          </ErrorBoundary>
        </div>
      </Activity>
      <Activity mode={area === 'compare' ? 'visible' : 'hidden'}>
        <div className={css.area} data-area="compare">
          <ErrorBoundary what="The list of collations">
            <CollationsPane activeId={activeCollationId} onOpen={onOpenCollation} onCompare={onCompare} />
          </ErrorBoundary>
        </div>
      </Activity>
    </>
  );
});
