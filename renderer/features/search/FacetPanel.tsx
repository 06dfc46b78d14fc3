/** What narrows the search: dates to brush, and the values of each facet with their counts. */
import { useState } from 'react';
import type { CollectionId, Facets as FacetsAnswer, Failure, TagId } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import {
  describeFilter,
  type FilterNames,
  failureMessage,
  formatDate,
  saveLayout,
  useShellState,
} from '../../api/index.js';
import { formatCount, TextField } from '../../ui/index.js';
import { DateBars } from './DateBars.js';
import css from './FacetPanel.module.css';
import { CollapsibleSection, FacetValues } from './FacetSection.js';
import { includeSelected, isInformative } from './facet-values.js';
import { dateFault, type SearchDraft, toggleValue } from './search-draft.js';

export interface FacetPanelProps {
  /** `side`: a column beside the hits; `above`: a part of the pane that folds out over them. */
  readonly shape: 'side' | 'above';
  readonly draft: SearchDraft;
  /** Null until they are known. */
  readonly facets: FacetsAnswer | null;
  /** A DATE_INVALID failure of the search; null when there is none. */
  readonly dateFailure: Failure | null;
  readonly names: FilterNames;
  onDraft(draft: SearchDraft): void;
}

const FOLDED = 'searchFacetsFolded';

/** Which facets are folded away, remembered. */
function useFolded() {
  const shell = useShellState();
  const known = shell.status === 'ready' ? shell.data.preferences.layout[FOLDED] : undefined;
  const [folded, setFolded] = useState<readonly string[]>(() => (Array.isArray(known) ? known.map(String) : []));
  return {
    isOpen: (key: string) => !folded.includes(key),
    toggle: (key: string) => {
      const next = toggleValue(folded, key);
      setFolded(next);
      saveLayout(FOLDED, next);
    },
  };
}

export function FacetPanel({ shape, draft, facets, dateFailure, names, onDraft }: FacetPanelProps) {
  const { isOpen, toggle } = useFolded();
  const collectionId = draft.collectionId === null ? [] : [draft.collectionId];
  return (
    <section id="search-facets" className={css.facets} data-shape={shape} aria-label={t('Filters')}>
      <CollapsibleSection
        title={t('Dates')}
        chosen={draft.dateFrom.trim() || draft.dateTo.trim() ? 1 : 0}
        isOpen={isOpen('dates') || dateFailure !== null}
        onToggle={() => toggle('dates')}
      >
        {dates()}
      </CollapsibleSection>
      {many('documentTypes', t('Document type'))}
      {many('creators', t('Creator'))}
      {facets && isInformative(facets.collections, collectionId) ? (
        <CollapsibleSection
          title={t('Collection')}
          chosen={collectionId.length}
          isOpen={isOpen('collections')}
          onToggle={() => toggle('collections')}
        >
          <FacetValues
            title={t('Collection')}
            values={includeSelected(facets.collections, collectionId, (id) =>
              describeFilter({ collectionId: id as CollectionId }, names).replace(/^in /, ''),
            )}
            chosen={collectionId}
            choose="one"
            onChoose={(value) => onDraft({ ...draft, collectionId: value as CollectionId | null })}
          />
        </CollapsibleSection>
      ) : null}
      {many('languages', t('Language'))}
      {tags()}
    </section>
  );

  function many(key: 'documentTypes' | 'creators' | 'languages', title: string) {
    const chosen = draft[key];
    if (!facets || !isInformative(facets[key], chosen)) return null;
    const nameOf = (value: string) => (key === 'languages' ? describeFilter({ languages: [value] }, names) : value);
    return (
      <CollapsibleSection title={title} chosen={chosen.length} isOpen={isOpen(key)} onToggle={() => toggle(key)}>
        <FacetValues
          title={title}
          values={includeSelected(facets[key], chosen, nameOf)}
          chosen={chosen}
          choose="many"
          onChoose={(value) => onDraft({ ...draft, [key]: toggleValue(chosen, value ?? '') })}
        />
      </CollapsibleSection>
    );
  }

  function tags() {
    const chosen = draft.tagIds;
    if (!facets || !isInformative(facets.tags, chosen)) return null;
    return (
      <CollapsibleSection
        title={t('Tag')}
        chosen={chosen.length}
        isOpen={isOpen('tags')}
        onToggle={() => toggle('tags')}
      >
        <FacetValues
          title={t('Tag')}
          values={includeSelected(facets.tags, chosen, (id) =>
            describeFilter({ tagIds: [id as TagId] }, names).replace(/^tagged /, ''),
          )}
          chosen={chosen}
          choose="many"
          onChoose={(value) => onDraft({ ...draft, tagIds: toggleValue(chosen, value as TagId) })}
        />
      </CollapsibleSection>
    );
  }

  function dates() {
    const histogram = facets?.dates ?? null;
    const faulty = dateFailure ? dateFault(draft, dateFailure) : [];
    return (
      <>
        {histogram && histogram.bins.length > 1 ? (
          <DateBars histogram={histogram} dates={draft} onDates={(range) => onDraft({ ...draft, ...range })} />
        ) : null}
        <div className={css.dates}>
          {date('dateFrom', t('From'), faulty)}
          {date('dateTo', t('Until'), faulty)}
        </div>
        {faulty.length > 0 ? (
          <p className={css.none}>{t('Write the year first: 2000-09-30, 2000-09 or 2000.')}</p>
        ) : histogram && histogram.undated > 0 ? (
          <p className={css.none}>{t('{undated} without a date', { undated: formatCount(histogram.undated) })}</p>
        ) : null}
      </>
    );
  }

  function date(field: 'dateFrom' | 'dateTo', label: string, faulty: readonly string[]) {
    const value = draft[field].trim();
    const said = formatDate(value);
    const isFaulty = faulty.includes(field);
    return (
      <TextField
        label={label}
        placeholder={field === 'dateFrom' ? '1999' : '2000-09'}
        value={draft[field]}
        onChange={(next) => onDraft({ ...draft, [field]: next })}
        error={isFaulty && dateFailure ? failureMessage(dateFailure).title : null}
        description={!isFaulty && value !== '' && said !== value ? said : undefined}
      />
    );
  }
}
