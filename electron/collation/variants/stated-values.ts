/** What two readings state: whether in numbers or dates they say the same. */
import { findValues, sameValue, VALUE_LANGUAGES, type Value } from '../../text/index.js';

export interface ReadingValues {
  readonly values: readonly Value[];
  /** Whether nothing but values is said. */
  readonly isAlone: boolean;
  /** Figures as written, understood or not. */
  readonly figures: string;
}

const LETTER = /[\p{L}\p{N}]/u;

/**
 * What two readings state of one place. In which language is not known: where only one of them states a value, each
 * language is asked whether the other does, too (`četiri` and `pet`, which is five only beside the other).
 */
export function statedInBoth(a: string, b: string): readonly [ReadingValues, ReadingValues] {
  const both = [statedIn(a, ''), statedIn(b, '')] as const;
  if (both[0].values.length > 0 === both[1].values.length > 0) return both;
  for (const language of VALUE_LANGUAGES) {
    const asked = [statedIn(a, language), statedIn(b, language)] as const;
    if (asked.every(({ values }) => values.length > 0)) return asked;
  }
  return both;
}

function statedIn(words: string, language: string): ReadingValues {
  const values = findValues(words, language);
  let rest = '';
  let read = 0;
  for (const { start, end } of values) {
    rest += words.slice(read, start);
    read = end;
  }
  rest += words.slice(read);
  return {
    values,
    isAlone: values.length > 0 && !LETTER.test(rest),
    figures: (words.normalize('NFKC').match(/\p{Nd}+/gu) ?? []).join(' '),
  };
}

/** Whether both state the same values in the same order, and surely so. */
export const stateTheSame = (a: ReadingValues, b: ReadingValues): boolean =>
  a.values.length === b.values.length &&
  a.values.every((value, at) => {
    const other = b.values[at];
    return other !== undefined && sameValue(value, other) === 'equal';
  });

/** Whether values differ, or figures of which nobody can say what they are. */
export function differInValues(a: ReadingValues, b: ReadingValues): boolean {
  if (a.values.length > 0 && b.values.length > 0) return !stateTheSame(a, b);
  return a.figures !== '' && b.figures !== '' && a.figures !== b.figures;
}

const isOfTime = ({ kind }: Value) => kind === 'date' || kind === 'time';
export const stateDates = ({ values }: ReadingValues): boolean => values.some(isOfTime);

/** Whether a month or a day is named: beside it a number is most often a day. A year alone says nothing of a number. */
export const nameDays = (words: string): boolean =>
  findValues(words).some(({ readings }) =>
    readings.some(
      (reading) => reading.kind === 'date' && (reading.precision === 'day' || reading.precision === 'month'),
    ),
  );
