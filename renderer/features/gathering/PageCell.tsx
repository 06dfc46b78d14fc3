/** A page as a thumbnail, which is dragged to another place; the left half of a page is before it, the right half after. */
import { type DragEvent, useState } from 'react';
import { t } from '../../../electron/wording/index.js';
import { type ClickGesture, GridPart, gestureOfClick } from '../../ui/index.js';
import type { Destination } from './arrangements.js';
import type { Cell } from './gathered-sources.js';
import css from './PageGrid.module.css';

const DRAGGED = 'application/x-fonds-pages';

export interface PageCellProps {
  readonly id: string;
  readonly cell: Cell;
  readonly cellPx: number;
  readonly isSelected: boolean;
  readonly isActive: boolean;
  readonly canEdit: boolean;
  onPick(gesture: ClickGesture): void;
  onDrop(destination: Destination): void;
}

export function PageCell({ id, cell, cellPx, isSelected, isActive, canEdit, onPick, onDrop }: PageCellProps) {
  const { page, source, original, filePages } = cell;
  const [isBroken, setBroken] = useState(false);
  const [side, setSide] = useState<'before' | 'after' | null>(null);
  const title = source.pages.length > 1 ? original.fileName : source.title || original.fileName;
  const detail =
    filePages > 1
      ? t('Page {number} of {count}; the file moves whole', { number: page.pageIndex + 1, count: filePages })
      : (page.takenAt?.slice(0, 16).replace('T', ' ') ?? '');
  const address = `original://archive/${page.sha256}/page/${page.pageIndex}?fit=320&v=${encodeURIComponent(JSON.stringify(page.view))}`;
  const sideOf = (event: DragEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    return event.clientX < left + width / 2 ? 'before' : 'after';
  };
  const position = source.originals.findIndex((one) => one.position === original.position);
  return (
    <GridPart
      part="gridcell"
      id={id}
      aria-selected={isSelected}
      aria-label={[title, detail, page.problem].filter(Boolean).join(', ')}
      className={css.cell}
      data-active={isActive || undefined}
      data-drop={side ?? undefined}
      style={{ width: cellPx }}
      draggable={canEdit}
      onClick={(event) => onPick(gestureOfClick(event))}
      onDragStart={(event) => {
        if (!isSelected) onPick('only');
        event.dataTransfer.setData(DRAGGED, cell.key);
        event.dataTransfer.effectAllowed = 'move';
      }}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(DRAGGED)) return;
        event.preventDefault();
        setSide(sideOf(event));
      }}
      onDragLeave={() => setSide(null)}
      onDrop={(event) => {
        if (!event.dataTransfer.types.includes(DRAGGED)) return;
        event.preventDefault();
        setSide(null);
        const next = sideOf(event) === 'before' ? original : source.originals[position + 1];
        onDrop({ source, before: next?.position ?? null });
      }}
    >
      <span className={css.picture} style={{ height: cellPx }}>
        {page.problem !== null && (isBroken || page.width === 0) ? (
          <span className={css.problem}>{page.problem}</span>
        ) : isBroken ? (
          <span className={css.problem}>{t('This page could not be drawn.')}</span>
        ) : (
          <img src={address} alt="" draggable={false} onError={() => setBroken(true)} />
        )}
      </span>
      <span className={css.name} dir="auto">
        {title}
      </span>
      <span className={css.detail}>{detail}</span>
    </GridPart>
  );
}
