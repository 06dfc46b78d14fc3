/** What stands in a line's way, said beside the results or in their place, with each line that may be asked instead one press away. */
import type { LineHint } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { Button } from '../../ui/index.js';
import css from './LineHints.module.css';

export interface LineHintsProps {
  readonly hints: readonly LineHint[];
  /** `beside` results, or `instead` of them. */
  readonly place: 'beside' | 'instead';
  /** Another line is to be asked. */
  onLine(line: string): void;
}

export function LineHints({ hints, place, onLine }: LineHintsProps) {
  if (hints.length === 0) return null;
  return (
    <ul className={css.hints} data-place={place} aria-label={t('About this search')}>
      {hints.map((hint) => (
        <li key={`${hint.kind} ${hint.start} ${hint.message}`} className={css.hint}>
          <span className={css.message}>{hint.message}</span>
          {hint.suggestions.length > 0 ? (
            <span className={css.suggestions}>
              {hint.kind === 'word' && place === 'instead' ? <span>{t('Nearest:')}</span> : null}
              {hint.suggestions.map(({ text, sources, query }) => (
                <Button
                  key={query}
                  variant={place === 'instead' ? 'quiet' : 'link'}
                  size="small"
                  onPress={() => onLine(query)}
                >
                  <bdi>{text}</bdi>
                  {sources === null ? null : (
                    <span className={css.count}>
                      ({t('{sources, plural, one {# source} other {# sources}}', { sources })})
                    </span>
                  )}
                </Button>
              ))}
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
