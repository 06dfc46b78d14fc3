/** An honest word when nothing was found: what was searched, why it may not be there, and what else to try. */
import { SearchX } from 'lucide-react';
import type { LineHint, SearchQuery } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { describeFilter, type FilterNames } from '../../api/index.js';
import { Button, EmptyState } from '../../ui/index.js';
import { LineHints } from './LineHints.js';
import css from './NoResults.module.css';
import { countFilters, describeQuery, type SearchDraft, withoutFilters } from './search-draft.js';

export interface NoResultsProps {
  /** What was asked, and found nothing. */
  readonly query: SearchQuery;
  readonly draft: SearchDraft;
  readonly names: FilterNames;
  /** `growing`: texts are still going into the index, so what is missing is not yet known to be missing. */
  readonly index: 'growing' | 'whole';
  /** Whether notes were found; this message is about sources. */
  readonly notes: 'some' | 'none';
  /** Which part of the line stands in the way, and what may be asked instead. */
  readonly hints: readonly LineHint[];
  onDraft(draft: SearchDraft): void;
  onLine(line: string): void;
}

export function NoResults({ query, draft, names, index, notes, hints, onDraft, onLine }: NoResultsProps) {
  const said = describeQuery(query, describeFilter(query.filter, names));
  return (
    <EmptyState
      icon={<SearchX size={26} strokeWidth={1.5} />}
      title={`${notes === 'some' ? t('No source found') : t('Nothing found')}${index === 'growing' ? t(' so far') : ''}`}
      action={
        <>
          {countFilters(draft) > 0 ? (
            <Button onPress={() => onDraft(withoutFilters(draft))}>{t('Search without filters')}</Button>
          ) : null}
          {draft.matching === 'exact' && query.query !== '' ? (
            <Button onPress={() => onDraft({ ...draft, matching: 'expanded' })}>{t('Other forms too')}</Button>
          ) : null}
          {draft.mode !== 'any' && /\S\s+\S/.test(query.query) ? (
            <Button onPress={() => onDraft({ ...draft, mode: 'any' })}>{t('Any of the words')}</Button>
          ) : null}
        </>
      }
    >
      {t('Searched for {said}.', { said })}{' '}
      {index === 'growing'
        ? t('The index is still being built: this is not the last word. New hits appear here by themselves.')
        : query.query === ''
          ? t('No source of this archive passes all of these filters.')
          : hints.length > 0
            ? t('A scan without a text layer cannot be found by its words.')
            : t(
                'No text of this archive has it in this form; a scan without a text layer cannot be found by its words. Try fewer words, or a word’s beginning with *.',
              )}
      {index === 'growing' || hints.length === 0 ? null : (
        <div className={css.hints}>
          <LineHints hints={hints} place="instead" onLine={onLine} />
        </div>
      )}
    </EmptyState>
  );
}
