/** What the text seems to be written in, while the description does not say it. A guess, until a person takes it. */
import { useState } from 'react';
import { t } from '../../../electron/wording/index.js';
import { Button } from '../../ui/index.js';
import css from './InlineField.module.css';
import { languageName } from './language-options.js';

export interface GuessedLanguageProps {
  /** BCP 47; null for no guess. */
  readonly tag: string | null;
  readonly isReadOnly: boolean;
  /** @returns the reason when it is refused; null when it was saved. */
  onUse(tag: string): Promise<string | null>;
}

export function GuessedLanguage({ tag, isReadOnly, onUse }: GuessedLanguageProps) {
  const [problem, setProblem] = useState<string | null>(null);
  if (tag === null) return null;
  return (
    <div className={css.field}>
      <p className={css.hint}>
        {t('Guessed: {languageName}', { languageName: languageName(tag) ?? tag })}
        {isReadOnly ? null : (
          <>
            {' — '}
            <Button
              variant="link"
              aria-label={t('Use it: {languageName}', { languageName: languageName(tag) ?? tag })}
              onPress={() => void onUse(tag).then(setProblem)}
            >
              {t('Use it')}
            </Button>
          </>
        )}
      </p>
      {problem ? (
        <p className={css.problem} role="alert">
          {problem}
        </p>
      ) : null}
    </div>
  );
}
