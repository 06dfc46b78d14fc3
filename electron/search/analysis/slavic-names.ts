/**
 * Names of the Cyrillic alphabets in the ways they are written: the letters themselves, ISO 9 and the scholarly systems,
 * BGN/PCGN, ALA-LC, the press in English, German and French. Every writing is read back to a *skeleton* in Cyrillic
 * letters, in which those differences are gone that the systems do not agree on (й, ы, и; е, ё, э; ь, ъ), and two
 * writings are of one name when a skeleton is the same. A Latin writing has several, because ch is ч in English, ш in
 * French and х in German.
 */

import { cyrillicCandidates } from './latin-to-cyrillic.js';

/** Shorter skeletons are of too many words. */
const MIN_LETTERS = 4;
/** Names that nothing but a capital tells of are longer. */
const MIN_NAME = 5;
/** Longer words are no names, and are not looked at. In UTF-16 units. */
const MAX_NAME_LENGTH = 40;

const CYRILLIC_LETTERS: Readonly<Record<string, string>> = {
  ґ: 'г',
  ё: 'ио',
  є: 'е',
  э: 'е',
  ѣ: 'е',
  і: 'и',
  ї: 'и',
  й: 'и',
  ы: 'и',
  ю: 'иу',
  я: 'иа',
  ў: 'у',
  ь: '',
  "'": '',
};

/** Takes away in what the systems differ. */
function reduced(letters: string): string {
  return letters
    .replace(/тс/g, 'ц')
    .replace(/сс/g, 'с')
    .replace(/и+/g, 'и')
    .replace(/и[ео]/g, 'е')
    .replace(/(?<=[жчшщ])о/g, 'е');
}

