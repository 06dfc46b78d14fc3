/** A word on what an icon does, with its shortcut. Never the only place where something is said. */
import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import { Kbd } from './Kbd.js';
import css from './Tooltip.module.css';

export interface TooltipProps {
  readonly text: string;
  readonly keys?: string | null;
  readonly placement?: 'top' | 'bottom' | 'left' | 'right';
  /** The button it belongs to. */
  readonly children: ReactElement;
}

export function Tooltip({ text, keys, placement = 'bottom', children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={60}>
      {children}
      <AriaTooltip className={css.tooltip ?? ''} placement={placement} offset={6}>
        {text}
        {keys ? <Kbd keys={keys} /> : null}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
