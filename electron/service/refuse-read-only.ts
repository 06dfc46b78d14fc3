/** What a change is refused with while the archive is open for reading only. */
import type { Archive } from '../archive/index.js';
import { type Failure, FondsError } from '../contract/index.js';
import { t } from '../wording/index.js';

export const READ_ONLY: Failure = {
  code: 'ARCHIVE_READ_ONLY',
  message: t(
    'This archive is open for reading only; nothing was changed. Copy it to a place you can write to, and open it there.',
  ),
};

/** @throws FondsError ARCHIVE_READ_ONLY. */
export function refuseReadOnly({ access }: Pick<Archive, 'access'>): void {
  if (access === 'read') throw new FondsError(READ_ONLY.code, READ_ONLY.message);
}
