/**
 * Notices that stand for whole pages and passages: withdrawal sheets, pages denied, what archives retain or close. A
 * notice is a line of its own, or a title in capitals within one: the same words in lower case are prose.
 */
import { codesIn } from './exemption-codes.js';
import type { WithheldCandidate } from './withheld.js';

const ACT_NAME = String.raw`(?:\s+(?:of\s+)?(?:the\s+)?(?:Public\s+Records\s+Act(?:,?\s+1958)?|PRA(?:\s+1958)?|Freedom\s+of\s+Information(?:\s+\(Scotland\))?\s+Act(?:,?\s+2000)?|FOIA?(?:\s+Act)?(?:\s+2000)?|Data\s+Protection\s+Act(?:\s+\d{4})?|Official\s+Secrets\s+Act|Archives\s+Act(?:\s+1983)?|Access\s+to\s+Information\s+Act|Privacy\s+Act))`;
const SECTION = String.raw`(?:(?:[Ss](?:ection|ECTION|ec|\.)?s?)\.?\s*(?<section>\d+[A-Z]?(?:\s?\([\da-z]+\))*)(?:\s+and\s+\d+(?:\([\da-z]+\))*)?)`;
const PAGES = String.raw`(?:\d+\s+|One\s+|Two\s+|Three\s+)?(?:[Pp]age(?:\(s\)|s)?|PAGE(?:\(S\)|S)?)`;
const SPAN = String.raw`\s+\d+(?:\s*(?:-|–|to|TO|through|THROUGH|thru|THRU|and|AND)\s*\d+)?`;

/** Whole in its line, or in its sentence; in any case of letters. */
const LINES = [
  String.raw`withdrawal\s+(?:sheet|notice|record|card)(?:\s*\(presidential\s+librar(?:y|ies)\))?`,
  String.raw`withdrawal\s*\/\s*redaction\s+(?:sheet|marker)(?:\s*\([^()\n]{0,40}\))?`,
  String.raw`(?:(?:document|page|record|folio|enclosure|attachment)s?\s+(?:has\s+been\s+|have\s+been\s+)?removed|(?:document|item|page|record|folder|letter|memorandum|telegram|file|enclosure|attachment)s?\s+(?:has\s+been\s+|have\s+been\s+)?(?:withdrawn|denied|withheld|exempted|excised))(?:\s+(?:in\s+(?:full|its\s+entirety|their\s+entirety)|from\s+(?:this|the)\s+(?:file|folder|record|collection)))?`,
  String.raw`this\s+(?:document|item|page|record|folio|file|piece|extract)\s+(?:has\s+been|was|is)\s+(?:withdrawn|removed|withheld|retained|closed|exempted?|denied|extracted)(?:\s[^\n]{0,120})?`,
  String.raw`the\s+(?:item|document|page)s?\s+identified\s+below\s+(?:has|have)\s+been\s+withdrawn(?:\s[^\n]{0,80})?`,
  String.raw`access\s+restricted(?:\n\s*the\s+item\s+identified\s+below\s+has\s+been\s+withdrawn(?:[^\n]{0,80}))?`,
  String.raw`(?:denied|withheld|postponed|exempt|exempted|redacted|retained|closed|withdrawn|excised)\s+in\s+(?:full|its\s+entirety|their\s+entirety|toto)`,
  String.raw`temporarily\s+(?:retained|withdrawn)(?:\s+by\s+[^\n]{0,60})?`,
  String.raw`(?:document|record|file|piece|folio)s?\s+closed\s+(?:until|for|to)\s+[^\n]{1,40}`,
  String.raw`closed\s+(?:until|for)\s+(?:\d{4}|\d+\s+years)(?:\s[^\n]{0,60})?`,
  String.raw`(?:this\s+)?page(?:\(s\)|s)?\s+(?:(?:is|are|has\s+been|have\s+been|was|were)\s+)?(?:(?:entirely\s+)?(?:withheld|denied|redacted|exempted?|deleted|withdrawn|postponed|excised|removed|retained|closed)(?:\s+(?:entirely|in\s+(?:full|whole|its\s+entirety|their\s+entirety))(?:\s+at\s+this\s+location\s+in\s+the\s+file)?)?)`,
  String.raw`\d+\s+page(?:\(s\)|s)?\s+(?:(?:is|are|has\s+been|have\s+been|was|were)\s+)?(?:withheld|denied|redacted|exempted?|deleted|withdrawn|removed|retained)(?:\s+(?:entirely|in\s+(?:full|whole|its\s+entirety|their\s+entirety)))?(?:\s+at\s+this\s+location\s+in\s+the\s+file)?`,
  String.raw`(?:FOI\/PA\s+|FOIPA\s+)?deleted\s+page(?:\(s\)|s)?(?:\s+information\s+sheet)?`,
  String.raw`total\s+(?:deleted|withheld)\s+page(?:\(s\)|s)?\s*[=:~]\s*\d+`,
  String.raw`page(?:s)?\s+\d+(?:\s*[-–]\s*\d+)?\s*(?:[~=:–-]+\s*(?:b[\dl]\w?(?!\w)|\(b\)\(\d\))|~\s*(?:referral|duplicate|other|outside\s+the\s+scope))[^\n]{0,60}`,
  String.raw`(?:referral\/direct|referral\/consult|other\s*-\s*sealed)`,
  String.raw`(?:not\s+releasable|declassification\s+denied|no\s+segregable\s+material\s+available\s+for\s+release(?:\s+to\s+you)?)`,
  String.raw`(?:document|enthält|dokument|dossier|seite|blatt)\s+(?:geschwärzt|gesperrt|entnommen)`,
  String.raw`\(?(?:document\s+)?non\s+communicable\)?`,
  'sanitized|sanitised|redacted|excised|deleted|withheld|expunged',
].map((line) => `(?:${line.replace(/\\s(?!\*)/g, String.raw`[^\S\n]`)})`);
/** No blanks are looked at from each of a thousand blanks: the first letter is asked for first. */
const LINE = new RegExp(
  String.raw`(?=[\p{L}\d(])(?<=^[^\S\n]{0,80})(?<line>${LINES.join('|')})(?=[^\S\n]{0,80}[.:]?[^\S\n]{0,80}$)`,
  'gimu',
);
/** Single words say it in capitals only, but for one that means nothing else. */
const LONE_WORD = /^(?:sanitized|sanitised|redacted|excised|deleted|withheld|expunged)$/i;
const LONE_TITLE = 'Redacted';

