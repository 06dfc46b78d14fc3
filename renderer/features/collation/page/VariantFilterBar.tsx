/**
 * Which variants are shown: four usual choices, every class by itself with its number and its reason, and whether only
 * those where the witnesses side by side differ.
 */
import { ListFilter } from 'lucide-react';
import type { VariantClass } from '../../../../electron/contract/index.js';
import { t } from '../../../../electron/wording/index.js';
import { Button, Checkbox, formatCount, Popover, ToggleButton, Toolbar, Tooltip } from '../../../ui/index.js';
import { CLASSES, classReason } from '../model/variant-classes.js';
import { type ClassFilter, countIn, PRESETS, presetOf, toggleClass } from '../model/variant-filter.js';
import { ClassSample } from './ClassSample.js';
import css from './VariantFilterBar.module.css';

export interface VariantFilterBarProps {
  readonly filter: ClassFilter;
  /** Variants of each class. */
  readonly counts: Partial<Readonly<Record<VariantClass, number>>>;
  onFilter(filter: ClassFilter): void;
  /** How many variants of the shown classes differ between the witnesses side by side; null where all are shown. */
  readonly between: { readonly sigla: string; readonly count: number; readonly isOnly: boolean } | null;
  onBetween(isOnly: boolean): void;
}

export function VariantFilterBar({ filter, counts, onFilter, between, onBetween }: VariantFilterBarProps) {
  const chosen = presetOf(filter);
  return (
    <Toolbar label={t('Variants that are shown')}>
      {PRESETS.map(({ id, title, classes }) => (
        <ToggleButton key={id} isSelected={id === chosen} onChange={() => onFilter(classes)}>
          {title} <span className={css.count}>{formatCount(countIn(counts, classes))}</span>
        </ToggleButton>
      ))}
      <Popover
        label={t('Classes of variants')}
        placement="bottom start"
        trigger={
          <Button>
            <ListFilter size={14} aria-hidden /> {chosen === null ? t('Classes (some)') : t('Classes')}
          </Button>
        }
      >
        {() => (
          <div className={css.classes}>
            <p className={css.word}>
              {t(
                'A class is a guess by the program, from the words alone. Show or hide each; the sample is how it looks in the text.',
              )}
            </p>
            {CLASSES.map(({ id, title }) => (
              <Checkbox key={id} isSelected={filter.has(id)} onChange={() => onFilter(toggleClass(filter, id))}>
                <span className={css.class}>
                  <ClassSample kind={id} />
                  <span className={css.title}>{title}</span>
                  <span className={css.count}>{formatCount(counts[id] ?? 0)}</span>
                  <span className={css.why}>{classReason(id).replace(t('A guess by the program: '), '')}</span>
                </span>
              </Checkbox>
            ))}
          </div>
        )}
      </Popover>
      {between ? (
        <Tooltip text={t('Only where {sigla} differ, not where only others do', { sigla: between.sigla })}>
          <ToggleButton isSelected={between.isOnly} onChange={onBetween}>
            {t('Differs between the shown')} <span className={css.count}>{formatCount(between.count)}</span>
          </ToggleButton>
        </Tooltip>
      ) : null}
    </Toolbar>
  );
}
