/** What the reader of a document did not take for its text, in the order of the original. */
import { useState } from 'react';
import { LEFT_ASIDE_KINDS, type SourceId, type VersionId } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { failureMessage, useCall } from '../../api/index.js';
import { Button, Dialog, ErrorState, formatCount, Loading } from '../../ui/index.js';
import css from './LeftAside.module.css';

interface VersionRef {
  readonly sourceId: SourceId;
  readonly versionId: VersionId;
}

/** A button that shows it, beside the remark that counts it. */
export function ShowLeftAside(version: VersionRef) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" aria-haspopup="dialog" onPress={() => setOpen(true)}>
        {t('Show what was left aside')}
      </Button>
      <Dialog
        isOpen={isOpen}
        onOpenChange={setOpen}
        title={t('Left aside')}
        subtitle={t('Parts of the original that were left out of the text of the document. They are not searched.')}
        content="text"
      >
        <LeftAsideParts {...version} />
      </Dialog>
    </>
  );
}

function LeftAsideParts(version: VersionRef) {
  const answer = useCall('text.leftAside', version);
  if (answer.status === 'loading') return <Loading>{t('Reading what was left aside')}</Loading>;
  if (answer.status === 'error') return <ErrorState {...failureMessage(answer.error)} retry={answer.retry} />;
  return (
    <ol className={css.parts}>
      {answer.data.map(({ kind, lines, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a version never change
        <li key={index} className={css.part}>
          <h3 className={css.kind}>
            {LEFT_ASIDE_KINDS[kind]}, <span className="figures">{formatCount(lines)}</span>{' '}
            {t('{lines, plural, one {line} other {lines}}', { lines })}
          </h3>
          <p className={css.text} dir="auto">
            {text === '' ? t('Too long to be kept here; the original has it.') : text}
          </p>
        </li>
      ))}
    </ol>
  );
}
