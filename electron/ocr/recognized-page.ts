/** What OCR reads on a page: words with their boxes, in lines, paragraphs and blocks in the order of reading. */
import type { Box, PageTransform } from './image/page-transform.js';

export interface RecognizedWord {
  readonly text: string;
  readonly box: Box;
  /** From 0 to 100, as the engine says; null when a file of others does not. */
  readonly confidence: number | null;
}

export interface RecognizedLine {
  readonly box: Box;
  readonly words: readonly RecognizedWord[];
}

export interface RecognizedParagraph {
  readonly box: Box;
  readonly lines: readonly RecognizedLine[];
}

export interface RecognizedBlock {
  readonly box: Box;
  readonly paragraphs: readonly RecognizedParagraph[];
}

/** Boxes are pixels of the image that was given, whatever was done to read it. */
export interface RecognizedLayout {
  readonly width: number;
  readonly height: number;
  readonly blocks: readonly RecognizedBlock[];
}

/** With what a page was read: enough to do it again. */
export interface OcrSetup {
  readonly engine: string;
  readonly languages: readonly string[];
  readonly parameters: Readonly<Record<string, string>>;
}

export interface RecognizedPage extends RecognizedLayout {
  readonly setup: OcrSetup;
  /** By how much the page lies turned in the image, clockwise, in whole quarters. */
  readonly quarterTurn: 0 | 90 | 180 | 270;
  /** By how much more its lines lean, in degrees; of a photograph none, whose lines are straightened one by one. */
  readonly skewDegrees: number;
  readonly isPhotograph: boolean;
  readonly transform: PageTransform;
  /** The mean of all words; 0 when there are none. */
  readonly confidence: number;
}

export const wordsOf = (page: RecognizedLayout): RecognizedWord[] =>
  page.blocks.flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines.flatMap(({ words }) => words)));

/** @returns the smallest box around all; null when there are none. */
export function boxAround(boxes: readonly Box[]): Box | null {
  const [first] = boxes;
  if (!first) return null;
  let { left, top, right, bottom } = first;
  for (const box of boxes) {
    left = Math.min(left, box.left);
    top = Math.min(top, box.top);
    right = Math.max(right, box.right);
    bottom = Math.max(bottom, box.bottom);
  }
  return { left, top, right, bottom };
}
