/** Existing names that match the input. */

import { t } from '../../../electron/wording/index.js';
import { Button, moreMatchesHint } from '../../ui/index.js';
import css from './NameSuggestions.module.css';

/** More are found by typing a part of their name. */
const MAX_SUGGESTIONS = 12;

export interface NameSuggestionsProps {
  readonly names: readonly string[];
  readonly typed: string;
  onPick(name: string): void;
}

export function NameSuggestions({ names, typed, onPick }: NameSuggestionsProps) {
  const part = typed.trim().toLocaleLowerCase();
  const offered = part === '' ? names : names.filter((one) => one.toLocaleLowerCase().includes(part));
  if (offered.length === 0) return null;
  const more = moreMatchesHint(Math.min(offered.length, MAX_SUGGESTIONS), offered.length);
  return (
    <fieldset className={css.known}>
      <legend className={css.label}>{t('There already')}</legend>
      {offered.slice(0, MAX_SUGGESTIONS).map((one) => (
        <Button key={one} size="small" onPress={() => onPick(one)}>
          {one}
        </Button>
      ))}
      {more ? <span className={css.label}>{more}</span> : null}
    </fieldset>
  );
}
