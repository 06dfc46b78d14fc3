/** Asks for the title of a source without a file: a book, a box that was seen. The rest is described in the inspector. */
import type { SourceId } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { perform } from '../../api/index.js';
import { NameDialog } from '../../ui/index.js';

export interface NewSourceDialogProps {
  onMade(id: SourceId): void;
  onClose(): void;
}

export function NewSourceDialog({ onMade, onClose }: NewSourceDialogProps) {
  return (
    <NameDialog
      title={t('New source')}
      subtitle={t('Without a file: what you saw and did not photograph. It can be described, cited, tagged and noted.')}
      confirmLabel={t('Create')}
      label={t('Title')}
      name=""
      maxLength={1_000}
      onName={async (title) => {
        const made = await perform('source.create', { description: { title } });
        if (made.ok) onMade(made.value.sourceId);
        return made.ok;
      }}
      onClose={onClose}
    />
  );
}
