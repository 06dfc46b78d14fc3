/**
 * A light stemmer for Serbian, Croatian and Bosnian, over folded words (electron/text: Latin letters without marks), so
 * that both scripts stem alike. It takes off the case endings of nouns and names, the endings of common adjectives and
 * the possessive of surnames (Miloševićeva), so that the cases of a name meet: Милошевић, Милошевића, Milošević.
 *
 * It is not a grammar. It knows no dictionary, conjugates no verb and undoes few changes of sound: the movable a only
 * in the endings below, k to c before i (vojnik, vojnici) only when a query asks for both. Plurals with -ov- (gradovi)
 * stay apart from their singular, else Drenova would be drenovina. What remains has at least three letters.
 */

interface EndingRule {
  /** The first group stays, followed by `put` if that is given. */
  readonly ending: RegExp;
  /** Words that end so by nature: the rule passes them over. */
  readonly except?: RegExp;
  readonly put?: string;
}

/** режим, Ibrahim: the end is theirs. With -a it reads like a plural (režima, izborima). */
const OWN_IM = /(?:rez|brah|rah|maks|oak|usal|hiros|on|legit|int)ima?$/;
const OWN_OM =
  /^(?:atom|slom|prelom|prolom|polom|odlom|simptom|sindrom|fantom|aksiom|idiom|ekonom|agronom|astronom|aerodrom)$/;

/** The first that fits is the only one used, so they go from the longest and surest to the shortest. */
const RULES: readonly EndingRule[] = [
  // Miloševićev, Miloševićeva; Stavrinova, but not Ivanova (a name) or Drenova (a place).
  { ending: /^(.{3,}ic)ev(?:[aeiou]|og|oga|om|ome|omu|oj|im|ima|ih)?$/ },
  { ending: /^(.{6,})ov(?:[aeiou]|og|oga|om|ome|omu|oj|im|ima|ih)?$/ },
  // srpski, političkog, Zimogorskom.
  { ending: /^(.+[sc]k)(?:[aeiou]|og|oga|om|ome|omu|oj|im|ima|ih)$/ },
  { ending: /^(.{2,}(?:n|[eo]v))(?:oga|omu)$/ },
  { ending: /^(.{2,}(?:n|[eo]v))oj$/ },
  { ending: /^(.{3,}nj)(?:eg|ega|emu|im|ih)$/ },
  { ending: /^(.{3,})ama$/, except: /(?:gr|kl|dr|pan|alab)ama$/ },
  { ending: /^(.{3,})ima$/, except: OWN_IM },
  { ending: /^(.{3,}m)enata$/, put: 'ent' },
  { ending: /^(.{3,}os)cu$/, put: 't' },
  { ending: /^(.{3,})og$/, except: /[lg]og$/ },
  { ending: /^(.{3,})ih$/, except: /rih$/ },
  { ending: /^(.{2,}(?:n|[eo]v)|.{4,})im$/, except: OWN_IM },
  // -em follows soft consonants only (Miloševićem, krajem); problem and sistem keep theirs, and prijem.
  { ending: /^(.{2,}[cszj])em$/, except: /ijem$/ },
  { ending: /^(.{3,})om$/, except: OWN_OM },
  { ending: /^(.{3,})[aeiou]$/ },
];

/** ministar, ministra; septembar, septembra; sastanak, sastanka; Kragujevac, Kragujevca. */
const MOVABLE_A =
  /(?:mb|ob|[ie]st|sand)ar$|^(?:pet|met|cent|teat|vet)ar$|(?:.t|stan|laz|pred|delj)ak$|^.{3,}(?:ev|ov)ac$/;

/** @param word folded. @returns its stem; the word itself when there is nothing to remove. */
export function stemSouthSlavic(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  const stem = withoutEnding(word);
  return MOVABLE_A.test(stem) ? stem.slice(0, -2) + stem.slice(-1) : stem;
}

function withoutEnding(word: string): string {
  for (const { ending, except, put = '' } of RULES) {
    const stem = ending.exec(word)?.[1];
    if (stem !== undefined && !except?.test(word)) return stem + put;
  }
  return word;
}

/**
 * @param word folded.
 * @returns the stems a word is to be looked for by: its own, and for -nik its plural's (saveznik, saveznici), whose stem
 * the plural shares with feminine words (granica, granici).
 */
export function southSlavicQueryStems(word: string): string[] {
  const stem = stemSouthSlavic(word);
  if (stem.length < 6 || !/ni[kc]$/.test(stem)) return [stem];
  return [stem, stem.slice(0, -1) + (stem.endsWith('k') ? 'c' : 'k')];
}
