/**
 * The public API of the ingest room: bytes of a file to text, structure and description. It reads nothing from disk or
 * network and writes nowhere; every expected failure is a `FILE_UNREADABLE` that names the remedy.
 */
import { FondsError } from '../contract/index.js';
import { t } from '../wording/index.js';
import { fileUnreadable, type ParsedFile, type ReaderInfo, type ReadOptions } from './parsed-file.js';
import { recognise } from './recognise.js';
import { type FormatReader, limitsOf, readerRegistry } from './registry.js';

export { charsetOf } from './encodings/labels.js';
export { readFileNames } from './file-names.js';
export type { ParsedFile, ReaderInfo, ReadOptions } from './parsed-file.js';
export { HEAD_BYTES, type RecognisedFile, recognise } from './recognise.js';
export { isImageReader, limitsOf, type ReadingLimits } from './registry.js';

/** Above this a text is refused before it is parsed. */
export const MAX_FILE_BYTES = limitsOf('text').fileBytes;

export const readers: readonly ReaderInfo[] = readerRegistry.map(({ name, mediaType, extensions }) => ({
  name,
  mediaType,
  extensions,
}));

/** @returns the reader that a name alone hints at, in whatever case; null when it hints at none. */
export function readerFor(fileName: string): ReaderInfo | null {
  return readers.find((reader) => takes(reader, fileName)) ?? null;
}

/**
 * Reads one file as what its content is; its name only hints.
 * @throws FondsError `FILE_UNREADABLE`, with what is wrong and what to do.
 */
export async function read(bytes: Uint8Array, fileName: string, options: ReadOptions = {}): Promise<ParsedFile> {
  refuseEmpty(bytes.byteLength);
  const { reader, remark } = recognise(bytes, fileName);
  if (!reader)
    throw fileUnreadable(
      t('No reader takes files like “{fileName}”. {whatIsRead}', { fileName, whatIsRead: whatIsRead() }),
    );
  refuseTooLarge(bytes.byteLength, reader.limits.fileBytes);
  const readBytes = await reader.load();
  try {
    const reading = await readBytes(bytes, options);
    const remarks = remark === null ? reading.remarks : [remark, ...reading.remarks];
    return { ...reading, remarks, mediaType: reader.mediaType, readerName: reader.name };
  } catch (error) {
    if (error instanceof FondsError) throw error;
    throw fileUnreadable(
      t(
        'The {name} reader could not read this file: {describe}. Open it in another program and save it again, then import that.',
        { name: reader.name, describe: describe(error) },
      ),
    );
  }
}

/** What a file of this name may have at most: of a name that hints at nothing the most of all kinds. */
export const maxBytesFor = (fileName: string): number => limitsOf(readerFor(fileName)?.name ?? null).fileBytes;

/** Whether a person can choose the character set of files like this: those that are text, and not a container of it. */
export const hasCharset = (mediaType: string): boolean => mediaType.startsWith('text/');

/** @throws FondsError `FILE_UNREADABLE` when a file has more bytes than are read of its kind; left out: of a text. */
export function refuseTooLarge(fileBytes: number, mostBytes: number = MAX_FILE_BYTES): void {
  if (fileBytes <= mostBytes) return;
  const megabytes = Math.ceil(fileBytes / 1024 / 1024);
  throw fileUnreadable(
    t(
      'This file has {megabytes, plural, one {# megabyte} other {# megabytes}}; files of its kind up to {mostBytes} are read. Split it and import the parts.',
      { megabytes, mostBytes: mostBytes / 1024 / 1024 },
    ),
  );
}

/** @throws FondsError `FILE_UNREADABLE` when a file has no bytes at all. */
export function refuseEmpty(fileBytes: number): void {
  if (fileBytes > 0) return;
  throw fileUnreadable(t('This file is empty: it holds no text. Check that it was copied whole.'));
}

const takes = (reader: FormatReader | ReaderInfo, fileName: string) =>
  reader.extensions.some((extension) => fileName.toLowerCase().endsWith(extension));

const whatIsRead = () =>
  t('These are read: {flatMap}. Convert the file to one of them.', {
    flatMap: readers.flatMap((reader) => reader.extensions).join(', '),
  });

/** Some parsers give up by a stack overflow, whose own message says nothing to a person. */
function describe(error: unknown): string {
  if (error instanceof RangeError && /call stack/i.test(error.message)) return t('its parts are nested too deeply');
  return error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
}