export const CYRILLIC = /^[\p{Script=Cyrillic}'’ʼ]+$/u;
/** Letters of Serbian and Macedonian, whose Latin writing is fixed and folded alike (electron/text). */
const SOUTHERN = /[јљњђћџѓќѕćđ]/;
const LATIN = /^[\p{Script=Latin}\p{Mn}'’ʼʹʺ`]+$/u;

const UKRAINIAN = /[іїєґў]|[сц]ьк/;

/** @param exact lower case, NFC. @returns the skeletons of its readings; none for what is no name of these alphabets. */
export function skeletonsOf(exact: string): ReadonlySet<string> {
  const skeletons = new Set<string>();
  if (exact.length > MAX_NAME_LENGTH || SOUTHERN.test(exact) || ENGLISH_WORDS.has(exact)) return skeletons;
  const readings = CYRILLIC.test(exact) ? cyrillicReadings(exact) : LATIN.test(exact) ? cyrillicCandidates(exact) : [];
  for (const reading of readings) {
    const skeleton = reduced(reading);
    if (skeleton.length >= MIN_LETTERS) skeletons.add(skeleton);
  }
  return skeletons;
}

const OBLIQUE = /^(?:(.+(?:[ое]в|ин|ич|нк))(?:а|у|е|ом|ем|им)|(.+[сц]к)(?:ого|ому|им|ом))$/;

function cyrillicReadings(exact: string): string[] {
  const readings = new Set<string>();
  const read = (word: string) => {
    let letters = '';
    for (const letter of word) letters += CYRILLIC_LETTERS[letter] ?? letter;
    readings.add(letters.replaceAll('ъ', ''));
  };
  read(exact);
  // Г is h in Ukrainian.
  if (UKRAINIAN.test(exact)) read(exact.replaceAll('г', 'х'));
  // Ъ is a vowel in Bulgarian, and щ two letters.
  if (/ъ(?![еёюяи])/.test(exact)) for (const vowel of ['а', 'у']) read(exact.replaceAll('ъ', vowel));
  if (exact.includes('щ')) read(exact.replaceAll('щ', 'шт'));
  // A surname in one of its cases.
  for (const reading of [...readings]) {
    const [, surname, adjective] = OBLIQUE.exec(reading) ?? [];
    if (surname) readings.add(surname.endsWith('нк') ? `${surname}о` : surname);
    if (adjective) readings.add(`${adjective}ии`);
  }
  return [...readings];
}

/** Endings that surnames of these languages have and words of the West hardly ever; as skeletons. */
const SURNAME = /.{2}(?:[ое]ва?|[сц]ка(?:иа)?|[сц]ки|нко|чук|[оеи]вич|дзе|швили|[сц]кои|стои)$/;
/** This one many words of the West have too: only where a letter is of the East, and the form has a capital. */
const SURNAME_IN_N = /^(?=.{5})(?=.*(?:[жцхчшщу]|кина?$)).*(?:ин|ина|иан)$/;
/** Words of English that end as German writes surnames in -ов and -ев. */
const ENGLISH_WORDS: ReadonlySet<string> = new Set(
  (
    'allow anew arrow askew barrow bellow below bestow billow blow borrow brew bungalow burrow crew crow curfew elbow ' +
    'endow escrow fallow farrow fellow flew flow follow furrow glow grew grow hallow harrow hollow interview knew know ' +
    'layoff mallow marrow meadow mellow mildew minnow morrow narrow payoff pillow plow preview prow rainbow renew review ' +
    'screw selloff shadow shallow show showoff shrew sinew slow snow sorrow sparrow stew stow swallow tallow throw ' +
    'tomorrow wallow widow willow window winnow yellow'
  ).split(' '),
);

/** First names that the systems write in different ways, and surnames without such an ending; as skeletons. */
const NAMES: ReadonlySet<string> = new Set(
  (
    'александр алексеи анатоли андреи аркади артем валери васили вениамин виачеслав витали всеволод геннади георги ' +
    'григори дмитри евген евгени евгениа евхен екатерина есиф захар иаков иарослав игнати игор илиа иулиа иури кирил ' +
    'ксениа лавренти михаил михаило миколаи наталиа николаи олександр олексеи олга петр семен сергеи сергии татиана ' +
    'тимофеи федор бериа гогол елцин иагода ленин микоиан петлиура сталин столипин'
  ).split(' '),
);
const isSure = (skeleton: string) => SURNAME.test(skeleton) || NAMES.has(skeleton);

/** Whether a skeleton is of a name that tells by itself that it is one of these languages. */
export const isKnownName = (skeleton: string) => isSure(skeleton) || SURNAME_IN_N.test(skeleton);
/** Letters of the scholarly systems that other languages have not, or only in names of this kind. */
export const MARKS = /[čšžŝ]/;

/** What Russian and Ukrainian cases add, as skeletons. */
const CASE_ENDING = /^(?:|а|у|е|и|ом|ем|им|иу|иа|ами|ого|его|ому|ему|ои|еи|оу|еу|ови|еви)$/;

/**
 * Whether a form of the index is another writing of a name. Two writings in one alphabet are only where the name is known
 * for one of these languages (known by its ending, or listed); two alphabets also where the form has a capital.
 * @param exact the typed word, lower case, NFC. @param skeletons its skeletons.
 * @param written lower case, or with a capital, as forms are listed.
 */
export function isWritingOf(exact: string, skeletons: ReadonlySet<string>, written: string): boolean {
  const form = written.toLowerCase();
  const own = [...skeletonsOf(form)];
  const isFormCyrillic = CYRILLIC.test(form);
  const isCapital = form !== written;
  const isKnown = (one: string) => isSure(one) || (isCapital && SURNAME_IN_N.test(one));
  if (CYRILLIC.test(exact) === isFormCyrillic) {
    // A stemmer takes the end of Арсеньев for a case, and leaves it in Арсеньева.
    if (isFormCyrillic) return own.some((one) => isSure(one) && (skeletons.has(one) || isCaseOfAny(one, skeletons)));
    // A French e may also make another name: Michelin, Micheline.
    const isOther = form === `${exact}e` || exact === `${form}e`;
    return own.some((one) => skeletons.has(one) && (isOther ? NAMES.has(one) : isKnown(one)));
  }
  return own.some((one) => {
    if (skeletons.has(one)) return isKnown(one) || (isCapital && one.length >= MIN_NAME);
    return isFormCyrillic && isCaseOfAny(one, skeletons);
  });
}

function isCaseOfAny(form: string, skeletons: ReadonlySet<string>): boolean {
  for (const typed of skeletons) {
    const stem = typed.replace(/[аи]$/, '');
    if (isSure(typed) && form.startsWith(stem) && CASE_ENDING.test(form.slice(stem.length))) return true;
  }
  return false;
}
