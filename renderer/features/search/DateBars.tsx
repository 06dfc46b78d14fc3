/**
 * The dates of what was found as bars, to be brushed: dragged over with the mouse, or held between two ends that the
 * arrow keys move. Writes the dates of the filter; knows nothing of the search.
 */
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import type { DateHistogram } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import css from './DateBars.module.css';
import {
  type BinRange,
  binAt,
  brushedBins,
  countIn,
  type DateFilter,
  datesOf,
  describeBins,
  moveEnd,
} from './date-bins.js';

export interface DateBarsProps {
  readonly histogram: DateHistogram;
  /** EDTF or empty. */
  readonly dates: DateFilter;
  onDates(dates: DateFilter): void;
}

type End = 'dateFrom' | 'dateTo';
const ENDS: readonly { readonly end: End; readonly label: string }[] = [
  { end: 'dateFrom', label: t('From') },
  { end: 'dateTo', label: t('Until') },
];

const order = ([one, other]: BinRange): BinRange => (one <= other ? [one, other] : [other, one]);

export function DateBars({ histogram, dates, onDates }: DateBarsProps) {
  const { bins } = histogram;
  const track = useRef<HTMLDivElement>(null);
  /** From the bar where the button went down to the one under the pointer. */
  const [drag, setDrag] = useState<BinRange | null>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const brushed = drag ? order(drag) : brushedBins(bins, dates);
  const last = bins.length - 1;
  const [first, end] = brushed ?? [0, last];
  /** What the pointer is at: the bars being brushed, or the one under it. */
  const shownRange: BinRange | null = drag
    ? order(drag)
    : pointed !== null && bins[pointed]
      ? [pointed, pointed]
      : null;
  const highest = Math.max(1, ...bins.map(({ count }) => count));

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own frame into the facet's
    <div className={css.dates} role="group" aria-label={t('Dates of what was found')}>
      <div
        ref={track}
        role="presentation"
        className={css.track}
        data-brushed={brushed !== null || undefined}
        onPointerDown={(event) => grab(event, binUnder(event))}
        onPointerMove={onPointerMove}
        onPointerUp={() => setDrag(null)}
        onPointerCancel={() => setDrag(null)}
        onPointerLeave={() => setPointed(null)}
      >
        {brushed ? (
          <div
            className={css.brush}
            style={{ left: `${(first / bins.length) * 100}%`, right: `${((last - end) / bins.length) * 100}%` }}
          />
        ) : null}
        {bins.map((bin, index) => (
          <div
            key={bin.from}
            className={css.bar}
            data-chosen={(brushed && index >= first && index <= end) || undefined}
            data-pointed={index === pointed || undefined}
          >
            {bin.count > 0 ? <i style={{ blockSize: `max(2px, ${(bin.count / highest) * 100}%)` }} /> : null}
          </div>
        ))}
        {ENDS.map(({ end: which, label }) => (
          <div
            key={which}
            role="slider"
            tabIndex={0}
            aria-label={label}
            aria-valuemin={0}
            aria-valuemax={last}
            aria-valuenow={which === 'dateFrom' ? first : end}
            aria-valuetext={sayEnd(which)}
            className={css.end}
            style={{ left: `${((which === 'dateFrom' ? first : end + 1) / bins.length) * 100}%` }}
            onKeyDown={(event) => onKeyDown(event, which)}
            // An end that is dragged leaves the other one where it is.
            onPointerDown={(event) => grab(event, which === 'dateFrom' ? end : first)}
          />
        ))}
      </div>
      <div className={css.axis} aria-hidden>
        {shownRange ? <span className={css.range}>{said(shownRange)}</span> : <span>{describeBins(bins, [0, 0])}</span>}
        {shownRange ? null : <span>{describeBins(bins, [last, last])}</span>}
      </div>
    </div>
  );

  function said(range: BinRange): string {
    return `${describeBins(bins, range)} · ${t('{count, plural, one {# source} other {# sources}}', { count: countIn(bins, range) })}`;
  }

  function sayEnd(which: End): string {
    const bin = bins[which === 'dateFrom' ? first : end];
    if (!bin) return '';
    const limit = dates[which].trim() === '' ? t(', no limit') : '';
    return `${bin.label}, ${t('{count, plural, one {# source} other {# sources}}', { count: bin.count })}${limit}`;
  }

  function binUnder(event: PointerEvent): number {
    const { left, width } = track.current?.getBoundingClientRect() ?? { left: 0, width: 1 };
    return binAt(bins, (event.clientX - left) / Math.max(1, width));
  }

  function grab(event: PointerEvent, anchor: number): void {
    if (event.button !== 0) return;
    event.stopPropagation();
    // The track has the pointer until the button goes up, also outside of it.
    track.current?.setPointerCapture(event.pointerId);
    brush([anchor, binUnder(event)]);
  }

  function onPointerMove(event: PointerEvent): void {
    const under = binUnder(event);
    setPointed(under);
    if (drag && drag[1] !== under) brush([drag[0], under]);
  }

  function brush(range: BinRange): void {
    setDrag(range);
    const next = datesOf(bins, range);
    if (next) onDates(next);
  }

  function onKeyDown(event: KeyboardEvent, which: End): void {
    const at = which === 'dateFrom' ? first : end;
    const page = Math.max(2, Math.round(bins.length / 10));
    const steps: Record<string, number> = {
      ArrowLeft: at - 1,
      ArrowDown: at - 1,
      ArrowRight: at + 1,
      ArrowUp: at + 1,
      PageDown: at - page,
      PageUp: at + page,
      Home: 0,
      End: last,
    };
    const to = steps[event.key];
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onDates(moveEnd(bins, dates, which, to));
  }
}
