/**
 * What the witnesses have at a variant, in one line: each reading with its sigla, none pushed out by another. Those who do
 * not see it hear all of it in a sentence.
 */
import type { Witness } from '../../../../electron/contract/index.js';
import { t } from '../../../../electron/wording/index.js';
import {
  type ApparatusEntry,
  type ApparatusReading,
  formatEntry,
  formatReading,
  formatSigla,
} from '../model/apparatus.js';
import { distinguishingParts, splitForEllipsis } from '../model/shorten-readings.js';
import { classTitle } from '../model/variant-classes.js';
import css from './VariantReadings.module.css';

export interface VariantReadingsProps {
  readonly entry: ApparatusEntry;
  readonly witnesses: readonly Witness[];
  /** The witnesses side by side: their readings are always there. */
  readonly beside: readonly number[];
  readonly pageLabel: string | null;
}

/** Readings beyond these are counted. */
const MAX_SHOWN = 3;

export function VariantReadings({ entry, witnesses, beside, pageLabel }: VariantReadingsProps) {
  const title = classTitle(entry.variant.class);
  const all = [entry.lemma, ...entry.others];
  const shown = shownReadings(all, beside);
  const sentence = shown.filter(({ state }) => state === 'said');
  const short = distinguishingParts(sentence.map(({ text }) => text));
  const page = pageLabel === null ? '' : ` · ${pageLabel}`;
  const left = all.filter((reading) => !shown.includes(reading));
  return (
    <>
      <span className="visually-hidden" role="status">
        {title}: {formatEntry(entry, witnesses)}
        {page}
      </span>
      <span className={css.line} aria-hidden data-readings>
        <strong className={css.kind}>{title}</strong>
        {shown.map((reading) => (
          <span key={reading.witnesses.join()} className={css.reading} data-reading>
            <span className={css.sigla}>{formatSigla(reading.witnesses, witnesses)}</span>
            {words(reading)}
          </span>
        ))}
        {left.length === 0 ? null : (
          <span className={css.more} title={left.map((reading) => sayOne(reading)).join('; ')}>
            {t('+{count} more', { count: left.length })}
          </span>
        )}
        {pageLabel === null ? null : <span className={css.page}>{pageLabel}</span>}
      </span>
    </>
  );

  function sayOne(reading: ApparatusReading): string {
    return `${formatSigla(reading.witnesses, witnesses)} ${formatReading(reading)}`;
  }

  function words(reading: ApparatusReading) {
    if (reading.state !== 'said') return <span className={css.none}>{formatReading(reading)}</span>;
    const [head, tail] = splitForEllipsis(short[sentence.indexOf(reading)] ?? reading.text);
    return (
      <span className={css.words} title={reading.text} dir="auto" data-fixed={tail === '' || undefined}>
        <span className={css.head}>{head}</span>
        {tail === '' ? null : <span className={css.tail}>{tail}</span>}
      </span>
    );
  }
}

/** In their order: those of the witnesses side by side, and others as long as there are few. */
function shownReadings(all: readonly ApparatusReading[], beside: readonly number[]): ApparatusReading[] {
  const isBeside = ({ witnesses }: ApparatusReading) => witnesses.some((witness) => beside.includes(witness));
  let room = MAX_SHOWN - all.filter(isBeside).length;
  return all.filter((reading) => {
    if (isBeside(reading)) return true;
    room -= 1;
    return room >= 0;
  });
}
