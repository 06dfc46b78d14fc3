/** The part of `edtf` that citations use, beside what the archive declares. Months count from 0. */
declare module 'edtf' {
  interface EdtfTree {
    readonly type: 'Date' | 'Year' | 'Decade' | 'Century' | 'Season' | 'Interval' | 'List' | 'Set';
    readonly values: readonly unknown[];
    /** A number says which parts; any but 0 counts. */
    readonly uncertain?: boolean | number;
    readonly approximate?: boolean | number;
    /** Bits of the digits that were written X, the lowest four for the year. */
    readonly unspecified?: number;
    readonly earlier?: boolean;
    readonly later?: boolean;
  }
  /** @throws Error when the text is not EDTF. */
  export function parse(text: string): EdtfTree;
}
