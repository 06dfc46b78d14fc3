/** What is found: a range of a text that stands for something withheld or lost. */
export interface Withheld {
  /** UTF-16 offsets, half-open. */
  readonly start: number;
  readonly end: number;
  /** `lacuna`: nobody withheld it, it cannot be read or was left out. */
  readonly kind: 'redaction' | 'lacuna';
  /** Exemption codes as written, `1.4(b)`; several are divided by `, `. Null when none is given. */
  readonly code: string | null;
}

/** What one of the finders found, before marks that touch each other are made one. */
export interface WithheldCandidate extends Withheld {
  /** `sure`: a mark wherever it stands. `possible`: it may be something else (`B5` a grid square). */
  readonly trust: 'sure' | 'possible';
  /** What sort of exemption code it is, when it is nothing else: codes side by side are one mark and vouch for each other. */
  readonly family: CodeFamily | null;
}

/** `order`: sections of executive orders. `act`: `(b)(1)`. `letter`: `B1`, `b7C`, `P5`. `stamp`: `25X1`, and of other lands. */
export type CodeFamily = 'order' | 'act' | 'letter' | 'stamp';

/** Codes of two marks, each once. */
export function joinedCodes(before: string | null, more: string | null): string | null {
  const codes = new Set([before, more].flatMap((code) => code?.split(', ') ?? []));
  return codes.size === 0 ? null : [...codes].join(', ');
}
