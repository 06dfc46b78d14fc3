/**
 * The list of sources with its places: collections, tags, types, bin. The selection belongs to the frame, which
 * knows each list by a key: one string for each filter.
 */
import { Archive, ArrowDownUp, FolderPlus, GitCompareArrows, RotateCcw, Search, Tag, Trash2, X } from 'lucide-react';
import { useDeferredValue, useLayoutEffect, useMemo, useState } from 'react';
import type { SourceId, SourceSort } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { failureMessage, runCommand, useCall, useCommand } from '../../api/index.js';
import {
  Button,
  ContextMenu,
  EmptyState,
  ErrorState,
  Loading,
  Menu,
  MenuItem,
  MenuRule,
  MenuSection,
  PaneHeader,
  SearchField,
  Toolbar,
  Tooltip,
} from '../../ui/index.js';
import {
  ALL_SOURCES,
  countSources,
  filterFor,
  isDateSort,
  type NavItem,
  navItemKey,
  navItemTitle,
  SORTS,
  sourceGroupOf,
} from './nav-items.js';
import { SourceGroupDialog, type SourceGroupRequest } from './SourceGroupDialog.js';
import { SourceList } from './SourceList.js';
import { SourcesNav } from './SourcesNav.js';
import css from './SourcesPane.module.css';
import { sourceActions } from './source-actions.js';
import { SOURCE_GROUP_TEXT, type SourceGroup, type SourceGroupKind } from './source-groups.js';
import { listKeyOf, useSelectionSync } from './use-selection-sync.js';
import { useSourceGroups, useValidNavItem } from './use-source-groups.js';
import { PAGE_ROWS, useSourceList } from './use-source-list.js';

export interface SourcesPaneProps {
  /** As it is shown; while another list is read, what was selected in the one before. */
  readonly selected: readonly SourceId[];
  /** Whether it is known that the list now asked for holds them. */
  readonly isSettled: boolean;
  /** Those that a command of the list would act on: the selected ones, once that is known. */
  readonly targets: readonly SourceId[];
  onSelect(list: string, ids: readonly SourceId[]): void;
  /** The person went to another place. */
  onNavigate(list: string): void;
  onListRequested(list: string): void;
  onListConfirmed(list: string, among: readonly SourceId[] | null, ids: readonly SourceId[]): void;
  onOpen(id: SourceId): void;
  onPreview(id: SourceId): void;
}

const FIRST_SORT: SourceSort = { by: 'title', direction: 'ascending' };

