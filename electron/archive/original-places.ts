/** Where originals lie in the folder of an archive. */
import { join } from 'node:path';

export const FOLDER = 'originals';
/** Below it: copies that have no name yet. */
export const INCOMING = 'incoming';

/** Where the original with this hash lies, or would lie. */
export const originalPath = (dir: string, sha256: string): string => join(dir, FOLDER, sha256.slice(0, 2), sha256);
