/** Says quietly which other written forms a search took for its words, and lets one do without them. */
import { useState } from 'react';
import type { Expansion, WordMatching } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { Button, formatCount } from '../../ui/index.js';
import css from './AlsoMatching.module.css';

/** Forms shown of each word until one asks for more. */
const FIRST_FORMS = 4;

export interface AlsoMatchingProps {
  readonly matching: WordMatching;
  readonly expansions: readonly Expansion[];
  onMatching(matching: WordMatching): void;
}

export function AlsoMatching({ matching, expansions, onMatching }: AlsoMatchingProps) {
  if (matching === 'exact') {
    return (
      <p className={css.also}>
        <span>{t('Only the exact form')}</span>
        <Button variant="link" size="small" onPress={() => onMatching('expanded')}>
          {t('Widen again')}
        </Button>
      </p>
    );
  }
  const named = expansions.filter(({ forms }) => forms.length > 0);
  if (named.length === 0) return null;
  return (
    <div className={css.also}>
      <span>{t('Also matching')}</span>
      {named.map((expansion) => (
        <Forms
          // A word may stand twice in a line.
          key={`${expansion.typed} ${expansion.forms.length}`}
          expansion={expansion}
          naming={named.length > 1 ? 'named' : 'alone'}
        />
      ))}
      <Button variant="link" size="small" onPress={() => onMatching('exact')}>
        {t('Only exact')}
      </Button>
    </div>
  );
}

/** @param naming whether the typed word is shown before its forms. */
function Forms({ expansion, naming }: { readonly expansion: Expansion; readonly naming: 'named' | 'alone' }) {
  const { typed, forms, more } = expansion;
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? forms : forms.slice(0, FIRST_FORMS);
  const hidden = forms.length - shown.length;
  return (
    <>
      {naming === 'named' ? <span className={css.typed}>{typed}:</span> : null}
      <ul className={css.forms} aria-label={t('Other forms of {typed}', { typed })}>
        {shown.map(({ form, count }) => (
          <li key={form} className={css.form} title={t('{count, plural, one {# place} other {# places}}', { count })}>
            <span dir="auto">{form}</span>
            <span className={css.count} aria-hidden>
              {formatCount(count)}
            </span>
            <span className="visually-hidden">, {t('{count, plural, one {# place} other {# places}}', { count })}</span>
          </li>
        ))}
      </ul>
      {hidden > 0 ? (
        <Button
          variant="link"
          size="small"
          aria-label={t('Show {hidden} more forms of {typed}', { hidden: formatCount(hidden + more), typed })}
          onPress={() => setWhole(true)}
        >
          {t('+{hidden} more', { hidden: formatCount(hidden + more) })}
        </Button>
      ) : more > 0 ? (
        <span>{t('and {more, plural, one {# rarer form} other {# rarer forms}}', { more })}</span>
      ) : null}
    </>
  );
}
