/** A menu that opens from a button, or at the pointer through `ContextMenu`. */
import { Check } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  Header,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components';
import { t } from '../../electron/wording/index.js';
import { FocusReturn } from './FocusReturn.js';
import { Kbd } from './Kbd.js';
import css from './Menu.module.css';

export interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly label: string;
  readonly children: ReactNode;
}

export function Menu({ trigger, label, children }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={css.popover ?? ''} offset={4}>
        <FocusReturn />
        <AriaMenu aria-label={label} className={css.menu ?? ''}>
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

export interface MenuItemProps {
  readonly id?: string;
  readonly icon?: ReactNode;
  readonly children: string;
  readonly detail?: string;
  /** Accelerator notation. */
  readonly keys?: string | null;
  readonly isDisabled?: boolean;
  readonly isChecked?: boolean;
  onAction(): void;
}

export function MenuItem({ icon, children, detail, keys, isChecked, ...props }: MenuItemProps) {
  return (
    <AriaMenuItem {...props} textValue={children} className={css.item ?? ''}>
      <span className={css.icon}>{isChecked ? <Check size={14} aria-hidden /> : icon}</span>
      <span className={css.text}>
        {children}
        {isChecked ? <span className="visually-hidden"> {t('(chosen)')}</span> : null}
        {detail ? <span className={css.detail}>{detail}</span> : null}
      </span>
      {keys ? <Kbd keys={keys} /> : null}
    </AriaMenuItem>
  );
}

export function MenuSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <AriaMenuSection className={css.section ?? ''}>
      <Header className={css.header ?? ''}>{title}</Header>
      {children}
    </AriaMenuSection>
  );
}

export function MenuRule() {
  return <Separator className={css.rule ?? ''} />;
}
