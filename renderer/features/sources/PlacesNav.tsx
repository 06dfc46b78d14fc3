/** Where to look: all sources, collections, document types, the bin. One tab stop; arrows go up and down. */
import { ChevronDown, ChevronRight, Folder, Inbox, MoreHorizontal, Plus, Tag, Trash2 } from 'lucide-react';
import { type DragEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { type Collection, type CollectionId, SourceId } from '../../../electron/contract/index.js';
import { useCall } from '../../api/index.js';
import { Button, Menu, MenuItem, Tooltip } from '../../ui/index.js';
import css from './PlacesNav.module.css';
import { ALL, type Place, placeKey, placeTitle } from './places.js';
import { DRAGGED_SOURCES } from './SourceRows.js';

export interface PlacesNavProps {
  readonly place: Place;
  readonly isReadOnly: boolean;
  readonly counts: { readonly sources: number; readonly inBin: number };
  onPlace(place: Place): void;
  onNew(): void;
  onRename(collection: Collection): void;
  onDelete(collection: Collection): void;
  onDrop(collectionId: CollectionId, ids: readonly SourceId[]): void;
}

export function PlacesNav({ place, isReadOnly, counts, onPlace, onNew, onRename, onDelete, onDrop }: PlacesNavProps) {
  const collections = useCall('collection.list', undefined, { keep: true });
  const types = useCall('source.documentTypes', undefined, { keep: true });
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set(['types']));
  const nav = useRef<HTMLElement>(null);
  const here = placeKey(place);

  const line = (
    target: Place,
    icon: ReactNode,
    count: number,
    extra?: { menu?: ReactNode; collection?: Collection },
  ) => {
    const collection = extra?.collection;
    return (
      <li key={placeKey(target)} className={css.item} {...(collection && !isReadOnly ? dropOn(collection.id) : {})}>
        <button
          type="button"
          data-place
          tabIndex={placeKey(target) === here ? 0 : -1}
          aria-current={placeKey(target) === here ? 'true' : undefined}
          className={css.place}
          onClick={() => onPlace(target)}
          onDoubleClick={() => collection && !isReadOnly && onRename(collection)}
        >
          {icon}
          <span className={css.name} dir="auto">
            {placeTitle(target)}
          </span>
          <span className={css.count}>{count.toLocaleString('en-GB')}</span>
        </button>
        {extra?.menu}
      </li>
    );
  };

  const section = (key: string, title: string, content: ReactNode, tool?: ReactNode) => {
    const isOpen = !folded.has(key);
    return (
      <div className={css.section}>
        <div className={css.sectionHead}>
          <button type="button" className={css.fold} aria-expanded={isOpen} onClick={() => toggle(key)}>
            {isOpen ? <ChevronDown size={13} aria-hidden /> : <ChevronRight size={13} aria-hidden />}
            {title}
          </button>
          {tool}
        </div>
        {isOpen ? content : null}
      </div>
    );
  };

  const knownCollections = collections.status === 'ready' ? collections.data : [];
  const knownTypes = types.status === 'ready' ? types.data : [];
  return (
    <nav ref={nav} className={css.nav} aria-label="Collections and types" onKeyDown={onKeyDown}>
      <ul>{line(ALL, <Inbox size={14} aria-hidden />, counts.sources)}</ul>
      {section(
        'collections',
        'Collections',
        knownCollections.length === 0 ? (
          <p className={css.hint}>
            {collections.status === 'error'
              ? 'The collections could not be read.'
              : 'None yet. A collection gathers sources for one question.'}
          </p>
        ) : (
          <ul>
            {knownCollections.map((collection) =>
              line(
                { kind: 'collection', id: collection.id, name: collection.name },
                <Folder size={14} aria-hidden />,
                collection.sourceCount,
                { collection, menu: isReadOnly ? null : collectionMenu(collection) },
              ),
            )}
          </ul>
        ),
        <Tooltip text="New collection" keys="CmdOrCtrl+Alt+N">
          <Button variant="icon" size="small" aria-label="New collection" isDisabled={isReadOnly} onPress={onNew}>
            <Plus size={14} aria-hidden />
          </Button>
        </Tooltip>,
      )}
      {knownTypes.length === 0
        ? null
        : section(
            'types',
            'Types',
            <ul>
              {knownTypes.map(({ value, count }) =>
                line({ kind: 'type', value }, <Tag size={14} aria-hidden />, count),
              )}
            </ul>,
          )}
      {counts.inBin > 0 || place.kind === 'bin' ? (
        <ul className={css.bin}>{line({ kind: 'bin' }, <Trash2 size={14} aria-hidden />, counts.inBin)}</ul>
      ) : null}
    </nav>
  );

  function toggle(key: string): void {
    setFolded((now) => {
      const next = new Set(now);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  }

  function collectionMenu(collection: Collection): ReactNode {
    return (
      <span className={css.menu}>
        <Menu
          label={`Collection ${collection.name}`}
          trigger={
            <Button variant="icon" size="small" aria-label={`More for ${collection.name}`}>
              <MoreHorizontal size={14} aria-hidden />
            </Button>
          }
        >
          <MenuItem onAction={() => onRename(collection)}>Rename…</MenuItem>
          <MenuItem icon={<Trash2 size={14} />} detail="Its sources stay" onAction={() => onDelete(collection)}>
            Delete collection
          </MenuItem>
        </Menu>
      </span>
    );
  }

  function dropOn(id: CollectionId) {
    const isOurs = (event: DragEvent) => event.dataTransfer.types.includes(DRAGGED_SOURCES);
    return {
      onDragOver: (event: DragEvent<HTMLElement>) => {
        if (!isOurs(event)) return;
        event.preventDefault();
        event.currentTarget.dataset.over = '';
      },
      onDragLeave: (event: DragEvent<HTMLElement>) => delete event.currentTarget.dataset.over,
      onDrop: (event: DragEvent<HTMLElement>) => {
        delete event.currentTarget.dataset.over;
        if (!isOurs(event)) return;
        event.preventDefault();
        event.stopPropagation();
        const ids = SourceId.array().safeParse(JSON.parse(event.dataTransfer.getData(DRAGGED_SOURCES)));
        if (ids.success && ids.data.length > 0) onDrop(id, ids.data);
      },
    };
  }

  function onKeyDown(event: KeyboardEvent): void {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || !('place' in focused.dataset)) return;
    const all = [...(nav.current?.querySelectorAll<HTMLElement>('[data-place]') ?? [])];
    const index = all.indexOf(focused);
    const step = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: all.length - 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    all[Math.max(0, Math.min(all.length - 1, step))]?.focus();
  }
}
