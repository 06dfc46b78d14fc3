/** The overview ruler of a text: where it differs, and which part is visible. A click or an arrow key scrolls there. */
import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { PageSpan } from '../../../../electron/contract/index.js';
import { t } from '../../../../electron/wording/index.js';
import { formatPageLabel } from '../../../api/index.js';
import { binIndexAt, nextOccupiedBin, variantDensity } from '../model/variant-density.js';
import { firstVariantAfter, type Variant } from '../model/variant-list.js';
import { pageAt } from '../model/witness-pages.js';
import { type LayoutSignal, useOnLayout } from './layout-signal.js';
import css from './OverviewRuler.module.css';
import type { LockedPane } from './use-scroll-lock.js';

export interface OverviewRulerProps {
  readonly pane: LockedPane;
  readonly siglum: string;
  readonly variants: readonly Variant[];
  readonly length: number;
  readonly pages: readonly PageSpan[];
  readonly currentId: string | null;
  readonly side: 'left' | 'right';
  readonly layoutSignal: LayoutSignal;
  onVariant(id: string): void;
  onOffset(offset: number): void;
}

/** Height of a part, and width of the strip, in CSS pixels. */
const BIN_PX = 4;
const WIDE_PX = 14;

export function OverviewRuler(props: OverviewRulerProps) {
  const { pane, siglum, variants, length, pages, currentId, side, layoutSignal, onVariant, onOffset } = props;
  const strip = useRef<HTMLDivElement>(null);
  const [heightPx, setHeight] = useState(0);
  const [sight, setSight] = useState<readonly [number, number]>([0, 0]);
  const parts = Math.max(1, Math.floor(heightPx / BIN_PX));
  const bins = useMemo(
    () => variantDensity(variants, pane.witness, length, parts),
    [variants, pane.witness, length, parts],
  );

  useLayoutEffect(() => {
    const element = strip.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setHeight(element.clientHeight));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  useOnLayout(layoutSignal, () => {
    const handle = pane.handle.current;
    const scroller = handle?.scroller();
    if (!handle || !scroller) return;
    const from = handle.offsetAt(scroller.scrollTop);
    const until = handle.offsetAt(scroller.scrollTop + scroller.clientHeight);
    setSight((now) => (now[0] === from && now[1] === until ? now : [from, until]));
  }, [pane, length]);

  const current = variants.find(({ id }) => id === currentId);
  const here = binIndexAt(current?.positions[pane.witness]?.[0] ?? sight[0], length, parts);
  const go = (part: number) => {
    const offset = (part / parts) * length;
    const index = firstVariantAfter(variants, pane.witness, offset);
    const variant = variants[index];
    const start = variant?.positions[pane.witness]?.[0] ?? Number.POSITIVE_INFINITY;
    if (variant && start < ((part + 1) / parts) * length) onVariant(variant.id);
    else onOffset(offset);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = (from: number, direction: 1 | -1) => nextOccupiedBin(bins, from, direction);
    const targets: Record<string, number | null> = {
      ArrowDown: next(here, 1),
      ArrowUp: next(here, -1),
      PageDown: next(Math.min(parts - 1, here + Math.ceil(parts / 10)), 1),
      PageUp: next(Math.max(0, here - Math.ceil(parts / 10)), -1),
      Home: next(-1, 1),
      End: next(parts, -1),
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    if (target !== null) go(target);
  };
  const page = pageAt(pages, (here / parts) * length);
  const count = bins[here]?.count ?? 0;
  const y = (offset: number) => (offset / Math.max(1, length)) * heightPx;

  return (
    <div
      ref={strip}
      role="slider"
      tabIndex={0}
      aria-label={t('Variants along {siglum}', { siglum })}
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round((here / parts) * 100)}
      aria-valuetext={[
        page ? formatPageLabel(page.pageLabel) : '',
        t('{count, plural, one {# variant} other {# variants}}', { count }),
      ]
        .filter(Boolean)
        .join(', ')}
      className={css.strip}
      data-side={side}
      onKeyDown={onKeyDown}
      onClick={(event: MouseEvent<HTMLElement>) => {
        const box = event.currentTarget.getBoundingClientRect();
        go(binIndexAt(((event.clientY - box.top) / Math.max(1, box.height)) * length, length, parts));
      }}
    >
      <svg className={css.picture} width={WIDE_PX} height={heightPx} aria-hidden>
        <title>{t('Heat strip')}</title>
        <rect className={css.sight} width={WIDE_PX} y={y(sight[0])} height={Math.max(6, y(sight[1]) - y(sight[0]))} />
        {bins.map(({ share, class: kind }, part) => {
          if (kind === null) return null;
          const width = Math.round(3 + share * (WIDE_PX - 4));
          const x = side === 'left' ? WIDE_PX - width : 0;
          return (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a part is known by its place
              key={part}
              className={css.heat}
              data-kind={kind}
              x={x}
              y={part * BIN_PX}
              width={width}
              height={BIN_PX - 1}
            />
          );
        })}
        {current ? <rect className={css.current} width={WIDE_PX} y={here * BIN_PX - 1} height={BIN_PX + 1} /> : null}
      </svg>
    </div>
  );
}
