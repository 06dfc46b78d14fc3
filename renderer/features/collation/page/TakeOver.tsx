/** Corrects a witness by the reading of another: the direction that is usual, and the others in a menu. */
import { ArrowLeftRight, ChevronDown } from 'lucide-react';
import { t } from '../../../../electron/wording/index.js';
import { Button, Menu, MenuItem, Tooltip } from '../../../ui/index.js';
import css from './TakeOver.module.css';
import type { TakeOverActions } from './use-take-over.js';

export function TakeOver({ taking }: { readonly taking: TakeOverActions }) {
  const { defaultDirection, directions, apply } = taking;
  if (!defaultDirection) return null;
  // Where there is little room the words say whose reading; the name always says into which.
  const shortAt = defaultDirection.title.indexOf(' over into');
  return (
    <span className={css.pair}>
      <Tooltip
        text={defaultDirection.why ?? defaultDirection.about}
        keys={defaultDirection.why === null ? 'CmdOrCtrl+Alt+O' : null}
      >
        <Button size="small" aria-label={defaultDirection.title} onPress={() => apply(defaultDirection)}>
          <span className={defaultDirection.why === null ? css.word : css.refused}>
            <ArrowLeftRight size={13} aria-hidden />
            <span>
              {defaultDirection.title.slice(0, shortAt)}
              <span className={css.long}>{defaultDirection.title.slice(shortAt)}</span>
            </span>
          </span>
        </Button>
      </Tooltip>
      <Menu
        label={t('Take a reading over')}
        trigger={
          <Button variant="icon" size="small" aria-label={t('Take a reading over in another direction')}>
            <ChevronDown size={13} aria-hidden />
          </Button>
        }
      >
        {directions.map((choice) => (
          <TakeOverItem key={choice.title} choice={choice} take={apply} />
        ))}
      </Menu>
    </span>
  );
}

/** One direction in a menu; refused ones say why. */
export function TakeOverItem({
  choice,
  take: apply,
}: {
  choice: TakeOverActions['directions'][number];
  take: TakeOverActions['apply'];
}) {
  return (
    <MenuItem detail={choice.why ?? choice.about} onAction={() => apply(choice)}>
      {choice.title}
    </MenuItem>
  );
}
