/**
 * Pairs of texts whose differences are known one by one: a clean text, and the same text with true differences planted
 * in it and read by a bad machine. Drawn with a seed.
 */
import { drawIndex, drawOne, type RandomSource, seededRandom } from '../search/random.js';
import { misread, withLongS } from './noise.js';

export type Truth = 'ocr' | 'substantive' | 'name' | 'value' | 'accidental';

export interface PlantedDifference {
  readonly truth: Truth;
  /** In the clean text, UTF-16, half-open. */
  readonly clean: readonly [number, number];
  /** In the other. */
  readonly other: readonly [number, number];
}

export interface KnownPair {
  readonly clean: string;
  readonly other: string;
  readonly planted: readonly PlantedDifference[];
}

export interface PairOrder {
  readonly seed: number;
  /** Chance that a word is misread. */
  readonly noise: number;
  /** Chance that a word is changed by a person. */
  readonly change: number;
  readonly print: 'modern' | 'long s';
}

/** Words that texts of a language have, and those that look like each. */
export interface PlantedVocabulary {
  readonly words: readonly string[];
  readonly names: readonly string[];
  like(word: string): readonly string[];
}

/** @param isWord whether a dictionary has it. */
export function vocabularyOf(texts: readonly string[], isWord: (word: string) => boolean): PlantedVocabulary {
  const counts = new Map<string, number>();
  const names = new Map<string, number>();
  for (const text of texts) {
    for (const [word] of text.matchAll(/(?<=\p{Ll} )\p{L}+/gu)) {
      if (/^\p{Lu}\p{Ll}{3,}/u.test(word)) names.set(word, (names.get(word) ?? 0) + 1);
      else if (/^\p{Ll}{3,}$/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const words = [...counts].flatMap(([word, count]) => (count >= 3 && isWord(word) ? word : []));
  const holes = new Map<string, string[]>();
  const holesIn = (word: string) => [word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))];
  for (const word of words) for (const hole of holesIn(word)) holes.set(hole, [...(holes.get(hole) ?? []), word]);
  return {
    words,
    names: [...names].flatMap(([name, count]) => (count >= 2 && !counts.has(name.toLowerCase()) ? name : [])),
    like: (word) => [...new Set(holesIn(word).flatMap((hole) => holes.get(hole) ?? []))].filter((one) => one !== word),
  };
}

/** How people wrote it before and elsewhere; not the list that the program has. */
const REWRITTEN: readonly (readonly [RegExp, string])[] = [
  [/^show(n|ed|ing)?$/, 'shew$1'],
  [/^control(\p{Ll}*)$/u, 'controul$1'],
  [/^(publi|politi|musi|domesti|republi)c$/, '$1ck'],
  [/^connection(s?)$/, 'connexion$1'],
  [/^choose(s?)$/, 'chuse$1'],
  [/^complete(ly|d)?$/, 'compleat$1'],
  [/^(to)(day|morrow)$/, '$1-$2'],
  [/^(any|every|some)(one|body|thing)$/, '$1 $2'],
  [/^(econom|aether)/, 'œconom'],
  [/^increase(d|s)?$/, 'encrease$1'],
  [/^(surpri|exerci|compromi)s(e[ds]?|ing)$/, '$1z$2'],
  [/^(\p{Ll}{4,})iz(e[ds]?|ing|ation)$/u, '$1is$2'],
  [/^(lab|hon|fav|neighb|endeav)or(\p{Ll}*)$/u, '$1our$2'],
  [/^(lab|hon|fav|neighb|endeav)our(\p{Ll}*)$/u, '$1or$2'],
  [/^(\p{Ll}{3,}[^e\W])ed$/u, "$1'd"],
  [/^cannot$/, 'can not'],
  [/^defense$/, 'defence'],
  [/^entire(ly)?$/, 'intire$1'],
  [/^ancient$/, 'antient'],
  [/^although$/, 'altho'],
  [/^through$/, "thro'"],
];

/** @returns what a person writes instead, and what kind of difference that is; null where nothing fits the word. */
function rewritten(word: string, vocabulary: PlantedVocabulary, random: RandomSource): readonly [string, Truth] | null {
  const [, before = '', core = '', after = ''] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(word) ?? [];
  const put = (other: string, truth: Truth) => [before + other + after, truth] as const;
  if (/^\d+$/.test(core)) {
    const at = drawIndex(random, core.length);
    const digit = drawOne(
      random,
      [...'123456789'].filter((one) => one !== core.charAt(at)),
    );
    return put(core.slice(0, at) + digit + core.slice(at + 1), 'value');
  }
  for (const [form, by] of REWRITTEN) if (form.test(core)) return put(core.replace(form, by), 'accidental');
  if (vocabulary.names.includes(core)) {
    if (random() < 0.5)
      return put(
        drawOne(
          random,
          vocabulary.names.filter((name) => name !== core),
        ),
        'name',
      );
    const at = 2 + drawIndex(random, core.length - 2);
    const syllable = drawOne(random, ['ev', 'er', 'in', 'o', 'an', 'el', 'ov', 's']);
    return put(core.slice(0, at) + syllable + core.slice(at), 'name');
  }
  if (!/^\p{Ll}{3,}$/u.test(core)) return null;
  const fate = random();
  const like = vocabulary.like(core);
  if (fate < 0.1 && core.length > 3) return put(core.charAt(0).toUpperCase() + core.slice(1), 'accidental');
  if (fate < 0.6 && like.length > 0) return put(drawOne(random, like), 'substantive');
  const other = drawOne(random, vocabulary.words);
  return other === core ? null : put(other, 'substantive');
}

const isNumber = (word: string) => /^\W*\d[\d.,]*\W*$/.test(word);

export function knownPair(
  text: string,
  { seed, noise, change, print }: PairOrder,
  vocabulary: PlantedVocabulary,
): KnownPair {
  const random = seededRandom(seed);
  let [clean, other] = ['', ''];
  const planted: PlantedDifference[] = [];
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    let made = print === 'long s' ? withLongS(word) : word;
    let truth: Truth | null = made === word ? null : 'ocr';
    // Names and numbers are few: they are changed more often, so that something can be said of them.
    const isTelling = /\d/.test(word) || vocabulary.names.includes(word);
    const changed = random() < (isTelling ? 5 * change : change) ? rewritten(word, vocabulary, random) : null;
    if (changed) [made, truth] = changed;
    else if (random() < noise) {
      made = misread(made, random);
      // A number read as another one is no misreading that anybody could tell.
      truth = made === word ? null : isNumber(word) && isNumber(made) ? 'value' : 'ocr';
    }
    // What differs in signs and case alone is no misread word, but it is not more than that either.
    const [start, otherStart] = [clean.length, other.length];
    clean += `${word} `;
    const isJoined = changed === null && random() < noise * 0.04;
    other += isJoined ? made : `${made} `;
    if (isJoined) truth = truth === null ? 'ocr' : truth;
    if (truth !== null) {
      planted.push({ truth, clean: [start, clean.length - 1], other: [otherStart, other.length - (isJoined ? 0 : 1)] });
    }
  }
  return { clean: clean.trimEnd(), other: other.trimEnd(), planted };
}
