/** A line that cannot be read: where, why, and a line to write instead. Becomes a FondsError in the API of the folder. */
import type { LineRange } from './ast.js';

/** How a fault is passed over in a line that is no command: by taking its signs for punctuation. */
export interface Leniency {
  readonly signs: LineRange;
  /** Whether a person may have meant the command all the same, and should hear of it. */
  readonly isReported: boolean;
}

/** Thrown inside this folder only. */
export class SyntaxFault extends Error {
  /**
   * @param place what is wrong, `[start, end)` in UTF-16 of the line.
   * @param message what is wrong AND what to write instead, in sentences.
   * @param mended a whole line with this one fault mended, not yet tried; null when nothing sensible is known.
   * @param leniency null for what only a person who commands can have typed.
   */
  constructor(
    readonly place: LineRange,
    message: string,
    readonly mended: string | null,
    readonly leniency: Leniency | null = null,
  ) {
    super(message);
    this.name = 'SyntaxFault';
  }
}

/** The line with other text at a place. */
export function replaced(line: string, [start, end]: LineRange, text: string): string {
  return line.slice(0, start) + text + line.slice(end);
}

/** The line without what stands at a place, and without the gap it leaves. */
export function without(line: string, [start, end]: LineRange): string {
  const [left, right] = [line.slice(0, start).trimEnd(), line.slice(end).trimStart()];
  const isEdge = left === '' || right === '' || left.endsWith('(') || right.startsWith(')');
  return (isEdge ? left + right : `${left} ${right}`).trim();
}
