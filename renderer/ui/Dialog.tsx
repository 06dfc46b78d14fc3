/** What comes before everything else for a moment: a small dialog, or a sheet for a longer task. */
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { t } from '../../electron/wording/index.js';
import { Button } from './Button.js';
import css from './Dialog.module.css';
import { FocusReturn } from './FocusReturn.js';

export interface DialogProps {
  readonly isOpen: boolean;
  onOpenChange(isOpen: boolean): void;
  readonly title: string;
  /** Under the title, quietly. */
  readonly subtitle?: ReactNode;
  readonly children: ReactNode;
  /** Buttons at the foot; the last is the main one. */
  readonly actions?: ReactNode;
  /** `text` holds nothing to focus, so the text itself takes the focus and scrolls by key. */
  readonly content?: 'controls' | 'text';
  /** An alert dialog does not close by a click beside it. */
  readonly role?: 'dialog' | 'alertdialog';
}

function Frame({ shape, ...props }: DialogProps & { readonly shape: 'dialog' | 'sheet' }) {
  const { isOpen, onOpenChange, title, subtitle, children, actions, content = 'controls', role = 'dialog' } = props;
  return (
    <ModalOverlay
      className={css.overlay ?? ''}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={role === 'dialog' && shape === 'dialog'}
    >
      <Modal className={css[shape] ?? ''}>
        <FocusReturn />
        <AriaDialog role={role} className={css.body ?? ''}>
          <header className={css.header}>
            <div className={css.titles}>
              <Heading slot="title" level={2} className={css.title ?? ''}>
                {title}
              </Heading>
              {subtitle ? <div className={css.subtitle}>{subtitle}</div> : null}
            </div>
            <Button variant="icon" aria-label={t('Close')} onPress={() => onOpenChange(false)}>
              <X size={16} aria-hidden />
            </Button>
          </header>
          {content === 'controls' ? (
            <div className={css.content}>{children}</div>
          ) : (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
            <section className={css.content} aria-label={title} tabIndex={0}>
              {children}
            </section>
          )}
          {actions ? <footer className={css.actions}>{actions}</footer> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** A question or a short form, in the middle. Focus returns to where it was. */
export function Dialog(props: DialogProps) {
  return <Frame {...props} shape="dialog" />;
}

/** A longer task with its own scrolling; tall, closed by its button or Escape only. */
export function Sheet(props: DialogProps) {
  return <Frame {...props} shape="sheet" />;
}
