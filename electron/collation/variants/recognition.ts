/**
 * Tells whether two forms differ because a machine misread one of them: by which of them are words, by how likely one
 * becomes the other on a page, and by how badly their witnesses are read altogether.
 */
import type { VariantClass } from '../../contract/index.js';
import { foldWord } from '../../text/index.js';
import { isDoubtfullyAlike, shapeOf } from './confusions.js';
import { bareWord, hyphenedWord, STAINS } from './knowledge.js';
import { channelForm, misreadingCost } from './noisy-channel.js';
import { isOneSpelling, type SpellingTolerance } from './spelling-variants.js';
import type { WordStatistics } from './word-statistics.js';

/** What a witness says at a place. */
export interface WitnessReading {
  readonly text: string;
  /** Indices of the witnesses that say so. */
  readonly witnesses: readonly number[];
}

/** Of each witness whether a machine read it: because its version says so, or because its misreadings do. */
export type NoisyWitnesses = readonly boolean[];

/** Letters of a witness are misread at this rate at least where nobody says what made it: one word in two hundred. */
const NOISY_RATE = 0.005;
const NOISY_COUNT = 4;
/** In as many other sources a form is a word, though no dictionary has it. */
const MANY_SOURCES = 3;
/** How much the letters of a word may cost altogether where nothing tells of a bad text, and of names: two likely edits. */
const LIKELY = 0.6;
/** Of each letter, where a text is read by a machine and the form is no word. */
const LOOSE = 0.5;
/** Where neither form is a word. */
const TIGHT = 0.34;
/** Both are words: a single edit that is seen in every bad text, */
const SURE = 0.3;
/** and the likelier word stands in the good witnesses so often, the other never. */
const OFTEN = 8;

export function noisyWitnesses(
  pairs: Iterable<readonly [WitnessReading, WitnessReading]>,
  statistics: WordStatistics,
  witnesses: number,
): NoisyWitnesses {
  const tally = new Array<number>(witnesses).fill(0);
  const { machineRead, isDictionaryAsked } = statistics.knowledge;
  for (const [a, b] of isDictionaryAsked ? pairs : []) {
    const [isA, isB] = [isPlainWord(a.text, statistics), isPlainWord(b.text, statistics)];
    if (isA === isB || isOneSpelling(a.text, b.text, 'established') || statistics.isName(a.text)) continue;
    const cost = misreadingCost(channelForm(a.text), channelForm(b.text));
    if (cost === 0 || cost > LIKELY) continue;
    for (const witness of (isA ? b : a).witnesses) tally[witness] = (tally[witness] ?? 0) + 1;
  }
  return tally.map(
    (count, witness) =>
      machineRead[witness] === true || (count >= NOISY_COUNT && count >= NOISY_RATE * statistics.wordsOf(witness)),
  );
}

const isPlainWord = (word: string, statistics: WordStatistics) =>
  statistics.isInDictionary(word) || statistics.sources(word) >= MANY_SOURCES;

const STAINED = new RegExp(`[${STAINS}]`, 'u');
const DIGITS = /^[\p{Nd}.,:/]+$/u;
const HYPHEN = /[-\u2010\u2011]/;
const POSSESSIVE = /'s?$/i;
const SINGLE_WORDS = new Set(['a', 'i']);
/** Beside these dictionaries have abbreviations and rare words of two letters: those that a good text has are words. */
const SHORT_WORDS = new Set(
  (
    'am an as at be by do go he if in is it me my no of on or so to up us we ' +
    'du de la le un il je tu ne se ce et en es er ja da zu im um ob so el lo al mi su ya ni te si on ih je ga mu su za na od do po iz'
  ).split(' '),
);

export class Recognition {
  /** Words are few, and misread alike. */
  readonly #classes = new Map<string, VariantClass>();

  constructor(
    readonly statistics: WordStatistics,
    readonly noise: NoisyWitnesses,
  ) {}

  isMachineRead({ witnesses }: WitnessReading): boolean {
    return witnesses.length > 0 && witnesses.every((witness) => this.noise[witness]);
  }

  /**
   * What the difference between two words is, each without blanks, whose letters are not the same.
   * @param a words of one witness, `said` is where they are from. @param b likewise.
   */
  classOf(a: string, saidA: WitnessReading, b: string, saidB: WitnessReading): VariantClass {
    const key = `${a}\0${saidA.witnesses.join()}\0${b}\0${saidB.witnesses.join()}`;
    const known = this.#classes.get(key) ?? this.#classOf(a, saidA, b, saidB);
    this.#classes.set(key, known);
    return known;
  }

