/** The honest states of a surface besides ready: loading, empty, broken; and a notice within one that is ready. */
import { CircleAlert, CircleCheck, Info, RotateCcw, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { ProgressBar } from 'react-aria-components';
import { t } from '../../electron/wording/index.js';
import { Button } from './Button.js';
import css from './states.module.css';

/** Appears only after a moment, so that what is quick does not flicker. Read out as a status. */
export function Loading({ children = t('Loading') }: { readonly children?: string }) {
  return (
    <div role="status" className={css.loading}>
      <span className={css.spinner} aria-hidden />
      <span>{children}…</span>
    </div>
  );
}

export interface EmptyStateProps {
  readonly icon?: ReactNode;
  readonly title: string;
  /** What it is for and what to do. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div className={css.state}>
      {icon ? (
        <div className={css.icon} aria-hidden>
          {icon}
        </div>
      ) : null}
      <h2 className={css.title}>{title}</h2>
      {children ? <div className={css.text}>{children}</div> : null}
      {action ? <div className={css.action}>{action}</div> : null}
    </div>
  );
}

export interface ErrorStateProps {
  /** What happened, to what. */
  readonly title: string;
  /** What is safe, what to do. */
  readonly remedy: string;
  readonly detail?: string | null;
  retry?(): void;
  readonly action?: ReactNode;
}

/** `<ErrorState {...wordFailure(answer.error)} retry={answer.retry} />` */
export function ErrorState({ title, remedy, detail, retry, action }: ErrorStateProps) {
  return (
    <div role="alert" className={css.state}>
      <div className={`${css.icon} ${css.problem}`} aria-hidden>
        <TriangleAlert size={28} strokeWidth={1.5} />
      </div>
      <h2 className={css.title}>{title}</h2>
      <p className={css.text}>{remedy}</p>
      {detail && detail !== title ? <p className={css.detail}>{detail}</p> : null}
      <div className={css.action}>
        {retry ? (
          <Button onPress={() => retry()}>
            <RotateCcw size={14} aria-hidden />
            {t('Try again')}
          </Button>
        ) : null}
        {action}
      </div>
    </div>
  );
}

const NOTICE_ICONS = { plain: Info, good: CircleCheck, caution: TriangleAlert, problem: CircleAlert } as const;

export interface NoticeProps {
  readonly tone?: keyof typeof NOTICE_ICONS;
  readonly title?: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** A line within a surface: something to know, not something that stops. */
export function Notice({ tone = 'plain', title, children, action }: NoticeProps) {
  const Icon = NOTICE_ICONS[tone];
  return (
    <div className={`${css.notice} ${css[tone]}`}>
      <Icon size={15} aria-hidden />
      <div className={css.noticeText}>
        {title ? <strong>{title}</strong> : null}
        {children ? <div>{children}</div> : null}
      </div>
      {action}
    </div>
  );
}

export interface ProgressProps {
  readonly label: string;
  readonly done: number;
  /** null: how much there is to do is not known yet. */
  readonly total: number | null;
  readonly size?: 'thin' | 'ordinary';
}

/** A bar without a visible label; a text beside it says what is going on. */
export function Progress({ label, done, total, size = 'ordinary' }: ProgressProps) {
  const share = total === null || total === 0 ? null : Math.min(1, done / total);
  return (
    <ProgressBar
      aria-label={label}
      className={`${css.progress} ${size === 'thin' ? css.thin : ''}`}
      isIndeterminate={share === null}
      value={(share ?? 0) * 100}
      valueLabel={total === null ? `${done}` : t('{done} of {total}', { done, total })}
    >
      <div
        className={share === null ? css.sweep : css.bar}
        style={share === null ? {} : { width: `${share * 100}%` }}
      />
    </ProgressBar>
  );
}
