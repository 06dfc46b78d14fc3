/** The tools of the page images: which page, how large, which way up. */
import { ChevronDown, ChevronUp, FileText, Minus, MoveHorizontal, Plus, RotateCw, SquareDashed } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../../../../electron/wording/index.js';
import { Button, ToggleButton, Toolbar, Tooltip } from '../../../ui/index.js';
import css from './PageView.module.css';

export interface PageToolsProps {
  readonly pageIndex: number;
  readonly pageCount: number;
  /** Formatted: `p. 3`. */
  readonly pageName: string;
  /** Of the current page. */
  readonly scale: number;
  readonly isFit: boolean;
  readonly canDraw: boolean;
  readonly hasText: boolean;
  /** The tools of how a page is looked at; null where there are none. */
  readonly look: ReactNode;
  onPage(pageIndex: number): void;
  onZoom(direction: 1 | -1): void;
  onFit(isFit: boolean): void;
  onTurn(): void;
  onDraw(): void;
  onText(): void;
}

export function PageTools(props: PageToolsProps) {
  const { pageIndex, pageCount, pageName, scale, isFit, canDraw, hasText } = props;
  return (
    <div className={css.tools}>
      <Toolbar label={t('Page images')}>
        {tool(
          t('Previous page'),
          'PageUp',
          <ChevronUp size={16} />,
          () => props.onPage(pageIndex - 1),
          pageIndex === 0,
        )}
        {tool(
          t('Next page'),
          'PageDown',
          <ChevronDown size={16} />,
          () => props.onPage(pageIndex + 1),
          pageIndex >= pageCount - 1,
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
        <Tooltip text={t('As wide as the pane')} keys="CmdOrCtrl+0">
          <ToggleButton variant="icon" aria-label={t('As wide as the pane')} isSelected={isFit} onChange={props.onFit}>
            <MoveHorizontal size={16} aria-hidden />
          </ToggleButton>
        </Tooltip>
        {tool(t('Turn clockwise'), 'R', <RotateCw size={16} />, props.onTurn)}
        <span className={css.rule} aria-hidden />
        {props.look}
        {canDraw ? tool(t('Mark a region'), 'CmdOrCtrl+Alt+H', <SquareDashed size={16} />, props.onDraw) : null}
        {hasText ? tool(t('Text of this page'), 'T', <FileText size={16} />, props.onText) : null}
      </Toolbar>
    </div>
  );

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
