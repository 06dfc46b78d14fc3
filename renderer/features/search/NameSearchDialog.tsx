/** Asks for the name of a search to save or to rename. Rendered only while it is open, so that each time starts empty. */
import { useState } from 'react';
import type { Failure, Result } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { failureMessage } from '../../api/index.js';
import { Button, Dialog, TextField } from '../../ui/index.js';

export interface NameSearchDialogProps {
  readonly title: string;
  /** What the search is, in words. */
  readonly subtitle: string;
  readonly confirmLabel: string;
  readonly name: string;
  onName(name: string): Promise<Result<unknown>>;
  onClose(): void;
}

export function NameSearchDialog({ title, subtitle, confirmLabel, name, onName, onClose }: NameSearchDialogProps) {
  const [value, setValue] = useState(name);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [state, setState] = useState<'asking' | 'saving'>('asking');
  const submit = async () => {
    if (value.trim() === '' || state === 'saving') return;
    setState('saving');
    const result = await onName(value.trim());
    setState('asking');
    if (result.ok) onClose();
    else setFailure(result.error);
  };
  const worded = failure ? failureMessage(failure) : null;
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={title}
      subtitle={subtitle}
      actions={
        <>
          <Button onPress={onClose}>{t('Cancel')}</Button>
          <Button variant="primary" isDisabled={value.trim() === ''} onPress={() => void submit()}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <TextField
        label={t('Name')}
        autoFocus
        value={value}
        onChange={(next) => {
          setValue(next);
          setFailure(null);
        }}
        onFocus={(event) => event.currentTarget instanceof HTMLInputElement && event.currentTarget.select()}
        maxLength={200}
        error={worded ? `${worded.title}. ${worded.remedy}` : null}
        onKeyDown={(event) => (event.key === 'Enter' ? void submit() : event.continuePropagation())}
      />
    </Dialog>
  );
}
