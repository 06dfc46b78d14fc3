/** The grid of thumbnails: only lines in sight are drawn; it has the focus itself and names the page the keys are on. */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { SourceId } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { GridPart, gestureOfKey, isCommandKey, useVirtualRows } from '../../ui/index.js';
import type { Destination } from './arrangements.js';
import type { Cell } from './gathered-sources.js';
import { cellAfterKey, type GridRow, LARGEST_PX, layOut, measuresFor, SMALLEST_PX, STEP_PX } from './grid-layout.js';
import { type GridSelection, selectAll, selectAt } from './grid-selection.js';
import { PageCell } from './PageCell.js';
import css from './PageGrid.module.css';

export interface PageGridProps {
  readonly cells: readonly Cell[];
  readonly selection: GridSelection;
  readonly canEdit: boolean;
  onSelection(selection: GridSelection): void;
  onOpen(id: SourceId): void;
  onDrop(destination: Destination): void;
}

export function PageGrid({ cells, selection, canEdit, onSelection, onOpen, onDrop }: PageGridProps) {
  const [widthPx, setWidth] = useState(600);
  const [cellPx, setCellPx] = useState(160);
  const id = useId();
  const keys = cells.map(({ key }) => key);
  const active = selection.active === null ? -1 : keys.indexOf(selection.active);
  const measures = measuresFor(widthPx, cellPx);
  const layout = layOut(cells, measures);
  const rows = useVirtualRows({
    count: layout.rows.length,
    rowPx: measures.linePx,
    heights: 'fixed',
    overscan: 3,
    active: layout.rowOf[active] ?? -1,
    estimate: (index) => layout.heights[index] ?? measures.linePx,
    keyOf: (index) => `${measures.columns} ${cellPx} ${layout.rows[index]?.key}`,
  });
  const { scroller } = rows;
  const observed = useRef(setWidth);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => observed.current(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey) return;
    const screenful = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / measures.linePx));
    const to = cellAfterKey(layout, event.key, active, screenful);
    const cell = cells[active];
    if (to !== null) onSelection(selectAt(selection, keys, to, gestureOfKey(event)));
    else if (event.key === ' ' && active >= 0) onSelection(selectAt(selection, keys, active, 'toggle'));
    else if (event.key === 'Enter' && cell && !isCommandKey(event)) onOpen(cell.source.id);
    else if (event.key.toLowerCase() === 'a' && isCommandKey(event)) onSelection(selectAll(selection, keys));
    else if (event.key === '+') setCellPx(Math.min(LARGEST_PX, cellPx + STEP_PX));
    else if (event.key === '-') setCellPx(Math.max(SMALLEST_PX, cellPx - STEP_PX));
    else return;
    event.preventDefault();
  };

  const content = (row: GridRow) => {
    if (row.kind === 'head') {
      return (
        <GridPart part="rowheader" className={css.head} dir="auto">
          {row.source.title || t('Untitled')}
          <span className={css.count}>
            {t('{count, plural, one {# page} other {# pages}}', { count: row.source.pages.length })}
          </span>
        </GridPart>
      );
    }
    if (row.kind === 'single-head') {
      return (
        <GridPart part="rowheader" className={css.head}>
          {t('{count, plural, one {# source of one page} other {# sources of one page each}}', { count: row.count })}
        </GridPart>
      );
    }
    return cells
      .slice(row.first, row.first + row.count)
      .map((cell, column) => (
        <PageCell
          key={cell.key}
          id={`${id}-${row.first + column}`}
          cell={cell}
          cellPx={cellPx}
          isSelected={selection.selected.has(cell.key)}
          isActive={row.first + column === active}
          canEdit={canEdit}
          onPick={(gesture) => onSelection(selectAt(selection, keys, row.first + column, gesture))}
          onDrop={onDrop}
        />
      ));
  };

  return (
    <GridPart
      part="grid"
      {...rows.listProps}
      aria-label={t('Pages')}
      aria-multiselectable
      aria-rowcount={layout.rows.length}
      aria-activedescendant={active < 0 ? undefined : `${id}-${active}`}
      className={css.grid}
      onKeyDown={onKeyDown}
      onFocus={() => active < 0 && onSelection(selectAt(selection, keys, 0, 'only'))}
    >
      <div role="presentation" style={{ height: rows.sizePx, position: 'relative' }}>
        {rows.items.map((item) => {
          const row = layout.rows[item.index];
          return row ? (
            <GridPart key={item.key} part="row" {...rows.box(item)} aria-rowindex={item.index + 1} className={css.row}>
              {content(row)}
            </GridPart>
          ) : null;
        })}
      </div>
    </GridPart>
  );
}
