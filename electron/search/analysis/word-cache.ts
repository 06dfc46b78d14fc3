/**
 * Words already read, so that a word is folded and stemmed once and not ten thousand times. Looked up by their place in
 * the text: cutting each word out to ask a Map for it takes longer than all the rest of reading. Bounded.
 */

/** Words a generation holds: with their tokens some 15 MB. */
const GENERATION = 60_000;
/** Places of a new table; a power of two, and always at least twice as many as there are words. */
const FIRST_CAPACITY = 1 << 12;
/** Units from which on V8 keeps a slice as a part of the whole (`SlicedString::kMinLength`). */
const MIN_SLICE = 13;

/** An open hash table of words, written once each. */
class CacheGeneration<W> {
  #capacity = FIRST_CAPACITY;
  #hashes = new Int32Array(FIRST_CAPACITY);
  #keys: string[] = new Array(FIRST_CAPACITY).fill('');
  #words: (W | null)[] = new Array(FIRST_CAPACITY).fill(null);
  #size = 0;

  get isFull(): boolean {
    return this.#size >= GENERATION;
  }

  /** @returns null for a word that is not here. */
  find(hash: number, text: string, start: number, end: number): W | null {
    const mask = this.#capacity - 1;
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const key = this.#keys[place] as string;
      if (key === '') return null;
      if (this.#hashes[place] === hash && isAt(key, text, start, end)) return this.#words[place] as W;
    }
  }

  add(hash: number, key: string, word: W): void {
    if (this.#size * 2 >= this.#capacity) this.#grow();
    this.#put(hash, key, word);
    this.#size += 1;
  }

  #put(hash: number, key: string, word: W): void {
    const mask = this.#capacity - 1;
    let place = hash & mask;
    while (this.#keys[place] !== '') place = (place + 1) & mask;
    this.#hashes[place] = hash;
    this.#keys[place] = key;
    this.#words[place] = word;
  }

  #grow(): void {
    const [hashes, keys, words] = [this.#hashes, this.#keys, this.#words];
    this.#capacity *= 4;
    this.#hashes = new Int32Array(this.#capacity);
    this.#keys = new Array(this.#capacity).fill('');
    this.#words = new Array(this.#capacity).fill(null);
    for (let place = 0; place < keys.length; place++) {
      const key = keys[place] as string;
      if (key !== '') this.#put(hashes[place] as number, key, words[place] as W);
    }
  }
}

/**
 * Two generations: when the young one is full it becomes the old one, and the old one is dropped; a word used meanwhile
 * moves up, so that common words stay.
 */
export class WordCache<W extends object> {
  #young = new CacheGeneration<W>();
  #old: CacheGeneration<W> | null = null;
  readonly #read: (raw: string) => W;

  constructor(read: (raw: string) => W) {
    this.#read = read;
  }

  /** @returns the word at `[start, end)` of `text`, which must not be empty. */
  at(text: string, start: number, end: number): W {
    let hash = 0;
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
    hash ^= hash >>> 15;
    return this.#young.find(hash, text, start, end) ?? this.#recall(hash, text, start, end);
  }

  #recall(hash: number, text: string, start: number, end: number): W {
    const known = this.#old?.find(hash, text, start, end);
    const key = copied(text, start, end);
    // Reading may itself read a part of the word.
    const word = known ?? this.#read(key);
    if (this.#young.isFull) {
      this.#old = this.#young;
      this.#young = new CacheGeneration();
    }
    this.#young.add(hash, key, word);
    return word;
  }
}

function isAt(key: string, text: string, start: number, end: number): boolean {
  if (key.length !== end - start) return false;
  for (let at = 0; at < key.length; at++) if (key.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}

/** A slice of a text would keep all of that text alive; a copy does not. Shorter slices V8 copies by itself. */
function copied(text: string, start: number, end: number): string {
  if (end - start < MIN_SLICE) return text.slice(start, end);
  const units: number[] = [];
  for (let at = start; at < end; at++) units.push(text.charCodeAt(at));
  return String.fromCharCode(...units);
}
