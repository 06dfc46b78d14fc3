/** Something to read or choose from beside the button that opens it; closed by Escape or a click elsewhere. */
import type { ReactElement, ReactNode } from 'react';
import { Popover as AriaPopover, Dialog, DialogTrigger } from 'react-aria-components';
import { FocusReturn } from './FocusReturn.js';
import css from './Popover.module.css';

export interface PopoverProps {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly label: string;
  readonly placement?: 'bottom start' | 'bottom end' | 'right top';
  /** Given the way to close it. The focus returns to the trigger. */
  children(close: () => void): ReactNode;
}

export function Popover({ trigger, label, placement = 'bottom end', children }: PopoverProps) {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover className={css.popover ?? ''} placement={placement} offset={6} maxHeight={560}>
        <FocusReturn />
        <Dialog aria-label={label} className={css.body ?? ''}>
          {({ close }) => children(close)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
