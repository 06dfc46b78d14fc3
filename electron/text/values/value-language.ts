/** What the room has to know of a language, and how its numerals are listed. Keys are folded, so scripts and marks fall together. */
import { foldWord } from '../fold.js';

/**
 * What a numeral does: `plain` adds itself, `hundred` and `scale` multiply what stands before them, `collective` counts
 * things that hold as many (a dozen), `part` divides (a third), `article` is one where something of these follows.
 */
export type NumeralRole = 'plain' | 'hundred' | 'scale' | 'collective' | 'part' | 'article';

export interface Numeral {
  readonly value: number;
  readonly role: NumeralRole;
  readonly isOrdinal: boolean;
  /** Whether it may stand without a multiplier: `mille`, not `thousand`. */
  readonly isBare: boolean;
}

/** Where the word `and` joins the parts of one number. Where it does not, it parts two numbers. */
export type AndUsage = 'never' | 'may' | 'must';

export interface NumeralGrammar {
  readonly afterTens: AndUsage;
  readonly afterHundreds: AndUsage;
  readonly afterScales: AndUsage;
  /** `fünfundzwanzig`, `five and twenty`. */
  readonly unitsFirst: 'never' | 'may';
  /** `soixante-dix`, `quatre-vingt-dix`. */
  readonly vigesimal: 'never' | 'may';
  /** `nineteen sixty-two`. */
  readonly yearsInPairs: 'never' | 'may';
  /** `twelve hundred`. */
  readonly hundredsPastNine: 'never' | 'may';
  /** `dwudziesty pierwszy`: tens before an ordinal are one too. */
  readonly ordinalTens: 'never' | 'may';
  /** `ventitré`, `dreihundert`. */
  readonly writtenTogether: 'never' | 'may';
}

export interface ValueLanguage {
  /** BCP 47, the language alone. */
  readonly tag: string;
  /** Folding brings scripts together, so that a numeral of another script would count. */
  readonly script: 'latin' | 'cyrillic' | 'both';
  readonly numerals: ReadonlyMap<string, readonly Numeral[]>;
  readonly grammar: NumeralGrammar;
  readonly and: ReadonlySet<string>;
  /** Numerals that are other words more often, here or in other languages: alone they count only where the language is known. */
  readonly doubtful: ReadonlySet<string>;
  /** Words that say that a number is meant loosely: `several hundred` is no value. */
  readonly vague: ReadonlySet<string>;
  /** Common words that part two numbers without being one: `seven of nine`. */
  readonly ordinary: ReadonlySet<string>;
  /** Numerals that are pronouns behind a determiner: `no one`, `the one`. */
  readonly pronouns: ReadonlySet<string>;
  readonly determiners: ReadonlySet<string>;
  readonly minus: ReadonlySet<string>;
  /** Endings of ordinals behind figures. */
  readonly ordinalEndings: ReadonlySet<string>;
  /** Endings, or words, of decades behind figures: `1940s`, `1940er`. */
  readonly decadeEndings: ReadonlySet<string>;
  readonly decadeBefore: ReadonlySet<string>;
  readonly century: ReadonlySet<string>;
  /** Words between day, month and year. */
  readonly of: ReadonlySet<string>;
  /** Words before a year, or behind it. */
  readonly inYear: ReadonlySet<string>;
  readonly year: ReadonlySet<string>;
  readonly to: ReadonlySet<string>;
  readonly between: ReadonlySet<string>;
  readonly at: ReadonlySet<string>;
  /** Words behind a time of day. */
  readonly clock: ReadonlySet<string>;
  /** Folded name to 1 (January) to 12. */
  readonly months: ReadonlyMap<string, number>;
  /** Names of months that are other words: they count beside a number only. */
  readonly doubtfulMonths: ReadonlySet<string>;
  /** 1 (Monday) to 7. */
  readonly weekdays: ReadonlyMap<string, number>;
  /** 1 (spring) to 4 (winter). */
  readonly seasons: ReadonlyMap<string, number>;
  /** Phrases, folded, to unit, currency, or `%`. Longer ones come first. */
  readonly units: readonly ValuePhrase[];
  readonly currencies: readonly ValuePhrase[];
  readonly percent: readonly ValuePhrase[];
}

export interface ValuePhrase {
  readonly keys: readonly string[];
  readonly means: string;
}

/** A language as its file writes it: words parted by blanks, phrases by commas. */
export interface LanguageSource {
  readonly tag: string;
  /** Latin unless said. */
  readonly script?: ValueLanguage['script'];
  readonly numerals: (list: NumeralList) => void;
  readonly grammar: Partial<NumeralGrammar>;
  readonly and: string;
  readonly doubtful?: string;
  readonly vague?: string;
  readonly ordinary?: string;
  readonly pronouns?: string;
  readonly determiners?: string;
  readonly minus?: string;
  readonly ordinalEndings?: string;
  readonly decadeEndings?: string;
  readonly decadeBefore?: string;
  readonly century?: string;
  readonly of?: string;
  readonly inYear?: string;
  readonly year?: string;
  readonly to?: string;
  readonly between?: string;
  readonly at?: string;
  readonly clock?: string;
  /** Twelve groups parted by `|`. */
  readonly months: string;
  readonly doubtfulMonths?: string;
  /** Seven groups parted by `|`, from Monday on. */
  readonly weekdays: string;
  /** Four groups parted by `|`, from spring on. */
  readonly seasons?: string;
  readonly units?: Readonly<Record<string, string>>;
  readonly currencies?: Readonly<Record<string, string>>;
  readonly percent?: string;
}

