/** The tools of the page images: which page, how large, which way up. */
import {
  BookOpen,
  ChevronDown,
  ChevronUp,
  FileText,
  Minus,
  MoveHorizontal,
  Plus,
  RectangleVertical,
  RotateCw,
  SlidersHorizontal,
  SquareDashed,
  TextCursor,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../../../../electron/wording/index.js';
import { Button, ToggleButton, Toolbar, Tooltip } from '../../../ui/index.js';
import css from './PageView.module.css';
import type { Zoom } from './page-layout.js';

export interface PageToolsProps {
  readonly pageIndex: number;
  readonly pageCount: number;
  /** Formatted: `p. 3`. */
  readonly pageName: string;
  /** Of the current page. */
  readonly scale: number;
  readonly zoom: Zoom;
  readonly isBook: boolean;
  /** How many pages the next one is away. */
  readonly step: number;
  readonly isLookOpen: boolean;
  readonly canLook: boolean;
  readonly canDraw: boolean;
  /** Whether dragging selects words; null where nobody knows where words are. */
  readonly isForWords: boolean | null;
  onForWords(isForWords: boolean): void;
  readonly hasText: boolean;
  onPage(pageIndex: number): void;
  onZoom(direction: 1 | -1): void;
  /** @param fit null: as large as it is now. */
  onFit(fit: 'fit' | 'whole' | null): void;
  onBook(isBook: boolean): void;
  onLook(isOpen: boolean): void;
  onTurn(): void;
  onDraw(): void;
  onText(): void;
}

export function PageTools(props: PageToolsProps) {
  const { pageIndex, pageCount, pageName, scale, zoom, step, canDraw, hasText } = props;
  return (
    <div className={css.tools}>
      <Toolbar label={t('Page images')}>
        {tool(
          t('Previous page'),
          'PageUp',
          <ChevronUp size={16} />,
          () => props.onPage(pageIndex - step),
          pageIndex === 0,
        )}
        {tool(
          t('Next page'),
          'PageDown',
          <ChevronDown size={16} />,
          () => props.onPage(pageIndex + step),
          pageIndex >= pageCount - step,
        )}
        <span className={css.where}>
          {pageName}{' '}
          <span className={css.quiet}>
            ({t('{pageIndex} of {pageCount}', { pageIndex: pageIndex + 1, pageCount })})
          </span>
        </span>
        <span className={css.rule} aria-hidden />
        {tool(t('Smaller'), 'CmdOrCtrl+-', <Minus size={16} />, () => props.onZoom(-1))}
        <span className={css.scale}>{Math.round(scale * 100)} %</span>
        {tool(t('Larger'), 'CmdOrCtrl+Plus', <Plus size={16} />, () => props.onZoom(1))}
        {toggle(t('As wide as the pane'), 'W', <MoveHorizontal size={16} />, zoom === 'fit', (isOn) =>
          props.onFit(isOn ? 'fit' : null),
        )}
        {toggle(t('Whole page'), 'H', <RectangleVertical size={16} />, zoom === 'whole', (isOn) =>
          props.onFit(isOn ? 'whole' : null),
        )}
        {pageCount > 1
          ? toggle(t('Two pages side by side'), 'B', <BookOpen size={16} />, props.isBook, props.onBook)
          : null}
        {tool(t('Turn clockwise'), 'R', <RotateCw size={16} />, props.onTurn)}
        {props.canLook
          ? toggle(t('Looking tools'), 'L', <SlidersHorizontal size={16} />, props.isLookOpen, props.onLook)
          : null}
        <span className={css.rule} aria-hidden />
        {props.isForWords === null
          ? null
          : toggle(t('Dragging selects words'), 'V', <TextCursor size={16} />, props.isForWords, props.onForWords)}
        {canDraw ? tool(t('Mark a region'), 'CmdOrCtrl+Alt+H', <SquareDashed size={16} />, props.onDraw) : null}
        {hasText ? tool(t('Text of this page'), 'T', <FileText size={16} />, props.onText) : null}
      </Toolbar>
    </div>
  );

  function toggle(
    name: string,
    keys: string,
    icon: ReactNode,
    isSelected: boolean,
    onChange: (isSelected: boolean) => void,
  ) {
    return (
      <Tooltip text={name} keys={keys}>
        <ToggleButton variant="icon" aria-label={name} isSelected={isSelected} onChange={onChange}>
          <span className={css.icon} aria-hidden>
            {icon}
          </span>
        </ToggleButton>
      </Tooltip>
    );
  }

  function tool(name: string, keys: string | null, icon: ReactNode, run: () => void, isDisabled = false) {
    return (
      <Tooltip text={name} keys={keys}>
        <Button variant="icon" aria-label={name} isDisabled={isDisabled} onPress={run}>
          <span className={css.icon} aria-hidden>
            {icon}
          </span>
        </Button>
      </Tooltip>
    );
  }
}
