/** One page of the list: asks for its rows and draws those of them that are near the window. */
import { useEffect } from 'react';
import type { SourceFilter, SourceId, SourceRow, SourceSort } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { formatDate, useCall } from '../../api/index.js';
import { type ClickGesture, gestureOfClick, type VirtualItem, type VirtualRows } from '../../ui/index.js';
import css from './SourceList.module.css';
import { PAGE_ROWS } from './use-source-list.js';

/** What a dragged row carries. */
export const DRAGGED_SOURCES = 'application/x-fonds-sources';

export interface SourceRowsProps {
  readonly page: number;
  readonly items: readonly VirtualItem[];
  readonly filter: SourceFilter;
  readonly sort: SourceSort;
  readonly active: number;
  readonly selected: ReadonlySet<SourceId>;
  readonly optionProps: VirtualRows['optionProps'];
  registerRows(offset: number, rows: readonly SourceRow[]): void;
  onPick(index: number, gesture: ClickGesture): void;
  onOpen(id: SourceId): void;
  onMenu(index: number, at: { readonly x: number; readonly y: number }): void;
}

export function SourceRows({ page, items, filter, sort, active, selected, optionProps, ...on }: SourceRowsProps) {
  const offset = page * PAGE_ROWS;
  const answer = useCall('source.list', { filter, sort, offset, limit: PAGE_ROWS }, { keepPrevious: true });
  const rows = answer.status === 'ready' ? answer.data.rows : null;
  const { registerRows } = on;
  useEffect(() => {
    if (rows) registerRows(offset, rows);
  }, [rows, offset, registerRows]);

  return items.map((item) => {
    const row = rows?.[item.index - offset];
    const isSelected = row !== undefined && selected.has(row.id);
    const shape = [css.row, isSelected ? css.selected : '', item.index === active ? css.active : ''].join(' ');
    return (
      // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the active row
      // biome-ignore lint/a11y/useKeyWithClickEvents: the list answers every key
      <div
        key={item.key}
        {...optionProps(item)}
        role="option"
        aria-selected={isSelected}
        className={shape}
        draggable={row !== undefined && row.deletedAt === null}
        onClick={(event) => on.onPick(item.index, gestureOfClick(event))}
        onDoubleClick={() => row && on.onOpen(row.id)}
        onContextMenu={(event) => {
          event.preventDefault();
          on.onMenu(item.index, { x: event.clientX, y: event.clientY });
        }}
        onDragStart={(event) => {
          if (!row) return;
          const ids = isSelected ? [...selected] : [row.id];
          event.dataTransfer.setData(DRAGGED_SOURCES, JSON.stringify(ids));
          event.dataTransfer.effectAllowed = 'link';
        }}
      >
        {row ? <RowText row={row} sort={sort} /> : <span className={css.waiting}>…</span>}
      </div>
    );
  });
}

function RowText({ row, sort }: { readonly row: SourceRow; readonly sort: SourceSort }) {
  const date = row.dateWritten && formatDate(row.dateWritten);
  const added =
    sort.by === 'addedAt'
      ? t('added {toLocaleDateString}', { toLocaleDateString: new Date(row.addedAt).toLocaleDateString('en-GB') })
      : '';
  const place = sort.by === 'repository' ? row.repository : row.referenceCode || row.repository;
  const parts = [date, row.documentType, added || place].filter(Boolean);
  return (
    <>
      <span className={css.title} dir="auto" lang={row.language || undefined}>
        {row.title || t('Untitled')}
      </span>
      <span className={css.line}>{parts.join(' · ') || t('Not described yet')}</span>
    </>
  );
}
