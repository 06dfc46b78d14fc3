/** Asks for a name. An empty one, or the one there is, cannot be given. */
import { type ReactNode, useState } from 'react';
import { t } from '../../electron/wording/index.js';
import { Button } from './Button.js';
import { Dialog } from './Dialog.js';
import { TextField } from './fields.js';

export interface NameDialogProps {
  readonly title: string;
  readonly subtitle?: string;
  /** What the button says. */
  readonly confirmLabel: string;
  /** What the field is called. */
  readonly label?: string;
  readonly name: string;
  /** The name is a proposal, which can be given as it is. */
  readonly isProposal?: boolean;
  /** Longest name, in UTF-16 code units. */
  readonly maxLength?: number;
  /** Answers whether the name was accepted; the dialog stays open when it was not. */
  onName(name: string): Promise<boolean> | boolean;
  onClose(): void;
  /** What stands below the field. @param typed the name as it is typed. @param take gives another one. */
  footer?(typed: string, take: (name: string) => void): ReactNode;
}

/** Drawn only while it is open, so that each time begins with the given name. */
export function NameDialog(props: NameDialogProps) {
  const {
    title,
    subtitle,
    confirmLabel,
    label = t('Name'),
    name,
    maxLength = 200,
    isProposal = false,
    onName,
    onClose,
    footer,
  } = props;
  const [typed, setTyped] = useState(name);
  const isReady = typed.trim() !== '' && (isProposal || typed.trim() !== name);
  const take = async (chosen: string) => {
    if (await onName(chosen)) onClose();
  };
  const submit = () => {
    if (isReady) void take(typed.trim());
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={title}
      {...(subtitle ? { subtitle } : {})}
      actions={
        <>
          <Button onPress={onClose}>{t('Cancel')}</Button>
          <Button variant="primary" isDisabled={!isReady} onPress={submit}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <TextField
        label={label}
        autoFocus
        value={typed}
        onChange={setTyped}
        maxLength={maxLength}
        onKeyDown={(event) => (event.key === 'Enter' ? submit() : event.continuePropagation())}
      />
      {footer?.(typed, (chosen) => void take(chosen))}
    </Dialog>
  );
}
