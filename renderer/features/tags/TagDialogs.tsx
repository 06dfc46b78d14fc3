/** The questions of the tag manager: a name, a place in the tree, a tag to merge into, and whether tags may go. */
import { useState } from 'react';
import type { Tag, TagId, TagTree } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { TagPicker } from '../../shared/TagPicker.js';
import { Button, Dialog, TextField } from '../../ui/index.js';
import css from './TagDialogs.module.css';
import { tagActions, topmostTags, withDescendants } from './tag-actions.js';

export type TagDialogRequest =
  | { readonly kind: 'create'; readonly parentId: TagId | null }
  | { readonly kind: 'rename'; readonly id: TagId }
  | { readonly kind: 'move' | 'merge' | 'delete'; readonly ids: readonly TagId[] };

export interface TagDialogProps {
  readonly request: TagDialogRequest;
  readonly tree: TagTree<Tag>;
  /** @param id the tag to go on with. */
  onDone(id?: TagId | null): void;
  onClose(): void;
}

export function TagDialog(props: TagDialogProps) {
  const { request } = props;
  switch (request.kind) {
    case 'create':
    case 'rename':
      return <TagNameDialog {...props} request={request} />;
    case 'move':
    case 'merge':
      return <TagTargetDialog {...props} kind={request.kind} ids={request.ids} />;
    case 'delete':
      return <TagDeleteDialog {...props} ids={request.ids} />;
  }
}

type TagNameDialogProps = TagDialogProps & {
  readonly request: Extract<TagDialogRequest, { kind: 'create' | 'rename' }>;
};

function TagNameDialog({ request, tree, onDone, onClose }: TagNameDialogProps) {
  const known = request.kind === 'rename' ? (tree.get(request.id)?.name ?? '') : '';
  const [name, setName] = useState(known);
  const parent = request.kind === 'create' && request.parentId !== null ? tree.path(request.parentId) : null;
  const isReady = name.trim() !== '' && name.trim() !== known;
  const submit = async () => {
    if (!isReady) return;
    if (request.kind === 'create') {
      const id = await tagActions.create(name.trim(), request.parentId);
      if (id !== null) onDone(id);
    } else if (await tagActions.rename(request.id, name.trim())) onDone(request.id);
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={
        request.kind === 'rename'
          ? t('Rename tag')
          : parent === null
            ? t('New tag')
            : t('New tag below {parent}', { parent })
      }
      actions={
        <>
          <Button onPress={onClose}>{t('Cancel')}</Button>
          <Button variant="primary" isDisabled={!isReady} onPress={() => void submit()}>
            {request.kind === 'rename' ? t('Rename') : t('Create')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('Name')}
        autoFocus
        value={name}
        onChange={setName}
        maxLength={200}
        {...(request.kind === 'create' && parent === null
          ? { description: t('With a slash it goes below another: Person/President.') }
          : {})}
        onKeyDown={(event) => (event.key === 'Enter' ? void submit() : event.continuePropagation())}
      />
    </Dialog>
  );
}

const names = (ids: readonly TagId[], tree: TagTree<Tag>): string =>
  ids.length === 1
    ? `“${tree.label(ids[0] as TagId)}”`
    : t('{count, plural, one {# tag} other {# tags}}', { count: ids.length });

type TagTargetDialogProps = TagDialogProps & { readonly kind: 'move' | 'merge'; readonly ids: readonly TagId[] };

function TagTargetDialog({ kind, ids, tree, onDone, onClose }: TagTargetDialogProps) {
  const [chosen, setChosen] = useState<Tag | null>(null);
  const moved = topmostTags(ids, tree);
  // A tag can go neither below itself nor into what goes with it.
  const excluded = kind === 'move' ? withDescendants(ids, tree).map(({ id }) => id) : ids;
  const submit = async (target: Tag | null) => {
    const isDone =
      kind === 'move'
        ? await tagActions.move(moved, target?.id ?? null)
        : target !== null && (await tagActions.merge(ids, target));
    if (isDone) onDone(kind === 'merge' ? target?.id : moved[0]);
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={
        kind === 'move'
          ? t('Move {names} under…', { names: names(ids, tree) })
          : t('Merge {names} into…', { names: names(ids, tree) })
      }
      subtitle={
        kind === 'move'
          ? t('All that is below goes along.')
          : t('What bears it will bear the other instead; the tags below it go there too.')
      }
      actions={
        <>
          {kind === 'move' ? <Button onPress={() => void submit(null)}>{t('To the top')}</Button> : null}
          <Button onPress={onClose}>{t('Cancel')}</Button>
          <Button variant="primary" isDisabled={chosen === null} onPress={() => void submit(chosen)}>
            {kind === 'move' ? t('Move') : t('Merge')}
          </Button>
        </>
      }
    >
      <div className={css.target}>
        <TagPicker
          label={t('Which tag')}
          tree={tree}
          excluded={excluded}
          onPick={setChosen}
          onSubmitEmpty={() => chosen && void submit(chosen)}
          autoFocus
        />
        <p role="status" className={css.chosen}>
          {chosen === null
            ? t('Type a part of its name.')
            : t('{value} {path}. Enter does it.', {
                value: kind === 'move' ? t('Under') : t('Into'),
                path: tree.path(chosen.id),
              })}
        </p>
      </div>
    </Dialog>
  );
}

function TagDeleteDialog({ ids, tree, onDone, onClose }: TagDialogProps & { readonly ids: readonly TagId[] }) {
  const gone = withDescendants(ids, tree);
  const passages = gone.reduce((sum, tag) => sum + tag.annotationCount, 0);
  const sources = gone.reduce((sum, tag) => sum + tag.sourceCount, 0);
  const below = gone.length - topmostTags(ids, tree).length;
  const remove = async () => {
    if (await tagActions.delete(topmostTags(ids, tree))) onDone(null);
  };
  return (
    <Dialog
      isOpen
      role="alertdialog"
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('Delete {names}?', { names: names(ids, tree) })}
      actions={
        <>
          <Button autoFocus onPress={onClose}>
            {t('Keep')}
          </Button>
          <Button variant="danger" onPress={() => void remove()}>
            {t('Delete')}
          </Button>
        </>
      }
    >
      <p>
        {below > 0 ? t('With it go {below, plural, one {# tag} other {# tags}} below.', { below }) : ''}{' '}
        {passages + sources === 0
          ? t('Nothing bears it.')
          : t(
              'It is removed from {passages, plural, one {# passage} other {# passages}} and {sources, plural, one {# source} other {# sources}}; they themselves stay.',
              { passages, sources },
            )}{' '}
        {t('Undo brings all of it back.')}
      </p>
    </Dialog>
  );
}