  #classOf(a: string, saidA: WitnessReading, b: string, saidB: WitnessReading): VariantClass {
    const { statistics } = this;
    const [bareA, bareB] = [bareWord(a), bareWord(b)];
    const [isA, isB] = [this.isWord(a), this.isWord(b)];
    const [noisyA, noisyB] = [this.isMachineRead(saidA), this.isMachineRead(saidB)];
    const wavering: SpellingTolerance = isA !== isB && (isA ? noisyB : noisyA) ? 'established' : 'any';
    if (isOneSpelling(bareA, bareB, wavering)) return 'accidental';
    if (isOneSpelling(withoutLongS(bareA), withoutLongS(bareB), wavering) && !(isA && isB)) return 'ocr';
    const [formA, formB] = [channelForm(a), channelForm(b)];
    const cost = misreadingCost(formA, formB);
    const length = Math.max(formA.length, formB.length);
    const isOneShape = shapeOf(lettersOf(a)) === shapeOf(lettersOf(b));
    if (statistics.isName(a) && statistics.isName(b)) {
      if (isOneShape && !(isA && isB) && (isA || isB || !statistics.knowledge.isDictionaryAsked)) return 'ocr';
      const isMisread =
        (noisyA && !noisyB && !this.#isAttested(bareA) && this.#standsElsewhere(bareB, saidB)) ||
        (noisyB && !noisyA && !this.#isAttested(bareB) && this.#standsElsewhere(bareA, saidA));
      return isMisread && cost <= LIKELY ? 'ocr' : 'name';
    }
    if (!statistics.knowledge.isDictionaryAsked && !noisyA && !noisyB) {
      if (isOneShape) return 'ocr';
      const [plainA, plainB] = [foldWord(lettersOf(a)), foldWord(lettersOf(b))];
      return isDoubtfullyAlike(plainA, plainB) && this.#isMisreading(plainA, plainB) ? 'ocr' : 'substantive';
    }
    if (isA && isB) {
      const isSlip =
        (noisyA && !noisyB && this.#isRareFor(bareA, bareB)) || (noisyB && !noisyA && this.#isRareFor(bareB, bareA));
      return isSlip && cost <= SURE ? 'ocr' : 'substantive';
    }
    if (isA || isB) {
      const isNoisy = isA ? noisyB : noisyA;
      return cost <= LIKELY || (isNoisy && cost <= LOOSE * length) ? 'ocr' : 'substantive';
    }
    if (isOneShape) return 'ocr';
    const most = noisyA || noisyB ? TIGHT * length : SURE;
    return cost <= most ? 'ocr' : 'substantive';
  }

  /** @param written with or without the signs at its edges. */
  isWord(written: string): boolean {
    if (STAINED.test(written)) return false;
    const word = bareWord(written);
    if (DIGITS.test(word)) return true;
    if (this.#isWhole(word)) return true;
    const parts = hyphenedWord(written).split(HYPHEN);
    if (parts.length > 1) return parts.every((part) => part !== '' && this.#isWhole(part));
    return POSSESSIVE.test(word) && this.#isWhole(word.replace(POSSESSIVE, ''));
  }

  #isWhole(word: string): boolean {
    const { statistics } = this;
    const form = foldWord(word);
    // Dictionaries and archives have every letter.
    if (form.length === 1) return SINGLE_WORDS.has(form) || this.#inGoodTexts(form) > 1;
    if (statistics.sources(word) >= MANY_SOURCES) return true;
    if (!statistics.knowledge.isDictionaryAsked) return statistics.count(form) > 1;
    if (statistics.isInDictionary(word)) return form.length > 2 || SHORT_WORDS.has(form) || this.#inGoodTexts(form) > 0;
    return this.#inGoodTexts(form) > 1;
  }

  /** How often a form stands in witnesses that are not badly read; in all where there are no others. */
  #inGoodTexts(form: string): number {
    let count = 0;
    let good = 0;
    for (const [witness, isNoisy] of this.noise.entries()) {
      if (isNoisy) continue;
      good += 1;
      count += this.statistics.countIn(witness, form);
    }
    return good === 0 ? this.statistics.count(form) - 1 : count;
  }

  /** Whether a form stands in a dictionary, in another source, or anywhere but at this place. */
  #standsElsewhere(word: string, { witnesses }: WitnessReading): boolean {
    return this.#isAttested(word) || this.statistics.count(foldWord(word)) > witnesses.length;
  }

  /** The same, but for the badly read witnesses: a machine makes the same slip again. */
  #isAttested(word: string): boolean {
    const { statistics } = this;
    return statistics.isInDictionary(word) || statistics.sources(word) > 0 || this.#inGoodTexts(foldWord(word)) > 1;
  }

  #isRareFor(form: string, likelier: string): boolean {
    return this.#inGoodTexts(foldWord(form)) === 0 && this.#inGoodTexts(foldWord(likelier)) >= OFTEN;
  }

  #isMisreading(a: string, b: string): boolean {
    const [ofA, ofB] = [this.statistics.count(a), this.statistics.count(b)];
    return Math.min(ofA, ofB) <= 1 && Math.max(ofA, ofB) > 1;
  }
}

const NO_LETTER = /[^\p{L}\p{M}\p{N}]+/gu;
const lettersOf = (words: string) => words.replace(NO_LETTER, '');
/** The long s of old print is read as f; whoever wrote which, they are one here. */
const withoutLongS = (word: string) => word.replace(/f/g, 's').replace(/F/g, 'S');
