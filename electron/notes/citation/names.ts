/**
 * Names as they stand in a description, taken apart for CSL. A name is only taken apart when it is plain that it is a
 * person's; everything else is printed as it was written.
 */

export interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly suffix?: string;
  /** `von`, `de la`: part of the family name, but not of its place in the alphabet where a style says so. */
  readonly 'non-dropping-particle'?: string;
  /** An institution, or a name that cannot be taken apart. */
  readonly literal?: string;
}

/** Whole words that are never part of a person's name; without accents, in lower case. */
const INSTITUTION_WORDS = new Set(
  (
    'academy agency agencies army assembly authority bank board branch brigade bureau cabinet center centre chamber ' +
    'church club college command commission committee company conference confederation congress consulate corporation ' +
    'council court delegation department directorate division embassy fund forces foundation government group ' +
    'headquarters inquiry institute league legation library ministry mission movement museum navy network news office ' +
    'parliament party police press program programme project radio regiment republic secretariat section senate service ' +
    'services society staff state states syndicate team times treasury tribunal union university workshop ' +
    'odbor savez vlada vojska armija uprava partija agencija amt staat reich rat verein verband ausschuss conseil ' +
    'consejo gobierno governo comite comitato urzad sejm rzad zwiazek partia armia parti partei partido ' +
    'армия армија влада војска савез одбор совет союз отдел управа партия партија банк банка'
  ).split(' '),
);
/** Beginnings of words, each long enough to begin no family name; without accents, in lower case. */
const INSTITUTION_STEMS = new RegExp(
  `(?:^|[^\\p{L}])(?:${[
    'administrat|archiv|arhiv|associat|bibliot|biblioth|botschaft|bundes|commissariat|department|direktor?at|documentation',
    'embajad|federation|gendarm|institut|internation|komand|komisij|komitet|komiss?ari|konzulat|kommission|minister(?:e|io|ium|stw)',
    'ministar|parlament|presiden(?:cy|tial)|regierung|republi[ck]|sekretarij|skupstin|univer[sz]it|univerzit|ambasci|ambassade',
    'агентств|академи|архив|библиотек|генштаб|департамент|институт|комисиј|комисси|комитет|конзулат|консульств|министар',
    'министерств|парламент|посольств|правительств|републик|республик|секретаријат|секретариат|скупштин|трибунал|универз|универс',
  ].join('|')})`,
  'u',
);

/** Written small before a family name, and part of it. */
const PARTICLES = new Set(
  'van von der den de del della dei di da do dos das du des la le ter ten zu zum zur af av al el bin ibn'.split(' '),
);
const SUFFIX = /^(?:jr|sr|ml|st|mladi|stariji|II|III|IV|V)\.?$/i;
const MOST_WORDS = 5;

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();

/** Whether it names an office, a commission, a newspaper and the like. */
export function looksLikeInstitution(name: string): boolean {
  const folded = plain(name);
  return (
    folded.split(/[^\p{L}]+/u).some((word) => INSTITUTION_WORDS.has(word)) ||
    INSTITUTION_STEMS.test(folded) ||
    /[\d&"“”«»]/.test(name) ||
    /\b(?:of|for) the\b/i.test(name)
  );
}

/** Particles at the beginning of a family name. */
function family(words: string): CslName {
  const parts = words.split(' ');
  let count = 0;
  while (count < parts.length - 1 && PARTICLES.has(parts[count] ?? '')) count += 1;
  if (count === 0) return { family: words };
  return { 'non-dropping-particle': parts.slice(0, count).join(' '), family: parts.slice(count).join(' ') };
}

/**
 * `Last, First`, `Last, First, Jr.` and `First Last` are persons, with particles (`Ludwig van Beethoven`); names with a
 * word of an institution, digits, one word only or more than five words stay whole. A role in brackets after the name
 * is left out.
 * @returns null when nothing is left.
 */
export function readName(text: string): CslName | null {
  const name = text
    .replace(/\s*[([][^)\]]*[)\]]\s*$/u, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (name === '') return null;
  if (looksLikeInstitution(name)) return { literal: name };
  const [last = '', first = '', third, ...more] = name.split(/[\s,]*,[\s,]*/).filter((part) => part !== '');
  if (more.length > 0) return { literal: name };
  if (first !== '') {
    // `Jones, Jr.` alone has no given name to invert.
    if (SUFFIX.test(first) && third === undefined) return { ...family(last), suffix: first };
    if (third !== undefined && !SUFFIX.test(third)) return { literal: name };
    return { ...family(last), given: first, ...(third === undefined ? {} : { suffix: third }) };
  }
  const words = last.split(' ');
  if (words.length < 2 || words.length > MOST_WORDS) return { literal: name };
  const suffix = words.length > 2 && SUFFIX.test(words.at(-1) ?? '') ? words.pop() : undefined;
  let start = words.length - 1;
  while (start > 1 && PARTICLES.has(words[start - 1] ?? '')) start -= 1;
  if (words.slice(0, start).some((word) => PARTICLES.has(word))) return { literal: name };
  return {
    ...family(words.slice(start).join(' ')),
    given: words.slice(0, start).join(' '),
    ...(suffix === undefined ? {} : { suffix }),
  };
}

/** The word by which one would know a person or an institution in a title. */
export const mainWord = (name: CslName): string => name.family ?? name.literal ?? '';