/** Written as a title, so that they are known within a line too. */
const TITLES = new RegExp(
  [
    String.raw`(?:Next|NEXT)\s+${PAGES}\s+(?:In|in|IN)\s+(?:Document|DOCUMENT)\s+(?:Denied|DENIED|Exempt|EXEMPT)`,
    String.raw`(?:STAT\s+)?Page\s+Denied|PAGE\s+DENIED`,
    String.raw`(?:Pages?|PAGES?)${SPAN}\s+(?:denied|withheld|DENIED|WITHHELD)(?:\s+(?:in\s+full|IN\s+FULL|entirely))?`,
    String.raw`(?:Retained|RETAINED|Withheld|WITHHELD|Closed|CLOSED|Redacted|REDACTED|Exempt|EXEMPT|Extracted|EXTRACTED)\s+(?:[Uu]nder|UNDER)\s+(?:the\s+|THE\s+)?(?:(?:FOIA?|F\.O\.I\.|Freedom\s+of\s+Information(?:\s+Act)?)(?:\s+\d{4})?\s+)?(?:${SECTION}${ACT_NAME}?|(?:[Ee]xemptions?|EXEMPTIONS?)\s+(?<exemption>\d+(?:\([\da-z]+\))*)${ACT_NAME}?|(?:Freedom\s+of\s+Information|Public\s+Records|Data\s+Protection|Access\s+to\s+Information|Archives|Official\s+Secrets)\s+Act(?:\s+\d{4})?)`,
    String.raw`(?:RETAINED|WITHHELD|CLOSED)\s+UNDER\s+SECTION\s+\d+(?:\(\d+\))?(?:\s+OF\s+THE\s+PUBLIC\s+RECORDS\s+ACT(?:,?\s+1958)?)?`,
    String.raw`THIS\s+IS\s+A\s+COPY\.?\s+THE\s+ORIGINAL\s+(?:HAS\s+BEEN|IS)\s+RETAINED(?:\s+(?:IN|BY)\s+THE\s+DEPARTMENT)?(?:\s+UNDER\s+SECTION\s+\d+\s?\(\d\)(?:\s+OF\s+THE\s+PUBLIC\s+RECORDS\s+ACT(?:,?\s+1958)?)?)?`,
    String.raw`This\s+is\s+a\s+copy\.\s+The\s+original\s+(?:has\s+been|is)\s+(?:retained|closed)(?:\s+under\s+section\s+\d+\s?\(\d\)(?:\s+of\s+the\s+Public\s+Records\s+Act(?:,?\s+1958)?)?)?`,
    String.raw`(?:Passages?|PASSAGES?|Name|Names|Paragraphs?|Words?|Extract|Folios?|Document)\s+(?:(?:has\s+been\s+|have\s+been\s+)?(?:deleted|redacted|removed|DELETED|REDACTED)\s+and\s+)(?:closed|retained|CLOSED|RETAINED)(?:,?\s+(?:for\s+)?\d+\s+years)?(?:,?\s+under\s+(?:FOIA?\s+)?(?:[Ee]xemptions?|[Ss]ections?|s\.?)\s*(?<passage>\d+(?:\([\da-z]+\))*))?${ACT_NAME}?`,
    String.raw`(?:Information|INFORMATION|Some\s+information|Material|Record|Document)\s+(?:(?:has\s+been|is|HAS\s+BEEN|IS)\s+)?(?:withheld|WITHHELD|removed|exempted|severed|redacted)\s+(?:under|pursuant\s+to|UNDER|PURSUANT\s+TO)\s+(?:the\s+|THE\s+)?(?:${SECTION}\s+(?:of\s+(?:the\s+)?)?)?(?:Access\s+to\s+Information|ACCESS\s+TO\s+INFORMATION|Freedom\s+of\s+Information|FREEDOM\s+OF\s+INFORMATION|Privacy|Archives|Public\s+Records)\s+(?:Act|ACT)(?:\s+\d{4})?`,
    String.raw`(?:WITHDRAWAL\s+(?:SHEET|NOTICE|CARD|RECORD))(?:\s*\(PRESIDENTIAL\s+LIBRAR(?:Y|IES)\))?`,
    String.raw`Withdrawal\s?\/\s?Redaction\s+(?:Sheet|Marker)|WITHDRAWAL\s?\/\s?REDACTION\s+(?:SHEET|MARKER)`,
  ]
    .map((title, at) => `(?:${title.replace(/\?<(\w+)>/g, (_, name: string) => `?<${name}${at}>`)})`)
    .join('|'),
  'gu',
);
/** Prose that uses the same words: `the Withdrawal/Redaction Sheet`, `was Retained under section 3(4)`. */
const IN_PROSE =
  /(?<!\p{L})(?:the|a|an|this|that|each|every|on|see|of|in|by|with|from|is|are|was|were|be|been|being|and|or|not|student|admin|user|access\s+to)["“'‘]?\s+$/iu;
/** Capitals without a sentence around them: what is hidden is the words, not the page. */
const CAPITALS =
  /(?<![\p{L}\p{N}_-])(?:REDACTED|REDACTION|ILLEGIBLE|OMISSIS)(?:[^\S\n]+(?:REDACTED|REDACTION))*(?![\p{L}\p{N}_-])/gu;
const CAPITAL_BEFORE = /(?<!\p{Ll})\p{Lu}[\p{Lu}\p{N}’'-]+[,:;.]?[^\S\n]+$/u;
const CAPITAL_AFTER = /^[^\S\n]+\p{Lu}[\p{Lu}\p{N}’'-]+(?!\p{Ll})/u;

export function findNotices(text: string): WithheldCandidate[] {
  const found: WithheldCandidate[] = [];
  const add = (start: number, written: string, kind: WithheldCandidate['kind'], code: string | null) =>
    found.push({ start, end: start + written.length, kind, code, trust: 'sure', family: null });
  for (const { 0: written, index } of text.matchAll(LINE)) {
    if (LONE_WORD.test(written) && written !== LONE_TITLE && written !== written.toUpperCase()) continue;
    add(index, written, 'redaction', codesIn(written));
  }
  for (const { 0: written, index, groups = {} } of text.matchAll(TITLES)) {
    if (IN_PROSE.test(text.slice(Math.max(0, index - 16), index))) continue;
    if (
      /^,?\s+(?:is|are|was|were|must|may|shall|can|will|but|which)\s/u.test(
        text.slice(index + written.length, index + written.length + 12),
      )
    )
      continue;
    const named = Object.values(groups).find((value) => value !== undefined) ?? null;
    add(index, written, 'redaction', named ?? codesIn(written));
  }
  for (const { 0: written, index } of text.matchAll(CAPITALS)) {
    const end = index + written.length;
    if (
      CAPITAL_BEFORE.test(text.slice(Math.max(0, index - 40), index)) ||
      CAPITAL_AFTER.test(text.slice(end, end + 40))
    )
      continue;
    add(index, written, /^(?:ILLEGIBLE|OMISSIS)$/.test(written) ? 'lacuna' : 'redaction', null);
  }
  return found;
}

/** Whether a bracket holds a notice and nothing else. */
export function noticeIn(inside: string): { readonly code: string | null } | null {
  const plain = inside.trim();
  if (plain === '' || plain.length > 200) return null;
  const [whole] = findNotices(plain);
  return whole && whole.start === 0 && whole.end >= plain.length - 1 ? { code: whole.code } : null;
}
