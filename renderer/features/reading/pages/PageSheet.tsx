/** One page: its picture, the regions marked on it, and the rectangle that is being drawn. */
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react';
import { t } from '../../../../electron/wording/index.js';
import css from './PageView.module.css';
import { type PageRect, type PageRotation, type PageSize, toPageBox, toScreenBox } from './page-geometry.js';
import type { RegionMark, WordMark } from './region-marks.js';
import { useRegionPointer } from './use-region-pointer.js';

export interface PageSheetProps {
  readonly name: string;
  readonly size: PageSize;
  readonly turn: PageRotation;
  readonly picture: ReactNode;
  /** Those of this page, in reading order. */
  readonly marks: readonly RegionMark[];
  /** Drawn over words of this page; they are no controls. */
  readonly words: readonly WordMark[];
  readonly activeMark: string | null;
  readonly canDraw: boolean;
  /** Dragging selects words. */
  readonly isForWords: boolean;
  readonly draftLabel: string;
  /** Lies over everything; null for nothing. */
  readonly over: ReactNode;
  /** The rectangle that is set with keys, in fractions of the page; null when none is. */
  readonly draft: PageRect | null;
  /** Keys of that rectangle. */
  onDraftKey(event: KeyboardEvent<HTMLElement>): void;
  onDrawn(box: PageRect): Promise<void>;
  onMarks(ids: readonly string[]): void;
  onRemove(id: string): void;
  card(id: string): ReactNode;
}

/** Of the card, in CSS pixels; it is a little higher when much is written on it. */
const CARD: PageSize = { width: 272, height: 120 };

const boxStyle = ({ x, y, width, height }: PageRect) => ({ left: x, top: y, width, height });

export function PageSheet(props: PageSheetProps) {
  const {
    name,
    size,
    turn,
    picture,
    words,
    marks,
    activeMark,
    canDraw,
    draft,
    onDraftKey,
    onDrawn,
    onMarks,
    onRemove,
  } = props;
  const pointer = useRegionPointer(
    canDraw,
    async (box) => {
      const drawn = toPageBox(box, size, turn);
      if (drawn) await onDrawn(drawn);
    },
    props.isForWords ? 0 : undefined,
  );
  const active = marks.find(({ id }) => id === activeMark);
  // A region within another one lies on top of it, so that it can be chosen.
  const bySize = [...marks].sort((a, b) => areaOf(b.region) - areaOf(a.region)).map(({ id }) => id);
  const draftShown = draft ? toScreenBox(draft, size, turn) : null;
  const card = useRef<HTMLDivElement>(null);
  const activeBox = active ? toScreenBox(active.region, size, turn) : null;

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: regions are drawn with keys too, by a command
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside all regions only takes the choice away
    <div
      className={css.sheet}
      style={size}
      data-can-draw={canDraw || undefined}
      data-for-words={props.isForWords || undefined}
      {...pointer.handlers}
      onClick={(event) => {
        if (event.target instanceof Element && !event.target.closest('[data-card], button')) onMarks([]);
      }}
    >
      <span className={css.label}>{name}</span>
      {picture}
      <div className={css.dim} aria-hidden />
      {words.length > 0 ? (
        <div className={css.words} aria-hidden data-word-marks={words.length}>
          {words.map((word) => (
            <span
              key={`${word.kind} ${word.x} ${word.y} ${word.width}`}
              className={css.word}
              data-kind={word.kind}
              data-colour={word.colour}
              style={boxStyle(toScreenBox(word, size, turn))}
            />
          ))}
        </div>
      ) : null}
      {marks.length > 0 ? (
        <ul className={css.layer} aria-label={t('Regions of {name}', { name })}>
          {marks.map(({ id, region, colour, number, label }) => (
            <li
              key={id}
              className={css.slot}
              style={{ ...boxStyle(toScreenBox(region, size, turn)), zIndex: bySize.indexOf(id) + 1 }}
            >
              <button
                type="button"
                className={css.frame}
                data-region={id}
                data-colour={colour}
                data-active={id === activeMark || undefined}
                // Delete is the region's own: the selected sources must not go with it.
                data-allows-removing
                aria-label={t('Region {number}: {label}', { number, label })}
                aria-expanded={id === activeMark}
                onClick={() => onMarks([id])}
                onKeyDown={(event) => {
                  if (event.key !== 'Delete' || !canDraw) return;
                  event.preventDefault();
                  onRemove(id);
                }}
              >
                <span className={css.number} aria-hidden>
                  {number}
                </span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {pointer.box ? <div className={`${css.layer} ${css.draft}`} style={boxStyle(pointer.box)} /> : null}
      {draftShown ? <Draft box={draftShown} label={props.draftLabel} onKey={onDraftKey} /> : null}
      {props.over}
      {active && activeBox ? (
        <div ref={card} data-card className={css.card} style={cardPlace(activeBox, size)}>
          {props.card(active.id)}
        </div>
      ) : null}
    </div>
  );
}

const areaOf = ({ width, height }: PageSize): number => width * height;

/** Below the region, above it where the page ends, and never past the page's right edge while the page is wide enough. */
function cardPlace(box: PageRect, page: PageSize) {
  const left = Math.max(0, Math.min(box.x, page.width - CARD.width));
  const isBelow = box.y + box.height + CARD.height <= page.height || box.y < CARD.height;
  if (!isBelow) return { left, bottom: page.height - box.y + 6 };
  return { left, top: Math.min(box.y + box.height + 6, page.height - 24) };
}

function Draft({
  box,
  label,
  onKey,
}: {
  readonly box: PageRect;
  readonly label: string;
  onKey(event: KeyboardEvent<HTMLElement>): void;
}) {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => element.current?.focus({ preventScroll: true }), []);
  return (
    <div
      ref={element}
      role="application"
      aria-label={label}
      aria-roledescription={t('rectangle')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: keys move it
      tabIndex={0}
      data-draft
      data-allows-removing
      className={`${css.layer} ${css.draft}`}
      style={boxStyle(box)}
      onKeyDown={onKey}
    />
  );
}
