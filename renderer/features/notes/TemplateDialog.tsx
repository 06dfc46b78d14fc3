/** The templates of notes, with what each is for. */
import { GridList, GridListItem } from 'react-aria-components';
import type { NoteTemplate } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { failureMessage, useCall } from '../../api/index.js';
import { Dialog, ErrorState, Loading } from '../../ui/index.js';
import css from './TemplateDialog.module.css';

export interface TemplateDialogProps {
  onChoose(template: NoteTemplate): void;
  onClose(): void;
}

/** Drawn only while it is open. */
export function TemplateDialog({ onChoose, onClose }: TemplateDialogProps) {
  const templates = useCall('note.templates', undefined);
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('New note from a template')}
      subtitle={t('Each brings headings and questions; all of it can be changed.')}
    >
      {templates.status === 'loading' ? <Loading>{t('Reading the templates')}</Loading> : null}
      {templates.status === 'error' ? (
        <ErrorState {...failureMessage(templates.error)} retry={templates.retry} />
      ) : null}
      {templates.status === 'ready' ? (
        <GridList
          aria-label={t('Templates')}
          className={css.list ?? ''}
          items={templates.data}
          autoFocus="first"
          onAction={(key) => {
            const chosen = templates.data.find(({ id }) => id === key);
            if (chosen) onChoose(chosen);
          }}
        >
          {({ id, title, about }) => (
            <GridListItem id={id} textValue={title} className={css.item ?? ''}>
              <div className={css.title}>{title}</div>
              <div className={css.about}>{about}</div>
            </GridListItem>
          )}
        </GridList>
      ) : null}
    </Dialog>
  );
}
