/** What all files of pages with their words have in common. */
import type { Box } from '../image/page-transform.js';
import { boxAround, type RecognizedLayout, type RecognizedLine, type RecognizedWord } from '../recognized-page.js';

export interface PageFile {
  /** A name for the image, as the file gives it; empty when it gives none. */
  readonly imageName: string;
  readonly page: RecognizedLayout;
}

/** How a page is written. */
export interface WrittenPage extends PageFile {
  /** The engine or person that it comes from. */
  readonly createdBy: string;
}

/** @returns a number of the file; 0 for what is none or lies beyond all images. */
export function coordinate(value: string | undefined): number {
  const number = Number(value);
  return Number.isFinite(number) && Math.abs(number) < 1e7 ? Math.round(number) : 0;
}

/** @returns a box with at least one pixel. */
export const boxOf = (left: number, top: number, right: number, bottom: number): Box => ({
  left,
  top,
  right: Math.max(left + 1, right),
  bottom: Math.max(top + 1, bottom),
});

/** A confidence of the file as a whole number to 100. */
export function confidenceOf(value: string | undefined, greatest: number): number | null {
  const number = Number(value);
  if (value === undefined || value.trim() === '' || !Number.isFinite(number)) return null;
  return Math.round(Math.min(1, Math.max(0, number / greatest)) * 100);
}

/** Words of a line of which only the whole has a box: each gets its share of it, by the count of its letters. */
export function wordsWithin(text: string, box: Box, confidence: number | null): RecognizedWord[] {
  const letters = Math.max(1, text.length);
  const width = box.right - box.left;
  return [...text.matchAll(/\S+/gu)].map((match) => ({
    text: match[0],
    box: boxOf(
      box.left + Math.floor((match.index * width) / letters),
      box.top,
      box.left + Math.ceil(((match.index + match[0].length) * width) / letters),
      box.bottom,
    ),
    confidence,
  }));
}

/** @param given the box that the file names; without one it is that around the words. @returns null when there are none. */
export function lineOf(words: readonly RecognizedWord[], given: Box | null): RecognizedLine | null {
  const around = boxAround(words.map(({ box }) => box));
  return around ? { box: given ?? around, words } : null;
}

/** @returns the page with its boxes in pixels of an image of this size, when its file measured it otherwise. */
export function scaledTo(page: RecognizedLayout, width: number, height: number): RecognizedLayout {
  if (page.width === width && page.height === height) return page;
  const [across, down] = [width / Math.max(1, page.width), height / Math.max(1, page.height)];
  const scale = (box: Box): Box =>
    boxOf(
      Math.round(box.left * across),
      Math.round(box.top * down),
      Math.round(box.right * across),
      Math.round(box.bottom * down),
    );
  return {
    width,
    height,
    blocks: page.blocks.map(({ box, paragraphs }) => ({
      box: scale(box),
      paragraphs: paragraphs.map((paragraph) => ({
        box: scale(paragraph.box),
        lines: paragraph.lines.map((line) => ({
          box: scale(line.box),
          words: line.words.map((word) => ({ ...word, box: scale(word.box) })),
        })),
      })),
    })),
  };
}
