/** Pages with their words, made up for tests: by hand, and drawn by chance. */
import fc from 'fast-check';
import type { Box, RecognizedLayout, RecognizedWord } from '../../../electron/ocr/index.js';

const around = (boxes: readonly Box[]): Box => ({
  left: Math.min(...boxes.map(({ left }) => left)),
  top: Math.min(...boxes.map(({ top }) => top)),
  right: Math.max(...boxes.map(({ right }) => right)),
  bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
});

/** @param blocks of paragraphs of lines of words. */
export function layoutOfWords(
  blocks: readonly (readonly (readonly (readonly RecognizedWord[])[])[])[],
): RecognizedLayout {
  return {
    width: 2_000,
    height: 3_000,
    blocks: blocks.map((paragraphs) => {
      const built = paragraphs.map((lines) => {
        const rows = lines.map((words) => ({ box: around(words.map(({ box }) => box)), words }));
        return { box: around(rows.map(({ box }) => box)), lines: rows };
      });
      return { box: around(built.map(({ box }) => box)), paragraphs: built };
    }),
  };
}

/** Each letter is 20 wide, each line 50 high, one below the other. */
export function layoutOf(
  blocks: readonly (readonly (readonly string[])[])[],
  confidence: number | null = 90,
): RecognizedLayout {
  let top = 50;
  const placed = (line: string): RecognizedWord[] => {
    top += 60;
    return [...line.matchAll(/\S+/g)].map((match) => ({
      text: match[0],
      box: { left: 100 + match.index * 20, top, right: 100 + (match.index + match[0].length) * 20, bottom: top + 50 },
      confidence,
    }));
  };
  return layoutOfWords(blocks.map((paragraphs) => paragraphs.map((lines) => lines.map(placed))));
}

const box = fc
  .tuple(fc.nat(1_900), fc.nat(2_900), fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 90 }))
  .map(([left, top, width, height]): Box => ({ left, top, right: left + width, bottom: top + height }));
/** Letters of any script, markup, and the signs that formats escape. */
const letters = fc
  .array(fc.constantFrom('a', 'É', 'ß', 'щ', 'ψ', '&', '<', '>', '"', "'", ';', 'ſ', '𝔉', 'א', '-', '0'), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join(''));
const word = fc.record({ text: letters, box, confidence: fc.nat(100) });
const some = <T>(of: fc.Arbitrary<T>) => fc.array(of, { minLength: 1, maxLength: 3 });

export const drawnLayout: fc.Arbitrary<RecognizedLayout> = fc
  .array(some(some(some(word))), { maxLength: 3 })
  .map((blocks) => layoutOfWords(blocks));
