/** Text files as researchers have them: a few kilobytes each, of words that follow Zipf's law, in folders. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILES_A_FOLDER = 100;
const WORDS = 30_000;

/** Mulberry32: the same papers in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SYLLABLES =
  'an be ca de er fo ga hi in ju ko le mo ne or pa qui ra se ti un ver wo xe yl zu tion ment ing ed'.split(' ');
const COMMON =
  'the of and to in that was for it with as his on be at by had not are but from or have an they which'.split(' ');

function word(at: number): string {
  const common = COMMON[at];
  if (common !== undefined) return common;
  let rest = at;
  let made = '';
  do {
    made += SYLLABLES[rest % SYLLABLES.length];
    rest = Math.floor(rest / SYLLABLES.length);
  } while (rest > 0);
  return made;
}

/** @returns the bytes written. */
export function writePapers(dir: string, count: number): number {
  const random = randomFrom(1962);
  const vocabulary = Array.from({ length: WORDS }, (_, at) => word(at));
  const pick = () => vocabulary[Math.min(WORDS - 1, Math.floor(Math.exp(random() * Math.log(WORDS))) - 1)] ?? 'the';
  let bytes = 0;
  for (let at = 0; at < count; at += 1) {
    const folder = join(dir, `box ${Math.floor(at / FILES_A_FOLDER) + 1}`);
    if (at % FILES_A_FOLDER === 0) mkdirSync(folder, { recursive: true });
    const paragraphs = Array.from({ length: 2 + Math.floor(random() * 8) }, () =>
      Array.from({ length: 30 + Math.floor(random() * 90) }, pick).join(' '),
    );
    const text = `Letter ${at}\n\n${paragraphs.join('.\n\n')}.\n`;
    writeFileSync(join(folder, `letter ${at % FILES_A_FOLDER}.txt`), text);
    bytes += text.length;
  }
  return bytes;
}
