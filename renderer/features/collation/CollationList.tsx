/** The rows of saved collations: a listbox with one tab stop. Enter opens, F2 renames, Delete deletes. */
import { History, PencilLine, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Collation, CollationId } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { useCommand } from '../../api/index.js';
import { ContextMenu, MenuItem, MenuRule } from '../../ui/index.js';
import css from './CollationsPane.module.css';
import { collationActions } from './collation-actions.js';
import { formatDateRange, outdatedWitnesses } from './collation-labels.js';
import { splitTitles } from './model/split-titles.js';
import { WitnessTitle } from './WitnessTitle.js';

export interface CollationListProps {
  readonly collations: readonly Collation[];
  readonly activeId: CollationId | null;
  readonly isReadOnly: boolean;
  onOpen(id: CollationId): void;
  onRename(collation: Collation): void;
}

export function CollationList({ collations, activeId, isReadOnly, onOpen, onRename }: CollationListProps) {
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(-1);
  const [hasFocus, setFocus] = useState(false);
  const [menuAt, setMenuAt] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const active = Math.min(at, collations.length - 1);
  const row = collations[active];
  const canChange = row !== undefined && !isReadOnly;
  const remove = () => canChange && void collationActions.delete(row);
  useCommand('source.delete', remove, { enabled: hasFocus && canChange });

  // The pane was asked for before its list was there: the focus goes on to it.
  useEffect(() => {
    const focus = document.activeElement;
    if (focus?.matches('[data-entry]') && focus.contains(list.current)) list.current?.focus();
  }, []);

  const go = (index: number) => {
    const next = Math.max(0, Math.min(collations.length - 1, index));
    setAt(next);
    document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const targets: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      Home: 0,
      End: collations.length - 1,
    };
    const target = targets[event.key];
    if (target !== undefined) go(target);
    else if (event.key === 'Enter' && row) onOpen(row.id);
    else if (event.key === 'F2' && canChange) onRename(row);
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      const place = document.getElementById(`${listId}-${active}`)?.getBoundingClientRect();
      if (place) setMenuAt({ x: place.left + 24, y: place.bottom - 8 });
    } else return;
    event.preventDefault();
  };

  return (
    <>
      <div
        ref={list}
        role="listbox"
        aria-label={t('Collations')}
        tabIndex={0}
        className={css.list}
        {...(row ? { 'aria-activedescendant': `${listId}-${active}` } : {})}
        onKeyDown={onKeyDown}
        onFocus={() => {
          setFocus(true);
          if (at < 0) setAt(0);
        }}
        onBlur={() => setFocus(false)}
      >
        {collations.map((collation, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list itself takes the keys
          <div
            key={collation.id}
            id={`${listId}-${index}`}
            role="option"
            // The list has the focus; the active row is named by aria-activedescendant.
            tabIndex={-1}
            aria-selected={index === active}
            className={css.row}
            data-active={index === active || undefined}
            data-open={collation.id === activeId || undefined}
            onClick={() => {
              setAt(index);
              onOpen(collation.id);
            }}
            onContextMenu={(event) => {
              event.preventDefault();
              setAt(index);
              setMenuAt({ x: event.clientX, y: event.clientY });
            }}
          >
            <CollationListRow collation={collation} />
          </div>
        ))}
      </div>
      <ContextMenu at={menuAt} label={row?.name ?? t('Collation')} onClose={() => setMenuAt(null)}>
        <MenuItem isDisabled={!row} keys="Enter" onAction={() => row && onOpen(row.id)}>
          {t('Open')}
        </MenuItem>
        <MenuItem
          icon={<PencilLine size={14} />}
          isDisabled={!canChange}
          keys="F2"
          onAction={() => row && onRename(row)}
        >
          {t('Rename…')}
        </MenuItem>
        <MenuRule />
        <MenuItem icon={<Trash2 size={14} />} isDisabled={!canChange} keys="Delete" onAction={remove}>
          {t('Delete')}
        </MenuItem>
      </ContextMenu>
    </>
  );
}

function CollationListRow({ collation: { name, witnesses, pins } }: { readonly collation: Collation }) {
  const dates = formatDateRange(witnesses);
  const titles = splitTitles(witnesses.map(({ title }) => title));
  return (
    <>
      <span className={css.name} dir="auto">
        {name}
      </span>
      <span className={css.sigla}>
        {witnesses.slice(0, 4).map(({ siglum, title, sourceId }, index) => (
          <span key={`${siglum} ${sourceId}`} className={css.witness}>
            <span className={css.siglum}>{siglum}</span>
            <span className={css.witnessTitle}>
              <WitnessTitle title={titles[index] ?? { head: title, tail: '' }} />
            </span>
          </span>
        ))}
        {witnesses.length > 4 ? (
          <span className={css.quiet}>{t('and {count} more', { count: witnesses.length - 4 })}</span>
        ) : null}
      </span>
      <span className={css.quiet}>
        {[dates, pins.length > 0 ? t('{count} pinned', { count: pins.length }) : ''].filter(Boolean).join(' · ')}
        {outdatedWitnesses(witnesses).length > 0 ? (
          <span className={css.newer}>
            <History size={12} aria-hidden /> {t('Newer version')}
          </span>
        ) : null}
      </span>
    </>
  );
}
