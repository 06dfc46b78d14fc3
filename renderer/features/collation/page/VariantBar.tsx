/**
 * One line under the filters: the current variant, in words; or what is selected in the texts, with what can
 * be decided about it. Its height never changes, so that the texts stand still.
 */
import { ArrowDown, ArrowUp, Info, Link2, Link2Off, Merge, Split, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Witness } from '../../../../electron/contract/index.js';
import { t } from '../../../../electron/wording/index.js';
import { Button, formatCount, Tooltip } from '../../../ui/index.js';
import type { ApparatusEntry } from '../model/apparatus.js';
import { classReason, classTitle } from '../model/variant-classes.js';
import type { WitnessSelection } from '../slots.js';
import { ClassSample } from './ClassSample.js';
import { TakeOver } from './TakeOver.js';
import type { TakeOverActions } from './use-take-over.js';
import css from './VariantBar.module.css';
import { VariantReadings } from './VariantReadings.js';

export interface VariantBarProps {
  readonly witnesses: readonly Witness[];
  /** The current variant; null for none. */
  readonly entry: ApparatusEntry | null;
  /** Of the shown variants, from 1; 0 when it is none of them. */
  readonly number: number;
  readonly total: number;
  readonly pageLabel: string | null;
  /** The witnesses side by side. */
  readonly beside: readonly number[];
  readonly takeOver: TakeOverActions;
  /** What is selected, by witness. */
  readonly selected: ReadonlyMap<number, WitnessSelection>;
  /** Nothing can be decided: the archive is open for reading, or nothing is saved. */
  readonly canPin: boolean;
  readonly canSplit: boolean;
  readonly canJoin: boolean;
  onStep(direction: 1 | -1): void;
  onSplit(): void;
  onJoin(): void;
  onPin(kind: 'together' | 'apart'): void;
  onClear(): void;
}

export function VariantBar(props: VariantBarProps) {
  const { entry, number, total, selected, onStep } = props;
  return (
    <div className={css.line}>
      <Tooltip text={t('Previous variant')} keys="Shift+F8">
        <Button variant="icon" aria-label={t('Previous variant')} isDisabled={total === 0} onPress={() => onStep(-1)}>
          <ArrowUp size={15} aria-hidden />
        </Button>
      </Tooltip>
      <Tooltip text={t('Next variant')} keys="F8">
        <Button variant="icon" aria-label={t('Next variant')} isDisabled={total === 0} onPress={() => onStep(1)}>
          <ArrowDown size={15} aria-hidden />
        </Button>
      </Tooltip>
      <span className={css.count}>
        {number > 0
          ? t('{number} of {total}', { number: formatCount(number), total: formatCount(total) })
          : formatCount(total)}
      </span>
      {selected.size > 0 ? (
        <SelectedWords {...props} />
      ) : entry ? (
        <CurrentVariant {...props} entry={entry} />
      ) : (
        idle(total)
      )}
    </div>
  );
}

const idle = (total: number): ReactNode => (
  <span className={css.quiet} role="status">
    {total === 0 ? t('No variant of these classes') : t('Choose a variant in a text or in the table')}
  </span>
);

function CurrentVariant(props: VariantBarProps & { readonly entry: ApparatusEntry }) {
  const { entry, witnesses, pageLabel, beside, takeOver, canPin, canSplit, canJoin, onSplit, onJoin } = props;
  const { class: kind } = entry.variant;
  return (
    <>
      <ClassSample kind={kind} />
      <VariantReadings entry={entry} witnesses={witnesses} beside={beside} pageLabel={pageLabel} />
      <Tooltip text={classReason(kind)}>
        <Button
          variant="icon"
          size="small"
          aria-label={t('Why {classTitle}: {classReason}', {
            classTitle: classTitle(kind).toLowerCase(),
            classReason: classReason(kind),
          })}
        >
          <Info size={14} aria-hidden />
        </Button>
      </Tooltip>
      <span className={css.gap} />
      {canPin ? (
        <>
          <TakeOver taking={takeOver} />
          <Tooltip text={t('These readings do not correspond: each gets a place of its own')}>
            <Button size="small" aria-label={t('Split')} isDisabled={!canSplit} onPress={onSplit}>
              <Split size={13} aria-hidden /> <span className={css.label}>{t('Split')}</span>
            </Button>
          </Tooltip>
          <Tooltip text={t('This variant and the next are one place')}>
            <Button size="small" aria-label={t('Join with next')} isDisabled={!canJoin} onPress={onJoin}>
              <Merge size={13} aria-hidden /> <span className={css.label}>{t('Join with next')}</span>
            </Button>
          </Tooltip>
        </>
      ) : null}
    </>
  );
}

function SelectedWords({ witnesses, selected, canPin, onPin, onClear }: VariantBarProps) {
  const words = [...selected].sort(([a], [b]) => a - b);
  const isPair = selected.size > 1;
  return (
    <>
      <span className={css.words} role="status" dir="auto">
        {words.map(([witness, { text }]) => (
          <span key={witness} className={css.chosen}>
            <strong>{witnesses[witness]?.siglum}</strong> “{text.replace(/\s+/g, ' ').slice(0, 60)}”
          </span>
        ))}
        {isPair || !canPin ? null : (
          <span className={css.quiet}>
            {' '}
            {t('Select words in another witness to say whether they belong together.')}
          </span>
        )}
      </span>
      <span className={css.gap} />
      {isPair && canPin ? (
        <>
          <Tooltip text={t('The alignment is made again around it')} keys="CmdOrCtrl+Alt+J">
            <Button size="small" onPress={() => onPin('together')}>
              <Link2 size={13} aria-hidden /> {t('Belong together')}
            </Button>
          </Tooltip>
          <Tooltip text={t('No words of the two will share a place')} keys="CmdOrCtrl+Alt+K">
            <Button size="small" onPress={() => onPin('apart')}>
              <Link2Off size={13} aria-hidden /> {t('Do not belong together')}
            </Button>
          </Tooltip>
        </>
      ) : null}
      <Button variant="icon" size="small" aria-label={t('Select nothing')} onPress={onClear}>
        <X size={14} aria-hidden />
      </Button>
    </>
  );
}
