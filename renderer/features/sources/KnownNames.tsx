/** Names that are there already and may be meant by what is typed. */
import { Button, sayOffered } from '../../ui/index.js';
import css from './KnownNames.module.css';

/** More are found by typing a part of their name. */
const MOST_OFFERED = 12;

export interface KnownNamesProps {
  readonly names: readonly string[];
  readonly typed: string;
  onTake(name: string): void;
}

export function KnownNames({ names, typed, onTake }: KnownNamesProps) {
  const part = typed.trim().toLocaleLowerCase();
  const offered = part === '' ? names : names.filter((one) => one.toLocaleLowerCase().includes(part));
  if (offered.length === 0) return null;
  const more = sayOffered(Math.min(offered.length, MOST_OFFERED), offered.length);
  return (
    <fieldset className={css.known}>
      <legend className={css.label}>There already</legend>
      {offered.slice(0, MOST_OFFERED).map((one) => (
        <Button key={one} size="small" onPress={() => onTake(one)}>
          {one}
        </Button>
      ))}
      {more ? <span className={css.label}>{more}</span> : null}
    </fieldset>
  );
}
