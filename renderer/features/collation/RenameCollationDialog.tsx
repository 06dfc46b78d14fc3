/** Asks for another name of a collation. */
import type { Collation } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { NameDialog } from '../../ui/index.js';
import { collationActions } from './collation-actions.js';

export interface RenameCollationDialogProps {
  readonly collation: Pick<Collation, 'id' | 'name'>;
  onClose(): void;
}

/** Drawn only while it is open. */
export function RenameCollationDialog({ collation, onClose }: RenameCollationDialogProps) {
  return (
    <NameDialog
      title={t('Rename the collation')}
      confirmLabel={t('Rename')}
      name={collation.name}
      onName={(name) => collationActions.rename(collation.id, name)}
      onClose={onClose}
    />
  );
}
