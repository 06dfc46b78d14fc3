/** Says that what is worked on is not the current text any more. */
import { t } from '../../../electron/wording/index.js';
import { Button, Notice, rich } from '../../ui/index.js';

export const StaleNotice = ({ onBeginAgain }: { onBeginAgain(): void }) => (
  <Notice title={t('Another version became the current one')}>
    {rich(
      'What you did here is kept, but it cannot be saved over the other. Copy what you need and <again>begin from the current version</again>',
      {
        again: (parts) => (
          <Button size="small" onPress={onBeginAgain}>
            {parts}
          </Button>
        ),
      },
    )}
  </Notice>
);
