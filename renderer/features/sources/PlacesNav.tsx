/** Where to look: all sources, collections, tags, document types, the bin. One tab stop; arrows go up and down. */
import { ChevronDown, ChevronRight, FileText, Folder, Inbox, MoreHorizontal, Plus, Tag, Trash2 } from 'lucide-react';
import { type DragEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { SourceId } from '../../../electron/contract/index.js';
import { useCall } from '../../api/index.js';
import { Button, Menu, MenuItem, Tooltip } from '../../ui/index.js';
import { type CountedGathering, collectionAs, type Gathering, type GatheringKind, tagAs, WORDS } from './gatherings.js';
import css from './PlacesNav.module.css';
import { ALL, type Place, placeKey, placeTitle } from './places.js';
import { DRAGGED_SOURCES } from './SourceRows.js';

export interface PlacesNavProps {
  readonly place: Place;
  readonly isReadOnly: boolean;
  readonly counts: { readonly sources: number; readonly inBin: number };
  onPlace(place: Place): void;
  onNew(kind: GatheringKind): void;
  onRename(target: Gathering): void;
  onDelete(target: Gathering): void;
  onDrop(target: Gathering, ids: readonly SourceId[]): void;
}

export function PlacesNav({ place, isReadOnly, counts, onPlace, onNew, onRename, onDelete, onDrop }: PlacesNavProps) {
  const collections = useCall('collection.list', undefined, { keep: true });
  const tags = useCall('tag.list', undefined, { keep: true });
  const types = useCall('source.documentTypes', undefined, { keep: true });
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set(['types']));
  const nav = useRef<HTMLElement>(null);
  const here = placeKey(place);

  const line = (target: Place, icon: ReactNode, count: number, gathering?: CountedGathering) => {
    return (
      <li key={placeKey(target)} className={css.item} {...(gathering && !isReadOnly ? dropOn(gathering) : {})}>
        <button
          type="button"
          data-place
          tabIndex={placeKey(target) === here ? 0 : -1}
          aria-current={placeKey(target) === here ? 'true' : undefined}
          className={css.place}
          onClick={() => onPlace(target)}
          onDoubleClick={() => gathering && !isReadOnly && onRename(gathering)}
        >
          {icon}
          <span className={css.name} dir="auto">
            {placeTitle(target)}
          </span>
          <span className={css.count}>{count.toLocaleString('en-GB')}</span>
        </button>
        {gathering && !isReadOnly ? menuOf(gathering) : null}
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

  const knownTypes = types.status === 'ready' ? types.data : [];
  return (
    <nav ref={nav} className={css.nav} aria-label="Collections, tags and types" onKeyDown={onKeyDown}>
      <ul>{line(ALL, <Inbox size={14} aria-hidden />, counts.sources)}</ul>
      {gatherings(
        'collection',
        collections.status,
        collections.status === 'ready' ? collections.data.map(collectionAs) : [],
        <Folder size={14} aria-hidden />,
      )}
      {gatherings(
        'tag',
        tags.status,
        tags.status === 'ready' ? tags.data.map(tagAs) : [],
        <Tag size={14} aria-hidden />,
      )}
      {knownTypes.length === 0
        ? null
        : section(
            'types',
            'Types',
            <ul>
              {knownTypes.map(({ value, count }) =>
                line({ kind: 'type', value }, <FileText size={14} aria-hidden />, count),
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

  function gatherings(
    kind: GatheringKind,
    status: 'loading' | 'error' | 'ready',
    known: readonly CountedGathering[],
    icon: ReactNode,
  ): ReactNode {
    const words = WORDS[kind];
    const hint = status === 'error' ? `The ${words.one}s could not be read.` : words.none;
    return section(
      kind,
      words.section,
      known.length === 0 ? (
        <p className={css.hint}>{hint}</p>
      ) : (
        <ul>{known.map((one) => line(one, icon, one.sourceCount, one))}</ul>
      ),
      <Tooltip text={`New ${words.one}`} {...(kind === 'collection' ? { keys: 'CmdOrCtrl+Alt+N' } : {})}>
        <Button
          variant="icon"
          size="small"
          aria-label={`New ${words.one}`}
          isDisabled={isReadOnly}
          onPress={() => onNew(kind)}
        >
          <Plus size={14} aria-hidden />
        </Button>
      </Tooltip>,
    );
  }

  function menuOf(gathering: Gathering): ReactNode {
    const words = WORDS[gathering.kind];
    return (
      <span className={css.menu}>
        <Menu
          label={`${words.title} ${gathering.name}`}
          trigger={
            <Button variant="icon" size="small" aria-label={`More for ${gathering.name}`}>
              <MoreHorizontal size={14} aria-hidden />
            </Button>
          }
        >
          <MenuItem onAction={() => onRename(gathering)}>Rename…</MenuItem>
          <MenuItem icon={<Trash2 size={14} />} detail="Its sources stay" onAction={() => onDelete(gathering)}>
            {`Delete ${words.one}`}
          </MenuItem>
        </Menu>
      </span>
    );
  }

  function dropOn(target: Gathering) {
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
        if (ids.success && ids.data.length > 0) onDrop(target, ids.data);
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
