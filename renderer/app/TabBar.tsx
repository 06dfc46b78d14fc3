/** The tabs of open documents and pages. A preview is in italics; a double click or an opening keeps it. Delete closes. */
import { AlignCenter, History, X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import type { SourceId } from '../../electron/contract/index.js';
import { useCall } from '../api/index.js';
import css from './TabBar.module.css';
import { idOfTab, type Tab, type TabsAction, type TabsState } from './tabs-state.js';

interface TabProps {
  readonly id: string;
  readonly title: string;
  readonly icon: ReactNode;
  /** What the icon says, for those who do not see it. */
  readonly note?: string;
  readonly isActive: boolean;
  readonly isPreview: boolean;
  dispatch(action: TabsAction): void;
  onKeyDown(event: KeyboardEvent): void;
}

export const tabId = (id: string): string => `tab-${id}`;
export const tabPanelId = (id: string): string => `document-${id}`;

/** A tab of a document is called by its title, which the archive knows. */
function DocumentTabButton({ sourceId, ...props }: Omit<TabProps, 'title' | 'icon'> & { readonly sourceId: SourceId }) {
  const source = useCall('source.get', { id: sourceId });
  const title =
    source.status === 'ready'
      ? source.data.description.title || 'Without a title'
      : source.status === 'error'
        ? 'Not in the archive'
        : '…';
  return <TabButton {...props} title={title} icon={null} />;
}

function TabButton({ id, title, icon, note, isActive, isPreview, dispatch, onKeyDown }: TabProps) {
  const element = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isActive) element.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isActive]);
  const close = () => dispatch({ type: 'close', id });
  return (
    <div role="presentation" className={css.tab} data-active={isActive || undefined}>
      <button
        ref={element}
        type="button"
        role="tab"
        id={tabId(id)}
        className={css.label}
        data-preview={isPreview || undefined}
        aria-selected={isActive}
        aria-controls={isActive ? tabPanelId(id) : undefined}
        tabIndex={isActive ? 0 : -1}
        title={title}
        onClick={() => dispatch({ type: 'activate', id })}
        onDoubleClick={() => dispatch({ type: 'keep', id })}
        onAuxClick={(event) => event.button === 1 && close()}
        onKeyDown={onKeyDown}
      >
        {icon}
        {title}
        {isPreview || note ? <span className="visually-hidden"> ({note ?? 'preview'})</span> : null}
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
    const id = idOfTab(tab);
    dispatch({ type: 'activate', id });
    list.current?.querySelector<HTMLElement>(`#${CSS.escape(tabId(id))}`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = state.tabs.findIndex((tab) => idOfTab(tab) === state.activeId);
    if (event.key === 'ArrowRight') go(at + 1);
    else if (event.key === 'ArrowLeft') go(at - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(-1);
    else if (event.key === 'Delete' && state.activeId) dispatch({ type: 'close', id: state.activeId });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const button = (tab: Tab) => {
    const id = idOfTab(tab);
    const common = { id, isActive: id === state.activeId, dispatch, onKeyDown };
    switch (tab.kind) {
      case 'document':
        return (
          <DocumentTabButton key={id} {...common} sourceId={tab.sourceId} isPreview={tab.standing === 'preview'} />
        );
      case 'concordance':
        return (
          <TabButton
            key={id}
            {...common}
            isPreview={false}
            title={tab.query.query}
            note="concordance"
            icon={<AlignCenter size={13} aria-hidden />}
          />
        );
      case 'log':
        return (
          <TabButton
            key={id}
            {...common}
            isPreview={false}
            title="Search log"
            icon={<History size={13} aria-hidden />}
          />
        );
    }
  };

  return (
    <div className={css.bar}>
      {before}
      {state.tabs.length > 0 ? (
        <div ref={list} role="tablist" aria-label="Open documents" className={css.tabs}>
          {state.tabs.map(button)}
        </div>
      ) : (
        <span className={css.tabs} />
      )}
      {after}
    </div>
  );
}
