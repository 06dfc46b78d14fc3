/** Corrects a witness by the reading of another: the direction that is usual, and the others in a menu. */
import { ArrowLeftRight, ChevronDown } from 'lucide-react';
import { Button, Menu, MenuItem, Tooltip } from '../../../ui/index.js';
import css from './TakeOver.module.css';
import type { TakeOverActions } from './use-take-over.js';

export function TakeOver({ taking }: { readonly taking: TakeOverActions }) {
  const { defaultDirection: usual, directions: choices, apply: take } = taking;
  if (!usual) return null;
  // Where there is little room the words say whose reading; the name always says into which.
  const shortAt = usual.title.indexOf(' over into');
  return (
    <span className={css.pair}>
      <Tooltip text={usual.why ?? usual.about} keys={usual.why === null ? 'CmdOrCtrl+Alt+O' : null}>
        <Button size="small" aria-label={usual.title} onPress={() => take(usual)}>
          <span className={usual.why === null ? css.word : css.refused}>
            <ArrowLeftRight size={13} aria-hidden />
            <span>
              {usual.title.slice(0, shortAt)}
              <span className={css.long}>{usual.title.slice(shortAt)}</span>
            </span>
          </span>
        </Button>
      </Tooltip>
      <Menu
        label="Take a reading over"
        trigger={
          <Button variant="icon" size="small" aria-label="Take a reading over in another direction">
            <ChevronDown size={13} aria-hidden />
          </Button>
        }
      >
        {choices.map((choice) => (
          <TakeOverItem key={choice.title} choice={choice} take={take} />
        ))}
      </Menu>
    </span>
  );
}

/** One direction in a menu; refused ones say why. */
export function TakeOverItem({
  choice,
  take,
}: {
  choice: TakeOverActions['directions'][number];
  take: TakeOverActions['apply'];
}) {
  return (
    <MenuItem detail={choice.why ?? choice.about} onAction={() => take(choice)}>
      {choice.title}
    </MenuItem>
  );
}
