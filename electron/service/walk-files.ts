/**
 * The files under what a person chose, with names as they read and paths as they are: a name that is not UTF-8 has no
 * string that leads back to its file, so its path stays bytes. Reads folders; opens no file.
 */
import { lstat, readdir } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { readFileNames } from '../ingest/index.js';
import { t } from '../wording/index.js';

/** Bytes when a name on the way is not UTF-8. */
export type FilePath = string | Buffer;

export interface FoundFile {
  readonly path: FilePath;
  /** Relative to where the choice was made, with `/`. */
  readonly name: string;
  /** The character set that the last part of the name was read in; null when it is UTF-8. */
  readonly nameCharset: string | null;
  readonly fileBytes: number;
  /** When it was changed last, in milliseconds since 1970; null when it cannot be read. */
  readonly modifiedMs: number | null;
  /** Why it cannot be read, with what to do; null when nothing is known against it. */
  readonly problem: string | null;
}

/** What systems leave in folders for themselves. `._name` is what macOS keeps of `name` on other systems’ disks. */
const LEFT_BY_SYSTEMS = /^(?:\.DS_Store|\.localized|Thumbs\.db|ehthumbs\.db|desktop\.ini|\._.*)$/is;

interface PathEntry {
  readonly path: FilePath;
  readonly name: string;
  readonly charset: string | null;
}

/** @param path absolute, of a file or a folder. */
export async function* walkFiles(path: string): AsyncGenerator<FoundFile> {
  for (const place of await pathEntries(path)) yield* walk(place);
}

async function* walk({ path, name, charset }: PathEntry): AsyncGenerator<FoundFile> {
  if (LEFT_BY_SYSTEMS.test(basename(name))) return;
  const file = { path, name, nameCharset: charset, fileBytes: 0, modifiedMs: null };
  let info: Awaited<ReturnType<typeof lstat>>;
  let children: PathEntry[] = [];
  try {
    info = await lstat(path);
    if (info.isDirectory()) children = await childrenOf(path, name);
  } catch (error) {
    yield { ...file, problem: whyUnreadable(error) };
    return;
  }
  if (info.isDirectory()) {
    for (const child of children) yield* walk(child);
    return;
  }
  // Links are named, not followed: they may lead in circles or out of what was chosen.
  const problem = info.isFile() ? null : t('This is a link or a device, not a file. Import the file it points to.');
  yield { ...file, fileBytes: info.size, modifiedMs: problem === null ? info.mtimeMs : null, problem };
}

/** In order of name. @param parentName '' for the folder in which the choice was made. */
async function childrenOf(folder: FilePath, parentName: string): Promise<PathEntry[]> {
  const children = await readdir(folder, { encoding: 'buffer' });
  return readFileNames(children)
    .map(({ name, charset }, at): PathEntry => {
      const bytes = Buffer.concat([Buffer.from(folder), Buffer.from('/'), children[at] ?? Buffer.alloc(0)]);
      const isText = charset === null && typeof folder === 'string';
      return {
        path: isText ? bytes.toString() : bytes,
        name: parentName === '' ? name : `${parentName}/${name}`,
        charset,
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

const UNKNOWN_BYTES = /\uFFFD+/g;

/**
 * A path as it comes from the system: where a name is not UTF-8, the terminal and the window hand over U+FFFD for its
 * bytes. Then all names are meant that look like it. @returns the path itself when none does, for the error to name.
 */
async function pathEntries(path: string): Promise<PathEntry[]> {
  const plain: PathEntry = { path, name: basename(path) || path, charset: null };
  if (!path.includes('\uFFFD')) return [plain];
  const isThere = await lstat(path).then(
    () => true,
    () => false,
  );
  if (isThere) return [plain];
  const parent = dirname(path);
  const folders = parent.includes('\uFFFD') ? await pathEntries(parent) : [{ path: parent, name: '', charset: null }];
  const wanted = basename(path).replace(UNKNOWN_BYTES, '\uFFFD');
  const looksLikeIt = (found: PathEntry): boolean =>
    lastPart(found.path).toString().replace(UNKNOWN_BYTES, '\uFFFD') === wanted;
  const found: PathEntry[] = [];
  for (const folder of folders) {
    const children = await childrenOf(folder.path, '').catch(() => []);
    found.push(...children.filter((child) => child.charset !== null && looksLikeIt(child)));
  }
  return found.length > 0 ? found : [plain];
}

function lastPart(path: FilePath): Buffer {
  const bytes = Buffer.from(path);
  return bytes.subarray(bytes.lastIndexOf('/') + 1);
}

export function whyUnreadable(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return t('There is no file of this name any more. Check the place and choose it again.');
  if (code === 'EACCES' || code === 'EPERM')
    return t('You may not read this file. Change its permissions and choose it again.');
  return t('The file cannot be opened ({code}).', { code: code ?? String(error) });
}
