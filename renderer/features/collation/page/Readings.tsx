/**
 * What the witnesses have at a variant, in one line: each reading with its sigla, none pushed out by another. Those who do
 * not see it hear all of it in a sentence.
 */
import type { Witness } from '../../../../electron/contract/index.js';
import { type Entry, type Reading, sayEntry, sayReading, siglaOf } from '../model/apparatus.js';
import { classTitle } from '../model/classes.js';
import { inTwo, telling } from '../model/shorten.js';
import css from './Readings.module.css';

export interface ReadingsProps {
  readonly entry: Entry;
  readonly witnesses: readonly Witness[];
  /** The witnesses side by side: their readings are always there. */
  readonly beside: readonly number[];
  readonly pageLabel: string | null;
}

/** Readings beyond these are counted. */
const MOST = 3;

export function Readings({ entry, witnesses, beside, pageLabel }: ReadingsProps) {
  const title = classTitle(entry.variant.class);
  const all = [entry.lemma, ...entry.others];
  const kept = keptOf(all, beside);
  const said = kept.filter(({ state }) => state === 'said');
  const short = telling(said.map(({ text }) => text));
  const page = pageLabel === null ? '' : ` · ${pageLabel}`;
  const left = all.filter((reading) => !kept.includes(reading));
  return (
    <>
      <span className="visually-hidden" role="status">
        {title}: {sayEntry(entry, witnesses)}
        {page}
      </span>
      <span className={css.line} aria-hidden data-readings>
        <strong className={css.kind}>{title}</strong>
        {kept.map((reading) => (
          <span key={reading.witnesses.join()} className={css.reading} data-reading>
            <span className={css.sigla}>{siglaOf(reading.witnesses, witnesses)}</span>
            {words(reading)}
          </span>
        ))}
        {left.length === 0 ? null : (
          <span className={css.more} title={left.map((reading) => sayOne(reading)).join('; ')}>
            +{left.length} more
          </span>
        )}
        {pageLabel === null ? null : <span className={css.page}>{pageLabel}</span>}
      </span>
    </>
  );

  function sayOne(reading: Reading): string {
    return `${siglaOf(reading.witnesses, witnesses)} ${sayReading(reading)}`;
  }

  function words(reading: Reading) {
    if (reading.state !== 'said') return <span className={css.none}>{sayReading(reading)}</span>;
    const [head, tail] = inTwo(short[said.indexOf(reading)] ?? reading.text);
    return (
      <span className={css.words} title={reading.text} dir="auto" data-fixed={tail === '' || undefined}>
        <span className={css.head}>{head}</span>
        {tail === '' ? null : <span className={css.tail}>{tail}</span>}
      </span>
    );
  }
}

/** In their order: those of the witnesses side by side, and others as long as there are few. */
function keptOf(all: readonly Reading[], beside: readonly number[]): Reading[] {
  const isBeside = ({ witnesses }: Reading) => witnesses.some((witness) => beside.includes(witness));
  let room = MOST - all.filter(isBeside).length;
  return all.filter((reading) => {
    if (isBeside(reading)) return true;
    room -= 1;
    return room >= 0;
  });
}
