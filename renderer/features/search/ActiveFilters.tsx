/** The active filters above the hits; each can be removed. */
import { X } from 'lucide-react';
import { type MouseEvent, useRef } from 'react';
import { t } from '../../../electron/wording/index.js';
import { Button } from '../../ui/index.js';
import css from './ActiveFilters.module.css';
import type { ActiveFilter } from './active-filters.js';
import { type SearchDraft, withoutFilters } from './search-draft.js';

export interface ActiveFiltersProps {
  readonly draft: SearchDraft;
  readonly chosen: readonly ActiveFilter[];
  onDraft(draft: SearchDraft): void;
  /** The last filter is gone, and with it whatever had the focus here. */
  onEmptied(): void;
}

export function ActiveFilters({ draft, chosen, onDraft, onEmptied }: ActiveFiltersProps) {
  const list = useRef<HTMLUListElement>(null);
  if (chosen.length === 0) return null;
  const remove = (event: MouseEvent<HTMLButtonElement>, without: SearchDraft) => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(event.currentTarget);
    const neighbour = buttons[at + 1] ?? buttons[at - 1];
    if (neighbour) neighbour.focus();
    else onEmptied();
    onDraft(without);
  };
  return (
    <div className={css.chosen}>
      <ul ref={list} className={css.list} aria-label={t('Filters that are set')}>
        {chosen.map(({ key, label, without }) => (
          <li key={key}>
            <button
              type="button"
              className={css.chip}
              aria-label={t('Take away the filter {label}', { label })}
              title={label}
              onClick={(event) => remove(event, without)}
            >
              <span className={css.label} dir="auto">
                {label}
              </span>
              <X size={12} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      <Button
        variant="link"
        size="small"
        onPress={() => {
          onEmptied();
          onDraft(withoutFilters(draft));
        }}
      >
        {t('Clear filters')}
      </Button>
    </div>
  );
}
