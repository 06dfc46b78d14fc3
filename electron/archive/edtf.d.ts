/** The part of `edtf` that the archive uses; the package ships no types. */
declare module 'edtf' {
  /** Milliseconds since 1970 in UTC; infinite when open, null when unknown, NaN for years beyond what Date holds. */
  interface Extended {
    readonly min: number | null;
    readonly max: number | null;
    readonly year?: number;
    readonly season?: number;
    readonly values?: readonly unknown[];
    readonly isEDTFInterval?: boolean;
    readonly earlier?: boolean;
    readonly later?: boolean;
  }
  /** @throws Error when the text is not EDTF. */
  export default function edtf(text: string): Extended;
}
