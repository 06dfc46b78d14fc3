/**
 * The files that a REFI-QDA project names: in its zip, or beside it in the same folder. Programs write the paths in many
 * ways; a path that leads out of the folder is never followed, only the name at its end is looked for.
 * Source: REFI-QDA standard 1.0, Project exchange, section on external and internal sources.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { FondsError } from '../../contract/index.js';
import { t } from '../../wording/index.js';
import type { ZipReader } from './read-zip.js';

export interface ProjectFile {
  /** Name of one that lies beside the project; null for one that is in it. */
  readonly beside: string | null;
  /** @throws FondsError EXCHANGE_INVALID when it is larger or damaged. */
  read(mostBytes: number): Promise<Uint8Array>;
  /** SHA-256. */
  hash(): Promise<string>;
}

export interface ProjectFiles {
  /**
   * @param path as the project writes it. @param guesses names to try when it writes none.
   * @returns null when there is no such file, or several may be meant.
   */
  find(path: string | undefined, guesses?: readonly string[]): Promise<ProjectFile | null>;
}

/** @param zip null for a project that was taken out of its zip. @param file path of the project. */
export function projectFiles(zip: ZipReader | null, file: string): ProjectFiles {
  const folder = dirname(resolve(file));
  const byBase = Map.groupBy(zip?.names ?? [], (name) => basename(name));

  const inside = (name: string): ProjectFile | null => {
    if (!zip?.has(name)) return null;
    return {
      beside: null,
      read: async (mostBytes) => (await zip.read(name, mostBytes)) ?? new Uint8Array(0),
      hash: async () => (await zip.hash(name)) ?? '',
    };
  };

  async function beside(name: string): Promise<ProjectFile | null> {
    const path = resolve(folder, name);
    if (!path.startsWith(folder + sep)) return null;
    try {
      // A link may lead out of the folder.
      const [real, home] = [await realpath(path), await realpath(folder)];
      const info = await stat(real);
      if (!real.startsWith(home + sep) || !info.isFile()) return null;
      return {
        beside: basename(path),
        read: async (mostBytes) => {
          if (info.size <= mostBytes) return readFile(real);
          const message = t(
            '“{basename}” beside the project has {count} bytes, more than such a file may have. Nothing was taken in.',
            { basename: basename(path), count: info.size },
          );
          throw new FondsError('EXCHANGE_INVALID', message);
        },
        hash: async () => {
          const hash = createHash('sha256');
          for await (const chunk of createReadStream(real)) hash.update(chunk as Uint8Array);
          return hash.digest('hex');
        },
      };
    } catch {
      // Not there, or not to be read: then it is not found.
      return null;
    }
  }

  return {
    find: async (path, guesses = []) => {
      const namedPaths = path === undefined || path.trim() === '' ? [] : namesOf(path);
      const names = namedPaths.length > 0 ? namedPaths : guesses;
      for (const name of names) {
        const found = inside(join('sources', name)) ?? inside(name);
        if (found) return found;
      }
      for (const name of names) {
        const [only, ...others] = byBase.get(basename(name).toLowerCase()) ?? [];
        if (only !== undefined && others.length === 0) return inside(only);
      }
      for (const name of namedPaths) {
        const found = (await beside(name)) ?? (await beside(basename(name)));
        if (found) return found;
      }
      return null;
    },
  };
}

/** A path as it may be meant: without its scheme, drive and steps up, as written and with its escapes resolved. */
function namesOf(path: string): string[] {
  const plain = path
    .trim()
    .replace(/^[a-z]+:\/\/\/?/i, '')
    .replaceAll('\\', '/')
    .replace(/^[a-z]:\//i, '')
    .replace(/^sources\//i, '');
  const names = [plain, unescaped(plain)].map((name) =>
    name
      .split('/')
      .filter((part) => part !== '' && part !== '.' && part !== '..')
      .join('/'),
  );
  return [...new Set(names)].filter((name) => name !== '');
}

function unescaped(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
