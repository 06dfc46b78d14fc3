/** The line between two tabs shown side by side: dragged, or moved with the arrow keys. */
import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { t } from '../../electron/wording/index.js';
import css from './Documents.module.css';

const MINIMUM = 25;
const STEP = 5;
const HALF = 50;

const within = (percent: number): number => Math.min(100 - MINIMUM, Math.max(MINIMUM, percent));

export function SplitHandle({ room }: { readonly room: RefObject<HTMLElement | null> }) {
  const [percent, setPercent] = useState(HALF);
  const isDragged = useRef(false);
  useEffect(() => room.current?.style.setProperty('--split', `${percent}%`), [room, percent]);

  const onPointerMove = ({ clientX }: PointerEvent) => {
    const box = room.current?.getBoundingClientRect();
    if (isDragged.current && box) setPercent(within(((clientX - box.left) / box.width) * 100));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') setPercent((now) => within(now - STEP));
    else if (event.key === 'ArrowRight') setPercent((now) => within(now + STEP));
    else if (event.key === 'Home') setPercent(MINIMUM);
    else if (event.key === 'End') setPercent(100 - MINIMUM);
    else if (event.key === 'Enter') setPercent(HALF);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be moved
    <div
      role="separator"
      tabIndex={0}
      aria-label={t('Width of the left side')}
      aria-orientation="vertical"
      aria-valuenow={Math.round(percent)}
      aria-valuemin={MINIMUM}
      aria-valuemax={100 - MINIMUM}
      className={css.handle}
      onKeyDown={onKeyDown}
      onDoubleClick={() => setPercent(HALF)}
      onPointerDown={(event) => {
        isDragged.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        isDragged.current = false;
      }}
    />
  );
}
