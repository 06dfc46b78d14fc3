/** A part of the settings, with its heading beside it. */
import type { ReactNode } from 'react';
import css from './SettingsPage.module.css';

export function SettingsSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={css.section} aria-label={title}>
      <h2 className={css.heading}>{title}</h2>
      <div className={css.body}>{children}</div>
    </section>
  );
}
