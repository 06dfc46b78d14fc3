/** Values in a line, for tests: `6 September 2000 = date 2000-09-06`. Ends of days and units that do not matter are left out. */
import { findValues, type ValueReading } from '../../../../electron/text/index.js';

export function shown(reading: ValueReading): string {
  if (reading.kind === 'time') return `time ${reading.from}${reading.to ? `–${reading.to}` : ''}`;
  if (reading.kind === 'date') {
    const days = reading.from === reading.to ? (reading.from ?? '') : `${reading.from}…${reading.to}`;
    return [
      'date',
      days,
      reading.precision === 'day' ? '' : reading.precision,
      reading.weekday ? `weekday ${reading.weekday}` : '',
    ]
      .filter((part) => part !== '')
      .join(' ');
  }
  const amount = `${reading.bound ?? ''}${reading.amount}${reading.upTo === null ? '' : `…${reading.upTo}`}`;
  return `${reading.kind} ${amount}${reading.unit === null ? '' : ` ${reading.unit}`}`;
}

/** Of each value its place and its readings: `[6 km] measure 6000 m`. */
export const read = (text: string, language = ''): string[] =>
  findValues(text, language).map(
    ({ start, end, readings }) => `[${text.slice(start, end)}] ${readings.map(shown).join(' | ')}`,
  );

/** Readings of a text that is one value. */
export function only(text: string, language = ''): string {
  const values = findValues(text, language);
  return values.length === 1
    ? (values[0]?.readings ?? []).map(shown).join(' | ')
    : JSON.stringify(read(text, language));
}
