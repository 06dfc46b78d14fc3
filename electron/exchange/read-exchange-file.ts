/** Reads a file of another tool, whichever of the known kinds it is. Made for a worker: a file may be large and hostile. */
import { isUtf8 } from 'node:buffer';
import { open, readFile } from 'node:fs/promises';
import { FondsError } from '../contract/index.js';
import { t } from '../wording/index.js';
import { bySource, type ExchangeFile, type OpenExchangeFile } from './exchange-model.js';
import { projectFiles } from './refi/project-files.js';
import { readCodes } from './refi/read-codes.js';
import { readRefiProject } from './refi/read-project.js';
import { readXml } from './refi/read-xml.js';
import { openZip, type ZipReader } from './refi/read-zip.js';
import { openWebAnnotations } from './web-annotation/read-annotations.js';

export interface ReadExchangeTask {
  /** Path of the file. */
  readonly file: string;
}

/** What is not packed is held whole; a string of V8 ends at 512 MB. */
const MAX_BYTES = 256 * 1024 ** 2;
/** Enough to tell XML from JSON behind blank lines. */
const HEAD_BYTES = 4_096;
const NOTHING = t('Nothing was taken in.');

/** All of it at once. @throws FondsError EXCHANGE_INVALID, FILE_UNREADABLE. */
export async function readExchangeFile(task: ReadExchangeTask): Promise<ExchangeFile> {
  const { annotations, ...file } = await openExchangeFile(task);
  return { ...file, annotations: [...annotations] };
}

/** @throws FondsError EXCHANGE_INVALID, FILE_UNREADABLE. */
export async function openExchangeFile({ file }: ReadExchangeTask): Promise<OpenExchangeFile> {
  const { head, size } = await begin(file);
  if (head[0] === 0x50 && head[1] === 0x4b) return bySource(await readPackage(file));
  if (size > MAX_BYTES) {
    const message = t('The file is larger than 256 MB. {NOTHING} Write it in parts in the program it comes from.', {
      NOTHING,
    });
    throw new FondsError('EXCHANGE_INVALID', message);
  }
  if (/^\s*</.test(beginning(head))) return bySource(await readXmlFile(await readWords(file), file));
  return openWebAnnotations(isMarkedUtf16(head) ? Buffer.from(await readWords(file)) : await readUtf8(file));
}

/** Its bytes are let go of at once. */
const readWords = async (file: string): Promise<string> => decode(await readFile(file), t('The file'));

async function readUtf8(file: string): Promise<Buffer> {
  const bytes = await readFile(file);
  if (!isUtf8(bytes)) throw notUtf8(t('The file'));
  return bytes;
}

/** The first characters, as far as they are ASCII. */
const beginning = (head: Uint8Array): string =>
  Buffer.from(head.filter((byte) => byte !== 0 && byte < 0x80)).toString('latin1');

const isMarkedUtf16 = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

async function begin(file: string): Promise<{ head: Uint8Array; size: number }> {
  try {
    const handle = await open(file, 'r');
    try {
      const head = new Uint8Array(HEAD_BYTES);
      const { bytesRead } = await handle.read(head, 0, HEAD_BYTES, 0);
      return { head: head.subarray(0, bytesRead), size: (await handle.stat()).size };
    } finally {
      await handle.close();
    }
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new FondsError('FILE_UNREADABLE', t('The file cannot be read ({reason}).', { reason }));
  }
}

/** By its mark, else UTF-8. */
function decode(bytes: Uint8Array, name: string): string {
  const encoding = isMarkedUtf16(bytes) ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw notUtf8(name);
  }
}

const notUtf8 = (name: string): FondsError =>
  new FondsError(
    'EXCHANGE_INVALID',
    t('{name} is not text in UTF-8. {NOTHING} Fetch it again, or write it anew.', { name, NOTHING }),
  );

const isOf = (uri: string, kind: 'project' | 'codebook'): boolean =>
  uri === '' || uri.toLowerCase().startsWith(`urn:qda-xml:${kind}:`);

/** A codebook, or a project that was taken out of its zip. */
async function readXmlFile(text: string, file: string): Promise<ExchangeFile> {
  const root = readXml(text, t('The file'));
  if (root.name === 'codebook' && (isOf(root.uri, 'codebook') || isOf(root.uri, 'project'))) {
    const { tags, losses } = readCodes(root, t('The file'));
    return { tags, annotations: [], taggings: [], losses };
  }
  if (root.name === 'project' && isOf(root.uri, 'project')) {
    return readRefiProject(root, t('The file'), projectFiles(null, file));
  }
  throw new FondsError(
    'EXCHANGE_INVALID',
    t('This is XML, but neither a REFI-QDA codebook nor a project of it. {NOTHING}', { NOTHING }),
  );
}

async function readPackage(file: string): Promise<ExchangeFile> {
  const zip = await openZip(file);
  try {
    const name = projectName(zip);
    const bytes = name === undefined ? null : await zip.read(name, MAX_BYTES);
    if (!bytes) {
      const message = t('This is a zip file, but there is no REFI-QDA project (project.qde) in it. {NOTHING}', {
        NOTHING,
      });
      throw new FondsError('EXCHANGE_INVALID', message);
    }
    const root = readXml(decode(bytes, 'project.qde'), 'project.qde');
    if (root.name !== 'project' || !isOf(root.uri, 'project')) {
      throw new FondsError('EXCHANGE_INVALID', t('project.qde is not a REFI-QDA project. {NOTHING}', { NOTHING }));
    }
    return await readRefiProject(root, 'project.qde', projectFiles(zip, file));
  } finally {
    zip.close();
  }
}

const projectName = ({ names }: ZipReader): string | undefined =>
  names.find((name) => name === 'project.qde') ?? names.find((name) => /^[^/]+\.qde$/.test(name));
