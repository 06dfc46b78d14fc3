/**
 * Ticks along the scroll bar, one for each part of the document with a hit. For the pointer only: the keyboard and
 * the screen reader have the commands for the next and the previous hit.
 */
import css from './HitTicks.module.css';
import type { Hits } from './use-hits.js';

export interface HitTicksProps {
  readonly hits: Hits;
  readonly totalPx: number;
  /** Where a text offset is drawn, in CSS pixels from the top. */
  place(offset: number): number;
}

/** Ticks nearer than this share of the bar are drawn as one. */
const MIN_GAP = 1 / 250;

export function HitTicks({ hits, totalPx, place }: HitTicksProps) {
  if (hits.ranges.length === 0 || totalPx <= 0) return null;
  const ticks: { readonly share: number; readonly index: number }[] = [];
  const shareOf = (index: number) => place(hits.ranges[index]?.[0] ?? 0) / totalPx;
  for (let index = 0; index < hits.ranges.length; index += 1) {
    const share = shareOf(index);
    if (share - (ticks.at(-1)?.share ?? -1) >= MIN_GAP) ticks.push({ share, index });
  }
  const here = hits.current >= 0 ? shareOf(hits.current) : null;
  return (
    <div
      className={css.strip}
      aria-hidden
      onPointerDown={(event) => {
        const bar = event.currentTarget.getBoundingClientRect();
        const at = (event.clientY - bar.top) / bar.height;
        const nearest = ticks.reduce((best, tick) =>
          Math.abs(tick.share - at) < Math.abs(best.share - at) ? tick : best,
        );
        hits.goTo(nearest.index);
        event.preventDefault();
      }}
    >
      {ticks.map((tick) => (
        <span key={tick.index} className={css.tick} style={{ top: `${tick.share * 100}%` }} />
      ))}
      {here === null ? null : <span className={css.here} style={{ top: `${here * 100}%` }} />}
    </div>
  );
}
