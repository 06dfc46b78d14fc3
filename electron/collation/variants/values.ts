/** Numbers and dates in a few words of a reading: enough to tell that a value differs, not to say what it is. */
import { foldWord } from '../../text/index.js';
import { NUMBER_WORDS, SCALES } from './number-words.js';

const NUMBER = /\p{Nd}+(?:[.,:/⁄’'\u00A0\u202F-]\p{Nd}+)*/gu;
const GROUPED = /^\p{Nd}{1,3}(?:[.,’'\u00A0\u202F]\p{Nd}{3})+$/u;
const HAN_NUMBER = /^[〇零一二三四五六七八九十百千万萬億亿]+$/u;

/** Numbers in figures or in words, in order; `6,000`, `6000` and `six thousand` are one number. */
export function numbersIn(words: string): string[] {
  const found: string[] = [];
  const spelled = createSpelled((value) => found.push(value));
  let isAfterFigures = false;
  for (const part of words.normalize('NFKC').split(/\s+/)) {
    const figures = part.match(NUMBER);
    const scale = isAfterFigures ? SCALES.get(wordKey(part)) : undefined;
    const isHan = HAN_NUMBER.test(part);
    if (figures || isHan) spelled.end();
    for (const figure of figures ?? []) found.push(GROUPED.test(figure) ? figure.replace(/\P{Nd}/gu, '') : figure);
    if (isHan) found.push(part);
    else if (scale !== undefined) found.push(scaled(found.pop() ?? '', scale));
    else if (!figures) for (const piece of part.split('-')) spelled.take(wordKey(piece));
    isAfterFigures = figures !== null;
  }
  spelled.end();
  return found;
}

/** `3.5 million`; what is no decimal stays as it is, and the scale follows. */
const scaled = (figure: string, scale: number): string =>
  /^\d+(?:\.\d+)?$/.test(figure) ? String(Math.round(Number(figure) * scale)) : `${figure} ${scale}`;

/** Whether nothing but numbers is said. */
export const areNumbersAlone = (words: string): boolean =>
  words
    .split(/[\s-]+/)
    .every(
      (part) => /^\P{L}*\p{Nd}\P{L}*$/u.test(part) || NUMBER_WORDS.has(wordKey(part)) || SCALES.has(wordKey(part)),
    );

/** Adds up words that make one number: `two thousand five hundred`, `twenty-five`; not `nineteen sixty-two`. */
function createSpelled(tell: (value: string) => void) {
  let whole = 0;
  let part: number | null = null;
  /** The next one is to be less than this, or begins another number. */
  let below = Number.POSITIVE_INFINITY;
  const end = (): void => {
    if (part !== null || whole > 0) tell(String(whole + (part ?? 0)));
    [whole, part, below] = [0, null, Number.POSITIVE_INFINITY];
  };
  return {
    end,
    take: (word: string): void => {
      const scale = SCALES.get(word);
      const value = NUMBER_WORDS.get(word);
      if (scale === 100) [part, below] = [(part ?? 1) * 100, 100];
      else if (scale !== undefined) [whole, part, below] = [whole + (part ?? 1) * scale, null, scale];
      else if (value === undefined) {
        if (word !== 'and') end();
      } else {
        if (value >= below) end();
        part = (part ?? 0) + value;
        below = value >= 20 && value % 10 === 0 ? 10 : 0;
      }
    },
  };
}

/** Languages whose months and days of the week are known, in the forms they have within a date. */
const LANGUAGES = 'en fr de de-AT es it pt nl pl cs sk sl ru uk sr sr-Latn hr bg el hu tr ro sv da nb fi ar he'.split(
  ' ',
);

/** Unicode's tables have no second case for Serbian, in which dates are written. Cyrillic folds to these. */
const SERBIAN = 'januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra'.split(' ');

/** Of each word what it may mean: `m0` is January, `d0` a Saturday. Languages differ: `listopad` is October or November. */
function calendarWords(): Map<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const add = (word: string, meaning: string): void => {
    const key = wordKey(word);
    found.set(key, (found.get(key) ?? new Set()).add(meaning));
  };
  for (const [month, word] of SERBIAN.entries()) add(word, `m${month}`);
  for (const language of LANGUAGES) {
    const zone = { timeZone: 'UTC' } as const;
    const formats = [
      new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', weekday: 'long', ...zone }),
      new Intl.DateTimeFormat(language, { month: 'long', ...zone }),
      new Intl.DateTimeFormat(language, { month: 'short', ...zone }),
    ];
    // The first week of the year has every day of the week; a day of each month has every month.
    const dates = [...Array(7).keys()].map((day) => new Date(Date.UTC(2000, 0, day + 1)));
    for (let month = 1; month < 12; month += 1) dates.push(new Date(Date.UTC(2000, month, 1)));
    for (const date of dates) {
      for (const { type, value } of formats.flatMap((format) => format.formatToParts(date))) {
        if (type === 'month') add(value, `m${date.getUTCMonth()}`);
        if (type === 'weekday') add(value, `d${date.getUTCDay()}`);
      }
    }
  }
  // Shortened months that are words: `mar` is the sea, `may` may be anything but is a month above.
  for (const word of ['mar', 'mai', 'set', 'out', '']) found.delete(word);
  return found;
}

/** A word as it is looked up. */
function wordKey(word: string): string {
  return foldWord(word).replace(/[^\p{L}]/gu, '');
}
let known: ReturnType<typeof calendarWords> | null = null;

/** Months and days of the week that are named, in order: of each what it may mean. */
function daysIn(words: string): ReadonlySet<string>[] {
  known ??= calendarWords();
  const calendar = known;
  return words.split(/\s+/).flatMap((word) => calendar.get(wordKey(word)) ?? []);
}

/** Whether one of the words names a month or a day of the week. */
export const namesDay = (words: string): boolean => daysIn(words).length > 0;

/** Whether both name the same months and days of the week, in whatever language and however shortened. */
export function nameSameDays(a: string, b: string): boolean {
  const [ofA, ofB] = [daysIn(a), daysIn(b)];
  return (
    ofA.length === ofB.length && ofA.every((meanings, at) => [...meanings].some((meaning) => ofB[at]?.has(meaning)))
  );
}

const YEAR = /^(?:1\d|20)\d\d$/;
const CALENDAR_FIGURES = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$|^\d{1,2}:\d\d(?::\d\d)?$/;

/** Whether figures look like years, dates or times of day; a sum or a number with its thousands parted is none. */
export const showDates = (words: string): boolean =>
  [...words.matchAll(NUMBER)].some(
    ({ 0: figure, index }) =>
      CALENDAR_FIGURES.test(figure) || (YEAR.test(figure) && !/\p{Sc}\s?$/u.test(words.slice(0, index))),
  );
