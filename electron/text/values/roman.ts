/** Roman numerals, where nothing speaks against one: capitals, written as the rule has them, no common abbreviation. */
const ROMAN = /^M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;
const LETTERS: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };
/** Of one letter, and what is as often an abbreviation, a mark or a name: only beside a word that asks for a numeral. */
const ALONE = /^[IVX]{2,}$|^.{4,}$/;
/** Appendix C is the third. */
const LETTER = /^[LCDM]$/;
/** Small ones are page numbers of forewords, which are not long. */
const SMALL = /^[ivxl]+$/;
const REPEATED = /^X{2,3}$/;

/** @param word as written. @param isAsked whether the words beside it ask for a numeral. @returns null when it is none. */
export function romanValue(word: string, isAsked: 'asked' | 'unasked'): number | null {
  const capitals = isAsked === 'asked' && SMALL.test(word) ? word.toUpperCase() : word;
  if (capitals === '' || !ROMAN.test(capitals) || LETTER.test(capitals)) return null;
  if (isAsked === 'unasked' && (!ALONE.test(word) || REPEATED.test(word))) return null;
  let value = 0;
  for (let at = 0; at < capitals.length; at += 1) {
    const [own, next] = [LETTERS[capitals[at] ?? ''] ?? 0, LETTERS[capitals[at + 1] ?? ''] ?? 0];
    value += own < next ? -own : own;
  }
  return value;
}

/** Words before a numeral, folded: a chapter, a part, a war. */
export const ASKING: ReadonlySet<string> = new Set(
  'chapter chap ch book bk part pt volume vol act scene article art section sec no war page pages p pp appendix annex kapitel kap band bd teil artikel abschnitt seite anhang tome livre partie chapitre page libro capitolo volume parte capitulo tomo pagina glava cast kniga knjiga deo dio tom svezak poglavlje rozdzial czesc hoofdstuk deel weltkrieg rat svetski svjetski'.split(
    ' ',
  ),
);
