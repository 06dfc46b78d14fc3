/**
 * The tree of tags with what bears each. Arrows walk and fold, Enter opens a tag's page, tags are dragged onto others. Only
 * what is in sight is drawn, and what is folded away is not even made: an archive may have 100,000 tags.
 */
import { ChevronRight, GripVertical } from 'lucide-react';
import { useMemo } from 'react';
import {
  Button,
  Collection,
  type Key,
  ListLayout,
  type Selection,
  Tree,
  TreeItem,
  TreeItemContent,
  useDragAndDrop,
  Virtualizer,
} from 'react-aria-components';
import { type Tag, TagId, type TagTree } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { Swatch } from '../../shared/ColourPicker.js';
import { formatCount } from '../../ui/index.js';
import css from './TagTreeView.module.css';

export interface TagTreeViewProps {
  readonly tree: TagTree<Tag>;
  /** Only these are drawn; null: all. */
  readonly visible: ReadonlySet<TagId> | null;
  readonly selected: readonly TagId[];
  readonly collapsed: ReadonlySet<TagId>;
  readonly canEdit: boolean;
  onSelect(ids: readonly TagId[]): void;
  onCollapsed(ids: ReadonlySet<TagId>): void;
  onOpen(id: TagId): void;
  onMove(ids: readonly TagId[], parentId: TagId | null): void;
}

const DRAGGED = 'application/x-fonds-tags';
/** As `TagTreeView.module.css` has it. */
const ROW_PX = 30;
/** Around the rows: padding of the list itself would make them wider than it. */
const PADDING_PX = 12;
const idOf = (key: Key): TagId => TagId.parse(String(key));

export function TagTreeView(props: TagTreeViewProps) {
  const { tree, visible, selected, collapsed, canEdit, onSelect, onCollapsed, onOpen, onMove } = props;
  const open = useMemo(
    () => tree.tags.filter(({ id }) => visible !== null || !collapsed.has(id)).map(({ id }) => id),
    [tree, collapsed, visible],
  );
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: !canEdit,
    getItems: (keys) => [...keys].map((key) => ({ [DRAGGED]: String(key), 'text/plain': tree.path(idOf(key)) })),
    acceptedDragTypes: [DRAGGED],
    getDropOperation: (target, _types, allowed) => {
      if (target.type === 'root') return 'move';
      return target.dropPosition === 'on' && allowed.includes('move') ? 'move' : 'cancel';
    },
    onMove: ({ keys, target }) => onMove([...keys].map(idOf), idOf(target.key)),
    onRootDrop: async ({ items }) => {
      const ids: TagId[] = [];
      for (const item of items) if (item.kind === 'text') ids.push(TagId.parse(await item.getText(DRAGGED)));
      onMove(ids, null);
    },
  });
  const inSight = (parentId: TagId | null) =>
    tree.children(parentId).filter(({ id }) => visible === null || visible.has(id));

  const item = (tag: Tag) => {
    const children = inSight(tag.id);
    const isOpen = visible !== null || !collapsed.has(tag.id);
    return (
      <TreeItem key={tag.id} id={tag.id} textValue={sayTag(tag)} className={css.item ?? ''}>
        <TreeItemContent>
          {({ level, hasChildItems }) => (
            <div className={css.row} style={{ paddingInlineStart: (level - 1) * 20 + 4 }}>
              {canEdit ? (
                <Button slot="drag" className={css.grip ?? ''} aria-label={t('Move {name}', { name: tag.name })}>
                  <GripVertical size={12} aria-hidden />
                </Button>
              ) : null}
              {hasChildItems ? (
                <Button
                  slot="chevron"
                  className={css.chevron ?? ''}
                  aria-label={t('Tags below {name}', { name: tag.name })}
                >
                  <ChevronRight size={14} aria-hidden />
                </Button>
              ) : (
                <span className={css.chevron} />
              )}
              {tag.colour === null ? <span className={css.none} aria-hidden /> : <Swatch colour={tag.colour} />}
              <span className={css.name} dir="auto">
                {tag.name}
              </span>
              <span className={css.memo} dir="auto">
                {tag.description}
              </span>
              <span className={css.count}>{formatCount(tag.annotationCount)}</span>
              <span className={css.count}>{formatCount(tag.sourceCount)}</span>
            </div>
          )}
        </TreeItemContent>
        <Collection items={isOpen ? children : children.slice(0, 1)} dependencies={[tree, visible, canEdit, collapsed]}>
          {isOpen ? item : foldedAway}
        </Collection>
      </TreeItem>
    );
  };

  return (
    <div className={css.table}>
      <div className={css.head} aria-hidden>
        <span className={css.headName}>{t('Tag')}</span>
        <span className={css.count}>{t('Passages')}</span>
        <span className={css.count}>{t('Sources')}</span>
      </div>
      <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: ROW_PX, padding: PADDING_PX }}>
        <Tree
          aria-label={t('Tags')}
          className={css.tree ?? ''}
          selectionMode="multiple"
          selectionBehavior="replace"
          selectedKeys={selected}
          onSelectionChange={(keys: Selection) =>
            onSelect(keys === 'all' ? tree.tags.map(({ id }) => id) : [...keys].map(idOf))
          }
          expandedKeys={open}
          onExpandedChange={(keys) => {
            const known = new Set([...keys].map(idOf));
            onCollapsed(new Set(tree.tags.filter(({ id }) => !known.has(id)).map(({ id }) => id)));
          }}
          onAction={(key) => onOpen(idOf(key))}
          items={inSight(null)}
          dependencies={[tree, visible, canEdit, collapsed]}
          dragAndDropHooks={dragAndDropHooks}
        >
          {item}
        </Tree>
      </Virtualizer>
    </div>
  );
}

/** Says that there is something below a tag that is folded. */
const foldedAway = ({ id, name }: Tag) => (
  <TreeItem id={id} textValue={name}>
    <TreeItemContent>{name}</TreeItemContent>
  </TreeItem>
);

const sayTag = ({ name, annotationCount, sourceCount }: Tag): string =>
  `${name}, ${t('{annotationCount, plural, one {# passage} other {# passages}}', { annotationCount })}, ${t('{sourceCount, plural, one {# source} other {# sources}}', { sourceCount })}`;
