/**
 * Bytes to characters. Order of trust: what a person chose, a byte order mark, UTF-8 (also with a few faulty bytes),
 * the shape of UTF-16, what the file declares, and last what its letters look like. Whatever was not certain is said in
 * a remark.
 */
import { type CharsetId, charsetName, REREAD_HINT } from '../contract/index.js';
import { t } from '../wording/index.js';
import { decodeAs, decodeStrictly } from './encodings/decode-as.js';
import { surveyUtf8, type Utf8Survey } from './encodings/faulty-utf8.js';
import { guessCharset } from './encodings/guess.js';
import { declaredInside } from './encodings/labels.js';
import { wideWithoutMark } from './encodings/unmarked-utf16.js';

export interface DecodedText {
  readonly text: string;
  readonly charset: CharsetId;
  /** Null when there was nothing to doubt: ASCII, UTF-8, or a byte order mark. */
  readonly remark: string | null;
}

export interface DecodeOptions {
  /** The label that the file itself names (an HTML `meta`). */
  readonly declared?: string | null;
  /** The set that a person asked for; nothing else is then considered. */
  readonly chosen?: CharsetId | undefined;
}

export function decode(bytes: Uint8Array, { declared = null, chosen }: DecodeOptions = {}): DecodedText {
  if (chosen)
    return readAs(bytes, chosen, t('Read as {charsetName}, as was chosen.', { charsetName: charsetName(chosen) }));
  const mark = byteOrderMark(bytes);
  if (mark) return readAs(bytes, mark, null);
  const wide = wideWithoutMark(bytes);
  if (wide) return readAs(bytes, wide, guessed(wide, t('The file does not say its character set')));
  const declaredCharset = declared === null ? null : declaredInside(declared);
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, charset: 'utf-8', remark: disagreement(bytes, declared, declaredCharset) };
  if (isUtf8ButFor(surveyUtf8(bytes), declaredCharset)) return readAs(bytes, 'utf-8', null);
  if (declaredCharset !== null && declaredCharset !== 'utf-8')
    return readAs(bytes, declaredCharset, asDeclared(declared ?? '', declaredCharset));
  const charset = guessCharset(bytes);
  return readAs(bytes, charset, guessed(charset, whyGuessed(declared, declaredCharset)));
}

/** @param remark what else there is to say of the set; null when nothing is. */
function readAs(bytes: Uint8Array, charset: CharsetId, remark: string | null): DecodedText {
  const text = decodeAs(bytes, charset);
  const remarks = [remark, charset === 'utf-8' ? faultsOfUtf8(bytes) : missing(text, charset)];
  return { text, charset, remark: remarks.filter((part) => part !== null).join(' ') || null };
}

/** In text of another set, faulty places outnumber what happens to look like UTF-8 many times over. */
const WIDE_TO_A_FAULT = 2;

function isUtf8ButFor({ wide, faults }: Utf8Survey, declaredCharset: CharsetId | null): boolean {
  return declaredCharset === 'utf-8' ? faults <= Math.max(1, wide) : wide >= faults * WIDE_TO_A_FAULT;
}

const guessed = (charset: CharsetId, why: string) =>
  t('{why}; it was read as {charsetName} (guess). {REREAD_HINT}', {
    why,
    charsetName: charsetName(charset),
    REREAD_HINT,
  });

function whyGuessed(declared: string | null, declaredCharset: CharsetId | null): string {
  if (declared === null) return t('The file does not say its character set');
  return declaredCharset === null
    ? t('The file says “{declared}”, which is no known character set', { declared })
    : t('The file says “{declared}”, which its bytes are not', { declared });
}

function asDeclared(label: string, charset: CharsetId): string {
  const name = charsetName(charset);
  if (name.toLowerCase() === label.trim().toLowerCase())
    return t('Read as {name}, as the file says. {REREAD_HINT}', { name, REREAD_HINT });
  return t('Read as {name}, as the file says (“{label}”). {REREAD_HINT}', { name, label, REREAD_HINT });
}

function faultsOfUtf8(bytes: Uint8Array): string | null {
  const { faults, first } = surveyUtf8(bytes);
  if (first === null) return null;
  const value = (bytes[first.byte] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  const where = t('byte {byte} ({value}) in line {line}', { byte: first.byte + 1, value, line: first.line });
  return t(
    '{faults, plural, one {One place in the file is not UTF-8 and is shown as U+FFFD: {where}. {REREAD_HINT}} other {# places in the file are not UTF-8 and are shown as U+FFFD; the first is {where}. {REREAD_HINT}}}',
    { faults, where, REREAD_HINT },
  );
}

function missing(text: string, charset: CharsetId): string | null {
  const count = text.split('\uFFFD').length - 1;
  if (count === 0) return null;
  const are = t('{count, plural, one {is} other {are}}', { count });
  return t(
    '{count, plural, one {# place} other {# places}} in the file {are} not {charsetName} and {are} shown as U+FFFD.',
    { count, are, charsetName: charsetName(charset) },
  );
}

function disagreement(bytes: Uint8Array, declared: string | null, declaredCharset: CharsetId | null): string | null {
  if (declared === null || declaredCharset === 'utf-8' || bytes.every((byte) => byte < 0x80)) return null;
  return t('The file says {declared}, but its bytes are valid UTF-8; it was read as UTF-8.', { declared });
}

function byteOrderMark([a, b, c, d]: Uint8Array): CharsetId | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return 'utf-32le';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return null;
}
