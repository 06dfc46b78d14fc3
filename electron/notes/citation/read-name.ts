/**
 * Names as they stand in a description, taken apart for CSL. A name is only taken apart when it is plain that it is a
 * person's; everything else is printed as it was written. What was taken for a body or an office by its words is reported,
 * since the person may know better: `{Name}` is whole, whatever it looks like, and in `Frank {Church}` or
 * `{Church}, Frank` the braces hold the family name of a person.
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

export interface ReadName {
  readonly name: CslName;
  /** Why it was taken whole although it might be a person's name, in a sentence; null when that is certain. */
  readonly guess: string | null;
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();

/** Whole words that are never part of a person's name; without accents, in lower case. */
const INSTITUTION_WORDS = new Set(
  (
    'academy agency agencies army assembly authority bank board branch brigade bureau cabinet center centre chamber ' +
    'church club college command commission committee company conference confederation congress consulate corporation ' +
    'council court delegation department directorate division embassy fund forces foundation government group ' +
    'headquarters inquiry institute league legation library ministry mission movement museum navy network news office ' +
    'parliament party police press program programme project radio regiment republic secretariat section senate service ' +
    'services society staff state states syndicate team times treasury tribunal union university workshop ' +
    'odbor savez vlada vojska armija uprava partija agencija amt staat reich rat verein verband ausschuss gesellschaft conseil ' +
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
const MAX_WORDS = 5;

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

/** Offices, as whole words without accents and in lower case; none that is often a family name. */
const OFFICES = new Set(
  (
    'ambassador attache charge commissioner consul consulate councillor envoy governor legate minister plenipotentiary ' +
    'premier president registrar secretary undersecretary viceroy vizier botschafter gesandter generalkonsul konsul ' +
    'staatssekretar ambassadeur gouverneur ministre prefet secretaire embajador ministro secretario ambasciatore console ' +
    'segretario ambasador konzul poslanik ministar predsednik predsjednik sekretar guverner ambasada минист министар ' +
    'министр амбасадор конзул консул посланик посол председник президент секретар секретарь губернатор premijer'
  )
    .split(' ')
    .map(plain),
);
/** Stand with an office without naming anybody. */
const OF_OFFICES = new Set(
  (
    'general generale generaux acting assistant chief deputy extraordinary federal first foreign high honorary prime ' +
    'principal private second special state third under vice permanent her his hm majesty us u s british american french ' +
    'german russian soviet italian austrian hungarian ottoman turkish greek serbian spanish japanese chinese egyptian ' +
    'generalni opsti главни генерални општи генеральный spoljnih vanjskih the affaires'
  )
    .split(' ')
    .map(plain),
);
/** Join an office to what it is of. */
const OF = new Set('of for to in at from de du des del della di d von der fur za u за у по в pri'.split(' '));

/**
 * `Consul General`, `Secretary of State`, `British Ambassador, Cairo`, `Chief of Naval Personnel`; not `Ambassador Holbrooke`,
 * which names somebody.
 */
export function looksLikeOffice(name: string): boolean {
  // What follows a comma is where the office was.
  const [head = ''] = plain(name).split(',');
  const words = head.split(/[^\p{L}]+/u).filter((word) => word !== '');
  const at = words.findIndex((word) => OFFICES.has(word) || (word === 'chief' && OF.has(words[1] ?? '')));
  if (at < 0 || words.length < 2) return false;
  const others = words.filter((word) => !OFFICES.has(word) && !OF_OFFICES.has(word));
  return others.length === 0 || words.slice(at + 1).some((word, index) => OF.has(word) && index <= 1);
}

/** Scripts in which a name is not turned round: what stands first is not known from its letters. */
const NOT_TURNED =
  /[\p{Script=Arabic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Ethiopic}\p{Script=Myanmar}\p{Script=Tibetan}]/u;

/** Particles at the beginning of a family name. */
function family(words: string): CslName {
  const parts = words.split(' ');
  let count = 0;
  while (count < parts.length - 1 && PARTICLES.has(parts[count] ?? '')) count += 1;
  if (count === 0) return { family: words };
  return { 'non-dropping-particle': parts.slice(0, count).join(' '), family: parts.slice(count).join(' ') };
}

const wordsOf = (text: string): string => text.replace(/\s+/g, ' ').trim();
const person = (name: CslName): ReadName => ({ name, guess: null });
const whole = (name: string, as: string | null): ReadName => ({
  name: { literal: name },
  guess: as === null ? null : `“${name}” is taken for ${as}`,
});
const BODY = 'a body, not a person';
const OFFICE = 'an office, not a person';

/** A family name in braces, with what stands before it or after its comma. */
function braced(text: string): ReadName | null {
  const [, before = '', inner = '', after = ''] = /^([^{}]*)\{([^{}]+)\}\s*,?([^{}]*)$/u.exec(text) ?? [];
  const name = wordsOf(inner);
  if (name === '') return null;
  const given = wordsOf(`${before} ${after}`.replace(/,/g, ' '));
  return person(given === '' ? { literal: name } : { family: name, given });
}

/**
 * `Last, First`, `Last, First, Jr.` and `First Last` are persons, with particles (`Ludwig van Beethoven`); names with a
 * word of an institution or an office, digits, one word only or more than five words stay whole, as do names without a
 * comma in scripts where the first word may be either. A role in brackets after the name is left out.
 * @returns null when nothing is left.
 */
export function readName(text: string): ReadName | null {
  const name = wordsOf(text.replace(/\s*[([][^)\]]*[)\]]\s*$/u, ''));
  if (name === '') return null;
  const marked = braced(name);
  if (marked) return marked;
  if (looksLikeInstitution(name)) return whole(name, BODY);
  if (looksLikeOffice(name)) return whole(name, OFFICE);
  const [last = '', first = '', third, ...more] = name.split(/[\s,،、]*[,،、][\s,،、]*/).filter((part) => part !== '');
  if (more.length > 0) return whole(name, null);
  if (first !== '') {
    // `Jones, Jr.` alone has no given name to invert.
    if (SUFFIX.test(first) && third === undefined) return person({ ...family(last), suffix: first });
    if (third !== undefined && !SUFFIX.test(third)) return whole(name, null);
    return person({ ...family(last), given: first, ...(third === undefined ? {} : { suffix: third }) });
  }
  const words = last.split(' ');
  if (words.length < 2) return whole(name, null);
  if (NOT_TURNED.test(name)) return whole(name, 'a name that is not turned round');
  if (words.length > MAX_WORDS) return whole(name, BODY);
  const suffix = words.length > 2 && SUFFIX.test(words.at(-1) ?? '') ? words.pop() : undefined;
  let start = words.length - 1;
  while (start > 1 && PARTICLES.has(words[start - 1] ?? '')) start -= 1;
  if (words.slice(0, start).some((word) => PARTICLES.has(word))) return whole(name, null);
  return person({
    ...family(words.slice(start).join(' ')),
    given: words.slice(0, start).join(' '),
    ...(suffix === undefined ? {} : { suffix }),
  });
}

/** The word by which one would know a person or an institution in a title. */
export const mainWord = (name: CslName): string => name.family ?? name.literal ?? '';
