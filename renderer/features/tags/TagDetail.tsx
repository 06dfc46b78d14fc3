/** Beside the tree: the tag that is selected, or what can be done with several. */
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { Tag, TagId, TagTree } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { ColourPicker } from '../../shared/ColourPicker.js';
import { Button, TextField } from '../../ui/index.js';
import css from './TagDetail.module.css';
import type { TagDialogRequest } from './TagDialogs.js';
import { tagActions } from './tag-actions.js';

export interface TagDetailProps {
  readonly selected: readonly TagId[];
  readonly tree: TagTree<Tag>;
  readonly canEdit: boolean;
  onRequest(request: TagDialogRequest): void;
  onOpen(id: TagId): void;
}

export function TagDetail({ selected, tree, canEdit, onRequest, onOpen }: TagDetailProps) {
  const tags = selected.flatMap((id) => tree.get(id) ?? []);
  const [tag] = tags;
  if (!tag) {
    return (
      <aside className={css.detail} aria-label={t('The selected tag')}>
        <p className={css.quiet}>{t('Select a tag to see what it is for. Enter opens the page of its passages.')}</p>
      </aside>
    );
  }
  const ids = tags.map(({ id }) => id);
  const colour = tags.every((other) => other.colour === tag.colour) ? tag.colour : null;
  const hasColour = tags.some((other) => other.colour !== null);
  return (
    <aside className={css.detail} aria-label={t('The selected tag')}>
      {tags.length === 1 ? (
        <>
          <h3 className={css.name} dir="auto">
            {tag.name}
          </h3>
          {tag.parentId === null ? null : (
            <p className={css.quiet} dir="auto">
              {t('in {path}', { path: tree.path(tag.parentId) })}
            </p>
          )}
          <p className={css.quiet}>
            {t('{annotationCount, plural, one {# passage} other {# passages}}', {
              annotationCount: tag.annotationCount,
            })}
            , {t('{sourceCount, plural, one {# source} other {# sources}}', { sourceCount: tag.sourceCount })}
          </p>
        </>
      ) : (
        <h3 className={css.name}>{t('{count, plural, one {# tag} other {# tags}}', { count: tags.length })}</h3>
      )}
      {canEdit ? (
        <div className={css.group}>
          <span className={css.label}>{t('Colour')}</span>
          <div className={css.colours}>
            <ColourPicker label={t('Colour')} value={colour} onChange={(next) => void tagActions.recolour(ids, next)} />
            <Button size="small" isDisabled={!hasColour} onPress={() => void tagActions.recolour(ids, null)}>
              {t('None')}
            </Button>
          </div>
        </div>
      ) : null}
      {tags.length === 1 ? <TagMemo key={tag.id} tag={tag} canEdit={canEdit} /> : null}
      <div className={css.actions}>
        {tags.length === 1 ? (
          <TagActionButton onPress={() => onOpen(tag.id)}>{t('Open its page')}</TagActionButton>
        ) : null}
        {canEdit && tags.length === 1 ? (
          <>
            <TagActionButton onPress={() => onRequest({ kind: 'create', parentId: tag.id })}>
              {t('New tag below…')}
            </TagActionButton>
            <TagActionButton onPress={() => onRequest({ kind: 'rename', id: tag.id })}>{t('Rename…')}</TagActionButton>
          </>
        ) : null}
        {canEdit ? (
          <>
            <TagActionButton onPress={() => onRequest({ kind: 'move', ids })}>{t('Move under…')}</TagActionButton>
            <TagActionButton onPress={() => onRequest({ kind: 'merge', ids })}>{t('Merge into…')}</TagActionButton>
            <Button variant="danger" size="small" onPress={() => onRequest({ kind: 'delete', ids })}>
              {t('Delete…')}
            </Button>
          </>
        ) : null}
      </div>
    </aside>
  );
}

function TagActionButton({ onPress, children }: { readonly children: ReactNode; onPress(): void }) {
  return (
    <Button size="small" onPress={onPress}>
      {children}
    </Button>
  );
}

/** Kept when it is left. */
function TagMemo({ tag, canEdit }: { readonly tag: Tag; readonly canEdit: boolean }) {
  const [draft, setDraft] = useState(tag.description);
  useEffect(() => setDraft(tag.description), [tag.description]);
  return (
    <TextField
      label={t('What it is for')}
      lines={5}
      placeholder={t('When a passage bears this tag, and when it does not')}
      value={draft}
      onChange={setDraft}
      isReadOnly={!canEdit}
      maxLength={20_000}
      onBlur={() => draft !== tag.description && void tagActions.describe(tag.id, draft)}
    />
  );
}
