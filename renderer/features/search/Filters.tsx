/** The filters of the search: dates, collection, document types with their counts. */
import { ListFilter } from 'lucide-react';
import type { Failure, SearchAnswer } from '../../../electron/contract/index.js';
import { sayDate, useCall, wordFailure } from '../../api/index.js';
import { Button, Checkbox, Select, TextField } from '../../ui/index.js';
import css from './Filters.module.css';
import { countFilters, faultyDates, type SearchDraft, withoutFilters } from './search-line.js';

export interface FiltersProps {
  readonly draft: SearchDraft;
  readonly facets: SearchAnswer['facets']['documentTypes'];
  /** A DATE_INVALID failure of the search; null when there is none. */
  readonly dateFailure: Failure | null;
  onDraft(draft: SearchDraft): void;
}

export function Filters({ draft, facets, dateFailure, onDraft }: FiltersProps) {
  const collections = useCall('collection.list', undefined, { keep: true });
  const known = collections.status === 'ready' ? collections.data : [];
  const faulty = dateFailure ? faultyDates(draft, dateFailure) : [];
  const chosen = draft.documentTypes.filter((type) => !facets.some(({ value }) => value === type));
  const types = [...facets, ...chosen.map((value) => ({ value, count: 0 }))];

  const date = (field: 'dateFrom' | 'dateTo', label: string) => {
    const value = draft[field].trim();
    const said = sayDate(value, 'long');
    const isFaulty = faulty.includes(field);
    return (
      <TextField
        label={label}
        placeholder={field === 'dateFrom' ? '2000-09' : '2000-10-05'}
        value={draft[field]}
        onChange={(next) => onDraft({ ...draft, [field]: next })}
        error={isFaulty && dateFailure ? wordFailure(dateFailure).title : null}
        description={!isFaulty && value !== '' && said !== value ? said : undefined}
      />
    );
  };

  return (
    <section id="search-filters" className={css.filters} aria-label="Filters">
      <div className={css.dates}>
        {date('dateFrom', 'From')}
        {date('dateTo', 'Until')}
      </div>
      {faulty.length > 0 && dateFailure ? (
        <p className={css.remedy}>Write the year first: 2000-09-30, 2000-09 or 2000.</p>
      ) : null}
      {known.length > 0 ? (
        <Select
          label="Collection"
          options={[
            { id: '', label: 'All sources' },
            ...known.map(({ id, name }) => ({ id: id as string, label: name })),
          ]}
          value={draft.collectionId ?? ''}
          onChange={(id) => onDraft({ ...draft, collectionId: known.find((one) => one.id === id)?.id ?? null })}
        />
      ) : null}
      {types.length > 0 ? (
        <fieldset className={css.types}>
          <legend className={css.legend}>Document type</legend>
          {types.map(({ value, count }) => (
            <div key={value} className={css.type}>
              <Checkbox
                isSelected={draft.documentTypes.includes(value)}
                onChange={(isOn) =>
                  onDraft({
                    ...draft,
                    documentTypes: isOn
                      ? [...draft.documentTypes, value]
                      : draft.documentTypes.filter((type) => type !== value),
                  })
                }
              >
                {value || 'Not given'}
              </Checkbox>
              <span className={css.count}>{count.toLocaleString('en-GB')}</span>
            </div>
          ))}
        </fieldset>
      ) : null}
      {countFilters(draft) > 0 ? (
        <div>
          <Button size="small" onPress={() => onDraft(withoutFilters(draft))}>
            <ListFilter size={13} aria-hidden />
            Clear filters
          </Button>
        </div>
      ) : null}
    </section>
  );
}
