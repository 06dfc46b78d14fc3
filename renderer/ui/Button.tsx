/** A button. `quiet` is the ordinary one; `primary` at most once on a surface; `icon` needs an `aria-label`. */

import type { ToggleButtonProps as AriaToggleProps } from 'react-aria-components';
import { Button as AriaButton, type ButtonProps as AriaProps, ToggleButton as AriaToggle } from 'react-aria-components';
import css from './Button.module.css';

export interface ButtonProps extends Omit<AriaProps, 'className' | 'style'> {
  readonly variant?: 'quiet' | 'primary' | 'danger' | 'icon' | 'link';
  readonly size?: 'ordinary' | 'small';
}

export function Button({ variant = 'quiet', size = 'ordinary', ...props }: ButtonProps) {
  return <AriaButton {...props} className={`${css.button} ${css[variant]} ${css[size]}`} />;
}

export interface ToggleButtonProps extends Omit<AriaToggleProps, 'className' | 'style'> {
  readonly variant?: 'quiet' | 'icon';
}

/** A button that stays pressed. */
export function ToggleButton({ variant = 'quiet', ...props }: ToggleButtonProps) {
  return <AriaToggle {...props} className={`${css.button} ${css[variant]} ${css.ordinary}`} />;
}
