/**
 * A combobox for adding tags: filters tags by path, the arrows move through the options, Enter picks the highlighted
 * one or creates what was typed. Stays open for the next tag.
 */
import { type KeyboardEvent, type Ref, useId, useRef, useState } from 'react';
import { foldedKey, pathNames, type Tag, type TagId, type TagTree } from '../../electron/contract/index.js';
import { t } from '../../electron/wording/index.js';
import { formatCount, moreMatchesHint } from '../ui/index.js';
import { Swatch } from './ColourPicker.js';
import { matchTags } from './match-tags.js';
import css from './Tags.module.css';

export interface TagPickerProps {
  readonly label: string;
  readonly tree: TagTree<Tag>;
  readonly excluded: readonly TagId[];
  readonly inputRef?: Ref<HTMLInputElement>;
  onPick(tag: Tag): void;
  /** What was typed is no tag yet: to be made. Left out where only tags there are may be chosen. */
  readonly onCreate?: (path: string) => void;
  /** Enter on an empty line. */
  onSubmitEmpty?(): void;
  /** Escape on an empty line. */
  onCancel?(): void;
  readonly autoFocus?: boolean;
}

const MAX_OPTIONS = 9;

type TagOption = { readonly key: string; readonly tag: Tag | null };

export function TagPicker({
  label,
  tree,
  excluded,
  inputRef,
  onPick,
  onCreate,
  onSubmitEmpty,
  onCancel,
  autoFocus,
}: TagPickerProps) {
  const id = useId();
  const own = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const path = pathNames(typed).join('/');
  const fitting = isOpen ? matchTags(typed, tree, new Set(excluded)) : [];
  const matches = fitting.slice(0, MAX_OPTIONS);
  const more = moreMatchesHint(matches.length, fitting.length);
  const isNew = path !== '' && onCreate !== undefined && tree.byPath(path) === undefined;
  const options: readonly TagOption[] = [
    ...matches.map((tag) => ({ key: tag.id, tag })),
    ...(isOpen && isNew ? [{ key: 'new', tag: null }] : []),
  ];
  const marked = options[active];

  const pick = (option: TagOption | undefined) => {
    const exact = tree.byPath(path) ?? matches.find((tag) => foldedKey(tag.name) === foldedKey(path));
    const tag = option ? option.tag : exact;
    if (tag) onPick(tag);
    else if (path !== '' && onCreate) onCreate(path);
    else if (matches[0] && path !== '') onPick(matches[0]);
    else {
      onSubmitEmpty?.();
      return;
    }
    setTyped('');
    setActive(-1);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') {
      setOpen(true);
      setActive((now) => Math.min(options.length - 1, now + 1));
    } else if (event.key === 'ArrowUp') setActive((now) => Math.max(-1, now - 1));
    else if (event.key === 'Enter') pick(marked);
    else if (event.key === 'Escape') {
      // A dialog or popover around it closes by Escape, once there is nothing left to empty.
      if (typed === '' && !onCancel) return;
      if (typed === '') onCancel?.();
      setTyped('');
      setActive(-1);
    } else {
      // Digits and letters are typed here; the card around has keys of its own.
      event.stopPropagation();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={css.picker}>
      <input
        ref={(element) => {
          own.current = element;
          if (typeof inputRef === 'function') inputRef(element);
          else if (inputRef) inputRef.current = element;
        }}
        type="text"
        role="combobox"
        className={css.input}
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        aria-autocomplete="list"
        aria-expanded={options.length > 0}
        {...(options.length > 0 ? { 'aria-controls': `${id}-list` } : {})}
        {...(marked ? { 'aria-activedescendant': `${id}-${marked.key}` } : {})}
        // biome-ignore lint/a11y/noAutofocus: only where it is the one field of a dialog
        autoFocus={autoFocus}
        maxLength={2_000}
        dir="auto"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setOpen(true);
          // The input is the beginning of an existing tag: it is preselected until the arrows move.
          setActive(beginsFirst(event.target.value, tree, excluded) ? 0 : -1);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {options.length > 0 ? (
        <div role="listbox" id={`${id}-list`} aria-label={t('Tags')} className={css.offers}>
          {options.map((option, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the line has the focus and names the marked tag
            // biome-ignore lint/a11y/useKeyWithClickEvents: the line answers every key
            <div
              key={option.key}
              id={`${id}-${option.key}`}
              role="option"
              aria-selected={index === active}
              className={css.offer}
              // Keeps the focus in the line.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(option)}
            >
              {option.tag ? (
                <TagOptionLabel tag={option.tag} tree={tree} />
              ) : (
                <span dir="auto">{t('New tag “{path}”', { path })}</span>
              )}
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

function beginsFirst(typed: string, tree: TagTree<Tag>, excluded: readonly TagId[]): boolean {
  const last = foldedKey(pathNames(typed).at(-1) ?? '');
  const [first] = last === '' ? [] : matchTags(typed, tree, new Set(excluded));
  return first !== undefined && foldedKey(first.name).startsWith(last);
}

function TagOptionLabel({ tag, tree }: { readonly tag: Tag; readonly tree: TagTree<Tag> }) {
  const above = pathNames(tree.path(tag.id)).slice(0, -1).join('/');
  return (
    <>
      {tag.colour === null ? null : <Swatch colour={tag.colour} />}
      <span className={css.offerName} dir="auto">
        {above === '' ? null : <span className={css.above}>{above}/</span>}
        {tag.name}
      </span>
      <span className={css.count}>{formatCount(tag.annotationCount + tag.sourceCount)}</span>
    </>
  );
}
