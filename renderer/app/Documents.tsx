/** The open documents, the active one shown, the others kept as they were left. */
import { BookOpenText } from 'lucide-react';
import { Activity, memo } from 'react';
import { ReadingPane } from '../features/reading/index.js';
import { EmptyState, Kbd } from '../ui/index.js';
import { ErrorBoundary } from './ErrorBoundary.js';
import css from './Frame.module.css';
import { tabId, tabPanelId } from './TabBar.js';
import type { TabsState } from './tabs-state.js';

export const Documents = memo(function Documents({ state }: { readonly state: TabsState }) {
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
  return tabs.map(({ sourceId, query }) => (
    <Activity key={sourceId} mode={sourceId === activeId ? 'visible' : 'hidden'}>
      <div role="tabpanel" id={tabPanelId(sourceId)} aria-labelledby={tabId(sourceId)} className={css.document}>
        <ErrorBoundary what="The reading view">
          <ReadingPane sourceId={sourceId} query={query} />
        </ErrorBoundary>
      </div>
    </Activity>
  ));
});
