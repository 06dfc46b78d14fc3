/** Asks for the name of a collection or a tag. An empty name cannot be given. */
import { useState } from 'react';
import { Button, Dialog, TextField } from '../../ui/index.js';
import css from './NameDialog.module.css';

/** More are found by typing a part of their name. */
const MOST_OFFERED = 12;

export interface NameDialogProps {
  readonly title: string;
  readonly subtitle?: string;
  readonly verb: string;
  readonly name: string;
  /** Names that are there already and may be meant. */
  readonly known?: readonly string[];
  onName(name: string): void;
  onClose(): void;
}

/** Drawn only while it is open, so that each time begins with the given name. */
export function NameDialog({ title, subtitle, verb, name, known = [], onName, onClose }: NameDialogProps) {
  const [value, setValue] = useState(name);
  const typed = value.trim().toLocaleLowerCase();
  const offered = typed === '' ? known : known.filter((one) => one.toLocaleLowerCase().includes(typed));
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
      {offered.length > 0 ? (
        <fieldset className={css.known}>
          <legend className={css.label}>There already</legend>
          {offered.slice(0, MOST_OFFERED).map((one) => (
            <Button
              key={one}
              size="small"
              onPress={() => {
                onName(one);
                onClose();
              }}
            >
              {one}
            </Button>
          ))}
        </fieldset>
      ) : null}
    </Dialog>
  );
}
