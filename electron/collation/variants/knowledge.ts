/**
 * What is known outside of the witnesses of the words that differ: by dictionaries, by the other sources of the archive,
 * and by whoever made the texts. It is asked before classes are assigned, and given whole, so that assigning them is a pure
 * function.
 */
export interface Knowledge {
  /** Whether a dictionary of the texts' language was asked at all. */
  readonly isDictionaryAsked: boolean;
  /** Of the forms asked those that a dictionary knows, as they were written there. */
  readonly known: ReadonlySet<string>;
  /** In how many sources that are no witnesses a form stands, in whatever case. A form that is not here was not found. */
  readonly sources: ReadonlyMap<string, number>;
  /** Of each witness whether a machine read it from images. */
  readonly machineRead: readonly boolean[];
}

export const NOTHING_KNOWN: Knowledge = {
  isDictionaryAsked: false,
  known: new Set(),
  sources: new Map(),
  machineRead: [],
};

/** Signs that no hand puts into a word or at its edge, as the inside of a class: what a machine makes of a bad letter. */
export const STAINS = String.raw`}{^|\\~<>■•§¬©`;

const EDGES = /^[^\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu;
/** A line's end within a word. */
const BROKEN = /([-\u2010\u00AC])\s*\n\s*|\u00AD/g;

/** A word without the signs at its edges, as it is asked for: NFC, with a plain apostrophe; broken lines joined. */
export const bareWord = (written: string): string => trimmed(written.replace(BROKEN, ''));
/** The same with the hyphen at a line's end, which may be its own. */
export const hyphenedWord = (written: string): string => trimmed(written.replace(BROKEN, '-'));

const trimmed = (word: string) => word.replace(EDGES, '').normalize('NFC').replaceAll('’', "'");

/** The words of a reading, as written; those that consist of signs alone are none. */
export const wordsIn = (reading: string): string[] =>
  reading
    .replace(/(?<=[-\u2010\u00AC])\s*\n\s*/g, '\n')
    .split(/(?<![-\u2010\u00AC])\s+|[\u2013\u2014]+|(?<=[-\u2010\u00AC])[^\S\n]+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));

const LETTERS = /\p{L}/u;

/** What is to be asked about a reading: its words, in small letters too, and the parts of those that signs part. */
export function formsOf(reading: string): string[] {
  const forms = new Set<string>();
  for (const written of wordsIn(reading)) {
    const word = bareWord(written);
    const parts = hyphenedWord(written).split(/[^\p{L}\p{M}\p{N}']+/u);
    for (const form of [word, ...parts, parts.length > 1 ? parts.join('') : '']) {
      if (!LETTERS.test(form)) continue;
      forms.add(form);
      forms.add(form.toLowerCase());
    }
  }
  return [...forms];
}
