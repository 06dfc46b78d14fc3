/** The critical apparatus: at each variant the reading of the base text, then the others with their sigla. */
import type { Witness } from '../../../../electron/contract/index.js';
import { t } from '../../../../electron/wording/index.js';
import { type Variant, withheldBy } from './variant-list.js';

export interface ApparatusReading {
  /** In one line; empty where there is nothing, or where it is withheld. */
  readonly text: string;
  /** `elsewhere`: what others have here stands at another place of this witness. */
  readonly state: 'said' | 'nothing' | 'elsewhere' | 'withheld';
  /** The exemption code of what is withheld; null when none is given. */
  readonly code: string | null;
  /** Indices of the witnesses that have it, the base first, else in order. */
  readonly witnesses: readonly number[];
}

export interface ApparatusEntry {
  readonly variant: Variant;
  /** The reading of the base. */
  readonly lemma: ApparatusReading;
  readonly others: readonly ApparatusReading[];
}

/** The words on one line. */
export const collapseBlanks = (words: string): string => words.replace(/\s+/gu, ' ').trim();

/** What one witness has at a variant. @param text of the witness. */
export function readingOf(variant: Variant, witness: number, text: string): Omit<ApparatusReading, 'witnesses'> {
  const hidden = withheldBy(variant, witness);
  if (hidden) return { text: '', state: 'withheld', code: hidden.code };
  const cell = variant.cells[witness];
  const words = cell ? collapseBlanks(text.slice(cell[0], cell[1])) : '';
  if (words !== '') return { text: words, state: 'said', code: null };
  return { text: '', state: variant.moves.length > 0 ? 'elsewhere' : 'nothing', code: null };
}

/** @param texts of the witnesses, in their order. */
export function apparatusEntry(variant: Variant, base: number, texts: readonly string[]): ApparatusEntry {
  const groups = new Map<string, { witnesses: number[]; reading: Omit<ApparatusReading, 'witnesses'> }>();
  const order = [base, ...variant.readings.keys().filter((witness) => witness !== base)];
  for (const witness of order) {
    const reading = readingOf(variant, witness, texts[witness] ?? '');
    // Those that withhold say nothing alike, whatever the engine took the words around for.
    const key =
      reading.state === 'withheld'
        ? t('withheld {code}', { code: reading.code ?? '' })
        : String(variant.readings[witness]);
    const group = groups.get(key);
    if (group) group.witnesses.push(witness);
    else groups.set(key, { witnesses: [witness], reading });
  }
  const [lemma, ...others] = [...groups.values()].map(({ witnesses, reading }) => ({ ...reading, witnesses }));
  return { variant, lemma: lemma ?? { text: '', state: 'nothing', code: null, witnesses: [base] }, others };
}

export const formatSigla = (indices: readonly number[], witnesses: readonly Pick<Witness, 'siglum'>[]): string =>
  indices.map((index) => witnesses[index]?.siglum ?? '?').join(' ');

/** Longest reading in a line of words about a variant. */
const LIMIT = 60;

export function formatReading({ state, text, code }: Omit<ApparatusReading, 'witnesses'>): string {
  if (state === 'withheld') return code === null ? 'withheld' : t('withheld, {code}', { code });
  if (state === 'nothing' || state === 'elsewhere') return state;
  return text.length <= LIMIT ? text : `${text.slice(0, LIMIT).trimEnd()}…`;
}

/** For example `A 43, B C 48`. */
export const formatEntry = ({ lemma, others }: ApparatusEntry, witnesses: readonly Pick<Witness, 'siglum'>[]): string =>
  [lemma, ...others]
    .map((reading) => `${formatSigla(reading.witnesses, witnesses)} ${formatReading(reading)}`)
    .join(', ');
