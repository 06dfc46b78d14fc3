/**
 * Sketches of texts: a fixed share of the hashes of all their runs of words, so that the share two sketches have in common
 * tells what share of the runs the texts have in common, however different their lengths.
 * Source: FracMinHash, Irber et al., "Lightweight compositional analysis of metagenomes with FracMinHash and minimum
 * metagenome covers" (2022); runs of words as in Broder, "On the resemblance and containment of documents" (1997).
 */
import { foldWord, tokens } from '../../text/index.js';

/** Raised when a sketch comes out otherwise: sketches of another method are rebuilt. */
export const SKETCH_METHOD = 1;

/** Words of a run. Longer ones break at every misread letter, shorter ones are common property. */
const RUN_WORDS = 4;
/** One hash in so many is kept: a hundred and twenty of a page of five hundred words. */
const KEPT_OF = 4;

/** @returns unsigned 32-bit hashes, each once, ascending. */
export function sketchOf(text: string): Uint32Array {
  const kept = new Set<number>();
  const run = new Uint32Array(RUN_WORDS);
  let count = 0;
  for (const token of tokens(text)) {
    run[count % RUN_WORDS] = hashOf(foldWord(token.text));
    count += 1;
    if (count < RUN_WORDS) continue;
    let hash = 0x811c9dc5;
    for (let word = 0; word < RUN_WORDS; word += 1) hash = mixed(hash, run[(count + word) % RUN_WORDS] ?? 0);
    if (hash % KEPT_OF === 0) kept.add(hash);
  }
  return Uint32Array.from(kept).sort();
}

/** In the order of the texts. */
export const sketchesOf = ({ texts }: { readonly texts: readonly string[] }): Uint32Array[] => texts.map(sketchOf);

/** FNV-1a over UTF-16 units, with a finish that spreads it over all bits. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return mixed(hash, word.length);
}

/** The mixing step and the finish of MurmurHash3 (Austin Appleby, public domain). */
function mixed(hash: number, value: number): number {
  let mix = Math.imul(hash ^ value, 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return (mix ^ (mix >>> 16)) >>> 0;
}

/** Hashes that two sketches share, in one walk. */
export function sharedHashes(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let inA = 0, inB = 0; inA < a.length && inB < b.length; ) {
    const [x, y] = [a[inA] ?? 0, b[inB] ?? 0];
    if (x === y) shared += 1;
    if (x <= y) inA += 1;
    if (y <= x) inB += 1;
  }
  return shared;
}

/** With fewer hashes in common it may be chance, or a letterhead. */
const MIN_SHARED = 6;
/** Of the shorter text. */
const MIN_SHARE = 0.2;

/** @returns the share of the shorter text's runs that the longer one has; 0 where that is too little to tell. */
export function shareOf(shared: number, a: number, b: number): number {
  const share = shared / Math.max(1, Math.min(a, b));
  return shared >= MIN_SHARED && share >= MIN_SHARE ? share : 0;
}
