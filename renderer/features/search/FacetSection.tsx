/** One facet: its values with their counts, to be ticked. A long one shows its first values, more on demand, and a box to look in. */
import { ChevronDown, ChevronRight } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { type FacetCount, MAX_FACET_VALUES } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { Button, Checkbox, formatCount, SearchField } from '../../ui/index.js';
import css from './FacetPanel.module.css';
import { visibleValues } from './facet-values.js';

/** Values shown at first, and how many each “Show more” adds. */
const FIRST_VALUES = 6;
const MORE_VALUES = 30;
/** From so many values on one looks for a value rather than down the list. */
const LONG_FACET = 12;

export interface CollapsibleSectionProps {
  readonly title: string;
  /** How many of its values are chosen. */
  readonly chosen: number;
  readonly isOpen: boolean;
  onToggle(): void;
  readonly children: ReactNode;
}

/** A part of the facets that folds under its title. */
export function CollapsibleSection({ title, chosen, isOpen, onToggle, children }: CollapsibleSectionProps) {
  const id = useId();
  return (
    <fieldset className={css.facet}>
      <legend className={css.legend}>
        <button type="button" className={css.fold} aria-expanded={isOpen} aria-controls={id} onClick={onToggle}>
          {isOpen ? <ChevronDown size={13} aria-hidden /> : <ChevronRight size={13} aria-hidden />}
          {title}
          {chosen > 0 ? (
            <span className={css.chosen}>
              {chosen}
              <span className="visually-hidden"> {t('chosen')}</span>
            </span>
          ) : null}
        </button>
      </legend>
      <div id={id} className={css.values} hidden={!isOpen}>
        {isOpen ? children : null}
      </div>
    </fieldset>
  );
}

export interface FacetValuesProps {
  readonly title: string;
  readonly values: readonly FacetCount[];
  readonly chosen: readonly string[];
  /** `many`: values are alternatives; `one`: a value takes the place of the last. */
  readonly choose: 'many' | 'one';
  /** @param value null: none, when one is chosen at most. */
  onChoose(value: string | null): void;
}

export function FacetValues({ title, values, chosen, choose, onChoose }: FacetValuesProps) {
  const [limit, setLimit] = useState(FIRST_VALUES);
  const [contains, setContains] = useState('');
  const { shown, more } = visibleValues(values, { selected: chosen, limit, contains });
  const isLong = values.length > LONG_FACET;
  return (
    <>
      {isLong ? (
        <SearchField
          label={t('Look in {title}', { title: title.toLowerCase() })}
          placeholder={t('Look in {count}', { count: formatCount(values.length) })}
          value={contains}
          onChange={setContains}
        />
      ) : null}
      {choose === 'many' ? (
        <ul className={css.list}>
          {shown.map((value) => (
            <li key={value.value}>
              <Checkbox isSelected={chosen.includes(value.value)} onChange={() => onChoose(value.value)}>
                {valueLabel(value)}
              </Checkbox>
            </li>
          ))}
        </ul>
      ) : (
        <RadioGroup
          aria-label={title}
          className={css.list ?? ''}
          value={chosen[0] ?? ANY}
          onChange={(value) => onChoose(value === ANY ? null : value)}
        >
          {chosen.length > 0 ? radio(ANY, <span className={css.label}>{t('Any')}</span>) : null}
          {shown.map((value) => radio(value.value, valueLabel(value)))}
        </RadioGroup>
      )}
      {more === 0 && values.length >= MAX_FACET_VALUES ? (
        <p className={css.none}>
          {t('The {MAX_FACET_VALUES} most frequent are listed. Narrow the search for others.', {
            MAX_FACET_VALUES: formatCount(MAX_FACET_VALUES),
          })}
        </p>
      ) : null}
      {shown.length === 0 ? (
        <p className={css.none}>{t('None of them has “{contains}”.', { contains: contains.trim() })}</p>
      ) : null}
      {more > 0 ? (
        <div className={css.more}>
          <Button variant="link" size="small" onPress={() => setLimit(limit + MORE_VALUES)}>
            {t('Show {min} more', { min: formatCount(Math.min(more, MORE_VALUES)) })}
            {more > MORE_VALUES ? t(' of {more}', { more: formatCount(more) }) : ''}
          </Button>
        </div>
      ) : limit > FIRST_VALUES && contains === '' ? (
        <div className={css.more}>
          <Button variant="link" size="small" onPress={() => setLimit(FIRST_VALUES)}>
            {t('Show fewer')}
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** No id of a value is empty or begins like this. */
const ANY = '\u0000any';

const radio = (value: string, children: ReactNode) => (
  <Radio key={value} value={value} className={css.radio ?? ''}>
    <span className={css.dot} aria-hidden />
    {children}
  </Radio>
);

const GUESSED = t('Guessed from the text. Writing the language into the description of a source corrects it.');

const valueLabel = ({ label, count, guessed = 0 }: FacetCount) => (
  <>
    <span className={css.label} dir="auto" title={label}>
      {label || t('Not given')}
    </span>
    <span className={css.count} aria-hidden>
      {formatCount(count)}
    </span>
    <span className="visually-hidden">, {t('{count, plural, one {# source} other {# sources}}', { count })}</span>
    {guessed > 0 ? (
      <span className={css.guessed} title={GUESSED}>
        <span className="visually-hidden">, </span>
        {guessed === count ? t('guessed') : t('{guessed} guessed', { guessed: formatCount(guessed) })}
      </span>
    ) : null}
  </>
);
