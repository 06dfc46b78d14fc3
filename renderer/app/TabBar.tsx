/** The tabs of open documents and pages. A preview is in italics; a double click or an opening keeps it. Delete closes. */
import {
  AlignCenter,
  ArrowRightLeft,
  GitCompareArrows,
  History,
  Images,
  Inbox,
  Keyboard,
  NotebookPen,
  PencilLine,
  SpellCheck2,
  Tag,
  Tags,
  X,
} from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import type { CollationId, NoteId, SourceId, TagId } from '../../electron/contract/index.js';
import { t } from '../../electron/wording/index.js';
import { useCall } from '../api/index.js';
import { tabId, tabPanelId } from './focus-tab-panel.js';
import css from './TabBar.module.css';
import { type Tab, type TabsAction, type TabsState, tabKey } from './tabs-state.js';

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

/** A tab of a document is called by its title, which the archive knows. */
function DocumentTabButton({
  sourceId,
  icon = null,
  ...props
}: Omit<TabProps, 'title' | 'icon'> & { readonly sourceId: SourceId; readonly icon?: ReactNode }) {
  const source = useCall('source.get', { id: sourceId });
  const title =
    source.status === 'ready'
      ? source.data.description.title || t('Without a title')
      : source.status === 'error'
        ? t('Not in the archive')
        : '…';
  return <TabButton {...props} title={title} icon={icon} />;
}

type NamedTabProps = Omit<TabProps, 'title' | 'icon' | 'isPreview'>;

function NoteTabButton({ noteId, ...props }: NamedTabProps & { readonly noteId: NoteId }) {
  const note = useCall('note.get', { id: noteId });
  const title = note.status === 'ready' ? note.data.title : note.status === 'error' ? t('Not in the archive') : '…';
  return (
    <TabButton
      {...props}
      isPreview={false}
      title={title}
      note={t('note')}
      icon={<NotebookPen size={13} aria-hidden />}
    />
  );
}

function TagTabButton({ tagId, ...props }: NamedTabProps & { readonly tagId: TagId }) {
  const tags = useCall('tag.list', undefined);
  const tag = tags.status === 'ready' ? tags.data.find(({ id }) => id === tagId) : undefined;
  const title = tag?.name ?? (tags.status === 'loading' ? '…' : t('Not in the archive'));
  return <TabButton {...props} isPreview={false} title={title} note={t('tag')} icon={<Tag size={13} aria-hidden />} />;
}

function CollationTabButton({ collationId, ...props }: NamedTabProps & { readonly collationId: CollationId }) {
  const collation = useCall('collation.get', { id: collationId });
  const title =
    collation.status === 'ready' ? collation.data.name : collation.status === 'error' ? t('Not in the archive') : '…';
  const icon = <ArrowRightLeft size={13} aria-hidden />;
  return <TabButton {...props} isPreview={false} title={title} note={t('comparison')} icon={icon} />;
}

/** Pages of which there is one. */
const PAGES = {
  log: { title: t('Search log'), icon: <History size={13} aria-hidden /> },
  tags: { title: t('Tags'), icon: <Tags size={13} aria-hidden /> },
  gather: { title: t('Gather pages'), icon: <Images size={13} aria-hidden /> },
  review: { title: t('To review'), icon: <Inbox size={13} aria-hidden /> },
} as const;

/** What is done with the text of a source in a tab of its own. */
const WORK_ON_TEXT = {
  correction: { note: t('correction'), icon: <PencilLine size={13} aria-hidden /> },
  proofreading: { note: t('proofreading'), icon: <SpellCheck2 size={13} aria-hidden /> },
  transcription: { note: t('transcription'), icon: <Keyboard size={13} aria-hidden /> },
  comparison: { note: t('versions compared'), icon: <GitCompareArrows size={13} aria-hidden /> },
} as const;

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
        {isPreview || note ? <span className="visually-hidden"> ({note ?? t('preview')})</span> : null}
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
  /** A tab was closed by the key that it had: the one that is active now has the keys next. */
  const isClosing = useRef(false);
  useEffect(() => {
    if (!isClosing.current) return;
    isClosing.current = false;
    list.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  });

  const go = (index: number) => {
    const tab = state.tabs.at(index % state.tabs.length);
    if (!tab) return;
    const id = tabKey(tab);
    dispatch({ type: 'activate', id });
    list.current?.querySelector<HTMLElement>(`#${CSS.escape(tabId(id))}`)?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const at = state.tabs.findIndex((tab) => tabKey(tab) === state.activeId);
    if (event.key === 'ArrowRight') go(at + 1);
    else if (event.key === 'ArrowLeft') go(at - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(-1);
    else if (event.key === 'Delete' && state.activeId) {
      isClosing.current = true;
      dispatch({ type: 'close', id: state.activeId });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const button = (tab: Tab) => {
    const id = tabKey(tab);
    const common = { id, isActive: id === state.activeId, dispatch, onKeyDown };
    switch (tab.kind) {
      case 'document':
        return (
          <DocumentTabButton key={id} {...common} sourceId={tab.sourceId} isPreview={tab.standing === 'preview'} />
        );
      case 'note':
        return <NoteTabButton key={id} {...common} noteId={tab.noteId} />;
      case 'tag':
        return <TagTabButton key={id} {...common} tagId={tab.tagId} />;
      case 'correction':
      case 'proofreading':
      case 'transcription':
      case 'comparison':
        return (
          <DocumentTabButton
            key={id}
            {...common}
            {...WORK_ON_TEXT[tab.kind]}
            sourceId={tab.sourceId}
            isPreview={false}
          />
        );
      case 'collation':
        return <CollationTabButton key={id} {...common} collationId={tab.collationId} />;
      case 'unsaved':
        return (
          <TabButton
            key={id}
            {...common}
            isPreview={false}
            title={t('{count} sources compared', { count: tab.sourceIds.length })}
            note={t('comparison, not kept')}
            icon={<ArrowRightLeft size={13} aria-hidden />}
          />
        );
      case 'concordance':
        return (
          <TabButton
            key={id}
            {...common}
            isPreview={false}
            title={tab.query.query}
            note={t('concordance')}
            icon={<AlignCenter size={13} aria-hidden />}
          />
        );
      default: {
        const { title, icon } = PAGES[tab.kind];
        return <TabButton key={id} {...common} isPreview={false} title={title} icon={icon} />;
      }
    }
  };

  return (
    <div className={css.bar}>
      {before}
      {state.tabs.length > 0 ? (
        <div ref={list} role="tablist" aria-label={t('Open documents')} className={css.tabs}>
          {state.tabs.map(button)}
        </div>
      ) : (
        <span className={css.tabs} />
      )}
      {after}
    </div>
  );
}
