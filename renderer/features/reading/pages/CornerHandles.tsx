/** Four handles on the corners of the sheet, set by pointer or arrows; what lies between them becomes the page. */
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { t } from '../../../../electron/wording/index.js';
import { Button } from '../../../ui/index.js';
import css from './CornerHandles.module.css';
import type { PageSize } from './page-geometry.js';

/** In fractions of the page as it is shown. */
export interface HandlePoint {
  readonly x: number;
  readonly y: number;
}
/** Clockwise from the upper left. */
export type HandlePoints = readonly [HandlePoint, HandlePoint, HandlePoint, HandlePoint];

export interface CornerHandlesProps {
  readonly size: PageSize;
  onApply(points: HandlePoints): void;
  onCancel(): void;
}

/** Where the handles are at first: a little inside, where the corners of a photographed sheet are. */
const FIRST: HandlePoints = [
  { x: 0.05, y: 0.05 },
  { x: 0.95, y: 0.05 },
  { x: 0.95, y: 0.95 },
  { x: 0.05, y: 0.95 },
];
const NAMES = [t('Upper left corner'), t('Upper right corner'), t('Lower right corner'), t('Lower left corner')];
const STEP = 0.01;
const FINE_STEP = 0.002;
const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const within = (value: number): number => Math.min(1, Math.max(0, value));

/** Whether the corners go clockwise around something that bulges outwards everywhere. */
export function isSheet(points: HandlePoints): boolean {
  return points.every((at, index) => {
    const next = points[(index + 1) % 4] ?? at;
    const after = points[(index + 2) % 4] ?? at;
    return (next.x - at.x) * (after.y - at.y) - (next.y - at.y) * (after.x - at.x) > 1e-4;
  });
}

export function CornerHandles({ size, onApply, onCancel }: CornerHandlesProps) {
  const [points, setPoints] = useState<HandlePoints>(FIRST);
  const area = useRef<HTMLDivElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus({ preventScroll: true }), []);
  const move = (index: number, to: HandlePoint) =>
    setPoints((now) => {
      const next = now.with(index, { x: within(to.x), y: within(to.y) }) as unknown as HandlePoints;
      return isSheet(next) ? next : now;
    });
  const onPointerMove = (index: number) => (event: PointerEvent<HTMLElement>) => {
    const box = area.current?.getBoundingClientRect();
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    move(index, { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height });
  };
  const onKeyDown = (index: number) => (event: KeyboardEvent<HTMLElement>) => {
    const by = MOVES[event.key];
    const at = points[index];
    if (by && at) {
      const step = event.ctrlKey ? FINE_STEP : STEP;
      move(index, { x: at.x + by[0] * step, y: at.y + by[1] * step });
    } else if (event.key === 'Enter') onApply(points);
    else if (event.key === 'Escape') onCancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div ref={area} className={css.area} data-draft style={size}>
      <svg className={css.lines} viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden>
        <polygon points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
      </svg>
      {points.map(({ x, y }, index) => (
        <button
          key={NAMES[index]}
          ref={index === 0 ? first : undefined}
          type="button"
          className={css.handle}
          style={{ left: `${x * 100}%`, top: `${y * 100}%` }}
          aria-label={t('{corner}: {x} % from the left, {y} % from the top. Arrows move it, Enter straightens', {
            corner: NAMES[index] ?? '',
            x: Math.round(x * 100),
            y: Math.round(y * 100),
          })}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={onPointerMove(index)}
          onKeyDown={onKeyDown(index)}
        />
      ))}
      <div className={css.actions}>
        <Button onPress={onCancel}>{t('Cancel')}</Button>
        <Button variant="primary" onPress={() => onApply(points)}>
          {t('Straighten')}
        </Button>
      </div>
    </div>
  );
}
