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
 * (`(b)(1)`, `(b) (7)(C)`), and those for 25 and 50 years (`25X1`, `50X1-HUM`).
 */
const CODE = String.raw`(?:\d\.\d\s?\(\w\)(?:\(\w\))*|\(b\)[^\S\n]?\(\d\)(?:\(\w\))*|(?:25|50)X\d(?:-HUM)?)`;
/** Words by which releases say that something was withheld: English, German, French, Spanish, South Slavic, Russian. */
const WITHHELD = `redacted|deleted|excised|sanitized|withheld|censored|blacked out|not declassified|not released|declassification denied|geschwärzt|caviardé|occulté|biffé|tachado|testado|censurado|cenzurisano|zatamnjeno|zacrnjeno|цензурисано|затамњено|зацрњено|вымарано|изъято|засекречено`;
/** Words by which editors say that something cannot be read or was left out, and the dots that say it without words. */
const LOST = `illegible|unreadable|unintelligible|inaudible|undecipherable|indecipherable|garbled?|lacuna|unclear|torn|omitted|omission|omissis|unleserlich|illisible|ilegible|illeggibile|nieczytelne|nečitko|нечитко|неразборчиво|неразб\\.`;
/** What editors say of pages they pass over; the remark may be long. */
const PASSED_OVER = `omitted here|here follows?`;
/** How much is not there, as a remark says it. */
const MEASURE = String.raw`(?:(?:less|more|than|about|one|two|three|four|five|several|first|last|of|source|text|names?|words?|lines?|sentences?|paragraphs?|pages?|\d+(?:-?\d\/\d|[½¼¾])?)\s+)`;
/** A remark may go on in the next line, but not in the next paragraph. */
const REMARK = String.raw`(?:[^[\]\n]|\n(?!\s*\n))`;
/** A remark about somebody or something else than the text: `[He withheld the letter.]` */
const TALE = String.raw`(?!\s*(?:he|she|it|they|we|you|i|who|which|this|that|these|there)(?![\p{L}\p{M}]))`;
/** Between words of one line: rows of signs that stand alone divide chapters. */
const AFTER_WORD = String.raw`(?<=[\p{L}\p{N}.,;:!?"”“»)\]][^\S\n]{1,8})`;
const BEFORE_WORD = String.raw`(?=[^\S\n]{1,8}[\p{L}\p{N}("“„«])`;
const MARK = new RegExp(
  [
    String.raw`\[${TALE}(?<withheld>${REMARK}{0,80}?\b(?:${WITHHELD})(?![\p{L}\p{M}])${REMARK}{0,80})\]`,
    String.raw`\[(?<passed>\s*(?:${PASSED_OVER})(?![\p{L}\p{M}])${REMARK}{0,400})\]`,
    String.raw`\[${TALE}(?<lost>${REMARK}{0,40}?\b(?:${LOST})(?![\p{L}\p{M}])${REMARK}{0,40}|\s*(?:…|\.(?:\s?\.){2,})\s*|${MEASURE}*missing)\]`,
    String.raw`\((?<aside>${MEASURE}*(?:redacted|excised|sanitized|not declassified)|${MEASURE}+(?:deleted|withheld))\)`,
    String.raw`\((?<unread>${MEASURE}*(?:illegible|unintelligible|inaudible|undecipherable|indecipherable))\)`,
    `(?<lacuna>#LACUNA#)`,
    `(?<bar>[█■▇▓▒]{2,})`,
    String.raw`(?<crossed>\[(?:(?-i:X{3,}|NR)|-{3,}|[–—]{2,}|_{3,})\]|(?<![\p{L}\p{N}])(?-i:X{5,})(?![\p{L}\p{N}])|${AFTER_WORD}\/{4,}${BEFORE_WORD})`,
    String.raw`(?<stars>${AFTER_WORD}\*(?:[^\S\n]{1,8}\*){2,}${BEFORE_WORD})`,
    String.raw`(?<![\p{L}\p{N}(.])(?<code>${CODE})(?![\p{L}\p{N}(])`,
  ]
    .join('|')
    // Letters beyond ASCII are no word characters to \b.
    .replaceAll(String.raw`\b(?:`, String.raw`(?<![\p{L}\p{M}])(?:`)
    // Remarks of several words are broken at any of their blanks.
    .replaceAll(' ', String.raw`\s+`),
  'giu',
);
const CODES = new RegExp(CODE, 'giu');
const BETWEEN = /^\s*$/;
const BETWEEN_CODES = /^\s*[,;]?\s*$/;

export function findWithheld(text: string): Withheld[] {
  const found: Withheld[] = [];
  let citedEnd = 0;
  for (const match of text.matchAll(MARK)) {
    const mark = ofMatch(match);
    const isCode = match.groups?.code !== undefined;
    if (isCode && isCited(text, mark, citedEnd)) {
      citedEnd = mark.end;
      continue;
    }
    const last = found.at(-1);
    const between = isCode && last?.code ? BETWEEN_CODES : BETWEEN;
    if (last?.kind === mark.kind && between.test(text.slice(last.end, mark.start))) {
      found[found.length - 1] = { ...last, end: mark.end, code: joined(last.code, mark.code) };
    } else found.push(mark);
  }
  return found.filter(({ start, end }) => !isSectionAlone(text.slice(start, end)));
}

/** Before a code that is the name of a rule, and after it: `under (b)(1)`, `Rule 12 (b)(6)`, `(b)(1) of this section`. */
const CITING =
  /(?:(?<!\p{L})(?:(?:sub)?sections?|(?:sub)?paragraphs?|paras?|clauses?|exemptions?|rules?|articles?|art|sec|under|pursuant\s+to|FOIA)\.?:?|§+|U\.?S\.?C\.?)\s*(?:\d+\p{L}?\s*)?$/iu;
const CITED =
  /^\s+(?:of|in)\s+(?:this|that|such|the)\s+(?:(?:sub)?section|paragraph|act|title|statute|order|rule|article|FOIA|PRA|freedom)(?!\p{L})/iu;
const AND = /^\s*(?:,|-|–|(?:,\s*)?(?:and|or|through|to))\s*$/i;
/** Units looked at before and after. */
const NEAR = 40;

/** @param citedEnd where the last code ends that was cited; 0 when none was. */
function isCited(text: string, { start, end }: Withheld, citedEnd: number): boolean {
  const before = text.slice(Math.max(0, start - NEAR), start);
  return (
    CITING.test(before) ||
    CITED.test(text.slice(end, end + NEAR)) ||
    (citedEnd > 0 && start - citedEnd < NEAR && AND.test(text.slice(citedEnd, start)))
  );
}

function ofMatch({ 0: words, index, groups = {} }: RegExpExecArray): Withheld {
  const isLost = LOSSES.some((name) => groups[name] !== undefined);
  const codes = [...words.matchAll(CODES)].map(([code]) => code);
  return {
    start: index,
    end: index + words.length,
    kind: isLost ? 'lacuna' : 'redaction',
    code: codes.reduce<string | null>(joined, null),
  };
}

const LOSSES = ['passed', 'lost', 'unread', 'lacuna', 'stars'];

/** `1.5(b)` without a bar beside it names the reason of a classification as often as a gap; `(b)(1)` is put into gaps. */
const isSectionAlone = (mark: string) => /^\d/.test(mark) && mark.replace(CODES, '').trim() === '';

/** Codes of two marks, each once. */
function joined(before: string | null, more: string | null): string | null {
  const codes = new Set([before, more].flatMap((code) => code?.split(', ') ?? []));
  return codes.size === 0 ? null : [...codes].join(', ');
}