const PLAIN_GRAMMAR: NumeralGrammar = {
  afterTens: 'never',
  afterHundreds: 'never',
  afterScales: 'never',
  unitsFirst: 'never',
  vigesimal: 'never',
  yearsInPairs: 'never',
  hundredsPastNine: 'never',
  ordinalTens: 'never',
  writtenTogether: 'never',
};

export function language(source: LanguageSource): ValueLanguage {
  const list = new NumeralList();
  source.numerals(list);
  return {
    tag: source.tag,
    script: source.script ?? 'latin',
    numerals: list.found,
    grammar: { ...PLAIN_GRAMMAR, ...source.grammar },
    and: wordSet(source.and),
    doubtful: wordSet(source.doubtful),
    vague: wordSet(source.vague),
    ordinary: wordSet(source.ordinary),
    pronouns: wordSet(source.pronouns),
    determiners: wordSet(source.determiners),
    minus: wordSet(source.minus),
    ordinalEndings: wordSet(source.ordinalEndings),
    decadeEndings: wordSet(source.decadeEndings),
    decadeBefore: wordSet(source.decadeBefore),
    century: wordSet(source.century),
    of: wordSet(source.of),
    inYear: wordSet(source.inYear),
    year: wordSet(source.year),
    to: wordSet(source.to),
    between: wordSet(source.between),
    at: wordSet(source.at),
    clock: wordSet(source.clock),
    months: groups(source.months),
    doubtfulMonths: wordSet(source.doubtfulMonths),
    weekdays: groups(source.weekdays),
    seasons: groups(source.seasons),
    units: phrases(source.units),
    currencies: phrases(source.currencies),
    percent: phrases({ '%': source.percent ?? '' }),
  };
}

export const words = (list: string): string[] => list.split(/\s+/).filter((word) => word !== '');
const wordSet = (list = ''): ReadonlySet<string> => new Set(words(list).map(foldWord));

function groups(list = ''): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [at, group] of list.split('|').entries())
    for (const word of words(group)) found.set(foldWord(word), at + 1);
  return found;
}

export function phrases(lists: Readonly<Record<string, string>> = {}): ValuePhrase[] {
  const found = Object.entries(lists).flatMap(([means, list]) =>
    list
      .split(',')
      .filter((phrase) => phrase.trim() !== '')
      .map((phrase) => ({ keys: words(phrase).map(foldWord), means })),
  );
  return found.sort((a, b) => b.keys.length - a.keys.length);
}

/** The numerals of a language while its file lists them. */
export class NumeralList {
  readonly found = new Map<string, Numeral[]>();

  /** Numbers that follow each other by `step`, a word each; forms of one number are joined by `/`, `-` skips one. */
  count(first: number, step: number, list: string): this {
    for (const [at, forms] of words(list).entries()) if (forms !== '-') this.plain(first + at * step, forms.split('/'));
    return this;
  }
  plain(value: number, forms: readonly string[] | string): this {
    return this.#add(forms, { value, role: 'plain', isOrdinal: false, isBare: true });
  }
  ordinal(value: number, forms: readonly string[] | string): this {
    return this.#add(forms, { value, role: 'plain', isOrdinal: true, isBare: true });
  }
  ordinals(first: number, step: number, list: string, endings = ''): this {
    const all = endings === '' ? [''] : endings.split(' ').map((ending) => (ending === '-' ? '' : ending));
    for (const [at, stems] of words(list).entries()) {
      if (stems === '-') continue;
      for (const stem of stems.split('/'))
        this.ordinal(
          first + at * step,
          all.map((ending) => stem + ending),
        );
    }
    return this;
  }
  /** Multiplies, and needs a multiplier. */
  hundred(forms: string): this {
    return this.#add(forms, { value: 100, role: 'hundred', isOrdinal: false, isBare: false });
  }
  /** Multiplies, and may stand alone. */
  bareHundred(forms: string): this {
    return this.#add(forms, { value: 100, role: 'hundred', isOrdinal: false, isBare: true });
  }
  ordinalHundred(forms: readonly string[] | string): this {
    return this.#add(forms, { value: 100, role: 'hundred', isOrdinal: true, isBare: true });
  }
  scale(value: number, forms: string): this {
    return this.#add(forms, { value, role: 'scale', isOrdinal: false, isBare: false });
  }
  bareScale(value: number, forms: string): this {
    return this.#add(forms, { value, role: 'scale', isOrdinal: false, isBare: true });
  }
  ordinalScale(value: number, forms: readonly string[] | string): this {
    return this.#add(forms, { value, role: 'scale', isOrdinal: true, isBare: true });
  }
  collective(value: number, forms: string): this {
    return this.#add(forms, { value, role: 'collective', isOrdinal: false, isBare: false });
  }
  bareCollective(value: number, forms: string): this {
    return this.#add(forms, { value, role: 'collective', isOrdinal: false, isBare: true });
  }
  /** A denominator that needs a numerator or an article: `thirds`. */
  part(value: number, forms: readonly string[] | string): this {
    return this.#add(forms, { value, role: 'part', isOrdinal: false, isBare: false });
  }
  /** A part that is one by itself: `half`. */
  barePart(value: number, forms: string): this {
    return this.#add(forms, { value, role: 'part', isOrdinal: false, isBare: true });
  }
  article(forms: string): this {
    return this.#add(forms, { value: 1, role: 'article', isOrdinal: false, isBare: false });
  }

  #add(forms: readonly string[] | string, numeral: Numeral): this {
    for (const form of typeof forms === 'string' ? words(forms) : forms) {
      const key = foldWord(form);
      const known = this.found.get(key) ?? [];
      if (
        !known.some(
          (other) =>
            other.value === numeral.value && other.role === numeral.role && other.isOrdinal === numeral.isOrdinal,
        )
      )
        this.found.set(key, [...known, numeral]);
    }
    return this;
  }
}
