/** Reads the original of a source again with a character set that a person chose: to look at, or as a new version. */
import type { Annotations } from '../annotation/index.js';
import type { Archive } from '../archive/index.js';
import {
  CHARSETS,
  type CharsetId,
  charsetName,
  FondsError,
  type Output,
  type ParsedInput,
  type SourceId,
} from '../contract/index.js';
import { charsetOf, hasCharset, type ParsedFile } from '../ingest/index.js';
import { excerptsAtDifference } from '../text/index.js';
import { t } from '../wording/index.js';
import type { ReadingPool } from './reading-pool.js';

export interface RereadingTools {
  readonly archive: Archive;
  readonly annotations: Annotations;
  readonly pool: ReadingPool;
}

/** UTF-16 units of an excerpt. */
const EXCERPT = 4_000;

/** @throws FondsError NOT_FOUND, INVALID_INPUT, FILE_UNREADABLE. */
export async function previewReread(
  { archive, annotations, pool }: RereadingTools,
  { sourceId, charset: label }: ParsedInput<'text.previewReread'>,
): Promise<Output<'text.previewReread'>> {
  const charset = meant(label);
  const reading = await readOriginal(archive, pool, sourceId, charset);
  const { id: versionId, text } = archive.texts.get(sourceId);
  const [before, after] = excerptsAtDifference(text, reading.text, EXCERPT);
  return {
    versionId,
    charset,
    before: { ...before, length: text.length },
    after: { ...after, length: reading.text.length },
    edits: await annotations.texts.compareTexts(before.text, after.text),
    isSame: text === reading.text,
    remarks: reading.remarks,
  };
}

/** @throws FondsError NOT_FOUND, INVALID_INPUT, STALE, FILE_UNREADABLE. */
export async function reread(
  { archive, annotations, pool }: RereadingTools,
  { sourceId, versionId, charset: label, reason }: ParsedInput<'text.reread'>,
): Promise<Output<'text.reread'>> {
  const charset = meant(label);
  const { text, spans, remarks, leftAside = [], readerName } = await readOriginal(archive, pool, sourceId, charset);
  const made = await annotations.texts.reread({
    sourceId,
    versionId,
    text: { text, spans, remarks, leftAside, origin: `reader:${readerName}` },
    reason: reason === '' ? t('Read again as {charsetName}', { charsetName: charsetName(charset) }) : reason,
  });
  return { ...made, charset };
}

function meant(label: string): CharsetId {
  const charset = charsetOf(label);
  if (charset) return charset;
  const known = CHARSETS.map(({ id }) => id).join(', ');
  throw new FondsError('INVALID_INPUT', t('“{label}” is no known character set. Known: {known}.', { label, known }), {
    charset: label,
  });
}

async function readOriginal(
  archive: Archive,
  pool: ReadingPool,
  sourceId: SourceId,
  charset: CharsetId,
): Promise<ParsedFile> {
  const [original] = archive.sources.get(sourceId).originals;
  if (!original) throw new FondsError('NOT_FOUND', t('This source has no original to read again.'), { sourceId });
  if (!hasCharset(original.mediaType)) {
    const message = t(
      '{fileName} says itself which characters it holds. Only plain text, Markdown and web pages are read with a character set.',
      { fileName: original.fileName },
    );
    throw new FondsError('INVALID_INPUT', message, { sourceId });
  }
  const { path } = archive.originals.locate(original.sha256);
  try {
    return await pool.read(path, original.fileName, new AbortController().signal, { charset });
  } catch (error) {
    if (!(error instanceof FondsError)) throw error;
    // The window sees no path.
    throw new FondsError(error.code, error.message.replaceAll(path, original.fileName), error.details);
  }
}
