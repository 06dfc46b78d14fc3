/** One page of the list of notes: asks for its rows and draws those of them that are near the window. */
import { useEffect } from 'react';
import type { Input, NoteId, NoteRow } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { useCall } from '../../api/index.js';
import { type ClickGesture, gestureOfClick, type VirtualItem, type VirtualRows } from '../../ui/index.js';
import { formatTime } from './format-time.js';
import css from './NoteList.module.css';

export type NoteQuery = Omit<Input<'note.list'>, 'offset' | 'limit'>;

/** Rows asked for at once. */
export const PAGE_ROWS = 100;

export interface NoteRowsProps {
  readonly page: number;
  readonly items: readonly VirtualItem[];
  readonly query: NoteQuery;
  readonly active: number;
  readonly selected: readonly NoteRow[];
  readonly openId: NoteId | null;
  readonly optionProps: VirtualRows['optionProps'];
  registerRows(offset: number, rows: readonly NoteRow[]): void;
  onPick(index: number, gesture: ClickGesture): void;
  onOpen(row: NoteRow): void;
  onMenu(index: number, at: { readonly x: number; readonly y: number }): void;
}

export function NoteRows(props: NoteRowsProps) {
  const { page, items, query, active, selected, openId, optionProps, registerRows, onPick, onMenu } = props;
  const offset = page * PAGE_ROWS;
  const answer = useCall('note.list', { ...query, offset, limit: PAGE_ROWS }, { keepPrevious: true });
  const rows = answer.status === 'ready' ? answer.data.rows : null;
  useEffect(() => {
    if (rows) registerRows(offset, rows);
  }, [registerRows, offset, rows]);

  return items.map((item) => {
    const { index } = item;
    const row = rows?.[index - offset];
    const isSelected = row !== undefined && selected.some(({ id }) => id === row.id);
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the list itself takes the keys
      <div
        key={index}
        {...optionProps(item)}
        role="option"
        // The list has the focus; the active row is named by aria-activedescendant.
        tabIndex={-1}
        aria-selected={isSelected}
        className={`${css.row} ${isSelected ? css.selected : ''} ${index === active ? css.active : ''}`}
        data-open={row?.id === openId || undefined}
        onClick={(event) => onPick(index, gestureOfClick(event))}
        onContextMenu={(event) => {
          event.preventDefault();
          onMenu(index, { x: event.clientX, y: event.clientY });
        }}
      >
        {row ? <RowText row={row} sort={query.sort ?? 'changed'} /> : <span className={css.excerpt}>…</span>}
      </div>
    );
  });
}

function RowText({ row, sort }: { readonly row: NoteRow; readonly sort: string }) {
  const time = sort === 'created' ? row.createdAt : row.changedAt;
  return (
    <>
      <span className={css.head}>
        <span className={css.title} dir="auto">
          {row.title}
        </span>
        <time className={css.time} dateTime={time}>
          {formatTime(time, new Date())}
        </time>
      </span>
      <span className={css.excerpt}>{row.excerpt || t('Nothing written yet')}</span>
    </>
  );
}
