/** Asks for the name of a collection. An empty name cannot be given. */
import { useState } from 'react';
import { Button, Dialog, TextField } from '../../ui/index.js';

export interface NameDialogProps {
  readonly title: string;
  readonly subtitle?: string;
  readonly verb: string;
  readonly name: string;
  onName(name: string): void;
  onClose(): void;
}

/** Drawn only while it is open, so that each time begins with the given name. */
export function NameDialog({ title, subtitle, verb, name, onName, onClose }: NameDialogProps) {
  const [value, setValue] = useState(name);
  const isReady = value.trim() !== '' && value.trim() !== name;
  const submit = () => {
    if (!isReady) return;
    onName(value.trim());
    onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={title}
      {...(subtitle ? { subtitle } : {})}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isDisabled={!isReady} onPress={submit}>
            {verb}
          </Button>
        </>
      }
    >
      <TextField
        label="Name"
        autoFocus
        value={value}
        onChange={setValue}
        maxLength={200}
        onKeyDown={(event) => (event.key === 'Enter' ? submit() : event.continuePropagation())}
      />
    </Dialog>
  );
}
