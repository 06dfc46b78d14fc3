/** Numbers and dates in a few words of a reading: enough to tell that a value differs, not to say what it is. */
import { foldWord } from '../../text/index.js';

const WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const NUMBER_WORDS = new Map<string, string>([
  ...WORDS.map((word, value) => [word, String(value)] as const),
  ...TENS.map((word, at) => [word, String((at + 2) * 10)] as const),
  ['hundred', '100'],
  ['thousand', '1000'],
  ['million', '1000000'],
  ['billion', '1000000000'],
]);

const NUMBER = /\p{Nd}+(?:[.,:/’'\u00A0\u202F-]\p{Nd}+)*/gu;
const GROUPED = /^\p{Nd}{1,3}(?:[.,’'\u00A0\u202F]\p{Nd}{3})+$/u;

/** Numbers in figures or in English words, in order; `6,000` and `6000` are one number. */
export function numbersIn(words: string): string[] {
  const found: string[] = [];
  for (const part of words.split(/\s+/)) {
    const figures = part.match(NUMBER);
    if (figures)
      found.push(...figures.map((figure) => (GROUPED.test(figure) ? figure.replace(/\P{Nd}/gu, '') : figure)));
    else
      for (const piece of part.split('-')) {
        const value = NUMBER_WORDS.get(foldWord(piece).replace(/[^\p{L}]/gu, ''));
        if (value) found.push(value);
      }
  }
  return found;
}

/** Languages whose months and days of the week are known, in the forms they have within a date. */
const LANGUAGES = [
  'en',
  'fr',
  'de',
  'es',
  'it',
  'pt',
  'nl',
  'pl',
  'cs',
  'ru',
  'uk',
  'sr',
  'sr-Latn',
  'hr',
  'bg',
  'el',
  'hu',
  'tr',
];

/** Unicode's tables have no second case for Serbian, in which dates are written. Cyrillic folds to these. */
const SERBIAN = 'januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra'.split(' ');

function calendarWords(): Set<string> {
  const found = new Set<string>(SERBIAN);
  for (const language of LANGUAGES) {
    const parts = [
      new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', weekday: 'long' }),
      new Intl.DateTimeFormat(language, { month: 'long' }),
      new Intl.DateTimeFormat(language, { month: 'short' }),
    ];
    // The first week of the year has every day of the week; a day of each month has every month.
    const dates = [...Array(7).keys()].map((day) => Date.UTC(2000, 0, day + 1));
    for (let month = 1; month < 12; month += 1) dates.push(Date.UTC(2000, month, 1));
    for (const part of dates.flatMap((date) => parts.flatMap((format) => format.formatToParts(date)))) {
      if (part.type === 'month' || part.type === 'weekday') found.add(calendarKey(part.value));
    }
  }
  // Shortened months that are words: `mar` is the sea, `may` may be anything but is a month above.
  for (const word of ['mar', 'mai', 'set', 'out', '']) found.delete(word);
  return found;
}

const calendarKey = (word: string) => foldWord(word).replace(/[^\p{L}]/gu, '');
let known: Set<string> | null = null;

/** Whether one of the words names a month or a day of the week. */
export function namesDay(words: string): boolean {
  known ??= calendarWords();
  return words.split(/\s+/).some((word) => known?.has(calendarKey(word)));
}

const YEAR = /^(?:1\d|20)\d\d$/;
const CALENDAR_FIGURES = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$|^\d{1,2}:\d\d(?::\d\d)?$/;

/** Whether these numbers, as `numbersIn` gives them, look like years, dates in figures or times of day. */
export const areDates = (numbers: readonly string[]) =>
  numbers.some((number) => YEAR.test(number) || CALENDAR_FIGURES.test(number));
