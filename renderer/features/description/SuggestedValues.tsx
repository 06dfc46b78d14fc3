/** What the original may say of an element: one press takes it into the description, another puts it away. */
import { useState } from 'react';
import type { Suggestion } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { Button, rich } from '../../ui/index.js';
import css from './InlineField.module.css';

export interface SuggestedValuesProps {
  readonly suggestions: readonly Suggestion[];
  /** As the label of the field says it. */
  readonly element: string;
  readonly isReadOnly: boolean;
  /** @returns the reason when it is refused; null when it was saved. */
  onUse(suggestion: Suggestion): Promise<string | null>;
  onDismiss(suggestion: Suggestion): Promise<string | null>;
}

export function SuggestedValues({ suggestions, element, isReadOnly, onUse, onDismiss }: SuggestedValuesProps) {
  const [problem, setProblem] = useState<string | null>(null);
  if (suggestions.length === 0) return null;
  return (
    <div className={css.field}>
      <ul className={css.suggested} aria-label={t('Suggested: {element}', { element })}>
        {suggestions.map((suggestion) => {
          const { value, from } = suggestion;
          return (
            <li key={value} className={css.hint}>
              {rich('Suggested: {value} <span>(read in {from})</span>', {
                value: <bdi className={css.value}>{value}</bdi>,
                from,
                span: (parts) => <span>{parts}</span>,
              })}{' '}
              {isReadOnly ? null : (
                <span className={css.choices}>
                  <Button
                    variant="link"
                    aria-label={t('Use it: {value}', { value })}
                    onPress={() => void onUse(suggestion).then(setProblem)}
                  >
                    {t('Use it')}
                  </Button>
                  <Button
                    variant="link"
                    aria-label={t('Dismiss: {value}', { value })}
                    onPress={() => void onDismiss(suggestion).then(setProblem)}
                  >
                    {t('Dismiss')}
                  </Button>
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {problem ? (
        <p className={css.problem} role="alert">
          {problem}
        </p>
      ) : null}
    </div>
  );
}
