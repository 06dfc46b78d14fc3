/**
 * Small drawings of pages, made once and kept beside the archive's database. Derived: whoever deletes the folder loses
 * nothing but the time to draw them again. What cannot be kept, in an archive that is only read or on a full disk, is drawn
 * each time.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The longer side, in pixels, up to which drawings are kept. */
export const LARGEST_THUMBNAIL = 640;

export interface Thumbnails {
  /** Null when it has not been drawn yet. */
  get(key: string): Promise<Uint8Array | null>;
  put(key: string, bytes: Uint8Array): Promise<void>;
}

/** @param dir the folder of the archive. @param newId for names that nobody else uses. */
export function createThumbnails(dir: string, newId: () => string): Thumbnails {
  const pathOf = (key: string) => {
    const name = createHash('sha256').update(key).digest('hex');
    return { folder: join(dir, 'thumbnails', name.slice(0, 2)), file: `${name.slice(2)}.jpg` };
  };
  return {
    get: async (key) => {
      const { folder, file } = pathOf(key);
      const read = await readFile(join(folder, file)).catch(() => null);
      // Written without waiting for the disk: after a power cut it may have its name and lack its end.
      return read && isWhole(read) ? new Uint8Array(read) : null;
    },
    put: async (key, bytes) => {
      const { folder, file } = pathOf(key);
      try {
        await mkdir(folder, { recursive: true });
        // Under its name it is whole, also when the program ends meanwhile.
        const unnamed = join(folder, `${newId()}.part`);
        await writeFile(unnamed, bytes);
        await rename(unnamed, join(folder, file));
      } catch {
        // Drawn again next time.
      }
    },
  };
}

/** Whether a JPEG has its beginning and its end. */
const isWhole = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xff && bytes[1] === 0xd8 && bytes.at(-2) === 0xff && bytes.at(-1) === 0xd9;
