/** Times of day: `7.40 a.m.`, `0740`, `1940 hours`, `19h40`, `7 Uhr 40`, `half past seven`. */
import type { TokenReader } from './token-reader.js';
import type { TimeReading, ValueMatch, ValueReading } from './value.js';

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number | null;
}

interface TimeMatch {
  readonly clocks: readonly Clock[];
  readonly next: number;
  /** A number as well, where nothing says that it is a time. */
  readonly isDoubtful: boolean;
}

const two = (value: number) => String(value).padStart(2, '0');
const written = ({ hour, minute, second }: Clock) =>
  `${two(hour)}:${two(minute)}${second === null ? '' : `:${two(second)}`}`;
const isClock = ({ hour, minute, second }: Clock) =>
  (hour < 24 || (hour === 24 && minute === 0)) && minute < 60 && (second === null || second < 60);

/** Whether a folded word may be the first of a time. */
export const opensTime = (key: string): boolean => key === 'halb' || PARTS[key] !== undefined;

/** @returns null when no time begins with that piece. */
export function timeAt(reader: TokenReader, at: number): ValueMatch | null {
  const first = oneAt(reader, at);
  if (!first) return null;
  const dash = reader.isSign(first.next, '-') ? first.next + 1 : null;
  const last = dash === null ? null : oneAt(reader, dash);
  const next = last?.next ?? first.next;
  const starts = first.clocks.filter(isClock);
  const ends = last?.clocks.filter(isClock) ?? [null];
  const readings: ValueReading[] = starts.flatMap((from) =>
    ends.map((to): TimeReading => ({ kind: 'time', from: written(from), to: to && written(to) })),
  );
  if (first.isDoubtful && !last) {
    const amount = reader.whole(at);
    readings.push({ kind: 'number', amount: String(amount), upTo: null, unit: null, bound: null });
  }
  return { readings, range: [reader.pieceAt(at)?.start ?? 0, reader.pieceAt(next - 1)?.end ?? 0], next };
}

const COLON = /^(\d{1,2}):(\d\d)(?::(\d\d))?$/;
const POINT = /^(\d{1,2})\.(\d\d)$/;

function oneAt(reader: TokenReader, at: number): TimeMatch | null {
  const spoken = spokenAt(reader, at);
  if (spoken) return spoken;
  const piece = reader.number(at);
  if (!piece || piece.isArticle) return null;
  const colon = COLON.exec(piece.figures ?? '');
  if (colon) {
    const clock = {
      hour: Number(colon[1]),
      minute: Number(colon[2]),
      second: colon[3] === undefined ? null : Number(colon[3]),
    };
    const next = afterClock(reader, at + 1);
    return withHalf(reader, clock, next ?? at + 1) ?? { clocks: [clock], next: next ?? at + 1, isDoubtful: false };
  }
  const point = POINT.exec(piece.figures ?? '');
  if (point) {
    const clock = { hour: Number(point[1]), minute: Number(point[2]), second: null };
    const next = afterClock(reader, at + 1);
    const half = withHalf(reader, clock, next ?? at + 1);
    // ore 19.40, godz. 19.40
    const isNamed =
      reader.isWordOf('clock', at - 1) || (reader.isSign(at - 1, '.') && reader.isWordOf('clock', at - 2));
    if (half === null && next === null && isNamed && isClock(clock))
      return { clocks: [clock], next: at + 1, isDoubtful: false };
    return half ?? (next !== null && isClock(clock) ? { clocks: [clock], next, isDoubtful: false } : null);
  }
  const military = militaryAt(reader, at);
  if (military) return military;
  const hour = reader.whole(at);
  if (hour === null || hour > 24 || (piece.figures !== null && piece.figures.length > 2)) return null;
  return hourAt(reader, at, hour);
}

