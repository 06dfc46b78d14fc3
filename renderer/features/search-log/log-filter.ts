/** What of the log is looked at. */
export interface LogFilter {
  readonly contains?: string;
  /** Only searches that found nothing. */
  readonly onlyEmpty?: boolean;
}

/** Entries asked for at once. */
export const PAGE_ENTRIES = 100;
