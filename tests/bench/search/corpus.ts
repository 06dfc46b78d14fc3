/**
 * Composes the documents of the bench from passages. Pure, and stable from the front: the first thousand documents are
 * the same however many follow, so that queries drawn from them find something at every size.
 */
import { seededRandom, shuffled } from './random.js';

export interface CorpusPassage {
  readonly title: string;
  readonly text: string;
}

export interface BenchDocument {
  /** Short on purpose: lunr and flexsearch write it once for every posting, and should not look worse than they are. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export interface CorpusPiece {
  readonly title: string;
  readonly text: string;
  readonly words: number;
}

/** What a person would call a paragraph or two. */
export const PIECE_WORDS = 110;
/** Shorter pieces are left out, unless they are all there is of a passage. */
const MIN_WORDS = PIECE_WORDS / 2;
/** Each new round cuts this much later. It has no divisor in common with PIECE_WORDS, so 110 rounds differ. */
const SHIFT_WORDS = 37;
const SEED = 20_260_101;
/** Raise it with every change that composes other documents: kept files carry it in their names. */
export const COMPOSITION = 1;

/** @param round 0 for the first cut; later rounds cut at other places, so that no piece comes twice. */
export function cutPieces(passages: readonly CorpusPassage[], round: number): CorpusPiece[] {
  const pieces: CorpusPiece[] = [];
  const shift = (round * SHIFT_WORDS) % PIECE_WORDS;
  for (const { title, text } of passages) {
    const words = text.match(/\S+\s*/g) ?? [];
    for (let start = shift; start < words.length; start += PIECE_WORDS) {
      const cut = words.slice(start, start + PIECE_WORDS);
      const isWhole = cut.length === words.length;
      if (cut.length >= MIN_WORDS || isWhole) pieces.push({ title, text: cut.join('').trim(), words: cut.length });
    }
  }
  return pieces;
}

/** Deals all pieces of a round like cards, then cuts again. Never ends. */
function* dealtPieces(passages: readonly CorpusPassage[]): Generator<CorpusPiece> {
  const random = seededRandom(SEED);
  for (let round = 0; ; round += 1) {
    const pieces = cutPieces(passages, round);
    if (round === 0 && pieces.length === 0) throw new RangeError('The passages hold no words.');
    yield* shuffled(random, pieces);
  }
}

/**
 * @param words length of a document, to the nearest piece: 110 gives single pieces, 500 four to six of them.
 * @yields documents without end.
 */
export function* composeDocuments(passages: readonly CorpusPassage[], words: number): Generator<BenchDocument> {
  const pieces = dealtPieces(passages);
  for (let number = 0; ; number += 1) {
    const chosen: CorpusPiece[] = [];
    let length = 0;
    while (chosen.length === 0 || length + MIN_WORDS <= words) {
      const piece = pieces.next().value as CorpusPiece;
      chosen.push(piece);
      length += piece.words;
    }
    yield { id: `d${number}`, title: chosen[0]?.title ?? '', text: chosen.map(({ text }) => text).join('\n\n') };
  }
}
