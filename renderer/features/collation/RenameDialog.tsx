/** Asks for another name of a collation. An empty one cannot be given. */
import { useState } from 'react';
import type { Collation } from '../../../electron/contract/index.js';
import { Button, Dialog, TextField } from '../../ui/index.js';
import { collationActions } from './collation-actions.js';

export interface RenameDialogProps {
  readonly collation: Pick<Collation, 'id' | 'name'>;
  onClose(): void;
}

/** Drawn only while it is open. */
export function RenameDialog({ collation, onClose }: RenameDialogProps) {
  const [name, setName] = useState(collation.name);
  const isReady = name.trim() !== '' && name.trim() !== collation.name;
  const submit = async () => {
    if (isReady && (await collationActions.rename(collation.id, name.trim()))) onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title="Rename the collation"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isDisabled={!isReady} onPress={() => void submit()}>
            Rename
          </Button>
        </>
      }
    >
      <TextField
        label="Name"
        autoFocus
        maxLength={200}
        value={name}
        onChange={setName}
        onKeyDown={(event) => (event.key === 'Enter' ? void submit() : event.continuePropagation())}
      />
    </Dialog>
  );
}
