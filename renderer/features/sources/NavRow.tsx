/** One row of the navigation: navigates, accepts dropped sources, has a menu, and may have rows below it. */
import { ChevronDown, ChevronRight, CornerDownRight, MoreHorizontal, Trash2 } from 'lucide-react';
import type { DragEvent, ReactNode } from 'react';
import { SourceId } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { Button, formatCount, Menu, MenuItem } from '../../ui/index.js';
import { type NavItem, navItemTitle, sourceGroupOf } from './nav-items.js';
import { DRAGGED_SOURCES } from './SourceRows.js';
import css from './SourcesNav.module.css';
import { SOURCE_GROUP_TEXT, type SourceGroup } from './source-groups.js';

/** What can be done with a collection or a tag; null where the archive is only read. */
export interface SourceGroupActions {
  onRename(target: SourceGroup): void;
  onDelete(target: SourceGroup): void;
  onNewBelow(target: SourceGroup): void;
  onDrop(target: SourceGroup, ids: readonly SourceId[]): void;
}

export interface NavRowProps {
  readonly item: NavItem;
  readonly icon: ReactNode;
  readonly count: number;
  readonly isCurrent: boolean;
  /** The one that the Tab key reaches. */
  readonly isTabStop: boolean;
  readonly actions: SourceGroupActions | null;
  /** Where there is something below it. */
  readonly branch?: { readonly isOpen: boolean; readonly below: ReactNode; onToggle(): void } | undefined;
  onNavigate(item: NavItem): void;
}

export function NavRow({ item, icon, count, isCurrent, isTabStop, actions, branch, onNavigate }: NavRowProps) {
  const title = navItemTitle(item);
  const group = sourceGroupOf(item);
  return (
    <li>
      <div className={css.item} {...(group && actions ? dropOn(group, actions) : {})}>
        {branch ? (
          // The arrow keys do the same from the place itself.
          <button
            type="button"
            tabIndex={-1}
            className={css.twist}
            aria-expanded={branch.isOpen}
            aria-label={t('What is below {title}', { title })}
            onClick={branch.onToggle}
          >
            {branch.isOpen ? <ChevronDown size={12} aria-hidden /> : <ChevronRight size={12} aria-hidden />}
          </button>
        ) : null}
        <button
          type="button"
          data-place
          {...(branch ? { 'data-branch': branch.isOpen ? 'open' : 'closed', 'aria-expanded': branch.isOpen } : {})}
          tabIndex={isTabStop ? 0 : -1}
          aria-current={isCurrent ? 'true' : undefined}
          className={css.place}
          onClick={() => onNavigate(item)}
          onDoubleClick={() => group && actions?.onRename(group)}
        >
          {icon}
          <span className={css.name} dir="auto">
            {title}
          </span>
          <span className={css.count}>{formatCount(count)}</span>
        </button>
        {group && actions ? <SourceGroupMenu group={group} actions={actions} hasBelow={branch !== undefined} /> : null}
      </div>
      {branch?.isOpen ? branch.below : null}
    </li>
  );
}

interface SourceGroupMenuProps {
  readonly group: SourceGroup;
  readonly actions: SourceGroupActions;
  readonly hasBelow: boolean;
}

function SourceGroupMenu({ group, actions, hasBelow }: SourceGroupMenuProps) {
  const words = SOURCE_GROUP_TEXT[group.kind];
  return (
    <span className={css.menu}>
      <Menu
        label={`${words.title} ${group.name}`}
        trigger={
          <Button variant="icon" size="small" aria-label={t('More for {name}', { name: group.name })}>
            <MoreHorizontal size={14} aria-hidden />
          </Button>
        }
      >
        <MenuItem onAction={() => actions.onRename(group)}>{t('Rename…')}</MenuItem>
        {group.kind === 'tag' ? (
          <MenuItem icon={<CornerDownRight size={14} />} onAction={() => actions.onNewBelow(group)}>
            {t('New tag below…')}
          </MenuItem>
        ) : null}
        <MenuItem
          icon={<Trash2 size={14} />}
          detail={hasBelow ? t('With the tags below it; sources stay') : t('Its sources stay')}
          onAction={() => actions.onDelete(group)}
        >
          {t('Delete {one}', { one: words.one })}
        </MenuItem>
      </Menu>
    </span>
  );
}

function dropOn(target: SourceGroup, { onDrop }: SourceGroupActions) {
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
