/** Asks in which form something is to be written down; the shell then asks where. */
import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { t } from '../../electron/wording/index.js';
import { Button, Dialog } from '../ui/index.js';
import css from './FormatDialog.module.css';

export interface FormatOption<F extends string> {
  readonly id: F;
  readonly title: string;
  readonly text: string;
}

export interface FormatDialogProps<F extends string> {
  readonly title: string;
  readonly subtitle: string;
  /** The first is chosen to begin with. */
  readonly formats: readonly [FormatOption<F>, ...FormatOption<F>[]];
  readonly isOpen: boolean;
  onClose(): void;
  /** @returns whether it was written; otherwise the dialog stays. */
  onWrite(format: F): Promise<boolean>;
}

export function FormatDialog<F extends string>(props: FormatDialogProps<F>) {
  const { title, subtitle, formats, isOpen, onClose, onWrite } = props;
  const [format, setFormat] = useState<F>(formats[0].id);
  const [state, setState] = useState<'asking' | 'writing'>('asking');

  const write = async () => {
    setState('writing');
    const isWritten = await onWrite(format);
    setState('asking');
    if (isWritten) onClose();
  };
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onClose}
      title={title}
      subtitle={subtitle}
      actions={
        <>
          <Button onPress={onClose}>{t('Cancel')}</Button>
          <Button variant="primary" onPress={() => void write()} isDisabled={state === 'writing'}>
            {state === 'writing' ? t('Writing…') : t('Choose where…')}
          </Button>
        </>
      }
    >
      <RadioGroup
        className={css.group ?? ''}
        value={format}
        onChange={(value) => setFormat((formats.find(({ id }) => id === value) ?? formats[0]).id)}
      >
        <Label className={css.label ?? ''}>{t('Form')}</Label>
        {formats.map(({ id, title: name, text }) => (
          <Radio key={id} value={id} className={css.choice ?? ''}>
            <span className={css.dot} aria-hidden />
            <span>
              <span className={css.title}>{name}</span>
              <span className={css.text}>{text}</span>
            </span>
          </Radio>
        ))}
      </RadioGroup>
    </Dialog>
  );
}
