/**
 * What a file is. Its content decides and its name only hints: between kinds of text, and where the content tells
 * nothing. A name that contradicts the content is said in a remark. The same bytes and name always give the same answer.
 */
import { NO_READER } from '../contract/index.js';
import { t } from '../wording/index.js';
import { BINARY_EXTENSIONS, type BinaryFormat, binaryFormat } from './content/signatures.js';
import { holdsMarkup, isHtmlFragment, isHtmlPage, isMarkdown, type TextFormat } from './content/text-format.js';
import { type FormatReader, readerRegistry } from './registry.js';

/** So many of the first bytes are looked at. */
export const HEAD_BYTES = 64 * 1024;

export interface RecognisedFile {
  /** Null when nothing reads it. */
  readonly reader: FormatReader | null;
  /** That the name says something else than the content; null when it does not. */
  readonly remark: string | null;
  /** Why nothing reads it; null when there is a reader. */
  readonly refusal: string | null;
}

const SAYS: Readonly<Record<TextFormat, string>> = {
  html: t('a web page (HTML)'),
  markdown: t('a Markdown text'),
  text: t('plain text'),
};

/** Containers whose kind their head may not tell, and the kinds that lie in them. */
const MAY_HOLD: Readonly<Record<string, readonly string[]>> = {
  ooxml: ['docx'],
  zip: ['docx', 'odt', 'epub'],
  ole2: ['doc'],
};

/** Bytes below which a text tells nothing of what it is. */
const TELLING_BYTES = 24;
/** Share of control characters above which bytes of unknown kind are no text. */
const CONTROL_SHARE_LIMIT = 0.01;

/** @param head the first bytes, at most `HEAD_BYTES` of them are looked at. @param fileName with or without folders. */
export function recognise(head: Uint8Array, fileName: string): RecognisedFile {
  const extension = extensionOf(fileName);
  const byName = readerRegistry.find((reader) => reader.extensions.includes(extension)) ?? null;
  const bytes = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, HEAD_BYTES));
  const latin = bytes.toString('latin1');
  const binary = binaryFormat(latin);
  if (binary) return ofBytes(binary, extension);

  const text = unwidened(bytes, latin);
  const format = textFormat(text, extension, byName);
  if (!format) return byName ? asNamed(byName) : unread(null, extension);
  const reader = readerRegistry.find(({ name }) => name === format) ?? null;
  if (reader === byName || extension === '') return { reader, remark: null, refusal: null };
  return { reader, remark: mislabelled(extension, SAYS[format]), refusal: null };
}

/** Lower-case with its dot; '' when there is none. What follows the last dot of “No. 12” or “1952.07” is no extension. */
export function extensionOf(fileName: string): string {
  const found = /\.([a-z0-9]{1,12})$/i.exec(fileName)?.[1];
  return found && /[a-z]/i.test(found) ? `.${found.toLowerCase()}` : '';
}

const asNamed = (reader: FormatReader): RecognisedFile => ({ reader, remark: null, refusal: null });

function ofBytes(binary: BinaryFormat, extension: string): RecognisedFile {
  const agrees = extension === '' || binary.extensions.includes(extension);
  const exact = readerRegistry.find(({ formats }) => formats?.includes(binary.format)) ?? null;
  // What kind of container it is may stand behind the head: then its name is believed, and its reader looks closer.
  const within = MAY_HOLD[binary.format] ?? [];
  const named = readerRegistry.find(
    ({ extensions, formats }) => extensions.includes(extension) && formats?.some((format) => within.includes(format)),
  );
  const reader = exact ?? named ?? null;
  if (reader && !exact) return asNamed(reader);
  if (!reader) return unread(binary, extension);
  return { reader, remark: agrees ? null : mislabelled(extension, binary.says), refusal: null };
}

function unread(binary: BinaryFormat | null, extension: string): RecognisedFile {
  const known = readerRegistry.flatMap(({ extensions }) => extensions).join(' ');
  const isOther = binary !== null && extension !== '' && !binary.extensions.includes(extension);
  const refusal = isOther
    ? t('{NO_READER} The file is named “{extension}” but holds {says}. It reads {known}.', {
        NO_READER,
        extension,
        says: binary.says,
        known,
      })
    : t('{NO_READER} It reads {known}.', { NO_READER, known });
  return { reader: null, remark: null, refusal };
}

const mislabelled = (extension: string, says: string): string =>
  t('The file is named “{extension}” but holds {says}. It is read as what it holds.', { extension, says });

/** @returns null when the content does not tell: then the name decides. */
function textFormat(text: string | null, extension: string, byName: FormatReader | null): TextFormat | null {
  if (text === null) return null;
  switch (byName?.name) {
    case 'text':
      return isHtmlPage(text) || isHtmlFragment(text) ? 'html' : null;
    case 'markdown':
      // Markdown may begin with pieces of HTML, and often does.
      return isHtmlPage(text) ? 'html' : null;
    case 'html':
      return text.length < TELLING_BYTES || holdsMarkup(text) ? null : plainOrMarkdown(text);
    default:
      if (isHtmlPage(text)) return 'html';
      // Nearly every format of a program looks like text: a name that no signature stands for is believed.
      if (extension !== '' && (!BINARY_EXTENSIONS.has(extension) || text.length < TELLING_BYTES)) return null;
      return isHtmlFragment(text) ? 'html' : plainOrMarkdown(text);
  }
}

const plainOrMarkdown = (text: string): TextFormat => (isMarkdown(text) ? 'markdown' : 'text');

/** Characters enough to see the marks of a format; of UTF-16 every other byte. @returns null when it is no text. */
function unwidened(bytes: Buffer, latin: string): string | null {
  const zeros = [0, 0];
  let controls = 0;
  // Every file of a scan comes through here: without an iterator it takes a tenth of the time.
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
    else if (byte < 32 && (byte < 9 || byte > 13) && byte !== 27) controls += 1;
  }
  const [even = 0, odd = 0] = zeros;
  const half = bytes.length / 2;
  const isWide = Math.max(even, odd) > half * 0.3 && Math.min(even, odd) < half * 0.02;
  const marked = /^(?:\xff\xfe|\xfe\xff)/.test(latin);
  if (isWide || marked) {
    const [high, low] = latin.startsWith('\xfe\xff') || even > odd ? [0, 1] : [1, 0];
    const from = marked ? 2 : 0;
    let text = '';
    for (let at = from; at + 1 < bytes.length; at += 2) {
      text += bytes[at + high] === 0 ? String.fromCharCode(bytes[at + low] ?? 0) : '\uFFFD';
    }
    return text;
  }
  return controls + even + odd > bytes.length * CONTROL_SHARE_LIMIT ? null : latin;
}
