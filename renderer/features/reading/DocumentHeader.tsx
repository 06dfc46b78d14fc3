/** The head of a document: title, description in one line, and what its reader wants a person to know. */
import { Info } from 'lucide-react';
import { LEFT_ASIDE_REMARK, REREAD_HINT, type Source, type TextVersion } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { formatDate, runCommand, useEnabledCommands } from '../../api/index.js';
import { Button } from '../../ui/index.js';
import css from './DocumentHeader.module.css';
import { ShowLeftAside } from './LeftAside.js';

/** Type, date, repository, box and folder in one line. */
export function descriptionLine(source: Source): string {
  const { documentType, dateWritten, datePublished, repository, box, folder, referenceCode } = source.description;
  const date = dateWritten || datePublished;
  return [
    documentType,
    date && formatDate(date),
    repository,
    numbered(t('Box'), box),
    numbered(t('Folder'), folder),
    box || folder ? '' : referenceCode,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** "Box 12" for "12"; what already says what it is stays as it was written. */
const numbered = (name: string, value: string) => (/^\d/.test(value) ? `${name} ${value}` : value);

export interface DocumentHeaderProps {
  readonly source: Source;
  readonly text: Pick<TextVersion, 'id' | 'remarks'>;
}

export function DocumentHeader({ source, text }: DocumentHeaderProps) {
  const line = descriptionLine(source);
  const canReread = useEnabledCommands().has('text.reread');
  return (
    <header className={css.head}>
      {/* The heading proper is in the bar above, which never scrolls away. */}
      <p className={css.title} dir="auto">
        {source.description.title || t('Untitled')}
      </p>
      {line ? <p className={css.line}>{line}</p> : null}
      {source.deletedAt ? <p className={css.remark}>{t('This source is in the bin.')}</p> : null}
      {text.remarks.map((remark) => (
        <p key={remark} className={css.remark}>
          <Info size={13} aria-hidden />
          {remark}
          {canReread && remark.includes(REREAD_HINT) ? (
            <Button size="small" onPress={() => runCommand('text.reread')}>
              {t('Read again as…')}
            </Button>
          ) : null}
          {remark.startsWith(LEFT_ASIDE_REMARK) ? <ShowLeftAside sourceId={source.id} versionId={text.id} /> : null}
        </p>
      ))}
    </header>
  );
}
