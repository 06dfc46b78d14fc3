/**
 * Where to look: all sources, collections, the tree of tags, document types, the bin. One tab stop; the arrows go up and
 * down, and right and left into a tag and out of it.
 */
import { ChevronDown, ChevronRight, FileText, Folder, Inbox, Plus, Tag as TagIcon, Trash2 } from 'lucide-react';
import { type CSSProperties, type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import { type SourceId, type Tag, type TagId, tagTree } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { useCall } from '../../api/index.js';
import { Button, formatCount, Tooltip } from '../../ui/index.js';
import { NavRow } from './NavRow.js';
import { ALL_SOURCES, type NavItem, navItemKey, tabStopKey, tagsInSight } from './nav-items.js';
import css from './SourcesNav.module.css';
import {
  collectionGroup,
  SOURCE_GROUP_TEXT,
  type SourceGroup,
  type SourceGroupKind,
  tagGroup,
} from './source-groups.js';

/** Tags that are drawn at once; an archive may have 100,000. */
const TAGS_AT_ONCE = 500;

export interface SourcesNavProps {
  readonly current: NavItem;
  readonly isReadOnly: boolean;
  readonly counts: { readonly sources: number; readonly inBin: number };
  onNavigate(current: NavItem): void;
  /** @param below the path of the tag that the new one goes below. */
  onNew(kind: SourceGroupKind, below?: string): void;
  onRename(target: SourceGroup): void;
  onDelete(target: SourceGroup): void;
  onDrop(target: SourceGroup, ids: readonly SourceId[]): void;
}

export function SourcesNav({
  current,
  isReadOnly,
  counts,
  onNavigate,
  onNew,
  onRename,
  onDelete,
  onDrop,
}: SourcesNavProps) {
  const collections = useCall('collection.list', undefined, { keepPrevious: true });
  const tags = useCall('tag.list', undefined, { keepPrevious: true });
  const types = useCall('source.documentTypes', undefined, { keepPrevious: true });
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set(['types']));
  const [mostTags, setMostTags] = useState(TAGS_AT_ONCE);
  const nav = useRef<HTMLElement>(null);
  const knownTags = tags.status === 'ready' ? tags.data : [];
  const tree = useMemo(() => tagTree(knownTags), [knownTags]);
  const knownCollections = collections.status === 'ready' ? collections.data : [];
  const knownTypes = types.status === 'ready' ? types.data : [];
  const inSight = tagsInSight(tree, { folded, most: mostTags, current });
  const here = navItemKey(current);
  const stop = tabStopKey(current, tree, folded);
  const deeds = isReadOnly
    ? null
    : {
        onRename,
        onDelete,
        onDrop,
        onNewBelow: (target: SourceGroup) => onNew('tag', tree.path(target.id as TagId)),
      };

  const row = (target: NavItem, icon: ReactNode, count: number, below?: ReactNode) => {
    const key = navItemKey(target);
    return (
      <NavRow
        key={key}
        item={target}
        icon={icon}
        count={count}
        isCurrent={key === here}
        isTabStop={key === stop}
        actions={deeds}
        branch={below ? { isOpen: !folded.has(key), below, onToggle: () => toggle(key) } : undefined}
        onNavigate={onNavigate}
      />
    );
  };

  return (
    <nav ref={nav} className={css.nav} aria-label={t('Collections, tags and types')} onKeyDown={onKeyDown}>
      <ul>{row(ALL_SOURCES, <Inbox size={14} aria-hidden />, counts.sources)}</ul>
      {section(
        'collection',
        SOURCE_GROUP_TEXT.collection.section,
        filled(
          'collection',
          collections.status,
          knownCollections.map((one) => row(collectionGroup(one), <Folder size={14} aria-hidden />, one.sourceCount)),
        ),
        adding('collection'),
      )}
      {section(
        'tag',
        SOURCE_GROUP_TEXT.tag.section,
        filled(
          'tag',
          tags.status,
          branches(null),
          tree.tags.some(({ parentId }) => parentId !== null),
        ),
        adding('tag'),
      )}
      {knownTypes.length === 0
        ? null
        : section(
            'types',
            t('Types'),
            <ul>
              {knownTypes.map(({ value, count }) =>
                row({ kind: 'type', value }, <FileText size={14} aria-hidden />, count),
              )}
            </ul>,
          )}
      {counts.inBin > 0 || current.kind === 'bin' ? (
        <ul className={css.bin}>{row({ kind: 'bin' }, <Trash2 size={14} aria-hidden />, counts.inBin)}</ul>
      ) : null}
    </nav>
  );

  function branches(parentId: TagId | null): ReactNode[] {
    const drawn = inSight.get(parentId) ?? [];
    const left = tree.children(parentId).length - drawn.length;
    if (left === 0) return drawn.map(branch);
    const more = (
      <li key="more">
        <button type="button" className={css.more} onClick={() => setMostTags(mostTags + TAGS_AT_ONCE)}>
          {t('{left} more', { left: formatCount(left) })}
        </button>
      </li>
    );
    return [...drawn.map(branch), more];
  }

  function branch(tag: Tag): ReactNode {
    const hasBelow = tree.children(tag.id).length > 0;
    const below = hasBelow ? <ul className={css.below}>{branches(tag.id)}</ul> : undefined;
    return row(tagGroup(tag), <TagMark colour={tag.colour} />, tag.reachCount, below);
  }

  function section(key: string, title: string, content: ReactNode, tool?: ReactNode) {
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
  }

  function filled(
    kind: SourceGroupKind,
    status: 'loading' | 'error' | 'ready',
    rows: readonly ReactNode[],
    isTree = false,
  ): ReactNode {
    if (rows.length > 0) return <ul className={isTree ? css.tree : undefined}>{rows}</ul>;
    const words = SOURCE_GROUP_TEXT[kind];
    return (
      <p className={css.hint}>
        {status === 'error' ? t('The {one}s could not be read.', { one: words.one }) : words.none}
      </p>
    );
  }

  function adding(kind: SourceGroupKind): ReactNode {
    const words = SOURCE_GROUP_TEXT[kind];
    return (
      <Tooltip
        text={t('New {one}', { one: words.one })}
        {...(kind === 'collection' ? { keys: 'CmdOrCtrl+Alt+N' } : {})}
      >
        <Button
          variant="icon"
          size="small"
          aria-label={t('New {one}', { one: words.one })}
          isDisabled={isReadOnly}
          onPress={() => onNew(kind)}
        >
          <Plus size={14} aria-hidden />
        </Button>
      </Tooltip>
    );
  }

  function toggle(key: string): void {
    setFolded((now) => {
      const next = new Set(now);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  }

  function onKeyDown(event: KeyboardEvent): void {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || !('place' in focused.dataset)) return;
    const all = [...(nav.current?.querySelectorAll<HTMLElement>('[data-place]') ?? [])];
    const index = all.indexOf(focused);
    const twist = focused.parentElement?.querySelector<HTMLElement>('[aria-expanded]:not([data-place])');
    const { branch: state } = focused.dataset;
    const parent = focused.closest('ul')?.closest('li')?.querySelector<HTMLElement>('[data-place]');
    const goTo = (target: HTMLElement | null | undefined) => target?.focus();
    const deed = {
      ArrowDown: () => goTo(all[Math.min(all.length - 1, index + 1)]),
      ArrowUp: () => goTo(all[Math.max(0, index - 1)]),
      Home: () => goTo(all[0]),
      End: () => goTo(all.at(-1)),
      ArrowRight: () => (state === 'closed' ? twist?.click() : state === 'open' ? goTo(all[index + 1]) : undefined),
      ArrowLeft: () => (state === 'open' ? twist?.click() : goTo(parent)),
    }[event.key];
    if (!deed) return;
    event.preventDefault();
    deed();
  }
}

/** A dot of the tag's colour; a label where it has none. */
function TagMark({ colour }: { readonly colour: Tag['colour'] }) {
  if (colour === null) return <TagIcon size={14} aria-hidden />;
  const style = { '--dot': `var(--mark-edge-${colour})` } as CSSProperties;
  return <span className={css.dot} style={style} aria-hidden />;
}
