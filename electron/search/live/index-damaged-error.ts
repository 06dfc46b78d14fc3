/** Says that the index is not what was written. It is derived, so whoever meets it rebuilds the index and goes on. */
export class IndexDamagedError extends Error {
  /** @param what the part that is missing or was changed. */
  constructor(what: string, options?: ErrorOptions) {
    super(`${what} of the search index is missing or was changed`, options);
    this.name = 'IndexDamaged';
  }
}
