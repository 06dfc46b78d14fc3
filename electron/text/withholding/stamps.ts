/** Finds exemption codes that stand in a text without brackets, as releases stamp them into gaps and margins. */
import { isCited, isClassification, isGluedWell, isParagraphNumber, isStatute } from './cited-codes.js';
import * as codes from './exemption-codes.js';
import type { CodeFamily, WithheldCandidate } from './withheld.js';

/** How every code begins: most letters of a text are passed over by this alone. */
const BEGINS = String.raw`(?=[({]\s?[a-zA-Z1]|[bB][\d(]|P-?\d|\d\d?[.X]|E\.?\s?O|JFK|s\.|STAT|ILLEG)`;
/** Longer ones come first: alternatives are tried in order. */
const FOUND = new RegExp(
  `${BEGINS}(?:${[
    // A section that an order's name goes before is no reason of a classification, unless that is said (see cited-codes.ts).
    String.raw`(?<order>(?<![\p{L}\p{N}(])E\.?\s?O\.?\s?(?:(?:No\.?\s?|#\s?)?(?:12065|12356|12958|13292|13526),?\s*(?:\(?[Aa]s\s+[Aa]mended\)?,?\s*)?(?:(?:[Ss]ec(?:tion|\.)?|SEC(?:TION|\.)?|§)\s*)?|\s)${codes.EXEMPTING}(?:\s(?:P\.?L\.?\s?86-36)(?:\/50\sUSC\s3605)?)?(?!\w))`,
    String.raw`(?<agency>(?<=(?<!\p{L})(?:OSD|JS|DIA|NSA|CIA|DOD|DoD|NRO|NGA|DOE|USAF|ISCAP)\s(?:Section\s)?)${codes.ORDER_SECTION}(?!\w))`,
    String.raw`(?<act>(?<![(.)\]])${codes.ACT}(?:[^\S\n]*${codes.ACT})*(?![\p{N}(]))`,
    String.raw`(?<years>(?<![\p{N}.,])${codes.YEARS}(?![\p{N}(]|\s?(?:mm|cm|km|m|ft|in|inch|inches|metres|meters)(?!\p{L})))`,
    String.raw`(?<library>(?<![\p{L}\p{N}(])${codes.LIBRARY}(?![\p{L}\p{N}]))`,
    String.raw`(?<jfk>(?<![\p{L}\p{N}(])${codes.JFK}(?![\p{L}\p{N}]))`,
    String.raw`(?<stamp>(?<![\p{L}\p{N}])(?:${codes.STAMP})(?![\p{L}\p{N}]))`,
    String.raw`(?<lost>(?<![\p{L}\p{N}])ILLEGIB(?![\p{L}\p{N}]))`,
    String.raw`(?<letters>(?<![\p{L}\p{N}_.#/-])${codes.LETTER_SURE}(?![\p{L}\p{N}_(]))`,
    String.raw`(?<canada>(?<![\p{L}\p{N}(.])${codes.CANADA}(?![\p{L}\p{N}(]))`,
    String.raw`(?<dutch>(?<![\p{L}\p{N}.])${codes.NETHERLANDS}(?![\p{L}\p{N}(.]))`,
    String.raw`(?<section>(?<![\p{L}\p{N}(.,])${codes.ORDER_SECTION}(?![\p{L}\p{N}(]))`,
    String.raw`(?<privacy>(?<![\p{L}\p{N}().])${codes.PRIVACY}(?![\p{L}\p{N}(]))`,
    String.raw`(?<short>(?<![\p{L}\p{N}_.#/(-])${codes.ACT_SHORT}(?![\p{L}\p{N}_(]))`,
    String.raw`(?<letter>(?<![\p{L}\p{N}_.#/'’@&+=-])${codes.LETTER}(?![\p{L}\p{N}_(]|[-./'’:]\p{L}|[.,]\p{N}))`,
    String.raw`(?<paragraph>(?<![\p{L}\p{N}().])\([a-z]\)\(\d\)(?![\p{L}\p{N}(]))`,
    String.raw`(?<stat>(?<![\p{L}\p{N}])STAT(?![\p{L}\p{N}]))`,
  ].join('|')})`,
  'gu',
);

interface Stamp {
  readonly family: CodeFamily;
  readonly trust: WithheldCandidate['trust'];
}
const STAMPS: Readonly<Record<string, Stamp>> = {
  order: { family: 'order', trust: 'sure' },
  agency: { family: 'order', trust: 'sure' },
  act: { family: 'act', trust: 'sure' },
  years: { family: 'stamp', trust: 'sure' },
  library: { family: 'act', trust: 'sure' },
  jfk: { family: 'stamp', trust: 'sure' },
  stamp: { family: 'stamp', trust: 'sure' },
  lost: { family: 'stamp', trust: 'sure' },
  letters: { family: 'letter', trust: 'sure' },
  canada: { family: 'stamp', trust: 'sure' },
  dutch: { family: 'stamp', trust: 'sure' },
  // `1.5(b)` alone names the reason of a classification as often as a gap.
  section: { family: 'order', trust: 'possible' },
  privacy: { family: 'act', trust: 'possible' },
  short: { family: 'act', trust: 'possible' },
  letter: { family: 'letter', trust: 'possible' },
  paragraph: { family: 'act', trust: 'possible' },
  stat: { family: 'stamp', trust: 'possible' },
};
/** Codes that name the reason of a classification as well. */
const REASONED = new Set(['order', 'agency', 'section', 'years']);
/** Families that OCR may glue to the words around them without becoming something else. */
const GLUED = new Set(['act', 'years']);
/** Prose of lawyers goes on with a verb or a preposition: `s.15(1) provides`. */
const LEGAL_PROSE =
  /^,?\s+(?:of|and|or|is|was|has|to|states|says|reads|requires|may|must|will|would|cannot|can|only)(?!\p{L})/iu;
const OF_CHARTER =
  /^\s+(?:analysis|claims?|charter|rights?|issues?|challenges?|test|violations?|breach|infringements?|jurisprudence)(?!\p{L})/iu;
const IN_PROSE =
  /(?<!\p{L})(?:in|of|by|to|at|from|with|see|and|or|that|while|when|if|the|als|van|op|via|violates?d?|infringe[sd]?|contravene[sd]?|breache[sd]|engage[sd]?|satisf(?:y|ies)|section|ss?\.)\s+$/iu;

/** @returns what is found, in text order, without overlaps. */
export function findStamps(text: string): WithheldCandidate[] {
  const found: WithheldCandidate[] = [];
  let citedEnd = 0;
  const isLaw = isStatute(text);
  for (const match of text.matchAll(FOUND)) {
    const [written] = match;
    const start = match.index;
    const end = start + written.length;
    const name = Object.keys(STAMPS).find((group) => match.groups?.[group] !== undefined) ?? 'letter';
    const { family, trust } = STAMPS[name] as Stamp;
    // `552(b)(1)`: what follows in a list is cited as well.
    const isOfNumber = name === 'act' && /\p{N}/u.test(text.charAt(start - 1));
    const isReason = REASONED.has(name) && isClassification(text, start);
    if (isOfNumber || isReason || isCited(text, start, end, citedEnd, found.at(-1)?.end ?? 0)) {
      citedEnd = end;
      continue;
    }
    if (GLUED.has(name) && !isGluedWell(text, start, end)) continue;
    if ((name === 'canada' || name === 'dutch') && isLegalProse(text, start, end)) continue;
    const isNumber = name === 'act' && isParagraphNumber(text, start, end, isLaw ? 'statute' : 'other');
    found.push({
      start,
      end,
      kind: name === 'lost' ? 'lacuna' : 'redaction',
      code: name === 'lost' ? null : (codes.codesIn(written) ?? written),
      trust: isNumber ? 'possible' : trust,
      family,
    });
  }
  return found;
}

function isLegalProse(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 20);
  return LEGAL_PROSE.test(after) || OF_CHARTER.test(after) || IN_PROSE.test(text.slice(Math.max(0, start - 16), start));
}
