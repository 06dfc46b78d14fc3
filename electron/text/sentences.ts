/**
 * Sentences by Intl.Segmenter, one paragraph at a time (over a whole long text it runs out of memory), then mended
 * where it stops at an abbreviation, an initial or a paragraph number. Sentences never overlap and hold no outer white
 * space.
 */
import type { Range } from '../contract/index.js';

/** Longest piece given to the segmenter at once, in UTF-16 units. */
const PIECE_UNITS = 16_384;

// A segmenter of no particular language: the breaking rules wanted here are the common ones.
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * @param start UTF-16 offset, inclusive; with `end` a part of `text`, by default all of it.
 * @returns sentences in order, as `[start, end)` into `text`.
 * @throws RangeError when the part is not inside the text (a caller's bug).
 */
export function sentences(text: string, start = 0, end = text.length): Range[] {
  if (!(start >= 0 && start <= end && end <= text.length))
    throw new RangeError(`[${start}, ${end}) is not inside the text`);
  const found: Range[] = [];
  for (const [from, to] of paragraphs(text, start, end)) {
    let open: Range | null = null;
    for (const [pieceStart, pieceEnd] of segments(text, from, to)) {
      const trimmed = trim(text, pieceStart, pieceEnd);
      if (!trimmed) continue;
      if (open && belongTogether(text.slice(open[0], open[1]), text.slice(trimmed[0], trimmed[1]))) {
        open = [open[0], trimmed[1]];
        continue;
      }
      if (open) found.push(open);
      open = trimmed;
    }
    if (open) found.push(open);
  }
  return found;
}

function* paragraphs(text: string, start: number, end: number): Generator<Range> {
  const blank = /\n[^\S\n]*\n\s*|\f/g;
  blank.lastIndex = start;
  let from = start;
  for (let match = blank.exec(text); match && match.index < end; match = blank.exec(text)) {
    yield [from, match.index];
    from = Math.min(end, blank.lastIndex);
  }
  if (from < end) yield [from, end];
}

/** Line breaks inside a paragraph are where the paper ended, not the sentence: the segmenter sees spaces instead. */
function* segments(text: string, start: number, end: number): Generator<Range> {
  let from = start;
  while (from < end) {
    const to = Math.min(end, from + PIECE_UNITS);
    const piece = text.slice(from, to).replace(/[\n\r\u0085\u2028\u2029]/g, ' ');
    const cuts: number[] = [];
    for (const segment of segmenter.segment(piece)) cuts.push(from + segment.index + segment.segment.length);
    // The last sentence of a piece may go on in the next one; unless the piece is a single sentence, begin again there.
    if (to < end && cuts.length > 1) cuts.pop();
    for (const cut of cuts) {
      yield [from, cut];
      from = cut;
    }
  }
}

function trim(text: string, start: number, end: number): Range | null {
  const piece = text.slice(start, end);
  const visible = piece.trim();
  if (visible === '') return null;
  const from = start + piece.indexOf(visible);
  return [from, from + visible.length];
}

/** Titles and the like, after which a sentence does not end. Case matters only in that the first letter may be large. */
const ABBREVIATIONS = new Set(
  (
    'mr mrs ms messrs dr prof gen lt col maj capt cmdr adm sgt sen rep gov pres amb hon rev fr st jr sr ' +
    'vs cf viz e.g i.e ca approx ed eds trans vol vols ch chap sec fig art par para ibid op cit ' +
    'g gđa gđica inž akad ul br str tzv npr odn sv mons ' +
    'г гђа др проф ген пук инж акад ул бр стр тзв нпр одн св ' +
    'hr bzw z.b u.a nr bd s m mme mlle'
  ).split(' '),
);
/** Abbreviations only before a number: `No. 5`, `p. 12`, `Sept. 27`. Elsewhere the same word may end a sentence. */
const BEFORE_NUMBER = new Set(
  'no nos p pp jan feb mar apr jun jul aug sep sept oct nov dec tel doc docs box art bk'.split(' '),
);
/** Words that seldom go on after `U.S.` but often begin a sentence. */
const BEGINNERS =
  /^(?:The|A|An|He|She|It|They|We|I|You|This|That|These|Those|In|On|At|But|And|However|When|If|There|His|Her|Its|Our|As)\b/;

function belongTogether(before: string, after: string): boolean {
  if (/^\(?\d{1,3}[.)]$/.test(before)) return true;
  const word = /([\p{L}\p{M}][\p{L}\p{M}.]*)\.$/u.exec(before)?.[1];
  if (!word) return false;
  if (/^(?:\p{Lu}\.)+\p{Lu}$/u.test(word)) return !BEGINNERS.test(after);
  if (/^\p{Lu}$/u.test(word)) return word !== 'I' || !BEGINNERS.test(after);
  const lower = word.toLowerCase();
  if (BEFORE_NUMBER.has(lower) && /^[\p{N}[(]/u.test(after)) return true;
  return ABBREVIATIONS.has(lower);
}
