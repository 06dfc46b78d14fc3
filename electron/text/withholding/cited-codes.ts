/**
 * Whether a code is the name of a rule that is talked about, the reason of a classification or a paragraph's number, and
 * so stands for nothing: `under (b)(1)`, `Reason: 1.4(b)`, `(b)(1) The Secretary shall …`.
 */

/** Words before a code that make it a name. */
const CITING =
  /(?:(?<!\p{L})(?:(?:sub)?(?:sections?|secs?)|(?:sub)?(?:sub)?paragraphs?|(?:sub)?(?:paras?|pars?)|(?:sub)?clauses?|(?:sub)?divisions?|subdivs?|exemptions?|exempt|rules?|reg|regs|regulations?|articles?|artikel|arts?|chapters?|titles?|schedules?|parts?|tables?|figures?|figs?|exercises?|equations?|eqs?|versions?|see|cf|under|per|pursuant\s+to|accordance\s+with|required\s+by|described\s+in|defined\s+in|specified\s+in|provided\s+in|FOIA|PRA|CFR|reasons?|categor(?:y|ies)|codes?|(?:classif|declassif|derive)(?:ied|y|d)?\s+(?:by|on|from|per)|decl(?:assify)?(?:\s+on)?|authority|derivative|item|step|note|grounds?)\.?:?|§+|U\.?S\.?C\.?(?:A\.?)?)\s*(?:no\.\s*)?(?:\d[\w.-]*\s*)?["“'(]?$/iu;
/** Words behind a code that make it a name. */
const CITED =
  /^["”')]?,?\s+(?:(?:of|in|to)\s+(?:this|that|such|the)\s+(?:(?:sub)?section|(?:sub)?paragraph|act|title|statute|order|rule|article|regulation|FOIA|PRA|freedom|code|ordinance|schedule)|of\s+section|hereof|thereof|above\s+(?:shall|applies|is)|shall|provides|applies|appl(?:y|ied)|does\s+not\s+apply|exempts?|protects?|lists?|exemptions?|categor(?:y|ies)|requires|states\s+that|permits)(?!\p{L})/iu;
/** Divides the codes of one list, of which the first is cited. */
const AND = /^\s*(?:,|;|-|–|&|\/|(?:[,;]\s*)?(?:and|or|through|to|and\/or|und|et|y))?\s*$/i;
/** Of the same list in a statute, other letters than those of exemptions: `(a)(1), (b)(2)`. */
const SISTER_BEFORE =
  /(?<![)\w])\((?:a|c|[e-i]|[l-z])\)(?:\(\w+\))*\s*(?:[,;–-]|(?:[,;]\s*)?(?:and|or|through|to))\s*$/;
const SISTER_AFTER = /^\s*(?:[,;–-]|(?:[,;]\s*)?(?:and|or|through|to))\s*\((?:a|c|[e-i]|[l-z])\)(?:\(|\s)/;
/** Units looked at before and after. */
const NEAR = 48;

/**
 * @param citedEnd where the last code ends that was cited; 0 when none was.
 * @param markEnd where the last code ends that is a mark: the statute in it (`(b)(3)-50 USC 403`) cites nothing behind it.
 */
export function isCited(text: string, start: number, end: number, citedEnd: number, markEnd: number): boolean {
  const before = text.slice(Math.max(0, markEnd, start - NEAR), start);
  const after = text.slice(end, end + NEAR);
  return (
    CITING.test(before) ||
    CITED.test(after) ||
    SISTER_BEFORE.test(before) ||
    SISTER_AFTER.test(after) ||
    (citedEnd > 0 && start - citedEnd < NEAR && AND.test(text.slice(citedEnd, start)))
  );
}

const CLASSIFICATION =
  /(?<!\p{L})(?:classified\s+by|declassify\s+on|decl(?:as)?\s+on|derived\s+from|derv(?:d)?\s+from|reasons?\s*:)/iu;
const LINE = 120;

/** Whether a line says before a code who classified it and why: `Classified by M. Ferrand, E.O. 12958, 1.4(b)`. */
export function isClassification(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - LINE), start);
  return CLASSIFICATION.test(before.slice(before.lastIndexOf('\n') + 1));
}

/** What only laws and regulations hold, three times at least. */
const OF_STATUTES =
  /(?<!\p{L})(?:(?:sub)?sections?|(?:sub)?paragraphs?|subsecs?\.|(?<!§)§{1,3})\s{0,4}\(?(?:\d|[a-z]\))|(?<![)\w])\((?:a|c|e)\)\(\d\)/gu;
const OF_STATUTES_AT_LEAST = 3;

/** Whether a text cites or counts the paragraphs of a law over and over. */
export function isStatute(text: string): boolean {
  let count = 0;
  for (const _ of text.matchAll(OF_STATUTES)) {
    count += 1;
    if (count >= OF_STATUTES_AT_LEAST) return true;
  }
  return false;
}

/**
 * `(b)(1) The Secretary shall …` at the head of a paragraph, in quotes or not; in a statute, which may have lost its line
 * ends, at the head of a sentence too.
 */
export function isParagraphNumber(text: string, start: number, end: number, genre: 'statute' | 'other'): boolean {
  if (!/^[^\S\n]*["“'‘*—_[-]{0,3}[^\S\n]*\p{Lu}/u.test(text.slice(end, end + 12))) return false;
  const head = start <= 12 ? `\n${text.slice(0, start)}` : text.slice(start - 12, start);
  return (
    /\n[^\S\n]*["“'‘*#>—-]{0,3}[^\S\n]*$/u.test(head) || (genre === 'statute' && /[.;:—–”"]\s*["“'‘]?$/u.test(head))
  );
}

/** A word that a code may be glued to: `appointed(b)(1)to`, but not `552a(b)(1)`, `f(b)(1)` or `section(b)(1)`. */
export function isGluedWell(text: string, start: number, end: number): boolean {
  const before = /[\p{L}\p{M}\p{N}_§.'’-]*$/u.exec(text.slice(Math.max(0, start - 30), start))?.[0] ?? '';
  if (/[\p{N}_§-]$/u.test(before)) return false;
  if (/\p{L}$/u.test(before) && !/^\p{L}*\p{Ll}{2}$/u.test(before)) return false;
  const after = /^[\p{L}\p{M}\p{N}_]*/u.exec(text.slice(end, end + 30))?.[0] ?? '';
  return after === '' || /^\p{L}{2,}$/u.test(after);
}
