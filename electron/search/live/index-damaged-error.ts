/** Says that the index is not what was written. It is derived, so whoever meets it rebuilds the index and goes on. */
import { t } from '../../wording/index.js';
export class IndexDamagedError extends Error {
  /** @param what the part that is missing or was changed. */
  constructor(what: string, options?: ErrorOptions) {
    super(t('{what} of the search index is missing or was changed', { what }), options);
    this.name = 'IndexDamaged';
  }
}
