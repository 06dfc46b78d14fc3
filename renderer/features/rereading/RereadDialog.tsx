/** Chooses a character set, shows what the text would be, and makes that a new version. */
import { useEffect, useState } from 'react';
import { type CharsetId, charsetName, type Source } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { announce, failureMessage, perform, useCall } from '../../api/index.js';
import { Button, ErrorState, Loading, Notice, Sheet, TextField } from '../../ui/index.js';
import { CharsetList } from './CharsetList.js';
import { RereadComparison } from './RereadComparison.js';
import css from './RereadDialog.module.css';

export interface RereadDialogProps {
  readonly source: Source;
  onClose(): void;
}

/** How long a choice must stay before the file is read for it: arrow keys pass over many. */
const REST_MS = 150;

function useSettledValue<T>(value: T): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const rest = setTimeout(() => setRested(value), REST_MS);
    return () => clearTimeout(rest);
  }, [value]);
  return rested;
}

/** Drawn only while it is open. */
export function RereadDialog({ source, onClose }: RereadDialogProps) {
  const [chosen, setChosen] = useState<CharsetId | null>(null);
  const [reason, setReason] = useState('');
  const [isSaving, setSaving] = useState(false);
  const shown = useSettledValue(chosen);
  const preview = useCall(
    'text.previewReread',
    { sourceId: source.id, charset: shown ?? 'utf-8' },
    { enabled: shown !== null },
  );
  const current = source.versions.find(({ isCurrent }) => isCurrent);
  const isReady = preview.status === 'ready' && shown !== null && shown === chosen && !preview.data.isSame;

  const save = async () => {
    if (!isReady) return;
    setSaving(true);
    const { versionId, charset } = preview.data;
    const made = await perform('text.reread', { sourceId: source.id, versionId, charset, reason });
    setSaving(false);
    if (!made.ok) return;
    const { review } = made.value.anchors;
    const text =
      review > 0
        ? t(
            '{review, plural, one {# annotation} other {# annotations}} {review, plural, one {needs} other {need}} review',
            { review },
          )
        : t('Undo brings it back');
    announce(t('Read again as {charsetName}', { charsetName: charsetName(charset) }), { tone: 'good', text });
    onClose();
  };

  return (
    <Sheet
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('Read again with another character set')}
      subtitle={source.description.title || t('Untitled')}
      actions={
        <>
          <div className={css.reason}>
            <TextField
              label={t('Reason (optional)')}
              value={reason}
              onChange={setReason}
              placeholder={t('The guess was wrong')}
              maxLength={2_000}
            />
          </div>
          <Button onPress={onClose}>{t('Cancel')}</Button>
          <Button variant="primary" isDisabled={!isReady || isSaving} onPress={() => void save()}>
            {isSaving ? t('Reading…') : t('Save as a new version')}
          </Button>
        </>
      }
    >
      {current?.origin === 'person' ? (
        <Notice tone="caution" title={t('The current text was corrected by hand')}>
          {t('The original is read as it was imported: the corrections stay in their own version.')}
        </Notice>
      ) : null}
      <div className={css.desk}>
        <CharsetList chosen={chosen} onChoose={setChosen} />
        <div className={css.shown}>{content()}</div>
      </div>
    </Sheet>
  );

  function content() {
    if (shown === null) {
      return (
        <div className={css.invitation}>
          <p>{t('Choose a set to see what the text would say. Nothing changes until you save.')}</p>
          {current?.remarks.map((remark) => (
            <p key={remark} className={css.remark}>
              {remark}
            </p>
          ))}
        </div>
      );
    }
    if (preview.status === 'error') return <ErrorState {...failureMessage(preview.error)} retry={preview.retry} />;
    if (preview.status === 'loading') return <Loading>{t('Reading the original')}</Loading>;
    return <RereadComparison preview={preview.data} />;
  }
}
