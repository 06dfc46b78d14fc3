/** The list of sources with its places: collections, types, bin. What is selected belongs to the frame. */
import { Archive, ArrowDownUp, FolderMinus, FolderPlus, RotateCcw, Search, Trash2 } from 'lucide-react';
import { useDeferredValue, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Collection, CollectionId, SourceId, SourceSort } from '../../../electron/contract/index.js';
import { runCommand, useCall, useCommand, wordFailure } from '../../api/index.js';
import {
  Button,
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
} from '../../ui/index.js';
import { ContextMenu } from './ContextMenu.js';
import { NameDialog } from './NameDialog.js';
import { PlacesNav } from './PlacesNav.js';
import { ALL, countSources, filterFor, type Place, placeKey, placeTitle, SORTS } from './places.js';
import { SourceList } from './SourceList.js';
import css from './SourcesPane.module.css';
import { sourceActions } from './source-actions.js';
import { PAGE_ROWS, useSourceList } from './use-source-list.js';

export interface SourcesPaneProps {
  readonly selected: readonly SourceId[];
  onSelect(ids: readonly SourceId[]): void;
  onOpen(id: SourceId): void;
  onPreview(id: SourceId): void;
}

type Asking =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'new'; readonly ids: readonly SourceId[] }
  | { readonly kind: 'rename'; readonly collection: Collection };

const FIRST_SORT: SourceSort = { by: 'title', direction: 'ascending' };

