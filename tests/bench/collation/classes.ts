/** Runs the measurement of classes: texts of the data folder, noise and changes of several strengths, and the editions. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { NOTHING_KNOWN } from '../../../electron/collation/variants/index.js';
import { dictionariesOf, loadDictionary } from '../../../electron/notes/spelling/spelling-languages.js';
import type { Editions } from '../anchoring/editions.js';
import { knownPair, type PairOrder, vocabularyOf } from './planted.js';
import {
  type Ask,
  aligned,
  type Classified,
  classed,
  classifiedOf,
  OURS,
  PEERS,
  type Rates,
  ratesOf,
  TRUTHS,
} from './recognised.js';

export interface ClassVerdict {
  readonly pairs: string;
  readonly what: string;
  /** Of each of `TRUTHS`. */
  readonly rates: readonly Rates[];
}

export interface ClassRun {
  readonly verdicts: readonly ClassVerdict[];
  readonly editions: {
    readonly places: number;
    readonly recognition: number;
    readonly askMs: number;
    readonly tellMs: number;
  };
  readonly dictionaries: readonly { readonly language: string; readonly ms: number }[];
}

type ClassBenchOrder = Omit<PairOrder, 'seed'> & { readonly what: string; readonly archive: 'asked' | 'empty' };

const ORDERS: readonly ClassBenchOrder[] = [
  { what: '10 % misread, an archive of 2,500 sources', noise: 0.1, change: 0.03, print: 'modern', archive: 'asked' },
  { what: '10 % misread, nothing else in the archive', noise: 0.1, change: 0.03, print: 'modern', archive: 'empty' },
  { what: '3 % misread', noise: 0.03, change: 0.03, print: 'modern', archive: 'empty' },
  { what: '25 % misread', noise: 0.25, change: 0.03, print: 'modern', archive: 'empty' },
  { what: 'long s, 5 % misread', noise: 0.05, change: 0.03, print: 'long s', archive: 'empty' },
  { what: 'clean, changed by hand', noise: 0, change: 0.06, print: 'modern', archive: 'empty' },
];
const PAIRS = 60;
const KEPT_FOR_ARCHIVE = 1_000;

/** @returns null when the texts are not there. */
export async function classRun(
  folder: string,
  texts: Editions,
  tell: (news: string) => void,
): Promise<ClassRun | null> {
  const path = join(folder, 'search', 'passages.jsonl.gz');
  if (!existsSync(path)) return null;
  const lines = gunzipSync(readFileSync(path)).toString('utf8').trim().split('\n');
  const passages = lines.map((line) => (JSON.parse(line) as { text: string }).text);
  const english = (await Promise.all(dictionariesOf('en').map(loadDictionary))).flatMap((one) => one ?? []);
  const isWord = (word: string) => english.some((dictionary) => dictionary.knows(word));
  const archive = countsOf(passages.slice(KEPT_FOR_ARCHIVE));
  const vocabulary = vocabularyOf(passages.slice(KEPT_FOR_ARCHIVE), isWord);
  const asking =
    (which: ClassBenchOrder['archive']): Ask =>
    (forms) => ({
      isDictionaryAsked: true,
      known: new Set(forms.filter(isWord)),
      sources: new Map(
        which === 'empty'
          ? []
          : forms.flatMap((form) => (archive.has(form) ? [[form, archive.get(form) ?? 0] as const] : [])),
      ),
      machineRead: [],
    });

  const step = Math.floor(KEPT_FOR_ARCHIVE / PAIRS);
  const chosen = passages.slice(0, KEPT_FOR_ARCHIVE).filter((_, at) => at % step === 0);
  const verdicts = ORDERS.flatMap((order, number) => {
    const classified = new Map<string, Classified[]>();
    const note = (what: string, found: readonly Classified[]) =>
      classified.set(what, [...(classified.get(what) ?? []), ...found]);
    for (const [at, text] of chosen.entries()) {
      const pair = knownPair(text, { ...order, seed: at + 1 }, vocabulary);
      const alignment = aligned([pair.clean, pair.other]);
      const collated = classed(alignment, asking(order.archive));
      note(OURS.what, classifiedOf(pair, collated, OURS));
      if (number > 0) continue;
      note(
        'Fonds, asking nobody',
        classifiedOf(
          pair,
          classed(alignment, () => NOTHING_KNOWN),
          OURS,
        ),
      );
      for (const peer of PEERS) note(peer.what, classifiedOf(pair, collated, peer));
    }
    tell(`classes: ${order.what}`);
    return [...classified].map(
      ([what, all]): ClassVerdict => ({ pairs: order.what, what, rates: TRUTHS.map((truth) => ratesOf(all, truth)) }),
    );
  });

  const alignment = aligned([texts.earlier, texts.later]);
  let askMs = 0;
  const from = performance.now();
  const { blocks } = classed(alignment, (forms) => {
    const asked = performance.now();
    const knowledge = asking('empty')(forms);
    askMs = performance.now() - asked;
    return knowledge;
  });
  const tellMs = performance.now() - from - askMs;
  const places = blocks.filter((block) => block.class !== null);
  const dictionaries = [];
  for (const language of ['en', 'de', 'fr', 'es', 'ru', 'sr', 'hr']) {
    const began = performance.now();
    for (const id of dictionariesOf(language)) await loadDictionary(id);
    dictionaries.push({ language, ms: performance.now() - began });
  }
  tell('classes: editions and dictionaries');
  const recognition = places.filter((block) => block.class === 'ocr').length;
  return { verdicts, editions: { places: places.length, recognition, askMs, tellMs }, dictionaries };
}

/** In how many texts each word stands, in small letters. */
function countsOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const words = new Set(
      text
        .normalize('NFC')
        .toLowerCase()
        .match(/[\p{L}\p{M}\p{N}']+/gu) ?? [],
    );
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
