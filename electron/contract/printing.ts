/**
 * The messages between the archive service and the process that prints. Internal: no window and no terminal speaks them.
 * Both ends come from one build; the version is there so that a stray older process is refused instead of misread.
 */
import type { Result } from './result.js';

export const PRINTING_VERSION = 1;

/** The switch by which a process of its own knows that it is there to print. */
export const PRINTING_SWITCH = '--fonds-printing';

/** How the temporary folder begins that such a process keeps its settings in, and that goes with it. */
export const PRINTING_FOLDER = 'fonds-printing-';

export interface PrintJob {
  /** The page as HTML in UTF-8; it may ask for the fonts that ship, by `fonts/NAME`, and for nothing else. */
  readonly html: Uint8Array;
  /**
   * `pdf`: the pages as a PDF. `fonts`: of each `i` element, in their order, the fonts its letters were drawn in.
   */
  readonly wanted: 'pdf' | 'fonts';
}

/** Whose fonts drew the letters of an element: those that ship, those of the machine, or none, as nothing is drawn. */
export interface DrawnBy {
  readonly shipped: number;
  readonly machine: number;
}

export interface PrintResult {
  readonly pdf: Uint8Array;
  readonly fonts: readonly DrawnBy[];
}

export type PrintingRequest =
  | {
      readonly type: 'print';
      readonly version: typeof PRINTING_VERSION;
      readonly id: number;
      readonly work: PrintJob;
    }
  | { readonly type: 'print-cancel'; readonly id: number };

export interface PrintingResponse {
  readonly type: 'printed';
  readonly id: number;
  readonly result: Result<Partial<PrintResult>>;
}

/** A process that can print says so once, before it is asked. */
export interface PrintingReady {
  readonly type: 'printing-ready';
}
