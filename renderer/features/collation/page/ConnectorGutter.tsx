/** Between two texts: a band from each variant at the left to the same one at the right, crossing where words moved. */
import { useMemo, useRef, useState } from 'react';
import { t } from '../../../../electron/wording/index.js';
import { CODE_PX, codeLabelPx, LINE_PX, layoutCodeLabels } from '../model/code-labels.js';
import { bandPath, type Connector, isBandVisible, type VerticalExtent } from '../model/connectors.js';
import css from './ConnectorGutter.module.css';
import { type LayoutSignal, useOnLayout } from './layout-signal.js';
import type { LockedPane } from './use-scroll-lock.js';

export interface ConnectorGutterProps {
  readonly connectors: readonly Connector[];
  readonly left: LockedPane;
  readonly right: LockedPane;
  readonly currentId: string | null;
  readonly layoutSignal: LayoutSignal;
  onChoose(id: string): void;
}

interface GutterBand {
  readonly connector: Connector;
  readonly path: string;
  /** Height of its middle. */
  readonly middle: number;
  readonly px: number;
}

/** Room for the longest single code, `(b)(7)(C)`, and the arrow beside it. */
export const GUTTER_PX = 72;

/** Heights of the drawn variants, in CSS pixels from the top of the gutter. */
function drawnExtents(pane: LockedPane, originPx: number): Map<string, VerticalExtent> {
  const heights = new Map<string, VerticalExtent>();
  const scroller = pane.handle.current?.scroller();
  for (const element of scroller?.querySelectorAll<HTMLElement>('[data-overlay]') ?? []) {
    const id = element.dataset.overlay ?? '';
    const box = element.getBoundingClientRect();
    const [top, bottom] = [box.top - originPx, box.bottom - originPx];
    const known = heights.get(id);
    heights.set(
      id,
      known ? { top: Math.min(known.top, top), bottom: Math.max(known.bottom, bottom) } : { top, bottom },
    );
  }
  return heights;
}

/** Where words that are not drawn would be. */
function estimateExtent(pane: LockedPane, offset: number, originPx: number): VerticalExtent | null {
  const handle = pane.handle.current;
  const scroller = handle?.scroller();
  if (!handle || !scroller) return null;
  const top = handle.topOf(offset) - scroller.scrollTop + scroller.getBoundingClientRect().top - originPx;
  return { top, bottom: top + 20 };
}

export function ConnectorGutter({ connectors, left, right, currentId, layoutSignal, onChoose }: ConnectorGutterProps) {
  const svg = useRef<SVGSVGElement>(null);
  const [bands, setBands] = useState<readonly GutterBand[]>([]);
  const byLeft = useMemo(() => new Map(connectors.map((connector) => [connector.left.id, connector])), [connectors]);
  const byRight = useMemo(() => new Map(connectors.map((connector) => [connector.right.id, connector])), [connectors]);

  useOnLayout(layoutSignal, () => {
    const frame = svg.current?.getBoundingClientRect();
    if (!frame) return;
    const [atLeft, atRight] = [drawnExtents(left, frame.top), drawnExtents(right, frame.top)];
    const near = new Set<Connector>();
    for (const id of atLeft.keys()) take(byLeft.get(id));
    for (const id of atRight.keys()) take(byRight.get(id));
    setBands(
      [...near].flatMap((connector): GutterBand[] => {
        const from =
          atLeft.get(connector.left.id) ??
          estimateExtent(left, connector.left.positions[left.witness]?.[0] ?? 0, frame.top);
        const to =
          atRight.get(connector.right.id) ??
          estimateExtent(right, connector.right.positions[right.witness]?.[0] ?? 0, frame.top);
        if (!from || !to || !isBandVisible(from, to, frame.height)) return [];
        const middle = (Math.max(0, from.top) + from.bottom + Math.max(0, to.top) + to.bottom) / 4;
        const px = Math.max(from.bottom - from.top, to.bottom - to.top);
        return [{ connector, path: bandPath(from, to, GUTTER_PX), middle, px }];
      }),
    );
    function take(connector: Connector | undefined): void {
      if (connector) near.add(connector);
    }
  }, [connectors, left, right]);

  return (
    // For those who do not see the lines, and for keys, the same is in the texts and in the table below.
    <svg ref={svg} className={css.gutter} width={GUTTER_PX} aria-hidden>
      <title>{t('Connectors')}</title>
      {bands.map(({ connector, path }) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: see above
        <path
          key={connector.id}
          d={path}
          className={css.band}
          data-kind={connector.class}
          data-answered={connector.withheldSide ?? undefined}
          data-current={connector.left.id === currentId || connector.right.id === currentId || undefined}
          onClick={() => onChoose(connector.left.id)}
        />
      ))}
      {layoutCodeLabels(bands).map(({ connector, top, lines }) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: see above
        <g
          key={connector.id}
          transform={`translate(0 ${top})`}
          className={css.code}
          data-current={connector.left.id === currentId || undefined}
          onClick={() => onChoose(connector.left.id)}
        >
          <title>{withheldLabel(connector)}</title>
          <rect x={1.5} width={GUTTER_PX - 3} height={codeLabelPx(lines)} rx={7} />
          {connector.withheldSide === 'left' ? arrow('‹ ', 8, lines) : null}
          {lines.map((line, index) => (
            <text
              key={line}
              x={GUTTER_PX / 2 + (connector.withheldSide === 'left' ? 4 : -4)}
              y={12 + index * LINE_PX}
              fontSize={Math.min(10, CODE_PX / line.length)}
            >
              {line}
            </text>
          ))}
          {connector.withheldSide === 'right' ? arrow(' ›', GUTTER_PX - 8, lines) : null}
        </g>
      ))}
    </svg>
  );
}

/** Points to the side that withholds. */
const arrow = (sign: string, x: number, lines: readonly string[]) => (
  <text x={x} y={codeLabelPx(lines) / 2 + 4} className={css.arrow}>
    {sign}
  </text>
);

/** For example `A code of the side at the left: 1.4(b), 1.4(d)`. */
const withheldLabel = ({ code, withheldSide }: Connector): string =>
  t('Withheld at the {side}{value}', {
    side: withheldSide ?? '',
    value: code === null ? t(', without a code') : `: ${code}`,
  });
