/**
 * The text that a page gives: lines as they stand, with their hyphens, paragraphs parted by an empty line, as the reader
 * of PDFs gives it. Whoever searches joins what a line's end parts.
 */
import type { Box } from './image/page-transform.js';
import { boxAround, type RecognizedBlock, type RecognizedLayout, type RecognizedWord } from './recognized-page.js';

/** What a word is the first of. */
export type Beginning = 'word' | 'line' | 'paragraph' | 'block';

export interface PlacedWord {
  /** UTF-16 offsets in the text of the page, half-open. */
  readonly start: number;
  readonly end: number;
  readonly box: Box;
  readonly confidence: number | null;
  readonly begins: Beginning;
}

export interface RecognizedText {
  readonly text: string;
  /** In text order. */
  readonly words: readonly PlacedWord[];
}

const PARTED_BY: Readonly<Record<Beginning, string>> = { word: ' ', line: '\n', paragraph: '\n\n', block: '\n\n' };

export function pageText(page: RecognizedLayout): RecognizedText {
  let text = '';
  const words: PlacedWord[] = [];
  const add = ({ text: letters, box, confidence }: RecognizedWord, begins: Beginning) => {
    if (text !== '') text += PARTED_BY[begins];
    words.push({ start: text.length, end: text.length + letters.length, box, confidence, begins });
    text += letters;
  };
  for (const { paragraphs } of page.blocks) {
    for (const [paragraphIndex, { lines }] of paragraphs.entries()) {
      for (const [lineIndex, line] of lines.entries()) {
        for (const [wordIndex, word] of line.words.entries()) {
          if (wordIndex > 0) add(word, 'word');
          else if (lineIndex > 0) add(word, 'line');
          else add(word, paragraphIndex > 0 ? 'paragraph' : 'block');
        }
      }
    }
  }
  return { text, words };
}

/** @returns the page of a text and its words; boxes of lines and more are those around their words. */
export function pageOf(width: number, height: number, { text, words }: RecognizedText): RecognizedLayout {
  const blocks: PlacedWord[][][][] = [];
  for (const word of words) {
    const isFirst = blocks.length === 0;
    if (isFirst || word.begins === 'block') blocks.push([[[word]]]);
    else if (word.begins === 'paragraph') blocks.at(-1)?.push([[word]]);
    else if (word.begins === 'line') blocks.at(-1)?.at(-1)?.push([word]);
    else blocks.at(-1)?.at(-1)?.at(-1)?.push(word);
  }
  const around = (parts: readonly { readonly box: Box }[]) => boxAround(parts.map(({ box }) => box)) as Box;
  const asBlock = (paragraphs: PlacedWord[][][]): RecognizedBlock => {
    const built = paragraphs.map((lines) => {
      const rows = lines.map((line) => ({
        box: around(line),
        words: line.map(({ start, end, box, confidence }) => ({ text: text.slice(start, end), box, confidence })),
      }));
      return { box: around(rows), lines: rows };
    });
    return { box: around(built), paragraphs: built };
  };
  return { width, height, blocks: blocks.map(asBlock) };
}
