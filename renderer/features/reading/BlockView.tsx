/** Draws one block with its marks, hits and page labels. The text between the tags is the stored text, letter for letter. */
import { Fragment, memo, type ReactNode } from 'react';
import type { Range } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { formatPageLabel } from '../../api/index.js';
import css from './BlockView.module.css';
import type { TextBlock } from './layout-blocks.js';
import { type LaneMark, sameMarks } from './mark-lanes.js';
import type { TextOverlay } from './text-overlays.js';
import { splitIntoRuns } from './text-runs.js';

export interface BlockViewProps {
  readonly block: TextBlock;
  readonly text: string;
  /** Of a heading, in the outline of the whole document: 2 to 6. */
  readonly outlineLevel: number;
  readonly hits: readonly Range[];
  /** Those that touch the block, by start. */
  readonly marks: readonly LaneMark[];
  /** Id of the mark that is looked at, when it lies in this block; null otherwise. */
  readonly activeMark: string | null;
  /** Index of the current hit when it lies in this block; -1 otherwise. */
  readonly current: number;
  /** Those that touch the block, by start; a stable array. */
  readonly overlays: readonly TextOverlay[];
  /** Id of the current overlay, when it lies in this block; null otherwise. */
  readonly currentOverlay: string | null;
}

/** @param outlineLevel 2 to 6. */
export const headingOf = (outlineLevel: number) => (['h2', 'h3', 'h4', 'h5', 'h6'] as const)[outlineLevel - 2] ?? 'h6';

const LAST_LANE = 3;

/** Wraps words in their marks, the lowest lane outermost: each keeps its own ground and its own line below the words. */
function inMarks(words: ReactNode, start: number, end: number, marks: readonly LaneMark[], active: string | null) {
  return marks.reduceRight<ReactNode>(
    (inner, mark) => (
      <span
        key={mark.id}
        className={css.mark}
        data-mark={mark.id}
        data-colour={mark.colour}
        data-lane={Math.min(LAST_LANE, mark.lane)}
        data-begins={mark.start === start || undefined}
        data-ends={mark.end === end || undefined}
        data-active={mark.id === active || undefined}
      >
        {inner}
      </span>
    ),
    words,
  );
}

function DrawnBlock(props: BlockViewProps) {
  const { block, text, outlineLevel, hits, marks, activeMark, current, overlays, currentOverlay } = props;
  const under = (overlay: TextOverlay | null, words: ReactNode, key: number, end: number) =>
    overlay ? (
      <span
        key={key}
        className={overlay.className}
        data-overlay={overlay.id}
        data-kind={overlay.kind}
        data-current={overlay.id === currentOverlay || undefined}
        data-ends={overlay.end === end || undefined}
      >
        {words}
      </span>
    ) : (
      <Fragment key={key}>{words}</Fragment>
    );
  const content = splitIntoRuns(block.start, block.end, hits, block.pages, marks, overlays).map((run): ReactNode => {
    if (run.kind === 'point') {
      const { id, className, kind } = run.overlay;
      const isCurrent = id === currentOverlay || undefined;
      return (
        <span
          key={`o${id}`}
          className={className}
          data-overlay={id}
          data-kind={kind}
          data-point
          data-current={isCurrent}
        />
      );
    }
    if (run.kind === 'page') {
      return (
        // biome-ignore lint/a11y/useSemanticElements: an <hr> may not stand inside a paragraph, and pages break inside them
        <span
          key={`p${run.start}`}
          role="separator"
          aria-label={t('Page {label}', { label: run.label })}
          className={css.page}
          data-label={formatPageLabel(run.label)}
        />
      );
    }
    const { start, end } = run;
    const words = text.slice(start, end);
    if (run.kind === 'text') {
      if (run.marks.length === 0 && !run.overlay) return words;
      return under(run.overlay, inMarks(words, start, end, run.marks, activeMark), start, end);
    }
    const isCurrent = run.hitIndex === current;
    const hit = (
      <mark
        data-hit={run.hitIndex}
        className={isCurrent ? css.current : css.hit}
        {...(isCurrent ? { 'aria-current': 'true' as const } : {})}
      >
        {words}
      </mark>
    );
    return under(run.overlay, inMarks(hit, start, end, run.marks, activeMark), start, end);
  });
  const shape = [
    css.block,
    block.continues ? css.continued : '',
    block.hardWrapped ? css.filled : '',
    block.kind === 'heading' ? '' : css[block.kind === 'list-item' ? 'listItem' : block.kind],
  ].join(' ');
  switch (block.kind) {
    case 'heading': {
      const Heading = headingOf(outlineLevel);
      return (
        <Heading className={`${css.block} ${css.heading}`} data-level={block.level} dir="auto">
          {content}
        </Heading>
      );
    }
    case 'quotation':
      return (
        <blockquote className={shape} dir="auto">
          {content}
        </blockquote>
      );
    case 'list-item':
      return (
        <div className={shape} dir="auto">
          {content}
        </div>
      );
    default:
      return (
        <p className={shape} dir="auto">
          {content}
        </p>
      );
  }
}

const sameProps = (a: BlockViewProps, b: BlockViewProps): boolean =>
  a.block === b.block &&
  a.text === b.text &&
  a.outlineLevel === b.outlineLevel &&
  a.hits === b.hits &&
  a.current === b.current &&
  a.activeMark === b.activeMark &&
  a.overlays === b.overlays &&
  a.currentOverlay === b.currentOverlay &&
  sameMarks(a.marks, b.marks);

/** Drawn again only when its own marks change: one more mark in a long text costs one block. */
export const BlockView = memo(DrawnBlock, sameProps);