export function SourcesPane(props: SourcesPaneProps) {
  const { selected, isSettled, targets, onSelect, onNavigate, onListRequested, onListConfirmed, onOpen, onPreview } =
    props;
  const [navItem, setNavItem] = useState<NavItem>(ALL_SOURCES);
  const [sort, setSort] = useState<SourceSort>(FIRST_SORT);
  const [line, setLine] = useState('');
  const [groupRequest, setGroupRequest] = useState<SourceGroupRequest | null>(null);
  const [menuAt, setMenuAt] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const contains = useDeferredValue(line);
  const filter = useMemo(() => filterFor(navItem, contains), [navItem, contains]);
  const info = useCall('archive.info', undefined, { keepPrevious: true });
  const first = useCall('source.list', { filter, sort, offset: 0, limit: PAGE_ROWS }, { keepPrevious: true });
  const listName = listKeyOf(filter);
  const select = (ids: readonly SourceId[]) => onSelect(listName, ids);
  const list = useSourceList({ filter, sort, selected, onSelect: select, onPreview });
  useSelectionSync({ filter, selected, onListRequested, onListConfirmed });
  const isReadOnly = info.status === 'ready' && info.data.readOnly;
  const isBin = navItem.kind === 'bin';
  const canChange = targets.length > 0 && !isReadOnly;
  const collections = useSourceGroups('collection');
  const tags = useSourceGroups('tag');

  // A list of other rows starts at its top. Before the effects in which its pages register their rows.
  const listKey = JSON.stringify([filter, sort]);
  const { reset } = list;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of the list resets it
  useLayoutEffect(() => reset(), [listKey]);
  useValidNavItem(navItem, collections, setNavItem);
  useValidNavItem(navItem, tags, setNavItem);

  const waitingFor = isSettled || isReadOnly ? null : t('the list');
  useCommand('source.delete', () => void moveToBin(), {
    enabled: canChange && !isBin,
    waitingFor: isBin ? null : waitingFor,
  });
  useCommand('collection.new', () => askNew('collection'), { enabled: !isReadOnly && isSettled, waitingFor });

  return (
    <section className={css.pane} aria-label={t('Sources')}>
      <PaneHeader
        title={navItemTitle(navItem)}
        detail={first.status === 'ready' ? <span role="status">{first.data.total.toLocaleString('en-GB')}</span> : null}
      >
        <Toolbar label={t('List of sources')}>
          {selected.length > 1 ? (
            <>
              <span className={css.selection}>
                {t('{count} selected', { count: selected.length.toLocaleString('en-GB') })}
              </span>
              {isBin ? null : (
                <Tooltip text={t('Compare the selected sources')} keys="CmdOrCtrl+Shift+D">
                  <Button
                    variant="icon"
                    aria-label={t('Compare the selected sources')}
                    onPress={() => runCommand('collation.compare')}
                  >
                    <GitCompareArrows size={15} aria-hidden />
                  </Button>
                </Tooltip>
              )}
            </>
          ) : null}
          <Menu
            label={t('Sort by')}
            trigger={
              <Button
                variant="icon"
                aria-label={t('Sorted by {label}, change', {
                  label: SORTS.find(({ by }) => by === sort.by)?.label ?? '',
                })}
              >
                <ArrowDownUp size={15} aria-hidden />
              </Button>
            }
          >
            <MenuSection title={t('Sort by')}>
              {SORTS.map(({ by, label }) => (
                <MenuItem key={by} isChecked={by === sort.by} onAction={() => setSort({ ...sort, by })}>
                  {label}
                </MenuItem>
              ))}
            </MenuSection>
            <MenuRule />
            <MenuItem
              isChecked={sort.direction === 'descending'}
              onAction={() =>
                setSort({ ...sort, direction: sort.direction === 'ascending' ? 'descending' : 'ascending' })
              }
            >
              {isDateSort(sort) ? t('Newest first') : t('Descending')}
            </MenuItem>
          </Menu>
        </Toolbar>
      </PaneHeader>
      <SourcesNav
        current={navItem}
        isReadOnly={isReadOnly}
        counts={info.status === 'ready' ? info.data.counts : { sources: 0, inBin: 0 }}
        onNavigate={(next) => {
          setNavItem(next);
          if (navItemKey(next) !== navItemKey(navItem)) onNavigate(listKeyOf(filterFor(next, contains)));
        }}
        onNew={askNew}
        onRename={(target) => setGroupRequest({ deed: 'rename', target })}
        onDelete={(target) => void sourceActions.delete(target)}
        onDrop={(target, ids) => void sourceActions.addTo(target, ids)}
      />
      <div className={css.filter}>
        <SearchField
          label={t('Filter by title or reference code')}
          placeholder={t('Filter by title or code')}
          value={line}
          onChange={setLine}
        />
      </div>
      {content()}
      <ContextMenu at={menuAt} label={countSources(targets.length)} onClose={() => setMenuAt(null)}>
        {menuItems()}
      </ContextMenu>
      {groupRequest ? (
        <SourceGroupDialog
          request={groupRequest}
          known={tags.known}
          onCreated={(made) => setNavItem(made)}
          onClose={() => setGroupRequest(null)}
        />
      ) : null}
    </section>
  );

  function content() {
    if (first.status === 'loading') return <Loading>{t('Reading the list')}</Loading>;
    if (first.status === 'error') return <ErrorState {...failureMessage(first.error)} retry={first.retry} />;
    if (first.data.total === 0) return emptyState();
    return (
      <SourceList
        label={navItemTitle(navItem)}
        total={first.data.total}
        filter={filter}
        sort={sort}
        list={list}
        selected={selected}
        onOpen={onOpen}
        onMenu={setMenuAt}
      />
    );
  }

  function emptyState() {
    if (contains.trim() !== '') {
      return (
        <EmptyState
          icon={<Search size={24} strokeWidth={1.5} />}
          title={t('No title or code has this')}
          action={<Button onPress={() => setLine('')}>{t('Clear the filter')}</Button>}
        >
          {t('The filter looks at titles and reference codes in {navItemTitle}. To look into the texts, use Search.', {
            navItemTitle: navItemTitle(navItem),
          })}
        </EmptyState>
      );
    }
    const here = sourceGroupOf(navItem);
    if (here) {
      const { emptyTitle, emptyText } = SOURCE_GROUP_TEXT[here.kind];
      return (
        <EmptyState
          icon={here.kind === 'tag' ? <Tag size={24} strokeWidth={1.5} /> : <FolderPlus size={24} strokeWidth={1.5} />}
          title={emptyTitle}
        >
          {emptyText}
        </EmptyState>
      );
    }
    if (isBin) return <EmptyState icon={<Trash2 size={24} strokeWidth={1.5} />} title={t('The bin is empty')} />;
    return (
      <EmptyState
        icon={<Archive size={28} strokeWidth={1.5} />}
        title={t('No sources yet')}
        action={
          isReadOnly ? null : (
            <>
              <Button variant="primary" onPress={() => runCommand('import.files')}>
                {t('Import files…')}
              </Button>
              <Button onPress={() => runCommand('import.folder')}>{t('Import a folder…')}</Button>
            </>
          )
        }
      >
        {t('Bring in text, Markdown, HTML or PDF files. You can also drop them anywhere on this window.')}
      </EmptyState>
    );
  }

  function menuItems() {
    if (isBin) {
      return (
        <MenuItem
          icon={<RotateCcw size={14} />}
          isDisabled={!canChange}
          onAction={() => void sourceActions.restore(targets)}
        >
          {t('Restore from the bin')}
        </MenuItem>
      );
    }
    const one = targets.length === 1 ? targets[0] : undefined;
    const here = sourceGroupOf(navItem);
    return (
      <>
        <MenuItem isDisabled={one === undefined} keys="Enter" onAction={() => one && onOpen(one)}>
          {t('Open')}
        </MenuItem>
        <MenuItem keys="CmdOrCtrl+D" onAction={() => runCommand('source.describe')}>
          {t('Describe…')}
        </MenuItem>
        <MenuItem
          icon={<GitCompareArrows size={14} />}
          keys="CmdOrCtrl+Shift+D"
          onAction={() => runCommand('collation.compare')}
        >
          {targets.length > 1 ? t('Compare') : t('Compare with…')}
        </MenuItem>
        <MenuItem
          icon={<Tag size={14} />}
          isDisabled={!canChange}
          onAction={() => setGroupRequest({ deed: 'add', kind: 'tag', ids: targets })}
        >
          {t('Add tag…')}
        </MenuItem>
        <MenuSection title={t('Add to collection')}>
          {collections.known.map((collection) => (
            <MenuItem
              key={collection.id}
              id={collection.id}
              icon={<FolderPlus size={14} />}
              isDisabled={!canChange}
              onAction={() => void sourceActions.addTo(collection, targets)}
            >
              {collection.name}
            </MenuItem>
          ))}
          <MenuItem icon={<FolderPlus size={14} />} isDisabled={!canChange} onAction={() => askNew('collection')}>
            {t('New collection…')}
          </MenuItem>
        </MenuSection>
        <MenuRule />
        {here ? (
          <MenuItem icon={<X size={14} />} isDisabled={!canChange} onAction={() => void removeFrom(here)}>
            {SOURCE_GROUP_TEXT[here.kind].removeHere}
          </MenuItem>
        ) : null}
        <MenuItem icon={<Trash2 size={14} />} keys="Delete" isDisabled={!canChange} onAction={() => void moveToBin()}>
          {t('Move to bin')}
        </MenuItem>
      </>
    );
  }

  async function removeFrom(target: SourceGroup): Promise<void> {
    if (await sourceActions.removeFrom(target, targets)) select([]);
  }

  async function moveToBin(): Promise<void> {
    if (await sourceActions.moveToBin(targets)) select([]);
  }

  /** A collection is made of what is selected; a tag begins empty. @param below the path that a tag goes below. */
  function askNew(kind: SourceGroupKind, below?: string): void {
    const ids = kind === 'collection' && !isBin ? targets : [];
    setGroupRequest({ deed: 'create', kind, ids, ...(below === undefined ? {} : { name: `${below}/` }) });
  }
}