export function SourcesPane({ selected, onSelect, onOpen, onPreview }: SourcesPaneProps) {
  const [place, setPlace] = useState<Place>(ALL);
  const [sort, setSort] = useState<SourceSort>(FIRST_SORT);
  const [line, setLine] = useState('');
  const [asking, setAsking] = useState<Asking>({ kind: 'nothing' });
  const [menuAt, setMenuAt] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const contains = useDeferredValue(line);
  const filter = useMemo(() => filterFor(place, contains), [place, contains]);
  const info = useCall('archive.info', undefined, { keep: true });
  const first = useCall('source.list', { filter, sort, offset: 0, limit: PAGE_ROWS }, { keep: true });
  const collections = useCall('collection.list', undefined, { keep: true });
  const list = useSourceList({ filter, sort, selected, onSelect, onPreview });
  const isReadOnly = info.status === 'ready' && info.data.readOnly;
  const isBin = place.kind === 'bin';
  const canChange = selected.length > 0 && !isReadOnly;
  const known = collections.status === 'ready' ? collections.data : [];

  // A list of other rows starts at its top. Before the effects in which its pages tell of their rows.
  const listKey = JSON.stringify([filter, sort]);
  const { forget } = list;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another list forgets
  useLayoutEffect(() => forget(), [listKey]);
  const seen = useRef<CollectionId | null>(null);
  // A renamed collection keeps its place; a deleted one leaves it.
  useEffect(() => {
    if (place.kind !== 'collection' || collections.status !== 'ready') return;
    const now = collections.data.find(({ id }) => id === place.id);
    if (now) seen.current = now.id;
    // A collection made just now is not in the list yet.
    if (!now && seen.current === place.id) setPlace(ALL);
    else if (now && now.name !== place.name) setPlace({ ...place, name: now.name });
  }, [place, collections]);

  useCommand('source.delete', () => void moveToBin(), { enabled: canChange && !isBin });
  useCommand('collection.new', () => setAsking({ kind: 'new', ids: [] }), { enabled: !isReadOnly });

  return (
    <section className={css.pane} aria-label="Sources">
      <PaneHeader
        title={placeTitle(place)}
        detail={first.status === 'ready' ? <span role="status">{first.data.total.toLocaleString('en-GB')}</span> : null}
      >
        <Toolbar label="List of sources">
          {selected.length > 1 ? (
            <span className={css.selection}>{selected.length.toLocaleString('en-GB')} selected</span>
          ) : null}
          <Menu
            label="Sort by"
            trigger={
              <Button variant="icon" aria-label={`Sorted by ${SORTS.find(({ by }) => by === sort.by)?.label}, change`}>
                <ArrowDownUp size={15} aria-hidden />
              </Button>
            }
          >
            <MenuSection title="Sort by">
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
              Last first
            </MenuItem>
          </Menu>
        </Toolbar>
      </PaneHeader>
      <PlacesNav
        place={place}
        isReadOnly={isReadOnly}
        counts={info.status === 'ready' ? info.data.counts : { sources: 0, inBin: 0 }}
        onPlace={(next) => {
          setPlace(next);
          if (placeKey(next) !== placeKey(place)) onSelect([]);
        }}
        onNew={() => setAsking({ kind: 'new', ids: [] })}
        onRename={(collection) => setAsking({ kind: 'rename', collection })}
        onDelete={(collection) => void sourceActions.deleteCollection(collection)}
        onDrop={(id, ids) => {
          const collection = known.find((other) => other.id === id);
          if (collection) void sourceActions.addTo(collection, ids);
        }}
      />
      <div className={css.filter}>
        <SearchField
          label="Filter by title or reference code"
          placeholder="Filter by title or code"
          value={line}
          onChange={setLine}
        />
      </div>
      {content()}
      <ContextMenu at={menuAt} label={countSources(selected.length)} onClose={() => setMenuAt(null)}>
        {menuItems()}
      </ContextMenu>
      {dialog()}
    </section>
  );

  function content() {
    if (first.status === 'loading') return <Loading>Reading the list</Loading>;
    if (first.status === 'error') return <ErrorState {...wordFailure(first.error)} retry={first.retry} />;
    if (first.data.total === 0) return emptyState();
    return (
      <SourceList
        label={placeTitle(place)}
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
          title="No title or code has this"
          action={<Button onPress={() => setLine('')}>Clear the filter</Button>}
        >
          The filter looks at titles and reference codes in {placeTitle(place)}. To look into the texts, use Search.
        </EmptyState>
      );
    }
    if (place.kind === 'collection') {
      return (
        <EmptyState icon={<FolderPlus size={24} strokeWidth={1.5} />} title="This collection is empty">
          Drag sources onto its name, or choose Add to collection in the menu of a source (Shift+F10).
        </EmptyState>
      );
    }
    if (isBin) return <EmptyState icon={<Trash2 size={24} strokeWidth={1.5} />} title="The bin is empty" />;
    return (
      <EmptyState
        icon={<Archive size={28} strokeWidth={1.5} />}
        title="No sources yet"
        action={
          isReadOnly ? null : (
            <>
              <Button variant="primary" onPress={() => runCommand('import.files')}>
                Import files…
              </Button>
              <Button onPress={() => runCommand('import.folder')}>Import a folder…</Button>
            </>
          )
        }
      >
        Bring in text, Markdown, HTML or PDF files. You can also drop them anywhere on this window.
      </EmptyState>
    );
  }

  function menuItems() {
    if (isBin) {
      return (
        <MenuItem
          icon={<RotateCcw size={14} />}
          isDisabled={!canChange}
          onAction={() => void sourceActions.restore(selected)}
        >
          Take out of the bin
        </MenuItem>
      );
    }
    const one = selected.length === 1 ? selected[0] : undefined;
    return (
      <>
        <MenuItem isDisabled={one === undefined} keys="Enter" onAction={() => one && onOpen(one)}>
          Open
        </MenuItem>
        <MenuItem keys="CmdOrCtrl+D" onAction={() => runCommand('source.describe')}>
          Describe…
        </MenuItem>
        <MenuSection title="Add to collection">
          {known.map((collection) => (
            <MenuItem
              key={collection.id}
              id={collection.id}
              icon={<FolderPlus size={14} />}
              isDisabled={!canChange}
              onAction={() => void sourceActions.addTo(collection, selected)}
            >
              {collection.name}
            </MenuItem>
          ))}
          <MenuItem
            icon={<FolderPlus size={14} />}
            isDisabled={!canChange}
            onAction={() => setAsking({ kind: 'new', ids: selected })}
          >
            New collection…
          </MenuItem>
        </MenuSection>
        <MenuRule />
        {place.kind === 'collection' ? (
          <MenuItem
            icon={<FolderMinus size={14} />}
            isDisabled={!canChange}
            onAction={() => void removeFromHere(place)}
          >
            Remove from this collection
          </MenuItem>
        ) : null}
        <MenuItem icon={<Trash2 size={14} />} keys="Delete" isDisabled={!canChange} onAction={() => void moveToBin()}>
          Move to bin
        </MenuItem>
      </>
    );
  }

  function dialog() {
    const close = () => setAsking({ kind: 'nothing' });
    if (asking.kind === 'rename') {
      const { collection } = asking;
      return (
        <NameDialog
          title="Rename collection"
          verb="Rename"
          name={collection.name}
          onName={(name) => void sourceActions.renameCollection(collection.id, name)}
          onClose={close}
        />
      );
    }
    if (asking.kind !== 'new') return null;
    const { ids } = asking;
    return (
      <NameDialog
        title="New collection"
        {...(ids.length > 0 ? { subtitle: `With ${countSources(ids.length)}` } : {})}
        verb="Create"
        name=""
        onName={(name) => void createCollection(name, ids)}
        onClose={close}
      />
    );
  }

  async function createCollection(name: string, ids: readonly SourceId[]): Promise<void> {
    const collection = await sourceActions.createCollection(name, ids);
    if (collection) setPlace({ kind: 'collection', id: collection.id, name: collection.name });
  }

  async function removeFromHere(collection: Pick<Collection, 'id' | 'name'>): Promise<void> {
    if (await sourceActions.removeFrom(collection, selected)) onSelect([]);
  }

  async function moveToBin(): Promise<void> {
    if (await sourceActions.moveToBin(selected)) onSelect([]);
  }
}
