/** The tabs of open documents. A preview is in italics; a double click or an opening keeps it. Delete closes. */
import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import type { SourceId } from '../../electron/contract/index.js';
import { useCall } from '../api/index.js';
import css from './TabBar.module.css';
import type { DocumentTab, TabsAction, TabsState } from './tabs-state.js';

interface TabProps {
  readonly tab: DocumentTab;
  readonly standing: 'active' | 'other';
  dispatch(action: TabsAction): void;
  onKeyDown(event: KeyboardEvent): void;
}

export const tabId = (id: SourceId): string => `tab-${id}`;
export const tabPanelId = (id: SourceId): string => `document-${id}`;

function Tab({ tab, standing, dispatch, onKeyDown }: TabProps) {
  const { sourceId } = tab;
  const source = useCall('source.get', { id: sourceId });
  const element = useRef<HTMLButtonElement>(null);
  const isActive = standing === 'active';
  const title =
    source.status === 'ready'
      ? source.data.description.title || 'Without a title'
      : source.status === 'error'
        ? 'Not in the archive'
        : '…';
  useEffect(() => {
    if (isActive) element.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isActive]);
  const close = () => dispatch({ type: 'close', sourceId });
  return (
    <div role="presentation" className={css.tab} data-active={isActive || undefined}>
      <button
        ref={element}
        type="button"
        role="tab"
        id={tabId(sourceId)}
        className={css.label}
        data-preview={tab.standing === 'preview' || undefined}
        aria-selected={isActive}
        aria-controls={isActive ? tabPanelId(sourceId) : undefined}
        tabIndex={isActive ? 0 : -1}
        title={title}
        onClick={() => dispatch({ type: 'activate', sourceId })}
        onDoubleClick={() => dispatch({ type: 'keep', sourceId })}
        onAuxClick={(event) => event.button === 1 && close()}
        onKeyDown={onKeyDown}
      >
        {title}
        {tab.standing === 'preview' ? <span className="visually-hidden"> (preview)</span> : null}
      </button>
      {/* Keyboard and screen reader close by Delete or the command; the cross is for the pointer. */}
      <button type="button" tabIndex={-1} aria-hidden className={css.close} onClick={close}>
        <X size={13} />
      </button>
    </div>
  );
}

export interface TabBarProps {
  readonly state: TabsState;
  dispatch(action: TabsAction): void;
  /** At the left and right ends: the frame's own buttons. */
  readonly before?: ReactNode;
  readonly after?: ReactNode;
}

export function TabBar({ state, dispatch, before, after }: TabBarProps) {
  const list = useRef<HTMLDivElement>(null);

  const go = (index: number) => {
    const tab = state.tabs.at(index % state.tabs.length);
    if (!tab) return;
    dispatch({ type: 'activate', sourceId: tab.sourceId });
    list.current?.querySelector<HTMLElement>(`#${CSS.escape(tabId(tab.sourceId))}`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = state.tabs.findIndex(({ sourceId }) => sourceId === state.activeId);
    if (event.key === 'ArrowRight') go(at + 1);
    else if (event.key === 'ArrowLeft') go(at - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(-1);
    else if (event.key === 'Delete' && state.activeId) dispatch({ type: 'close', sourceId: state.activeId });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={css.bar}>
      {before}
      {state.tabs.length > 0 ? (
        <div ref={list} role="tablist" aria-label="Open documents" className={css.tabs}>
          {state.tabs.map((tab) => (
            <Tab
              key={tab.sourceId}
              tab={tab}
              standing={tab.sourceId === state.activeId ? 'active' : 'other'}
              dispatch={dispatch}
              onKeyDown={onKeyDown}
            />
          ))}
        </div>
      ) : (
        <span className={css.tabs} />
      )}
      {after}
    </div>
  );
}
