/** Asks which sources are to be compared. */
import { useState } from 'react';
import { MAX_WITNESSES, type SourceId } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { Button, Dialog } from '../../ui/index.js';
import { SourcePicker } from './SourcePicker.js';

export interface CompareDialogProps {
  /** Those that are ticked to begin with. */
  readonly first: readonly SourceId[];
  /** @returns whether the comparison was opened; otherwise the dialog stays. */
  onCompare(sourceIds: readonly SourceId[]): Promise<boolean>;
  onClose(): void;
}

/** Drawn only while it is open. */
export function CompareDialog({ first, onCompare, onClose }: CompareDialogProps) {
  const [chosen, setChosen] = useState<readonly SourceId[]>(first);
  const [state, setState] = useState<'asking' | 'opening'>('asking');
  const isTooMany = chosen.length > MAX_WITNESSES;
  const isReady = chosen.length >= 2 && !isTooMany && state === 'asking';
  const open = async () => {
    setState('opening');
    const isOpen = await onCompare(chosen);
    setState('asking');
    if (isOpen) onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('Compare sources')}
      subtitle={t('Releases, drafts or readings of one text: the first is the base text')}
      actions={
        <>
          <span role="status" style={{ marginInlineEnd: 'auto' }}>
            {isTooMany
              ? t('At most {MAX_WITNESSES}', { MAX_WITNESSES })
              : t('{count, plural, one {# source} other {# sources}}', { count: chosen.length })}
          </span>
          <Button onPress={onClose}>{t('Cancel')}</Button>
          <Button variant="primary" isDisabled={!isReady} onPress={() => void open()}>
            {state === 'opening' ? t('Comparing…') : t('Compare')}
          </Button>
        </>
      }
    >
      <SourcePicker selected={chosen} onChange={setChosen} />
    </Dialog>
  );
}
