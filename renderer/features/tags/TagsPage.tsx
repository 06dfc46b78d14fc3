/** The tag manager: the tree with its counts, and what can be done with the tags that are selected. */
import { Plus, SearchX, Tags } from 'lucide-react';
import { type KeyboardEvent, useDeferredValue, useMemo, useState } from 'react';
import { foldedKey, type TagId, tagTree } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { failureMessage, useCall } from '../../api/index.js';
import css from '../../shared/ListPage.module.css';
import { matchTags } from '../../shared/match-tags.js';
import { useCanEdit } from '../../shared/use-annotations.js';
import { Button, EmptyState, ErrorState, Kbd, Loading, rich, SearchField } from '../../ui/index.js';
import { TagDetail } from './TagDetail.js';
import { TagDialog, type TagDialogRequest } from './TagDialogs.js';
import { TagTreeView } from './TagTreeView.js';
import { foldedAtFirst, tagActions, topmostTags, visibleTags } from './tag-actions.js';

export interface TagsPageProps {
  onOpenTag(id: TagId): void;
}

const NONE: ReadonlySet<TagId> = new Set();

export function TagsPage({ onOpenTag }: TagsPageProps) {
  const answer = useCall('tag.list', undefined, { keepPrevious: true });
  const canEdit = useCanEdit();
  const [line, setLine] = useState('');
  const [selection, setSelection] = useState<readonly TagId[]>([]);
  const [folded, setFolded] = useState<ReadonlySet<TagId> | null>(null);
  const [request, setRequest] = useState<TagDialogRequest | null>(null);
  const deferredLine = useDeferredValue(line);
  const tags = answer.status === 'ready' ? answer.data : null;
  const tree = useMemo(() => tagTree(tags ?? []), [tags]);
  const shown = useMemo(
    () => (foldedKey(deferredLine) === '' ? null : visibleTags(tree, matchTags(deferredLine, tree, NONE))),
    [deferredLine, tree],
  );
  const collapsed = useMemo(() => folded ?? foldedAtFirst(tree), [folded, tree]);
  const selected = selection.filter((id) => tree.get(id) !== undefined);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!canEdit || !(event.target instanceof Element) || !event.target.closest('[role="treegrid"]')) return;
    const [only] = selected;
    if (event.key === 'F2' && only && selected.length === 1) setRequest({ kind: 'rename', id: only });
    else if (event.key === 'Delete' && only) setRequest({ kind: 'delete', ids: selected });
    else return;
    event.preventDefault();
  };

  return (
    <section className={css.page} aria-label={t('All tags')} data-allows-removing onKeyDownCapture={onKeyDown}>
      <header className={css.head}>
        <div className={css.titles}>
          <h2 className={css.title}>{t('Tags')}</h2>
          <p className={css.lead}>
            {t(
              'The words you sort passages and sources by. A tag may hang below another; its page gathers every passage.',
            )}
          </p>
        </div>
        {canEdit ? (
          <Button onPress={() => setRequest({ kind: 'create', parentId: null })}>
            <Plus size={14} aria-hidden />
            {t('New tag…')}
          </Button>
        ) : null}
      </header>
      {tags && tags.length > 0 ? (
        <div className={css.tools}>
          <div className={css.filter}>
            <SearchField
              label={t('Filter the tags')}
              placeholder={t('Filter the tags')}
              value={line}
              onChange={setLine}
            />
          </div>
          <span role="status" className={css.count}>
            {shown === null
              ? t('{count, plural, one {# tag} other {# tags}}', { count: tags.length })
              : t('{count} of {count2, plural, one {# tag} other {# tags}}', {
                  count: shown.size,
                  count2: tags.length,
                })}
          </span>
        </div>
      ) : null}
      {content()}
      {request ? (
        <TagDialog
          request={request}
          tree={tree}
          onClose={() => setRequest(null)}
          onDone={(id) => {
            setRequest(null);
            if (id !== undefined) setSelection(id === null ? [] : [id]);
          }}
        />
      ) : null}
    </section>
  );

  function content() {
    if (answer.status === 'loading') return <Loading>{t('Reading the tags')}</Loading>;
    if (answer.status === 'error') return <ErrorState {...failureMessage(answer.error)} retry={answer.retry} />;
    if (answer.data.length === 0) {
      return (
        <EmptyState icon={<Tags size={26} strokeWidth={1.5} />} title={t('There are no tags yet')}>
          {rich(
            'Select a passage and press {keys}, or make the first ones here: <i>Person</i>, <i>Person/President</i>, <i>Promise broken</i>.',
            { keys: <Kbd keys="CmdOrCtrl+Alt+T" />, i: (parts) => <i>{parts}</i> },
          )}
        </EmptyState>
      );
    }
    if (shown?.size === 0) {
      return (
        <EmptyState
          icon={<SearchX size={24} strokeWidth={1.5} />}
          title={t('No tag is called so')}
          action={<Button onPress={() => setLine('')}>{t('Show all tags')}</Button>}
        />
      );
    }
    return (
      <div className={css.room}>
        <TagTreeView
          tree={tree}
          visible={shown}
          selected={selected}
          collapsed={collapsed}
          canEdit={canEdit}
          onSelect={setSelection}
          onCollapsed={setFolded}
          onOpen={onOpenTag}
          onMove={(ids, parentId) => void tagActions.move(topmostTags(ids, tree), parentId)}
        />
        <TagDetail selected={selected} tree={tree} canEdit={canEdit} onRequest={setRequest} onOpen={onOpenTag} />
      </div>
    );
  }
}
