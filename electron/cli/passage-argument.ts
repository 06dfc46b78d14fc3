/** A passage of a text as a person names it: by its words, or by offsets in UTF-16 units. */
import { FondsError } from '../contract/index.js';
import { t } from '../wording/index.js';
import { type CommandLine, textOption, UsageError, wholeNumber } from './command-line.js';

interface Place {
  readonly start: number;
  readonly end: number;
}

/** @throws UsageError when the value is not an offset. */
export function offsetOption(line: CommandLine, name: string): number | undefined {
  const value = textOption(line, name);
  if (value === undefined) return undefined;
  const number = Number(value);
  if (value.trim() !== '' && Number.isInteger(number) && number >= 0) return number;
  throw new UsageError(t('--{name} is an offset into the text, counted from 0, not “{value}”.', { name, value }));
}

/** Where some words stand; between two of them there may be any white space. @param nth counted from 1. */
function placeOf(text: string, quote: string, nth: number | undefined): Place {
  const words = quote
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = words.join('\\s+');
  const places = pattern === '' ? [] : [...text.matchAll(new RegExp(pattern, 'gu'))];
  const found = places[(nth ?? 1) - 1];
  if (nth === undefined && places.length > 1) {
    const message = t('“{quote}” stands in the text {count} times. Say which with --nth, or give more words.', {
      quote,
      count: places.length,
    });
    throw new FondsError('INVALID_INPUT', message, { places: places.map(({ index }) => index) });
  }
  if (found) return { start: found.index, end: found.index + found[0].length };
  const message =
    places.length > 0
      ? t('“{quote}” stands in the text only {count} times.', { quote, count: places.length })
      : t('“{quote}” is not in the text. “fonds text DIR SOURCE” prints it.', { quote });
  throw new FondsError('NOT_FOUND', message, { quote });
}

/**
 * `--quote WORDS [--nth N]`, or `--start N --end N`.
 * @returns what finds the passage in the text. @throws UsageError; what it returns throws FondsError.
 */
export function passageArgument(line: CommandLine): (text: string) => Place {
  const [quote, start, end] = [textOption(line, 'quote'), offsetOption(line, 'start'), offsetOption(line, 'end')];
  const nth = line.options.nth === undefined ? undefined : wholeNumber('nth', line.options.nth, 1);
  if (quote !== undefined && start === undefined && end === undefined) return (text) => placeOf(text, quote, nth);
  if (quote === undefined && nth === undefined && start !== undefined && end !== undefined)
    return () => ({ start, end });
  throw new UsageError(
    t('“{verb}” needs --quote WORDS, or --start N and --end N: one of the two.', { verb: line.verb }),
  );
}
