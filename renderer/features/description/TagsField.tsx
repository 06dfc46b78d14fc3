/** The tags of one source or of several: chips that can be removed, and a field that adds. Each change is one undo step. */
import { Plus, X } from 'lucide-react';
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { Tag as AriaTag, Button, Label, TagGroup, TagList } from 'react-aria-components';
import {
  pathNames,
  type Source,
  type SourceId,
  type Tag,
  type TagId,
  tagTree,
} from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { perform, useCall } from '../../api/index.js';
import { formatCount, moreMatchesHint } from '../../ui/index.js';
import pane from './DescriptionPane.module.css';
import css from './TagsField.module.css';
import { suggestTags, type TagSuggestion, tagCoverage } from './tag-coverage.js';

export interface TagsFieldProps {
  readonly ids: readonly SourceId[];
  /** The first of them, as far as they are compared. */
  readonly sources: readonly Source[];
  readonly isReadOnly: boolean;
}

/** More are found by typing. */
const MAX_OPTIONS = 8;

export function TagsField({ ids, sources, isReadOnly }: TagsFieldProps) {
  const tags = useCall('tag.list', undefined, { keepPrevious: true });
  const all = tags.status === 'ready' ? tags.data : [];
  const known = useMemo(() => tagTree(all), [all]);
  const standings = tagCoverage(sources, known);
  if (isReadOnly && standings.length === 0) return null;

  const add = async (tag: Pick<Tag, 'id'>) => (await perform('tag.add', { id: tag.id, ids: [...ids] })).ok;
  const addByPath = async (path: string): Promise<boolean> => {
    const made = await perform('tag.ensure', { path });
    return made.ok && add(made.value);
  };
  const remove = (keys: Iterable<unknown>) => {
    const gone = new Set(keys);
    for (const { tag } of standings) if (gone.has(tag.id)) void perform('tag.remove', { id: tag.id, ids: [...ids] });
  };

  return (
    <section className={pane.group} aria-labelledby="description-tags">
      <h3 id="description-tags" className={pane.groupTitle}>
        {t('Tags')}
      </h3>
      {standings.length > 0 ? (
        <TagGroup {...(isReadOnly ? {} : { onRemove: remove })} className={css.chips ?? ''} selectionMode="none">
          <Label className="visually-hidden">
            {sources.length > 1 ? t('Tags of these sources') : t('Tags of this source')}
          </Label>
          <TagList className={css.list ?? ''}>
            {standings.map(({ tag, count, isOnAll }) => (
              <AriaTag
                key={tag.id}
                id={tag.id}
                textValue={
                  isOnAll
                    ? known.label(tag.id)
                    : t('{id}, on {count} of {count2}', { id: known.label(tag.id), count, count2: sources.length })
                }
                className={`${css.chip} ${isOnAll ? '' : css.some}`}
              >
                <span dir="auto">{known.label(tag.id)}</span>
                {isOnAll ? null : (
                  <span className={css.share}>
                    {t('{count} of {count2}', { count: formatCount(count), count2: formatCount(sources.length) })}
                  </span>
                )}
                {isReadOnly ? null : (
                  <Button
                    slot="remove"
                    className={css.remove ?? ''}
                    aria-label={t('Remove the tag {id}', { id: known.label(tag.id) })}
                  >
                    <X size={12} aria-hidden />
                  </Button>
                )}
              </AriaTag>
            ))}
          </TagList>
        </TagGroup>
      ) : null}
      {isReadOnly ? null : (
        <AddTagLine
          offered={(typed) => suggestTags(typed, known, standings)}
          meant={known.candidatesFor}
          onTag={add}
          onPath={addByPath}
        />
      )}
    </section>
  );
}

interface AddTagLineProps {
  offered(typed: string): readonly TagSuggestion[];
  /** The tag of a path, else those of a name. */
  meant(typed: string): readonly Tag[];
  /** Both answer whether it was added. */
  onTag(tag: Tag): Promise<boolean>;
  onPath(path: string): Promise<boolean>;
}

type AddTagOption = { readonly id: TagId | 'new'; readonly path: string; readonly tag: Tag | null };

/**
 * A combobox: the arrows walk the tags there are, Enter takes the marked one, or the one of that path or name, or makes
 * what was typed; of several of one name it marks the first, so that a person says which.
 */
function AddTagLine({ offered, meant: suggested, onTag, onPath }: AddTagLineProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const fitting = isOpen ? offered(typed) : [];
  const found = fitting.slice(0, MAX_OPTIONS);
  const more = moreMatchesHint(found.length, fitting.length);
  const path = pathNames(typed).join('/');
  const same = suggested(path);
  const offers: readonly AddTagOption[] = [
    ...found.map(({ tag, path: own }) => ({ id: tag.id, path: own, tag })),
    ...(isOpen && path !== '' && same.length === 0 ? [{ id: 'new' as const, path, tag: null }] : []),
  ];
  const marked = offers[active];

  const take = async (offer: AddTagOption | undefined) => {
    if (!offer && path === '') return;
    if (!offer && same.length > 1) {
      setOpen(true);
      setActive(0);
      return;
    }
    const tag = offer ? offer.tag : (same[0] ?? null);
    const isDone = tag ? await onTag(tag) : await onPath(offer?.path ?? path);
    if (!isDone) return;
    setTyped('');
    setActive(-1);
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') {
      setOpen(true);
      setActive((now) => Math.min(offers.length - 1, now + 1));
    } else if (event.key === 'ArrowUp') setActive((now) => Math.max(-1, now - 1));
    else if (event.key === 'Enter') void take(marked);
    else if (event.key === 'Escape' && (isOpen || typed !== '')) {
      event.stopPropagation();
      setTyped('');
      setOpen(false);
      setActive(-1);
    } else return;
    event.preventDefault();
  };

  return (
    <div className={css.add}>
      <Plus size={13} aria-hidden />
      <input
        ref={input}
        type="text"
        role="combobox"
        className={css.input}
        aria-label={t('Add a tag')}
        placeholder={t('Add a tag')}
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={offers.length > 0}
        {...(offers.length > 0 ? { 'aria-controls': `${id}-list` } : {})}
        {...(marked ? { 'aria-activedescendant': `${id}-${marked.id}` } : {})}
        maxLength={2000}
        dir="auto"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setOpen(true);
          setActive(-1);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {offers.length > 0 ? (
        <div role="listbox" id={`${id}-list`} aria-label={t('Tags')} className={css.offers}>
          {offers.map((offer, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the line has the focus and names the marked tag
            // biome-ignore lint/a11y/useKeyWithClickEvents: the line answers every key
            <div
              key={offer.id}
              id={`${id}-${offer.id}`}
              role="option"
              aria-selected={index === active}
              className={css.offer}
              // Keeps the focus in the line.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => void take(offer)}
            >
              <span className={css.offerName} dir="auto">
                {offer.tag ? offer.path : t('New tag “{path}”', { path: offer.path })}
              </span>
              {offer.tag ? <span className={css.share}>{formatCount(offer.tag.reachCount)}</span> : null}
            </div>
          ))}
          {more ? (
            <p role="presentation" className={css.more}>
              {more}
            </p>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
