/** One place of the navigation: goes there, takes dropped sources, has a menu, and may have places below it. */
import { ChevronDown, ChevronRight, CornerDownRight, MoreHorizontal, Trash2 } from 'lucide-react';
import type { DragEvent, ReactNode } from 'react';
import { SourceId } from '../../../electron/contract/index.js';
import { Button, formatCount, Menu, MenuItem } from '../../ui/index.js';
import { type Gathering, WORDS } from './gatherings.js';
import css from './PlacesNav.module.css';
import { gatheringOf, type Place, placeTitle } from './places.js';
import { DRAGGED_SOURCES } from './SourceRows.js';

/** What can be done with a collection or a tag; null where the archive is only read. */
export interface GatheringDeeds {
  onRename(target: Gathering): void;
  onDelete(target: Gathering): void;
  onNewBelow(target: Gathering): void;
  onDrop(target: Gathering, ids: readonly SourceId[]): void;
}

export interface PlaceRowProps {
  readonly place: Place;
  readonly icon: ReactNode;
  readonly count: number;
  readonly isCurrent: boolean;
  /** The one that the Tab key reaches. */
  readonly isStop: boolean;
  readonly deeds: GatheringDeeds | null;
  /** Where there is something below it. */
  readonly branch?: { readonly isOpen: boolean; readonly below: ReactNode; onToggle(): void } | undefined;
  onPlace(place: Place): void;
}

export function PlaceRow({ place, icon, count, isCurrent, isStop, deeds, branch, onPlace }: PlaceRowProps) {
  const title = placeTitle(place);
  const gathering = gatheringOf(place);
  return (
    <li>
      <div className={css.item} {...(gathering && deeds ? dropOn(gathering, deeds) : {})}>
        {branch ? (
          // The arrow keys do the same from the place itself.
          <button
            type="button"
            tabIndex={-1}
            className={css.twist}
            aria-expanded={branch.isOpen}
            aria-label={`What is below ${title}`}
            onClick={branch.onToggle}
          >
            {branch.isOpen ? <ChevronDown size={12} aria-hidden /> : <ChevronRight size={12} aria-hidden />}
          </button>
        ) : null}
        <button
          type="button"
          data-place
          {...(branch ? { 'data-branch': branch.isOpen ? 'open' : 'closed', 'aria-expanded': branch.isOpen } : {})}
          tabIndex={isStop ? 0 : -1}
          aria-current={isCurrent ? 'true' : undefined}
          className={css.place}
          onClick={() => onPlace(place)}
          onDoubleClick={() => gathering && deeds?.onRename(gathering)}
        >
          {icon}
          <span className={css.name} dir="auto">
            {title}
          </span>
          <span className={css.count}>{formatCount(count)}</span>
        </button>
        {gathering && deeds ? (
          <GatheringMenu gathering={gathering} deeds={deeds} hasBelow={branch !== undefined} />
        ) : null}
      </div>
      {branch?.isOpen ? branch.below : null}
    </li>
  );
}

interface GatheringMenuProps {
  readonly gathering: Gathering;
  readonly deeds: GatheringDeeds;
  readonly hasBelow: boolean;
}

function GatheringMenu({ gathering, deeds, hasBelow }: GatheringMenuProps) {
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
        <MenuItem onAction={() => deeds.onRename(gathering)}>Rename…</MenuItem>
        {gathering.kind === 'tag' ? (
          <MenuItem icon={<CornerDownRight size={14} />} onAction={() => deeds.onNewBelow(gathering)}>
            New tag below…
          </MenuItem>
        ) : null}
        <MenuItem
          icon={<Trash2 size={14} />}
          detail={hasBelow ? 'With the tags below it; sources stay' : 'Its sources stay'}
          onAction={() => deeds.onDelete(gathering)}
        >
          {`Delete ${words.one}`}
        </MenuItem>
      </Menu>
    </span>
  );
}

function dropOn(target: Gathering, { onDrop }: GatheringDeeds) {
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
