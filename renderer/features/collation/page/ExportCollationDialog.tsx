/** Asks in which form the collation is to be written down; the shell then asks where. */
import { useState } from 'react';
import { COLLATION_FORMATS, type CollationFormat } from '../../../../electron/contract/index.js';
import { t } from '../../../../electron/wording/index.js';
import { Button, Dialog, Select } from '../../../ui/index.js';

export interface ExportCollationDialogProps {
  readonly name: string;
  /** @returns whether the writing began; otherwise the dialog stays. */
  onWrite(format: CollationFormat): Promise<boolean>;
  onClose(): void;
}

/** Drawn only while it is open. */
export function ExportCollationDialog({ name, onWrite, onClose }: ExportCollationDialogProps) {
  const [format, setFormat] = useState<CollationFormat>('tei');
  const [isAsking, setAsking] = useState(false);
  const write = async () => {
    setAsking(true);
    const isBegun = await onWrite(format);
    setAsking(false);
    if (isBegun) onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('Export the collation')}
      subtitle={name}
      actions={
        <>
          <Button onPress={onClose}>{t('Cancel')}</Button>
          <Button variant="primary" isDisabled={isAsking} onPress={() => void write()}>
            {t('Choose where…')}
          </Button>
        </>
      }
    >
      <Select<CollationFormat>
        label={t('Form')}
        options={COLLATION_FORMATS.map(({ id, title, about }) => ({ id, label: title, detail: about }))}
        value={format}
        onChange={setFormat}
        description={COLLATION_FORMATS.find(({ id }) => id === format)?.about}
      />
    </Dialog>
  );
}
