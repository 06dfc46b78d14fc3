/** A menu at a point of the window. Closing it returns the focus to where it was. */
import { type ReactNode, useRef } from 'react';
import { Menu as AriaMenu, Popover } from 'react-aria-components';
import css from './ContextMenu.module.css';
import { FocusReturn } from './FocusReturn.js';

export interface ContextMenuProps {
  /** CSS pixels of the window; null when closed. */
  readonly at: { readonly x: number; readonly y: number } | null;
  readonly label: string;
  readonly children: ReactNode;
  onClose(): void;
}

export function ContextMenu({ at, label, children, onClose }: ContextMenuProps) {
  const point = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={point} className={css.point} style={{ left: at?.x ?? 0, top: at?.y ?? 0 }} aria-hidden />
      <Popover
        className={css.popover ?? ''}
        aria-label={label}
        triggerRef={point}
        isOpen={at !== null}
        onOpenChange={(isOpen) => !isOpen && onClose()}
        placement="bottom start"
        offset={2}
      >
        <FocusReturn />
        <AriaMenu aria-label={label} className={css.menu ?? ''} autoFocus="first" onAction={onClose} onClose={onClose}>
          {children}
        </AriaMenu>
      </Popover>
    </>
  );
}
