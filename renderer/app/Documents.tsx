/** The open documents and pages, the active one shown, the others kept as they were left. */
import { BookOpenText } from 'lucide-react';
import { Activity, memo, type ReactNode } from 'react';
import type { ConcordanceLine, SearchQuery, SourceId } from '../../electron/contract/index.js';
import { ConcordancePage } from '../features/concordance/index.js';
import { ReadingPane, type ReadingSelection } from '../features/reading/index.js';
import { SearchLogPage } from '../features/search-log/index.js';
import { EmptyState, Kbd } from '../ui/index.js';
import { ErrorBoundary } from './ErrorBoundary.js';
import css from './Frame.module.css';
import { tabId, tabPanelId } from './TabBar.js';
import { idOfTab, type Marks, type Tab, type TabsState } from './tabs-state.js';

export interface DocumentsProps {
  readonly state: TabsState;
  onOpen(id: SourceId, marks: Marks): void;
  /** The source of the line one is on in a concordance; null when one is on none. */
  onReach(id: SourceId | null): void;
  onSimilar(selection: ReadingSelection): void;
  /** Shows a search of the log in the search pane again. */
  onSearch(query: SearchQuery): void;
}

export const Documents = memo(function Documents({ state, onOpen, onReach, onSimilar, onSearch }: DocumentsProps) {
  const { tabs, activeId } = state;
  if (tabs.length === 0) {
    return (
      <div className={css.document}>
        <EmptyState icon={<BookOpenText size={32} strokeWidth={1.4} />} title="Nothing is open">
          Choose a source in the list to look at it, press Enter to keep it open, or press <Kbd keys="CmdOrCtrl+K" />{' '}
          and type a title.
        </EmptyState>
      </div>
    );
  }
  return tabs.map((tab) => {
    const id = idOfTab(tab);
    return (
      <Activity key={id} mode={id === activeId ? 'visible' : 'hidden'}>
        <div role="tabpanel" id={tabPanelId(id)} aria-labelledby={tabId(id)} className={css.document}>
          {content(tab)}
        </div>
      </Activity>
    );
  });

  function content(tab: Tab): ReactNode {
    switch (tab.kind) {
      case 'document':
        return (
          <ErrorBoundary what="The reading view">
            <ReadingPane sourceId={tab.sourceId} query={tab.query} place={tab.place} onSimilar={onSimilar} />
          </ErrorBoundary>
        );
      case 'concordance':
        return (
          <ErrorBoundary what="The concordance">
            <ConcordancePage
              query={tab.query}
              onOpen={(line) => openLine(line, tab.query)}
              onReach={(line) => onReach(line?.sourceId ?? null)}
            />
          </ErrorBoundary>
        );
      case 'log':
        return (
          <ErrorBoundary what="The search log">
            <SearchLogPage onSearch={onSearch} />
          </ErrorBoundary>
        );
    }
  }

  function openLine({ sourceId, start, end }: ConcordanceLine, query: SearchQuery): void {
    const { query: words, mode, matching } = query;
    onOpen(sourceId, { query: { query: words, mode, matching }, place: { start, end } });
  }
});
