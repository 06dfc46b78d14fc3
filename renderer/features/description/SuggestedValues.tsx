/** What the original may say of an element: one press takes it into the description, another puts it away. */
import { useState } from 'react';
import type { Suggestion } from '../../../electron/contract/index.js';
import { Button } from '../../ui/index.js';
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
      <ul className={css.suggested} aria-label={`Suggested: ${element}`}>
        {suggestions.map((suggestion) => {
          const { value, from } = suggestion;
          return (
            <li key={value} className={css.hint}>
              Suggested: <bdi className={css.value}>{value}</bdi> <span>(read in {from})</span>{' '}
              {isReadOnly ? null : (
                <span className={css.choices}>
                  <Button
                    variant="link"
                    aria-label={`Use it: ${value}`}
                    onPress={() => void onUse(suggestion).then(setProblem)}
                  >
                    Use it
                  </Button>
                  <Button
                    variant="link"
                    aria-label={`Dismiss: ${value}`}
                    onPress={() => void onDismiss(suggestion).then(setProblem)}
                  >
                    Dismiss
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
