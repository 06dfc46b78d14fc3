/** Messages in ICU MessageFormat, compiled once each. */
import { IntlMessageFormat } from 'intl-messageformat';
import { isPseudo, pseudoMessage } from './pseudo-wording.js';

/** The language of the wording. Numbers in plurals are written as in the rest of the interface: `2,000`. */
export const WORDING_LOCALE = 'en-GB';

/** What stands for the arguments of a message. A count is a number: its plural and its separators follow from it. */
export type MessageValues = Readonly<Record<string, string | number>>;

const compiled = new Map<string, IntlMessageFormat>();

/**
 * @param message English. With `values` in ICU MessageFormat, `'Delete “{name}”?'` or
 * `'{count, plural, one {# source} other {# sources}}'`; without them the words themselves, braces and all. It has to be
 * a literal: `npm run wording` gathers the catalogue from the calls.
 * @throws SyntaxError of intl-messageformat for a message that is none; FormatError for a missing value. A test
 * compiles every message with its values, so that neither reaches a person.
 */
export function t(message: string, values?: MessageValues): string {
  if (!values) return isPseudo ? pseudoMessage(message) : message;
  const text = String(compile(message).format(values));
  return isPseudo ? pseudoMessage(text) : text;
}

function compile(message: string): IntlMessageFormat {
  let format = compiled.get(message);
  if (!format) {
    // A “<” is a letter like others: file names and XML stand in messages. Only rich messages have tags.
    format = new IntlMessageFormat(message, WORDING_LOCALE, undefined, { ignoreTag: true });
    compiled.set(message, format);
  }
  return format;
}
