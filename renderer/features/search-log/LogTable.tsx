/** The entries of the log, newest first. One tab stop: the arrows walk, Enter searches again. */
import { type KeyboardEvent, useState } from 'react';
import type { LogEntry, SearchQuery } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { GridPart, isKeyOfList, useLoadedRows, useVirtualRows } from '../../ui/index.js';
import { LogRows } from './LogRows.js';
import css from './LogTable.module.css';
import { type LogFilter, PAGE_ENTRIES } from './log-filter.js';

export interface LogTableProps {
  readonly filter: LogFilter;
  readonly total: number;
  onSearch(query: SearchQuery): void;
}

const HEAD_PX = 32;
const ROW_PX = 52;
const COLUMN_TITLES = [t('When'), t('Search'), t('Found'), t('By')] as const;

export function LogTable({ filter, total, onSearch }: LogTableProps) {
  const [active, setActive] = useState(-1);
  const listKey = JSON.stringify(filter);
  const { rows: entries, registerRows } = useLoadedRows<LogEntry>(listKey);
  const rows = useVirtualRows({
    count: total,
    rowPx: ROW_PX,
    heights: 'fixed',
    overscan: 8,
    active,
    listKey,
    headPx: HEAD_PX,
    onNewList: () => setActive(-1),
  });

  return (
    <GridPart
      part="grid"
      {...rows.listProps}
      aria-label={t('Searches')}
      aria-rowcount={total + 1}
      className={css.grid}
      onKeyDown={onKeyDown}
      onFocus={(event) => event.target === event.currentTarget && active < 0 && setActive(0)}
    >
      <GridPart part="row" aria-rowindex={1} className={`${css.columns} ${css.head}`}>
        {COLUMN_TITLES.map((name) => (
          <GridPart key={name} part="columnheader" className={name === 'Found' ? css.figures : ''}>
            {name}
          </GridPart>
        ))}
      </GridPart>
      <div role="presentation" className={css.sizer} style={{ height: rows.sizePx }}>
        {rows.pages(PAGE_ENTRIES).map(([page, shown]) => (
          <LogRows
            key={page}
            page={page}
            items={shown}
            filter={filter}
            active={active}
            box={rows.box}
            gridRow={rows.gridRow}
            registerRows={registerRows}
            onPick={setActive}
            onSearch={onSearch}
          />
        ))}
      </div>
    </GridPart>
  );

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (!isKeyOfList(event)) return;
    const next = rows.indexAfterKey(event.key);
    const entry = entries.get(active);
    if (next !== null) setActive(next);
    else if (event.key === 'Enter' && entry) onSearch(entry.query);
    else return;
    event.preventDefault();
  }
}
