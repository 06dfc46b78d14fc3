/** A row of tools with one tab stop and arrow keys within; the head of every pane. */
import type { ReactNode } from 'react';
import { Toolbar as AriaToolbar } from 'react-aria-components';
import css from './Toolbar.module.css';

export function Toolbar({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <AriaToolbar aria-label={label} className={css.toolbar ?? ''}>
      {children}
    </AriaToolbar>
  );
}

export interface PaneHeaderProps {
  readonly title: string;
  /** Beside the title, quietly: a count, a state. */
  readonly detail?: ReactNode;
  /** At the right: usually a Toolbar. */
  readonly children?: ReactNode;
}

/** The head of a pane: 40 px, title left, tools right. */
export function PaneHeader({ title, detail, children }: PaneHeaderProps) {
  return (
    <header className={css.header}>
      <h2 className={css.title}>{title}</h2>
      {detail ? <span className={css.detail}>{detail}</span> : null}
      <span className={css.gap} />
      {children}
    </header>
  );
}
