/**
 * Finds what a text says that it withholds or has lost: bracketed remarks of declassifiers and editors, black bars, and
 * exemption codes left standing where a release was whitened. Marks that only white space divides are one.
 * Invariant: what is returned is in text order, without overlaps, and begins and ends with a mark.
 */

export interface Withheld {
  /** UTF-16 offsets, half-open. */
  readonly start: number;
  readonly end: number;
  /** `lacuna`: nobody withheld it, it cannot be read or was left out. */
  readonly kind: 'redaction' | 'lacuna';
  /** Exemption codes as written, `1.4(b)`; several are divided by `, `. Null when none is given. */
  readonly code: string | null;
}

/**
 * Sections of American executive orders (`1.4(b)`, `3.3(b)(1)`), exemptions of the Freedom of Information Act
 * (`(b)(1)`, `(b)(7)(C)`), and those for 25 and 50 years (`25X1`, `50X1-HUM`).
 */
const CODE = String.raw`(?:\d\.\d\s?\(\w\)(?:\(\w\))*|\(b\)\(\d\)(?:\(\w\))*|(?:25|50)X\d(?:-HUM)?)`;
/** Words by which releases say that something was withheld: English, German, French, Spanish, South Slavic, Russian. */
const WITHHELD = `redacted|deleted|excised|sanitized|withheld|censored|blacked out|not declassified|declassification denied|geschwärzt|caviardé|occulté|tachado|censurado|cenzurisano|zatamnjeno|zacrnjeno|цензурисано|затамњено|зацрњено|вымарано|изъято|засекречено`;
/** Words by which editors say that something cannot be read or was left out, and the dots that say it without words. */
const LOST = `illegible|unreadable|lacuna|unclear|torn|omitted|omission|unleserlich|illisible|ilegible|nečitko|нечитко|неразборчиво`;
const MARK = new RegExp(
  [
    String.raw`\[(?<withheld>[^[\]\n]{0,80}?\b(?:${WITHHELD})(?![\p{L}\p{M}])[^[\]\n]{0,80})\]`,
    String.raw`\[(?<lost>(?:[^[\]\n]{0,40}?(?<![\p{L}\p{M}]))?(?:${LOST})(?![\p{L}\p{M}])[^[\]\n]{0,40}|\s*(?:…|\.\s?\.\s?\.)\s*)\]`,
    `(?<lacuna>#LACUNA#)`,
    `(?<bar>[█■▇▓]{2,})`,
    String.raw`(?<![\p{L}\p{N}(.])(?<code>${CODE})(?![\p{L}\p{N}(])`,
  ]
    .join('|')
    // Letters beyond ASCII are no word characters to \b.
    .replaceAll(String.raw`\b(?:`, String.raw`(?<![\p{L}\p{M}])(?:`),
  'giu',
);
const CODES = new RegExp(CODE, 'giu');
const BETWEEN = /^\s*$/;

export function findWithheld(text: string): Withheld[] {
  const found: Withheld[] = [];
  for (const match of text.matchAll(MARK)) {
    const mark = ofMatch(match);
    const last = found.at(-1);
    if (last?.kind === mark.kind && BETWEEN.test(text.slice(last.end, mark.start))) {
      found[found.length - 1] = { ...last, end: mark.end, code: joined(last.code, mark.code) };
    } else found.push(mark);
  }
  return found.filter(({ start, end }) => !isSectionAlone(text.slice(start, end)));
}

function ofMatch({ 0: words, index, groups = {} }: RegExpExecArray): Withheld {
  const isLost = groups.lost !== undefined || groups.lacuna !== undefined;
  const codes = [...words.matchAll(CODES)].map(([code]) => code);
  return {
    start: index,
    end: index + words.length,
    kind: isLost ? 'lacuna' : 'redaction',
    code: codes.reduce<string | null>(joined, null),
  };
}

/** `1.5(b)` without a bar beside it names the reason of a classification as often as a gap; `(b)(1)` is put into gaps. */
const isSectionAlone = (mark: string) => /^\d/.test(mark) && mark.replace(CODES, '').trim() === '';

/** Codes of two marks, each once. */
function joined(before: string | null, more: string | null): string | null {
  const codes = new Set([before, more].flatMap((code) => code?.split(', ') ?? []));
  return codes.size === 0 ? null : [...codes].join(', ');
}
