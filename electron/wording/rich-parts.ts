/** Messages with elements in them: keys, emphasis, buttons. */
import { IntlMessageFormat } from 'intl-messageformat';
import { isPseudo, pseudoMessage } from './pseudo-wording.js';
import { WORDING_LOCALE } from './translate.js';

/** Of an argument its text or element; of a tag what makes an element of the words inside. */
export type RichValues<Element> = Readonly<
  Record<string, string | number | Element | ((parts: (string | Element)[]) => Element)>
>;

const compiled = new Map<string, IntlMessageFormat>();

/**
 * @param message as of `t`, and with tags: `'Press <key>F7</key> to go on.'`.
 * @returns the words and elements in the order of the message.
 * @throws as `t` does.
 */
export function richParts<Element>(message: string, values: RichValues<Element>): (string | Element)[] {
  let format = compiled.get(message);
  if (!format) {
    format = new IntlMessageFormat(message, WORDING_LOCALE);
    compiled.set(message, format);
  }
  const parts = format.format<Element>(values as Parameters<typeof format.format<Element>>[0]);
  const list = (Array.isArray(parts) ? parts : [parts]) as (string | Element)[];
  return isPseudo ? list.map((part) => (typeof part === 'string' ? (pseudoMessage(part) as string) : part)) : list;
}
