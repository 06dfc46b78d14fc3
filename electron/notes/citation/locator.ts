/** Reads what a person writes of a place in a source (`pp. 3–5`, `fol. 2v, my emphasis`) as CSL has it. Pure. */

export interface CslLocator {
  readonly label: string;
  readonly locator: string;
}

export interface ReadLocator {
  /** Null when the words do not begin with a kind of place that CSL knows. */
  readonly locator: CslLocator | null;
  /** What follows it, or the whole; '' for nothing. */
  readonly rest: string;
}

/** Words before a number, in the languages that sources and their readers write; plain, without a full stop. */
const LABELS: Readonly<Record<string, string>> = {
  page: 'p pp pg pgs page pages str strana strane s ss seite seiten стр страна стране страница страницы с pag pagg pagina',
  folio: 'f ff fol fols folio folios l ll лист л листы list bl blatt fo',
  line: 'line lines zeile ligne linea redak ред строка',
  paragraph: 'para paras par paragraph paragraphs ¶ ¶¶ abs absatz stav став пункт',
  section: 'sec sect section sections § §§ odeljak одељак раздел',
  chapter: 'ch chap chapter chapters kap kapitel chapitre cap глава гл',
  column: 'col cols column columns sp spalte stubac ступац столбец',
  note: 'n nn note notes fn anm napomena нап',
  number: 'no nos nr number numbers br бр номер №',
  volume: 'vol vols volume volumes bd band tom том t',
  figure: 'fig figs figure figures abb сл рис',
  part: 'pt pts part parts teil deo део часть',
  verse: 'v vv verse verses',
};
const LABEL_OF = new Map(
  Object.entries(LABELS).flatMap(([label, words]) => words.split(' ').map((word) => [word, label])),
);

/** A number with what may be joined to it: `3`, `2v`, `iv`, `3–5`, `12r–13v`, `1,204`, `3, 7`. */
const ROMAN = String.raw`(?=[ivxlcdm])m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})(?!\p{L})`;
const PLACE = String.raw`(?:[\p{L}]{0,2}\d[\d\p{L}]{0,6}|${ROMAN}|\[[^\]\s]{1,8}\])`;
const PLACES = new RegExp(String.raw`^(${PLACE}(?:\s*(?:[-–—/&]|, ?)\s*${PLACE}(?![\p{L}\d]))*)(?![\p{L}\d])`, 'iu');
const LEADING_WORD = /^([\p{L}]+|[¶§№]+)\.?\s*/u;

/** A number alone is a page; `2 copies` is not one. */
export function readLocator(text: string): ReadLocator {
  const trimmed = text.replace(/\s+/g, ' ').trim();
  const word = LEADING_WORD.exec(trimmed);
  const label = word ? LABEL_OF.get((word[1] ?? '').toLowerCase()) : undefined;
  const after = label === undefined || !word ? trimmed : trimmed.slice(word[0].length);
  if (label === undefined && !/^\d/.test(trimmed)) return { locator: null, rest: trimmed };
  const place = PLACES.exec(after);
  if (!place?.[1]) return { locator: null, rest: trimmed };
  const tail = after.slice(place[0].length);
  if (label === undefined && !/^\s*(?:$|[,;])/.test(tail)) return { locator: null, rest: trimmed };
  const rest = tail.replace(/^\s*[,;:.]?\s*/, '');
  return { locator: { label: label ?? 'page', locator: place[1] }, rest };
}
