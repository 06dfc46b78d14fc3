/** The four corners of the sheet on a photograph of it: moved by pointer or by keys, so that it can be straightened. */
import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useRef } from 'react';
import { t } from '../../../../electron/wording/index.js';
import css from './Looking.module.css';
import {
  CORNER_NAMES,
  type CornerName,
  canStraighten,
  moveCorner,
  type PageTurn,
  placeCorner,
  shownCornerName,
  turnPoint,
} from './looking.js';
import type { PageSize } from './page-geometry.js';
import type { SheetCorners } from './page-view-map.js';

export interface CornerHandlesProps {
  readonly corners: SheetCorners;
  readonly turn: PageTurn;
  /** Of the page as it is shown, in CSS pixels. */
  readonly size: PageSize;
  onChange(corners: SheetCorners): void;
  onKeep(): void;
  onLeave(): void;
}

const STEP_PX = 16;
const FINE_PX = 1;
const NAMES: Readonly<Record<CornerName, string>> = {
  topLeft: t('Upper left corner of the sheet'),
  topRight: t('Upper right corner of the sheet'),
  bottomRight: t('Lower right corner of the sheet'),
  bottomLeft: t('Lower left corner of the sheet'),
};
const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export function CornerHandles({ corners, turn, size, onChange, onKeep, onLeave }: CornerHandlesProps) {
  const layer = useRef<HTMLFieldSetElement>(null);
  useLayoutEffect(() => layer.current?.querySelector('button')?.focus({ preventScroll: true }), []);
  const shown = (name: CornerName) => {
    const { x, y } = turnPoint(corners[name], turn);
    return { x: x * size.width, y: y * size.height };
  };
  const outline = CORNER_NAMES.map((name) => `${shown(name).x},${shown(name).y}`).join(' ');
  return (
    <fieldset
      ref={layer}
      className={css.corners}
      aria-label={t('Corners of the sheet: arrows move one, Tab goes to the next, Enter straightens, Escape cancels')}
      data-draft
      onKeyDown={onKeyDown}
    >
      <svg className={css.outline} aria-hidden data-is-possible={canStraighten(corners) || undefined}>
        <polygon points={outline} />
      </svg>
      {CORNER_NAMES.map((name) => (
        <button
          key={name}
          type="button"
          className={css.corner}
          style={{ left: shown(name).x, top: shown(name).y }}
          aria-label={NAMES[shownCornerName(name, turn)]}
          data-corner={name}
          onPointerDown={(event) => {
            if (event.button !== 0) return;
            event.stopPropagation();
            event.currentTarget.setPointerCapture(event.pointerId);
          }}
          onPointerMove={(event) => drag(name, event)}
        />
      ))}
    </fieldset>
  );

  function drag(name: CornerName, event: PointerEvent<HTMLElement>): void {
    const page = layer.current?.getBoundingClientRect();
    if (!page || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const at = { x: (event.clientX - page.left) / page.width, y: (event.clientY - page.top) / page.height };
    onChange(placeCorner(corners, name, at, turn));
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const name = event.target instanceof HTMLElement ? event.target.dataset.corner : undefined;
    const direction = DIRECTIONS[event.key];
    if (event.key === 'Enter') onKeep();
    else if (event.key === 'Escape') onLeave();
    else if (direction && name) {
      const px = event.ctrlKey || event.metaKey ? FINE_PX : STEP_PX;
      const by = { x: (direction[0] * px) / size.width, y: (direction[1] * px) / size.height };
      onChange(moveCorner(corners, name as CornerName, by, turn));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
