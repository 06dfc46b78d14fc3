/** Draws one block with its hits and page labels. The text between the tags is the stored text, letter for letter. */
import { memo, type ReactNode } from 'react';
import type { Range } from '../../../electron/contract/index.js';
import { sayPage } from '../../api/index.js';
import css from './BlockView.module.css';
import type { Block } from './layout-blocks.js';
import { cutBlock } from './mark-hits.js';

export interface BlockViewProps {
  readonly block: Block;
  readonly text: string;
  /** Of a heading, in the outline of the whole document: 2 to 6. */
  readonly outlineLevel: number;
  readonly hits: readonly Range[];
  /** Index of the current hit when it lies in this block; -1 otherwise. */
  readonly current: number;
}

/** @param outlineLevel 2 to 6. */
export const headingOf = (outlineLevel: number) => (['h2', 'h3', 'h4', 'h5', 'h6'] as const)[outlineLevel - 2] ?? 'h6';

export const BlockView = memo(function BlockView({ block, text, outlineLevel, hits, current }: BlockViewProps) {
  const content = cutBlock(block.start, block.end, hits, block.pages).map((stretch): ReactNode => {
    if (stretch.kind === 'page') {
      return (
        // biome-ignore lint/a11y/useSemanticElements: an <hr> may not stand inside a paragraph, and pages break inside them
        <span
          key={`p${stretch.start}`}
          role="separator"
          aria-label={`Page ${stretch.label}`}
          className={css.page}
          data-label={sayPage(stretch.label)}
        />
      );
    }
    const words = text.slice(stretch.start, stretch.end);
    if (stretch.kind === 'text') return words;
    const isCurrent = stretch.hitIndex === current;
    return (
      <mark
        key={stretch.start}
        data-hit={stretch.hitIndex}
        className={isCurrent ? css.current : css.hit}
        {...(isCurrent ? { 'aria-current': 'true' as const } : {})}
      >
        {words}
      </mark>
    );
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
});