/** `0740`; `1940 hours`. */
function militaryAt(reader: TokenReader, at: number): TimeMatch | null {
  const figures = reader.number(at)?.figures ?? '';
  if (!/^\d{4}$/.test(figures)) return null;
  const clock = { hour: Number(figures.slice(0, 2)), minute: Number(figures.slice(2)), second: null };
  if (!isClock(clock)) return null;
  const clockWord = reader.word(at + 1);
  if (reader.isWordOf('clock', at + 1) && clockWord) {
    const next =
      reader.isSign(at + 2, '.') && /^(?:hrs|h)$/.test(clockWord.key) && reader.word(at + 3) ? at + 3 : at + 2;
    return { clocks: [clock], next, isDoubtful: false };
  }
  if (!figures.startsWith('0') || isJoined(reader, at)) return null;
  return { clocks: [clock], next: at + 1, isDoubtful: !reader.isWordOf('at', at - 1) };
}

/** Part of a longer figure, or of a word. */
function isJoined(reader: TokenReader, at: number): boolean {
  const before = reader.pieceAt(at - 1);
  const touchesBefore =
    reader.isGlued(at) && before !== undefined && (before.type !== 'sign' || /^[-/_#.]$/.test(before.key));
  const after = reader.pieceAt(at + 1);
  const touchesAfter =
    reader.isGlued(at + 1) &&
    after !== undefined &&
    (after.type !== 'sign' || (/^[-/_]$/.test(after.key) && reader.isGlued(at + 2)));
  return touchesBefore || touchesAfter;
}

/** Hours and what makes them a time: `7 a.m.`, `19h40`, `7 Uhr 40`, `seven o'clock`, `7 часов утра`. */
function hourAt(reader: TokenReader, at: number, hour: number): TimeMatch | null {
  const clock = { hour, minute: 0, second: null };
  const half = withHalf(reader, clock, at + 1);
  if (half) return half;
  if (
    reader.word(at + 1)?.key === 'o' &&
    reader.isSign(at + 2, "'", '\u2018') &&
    reader.word(at + 3)?.key === 'clock'
  ) {
    return withHalf(reader, clock, at + 4) ?? { clocks: bothHalves(clock), next: at + 4, isDoubtful: false };
  }
  const word = reader.word(at + 1);
  if (!word || !reader.isWordOf('clock', at + 1) || word.key === 'hours' || word.key === 'hrs') return null;
  const minute = reader.whole(at + 2);
  const minutes = reader.number(at + 2)?.figures ?? '';
  const isShort = word.key === 'h' || word.key === 'u' || word.key === 'c';
  const hasMinutes =
    minute !== null &&
    minute < 60 &&
    /^\d{1,2}$/.test(minutes) &&
    (reader.isGlued(at + 2) || !isShort || reader.isGlued(at + 1) === false) &&
    minutes.length === 2;
  if (hasMinutes) {
    // 19 h 40 min
    const isMinute = reader.word(at + 3)?.key.startsWith('min') ?? false;
    return { clocks: [{ hour, minute, second: null }], next: isMinute ? at + 4 : at + 3, isDoubtful: false };
  }
  const isSure = word.key === 'uhr' || word.key === 'uur' || reader.isWordOf('at', at - 1);
  const part = withHalf(reader, clock, at + 2);
  if (part) return part;
  return isSure && hour < 25 ? { clocks: [clock], next: at + 2, isDoubtful: false } : null;
}

const bothHalves = (clock: Clock): Clock[] =>
  clock.hour >= 1 && clock.hour <= 12
    ? [
        { ...clock, hour: clock.hour % 12 },
        { ...clock, hour: (clock.hour % 12) + 12 },
      ]
    : [clock];

/** Parts of the day that say which of the two hours is meant, folded. */
const MORNING =
  /^(?:utra|nochi|jutra|ujutro|ujutru|morgens|fruh|matin|manana|madrugada|mattina|mattino|manha|ochtends|rano)$/;
const EVENING =
  /^(?:vecera|dnja|vece|uvece|navecer|uvecer|poslepodne|popodne|poslijepodne|abends|nachmittags|soir|tarde|noche|sera|pomeriggio|avonds|middags|wieczorem|wieczor)$/;

/** `a.m.`, `pm`, or a part of the day. @returns null when neither follows. */
function withHalf(reader: TokenReader, clock: Clock, at: number): TimeMatch | null {
  const half = halfAt(reader, at);
  if (!half) return null;
  if (half.isTwelve && (clock.hour < 1 || clock.hour > 12)) return { clocks: [], next: half.next, isDoubtful: false };
  const hour = clock.hour > 12 ? clock.hour : half.isEvening ? (clock.hour % 12) + 12 : clock.hour % 12;
  return { clocks: [{ ...clock, hour }], next: half.next, isDoubtful: false };
}

function halfAt(reader: TokenReader, at: number): { isEvening: boolean; isTwelve: boolean; next: number } | null {
  const word = reader.word(at);
  if (!word) return null;
  const isOther = reader.vocabulary.language !== null && reader.vocabulary.language.tag !== 'en';
  if (/^[ap]m$/.test(word.key) && (word.gap === 'none' || word.written !== 'am' || !isOther))
    return {
      isEvening: word.key === 'pm',
      isTwelve: true,
      next: reader.afterPoint(at + 1) === at + 2 && reader.word(at + 2) ? at + 1 : at + 1,
    };
  const isSpelled =
    /^[ap]$/.test(word.key) &&
    reader.isSign(at + 1, '.') &&
    reader.word(at + 2)?.key === 'm' &&
    reader.isSign(at + 3, '.');
  if (isSpelled) return { isEvening: word.key === 'p', isTwelve: true, next: at + 4 };
  // `du matin`, `de la tarde`, `’s avonds`
  for (let next = at; next < at + 3; next += 1) {
    const key = reader.word(next)?.key ?? '';
    if (MORNING.test(key)) return { isEvening: false, isTwelve: false, next: next + 1 };
    if (EVENING.test(key)) return { isEvening: true, isTwelve: false, next: next + 1 };
    if (!/^(?:du|de|la|della|di|del|da|in|the)$/.test(key)) break;
  }
  return null;
}

/** Behind `7.40`: `a.m.` is read elsewhere; here `Uhr`, `hours`, `ч`. */
function afterClock(reader: TokenReader, at: number): number | null {
  return reader.isWordOf('clock', at) ? at + 1 : null;
}

const PARTS: Readonly<Record<string, number>> = { half: 30, quarter: 15, viertel: 15 };

/** `half past seven`, `quarter to eight`, `halb acht`, `Viertel nach sieben`. */
function spokenAt(reader: TokenReader, at: number): TimeMatch | null {
  const text = reader.vocabulary.language?.tag ?? '';
  const word = reader.word(at)?.key ?? '';
  if (word === 'halb' && (text === 'de' || text === '')) {
    const hour = reader.whole(at + 1);
    if (hour === null || hour < 1 || hour > 12) return null;
    const next = reader.isWordOf('clock', at + 2) ? at + 3 : at + 2;
    return {
      clocks: bothHalves({ hour: hour === 1 ? 12 : hour - 1, minute: 30, second: null }),
      next,
      isDoubtful: false,
    };
  }
  const turn = reader.word(at + 1)?.key ?? '';
  const [isPast, isBefore] = [/^(?:past|nach)$/.test(turn), /^(?:to|vor)$/.test(turn)];
  const hour = reader.whole(at + 2);
  if ((!isPast && !isBefore) || hour === null || hour < 1 || hour > 12) return null;
  const minute = PARTS[word] ?? minutesAt(reader, at);
  if (minute === null) return null;
  const clock = isPast
    ? { hour, minute, second: null }
    : { hour: hour === 1 ? 12 : hour - 1, minute: 60 - minute, second: null };
  const next = at + 3;
  return withHalf(reader, clock, next) ?? { clocks: bothHalves(clock), next, isDoubtful: false };
}

/** Only with `past` and its like: `five to seven` is a range as often. */
function minutesAt(reader: TokenReader, at: number): number | null {
  const piece = reader.number(at);
  const turn = reader.word(at + 1)?.key;
  if (!piece || (turn !== 'past' && turn !== 'nach')) return null;
  if (piece.form === 'fraction') return piece.amounts[0]?.denominator === 2n ? 30 : 15;
  const minute = reader.whole(at);
  return minute !== null && minute > 0 && minute < 30 ? minute : null;
}
