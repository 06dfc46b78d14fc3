/**
 * Reads one page. Whatever is done to its pixels so that they can be read is undone in the boxes, which are those of
 * the image that was given.
 */
import { checkImage, type GreyImage, shrink } from './image/grey-image.js';
import { quarterTurn, turned } from './image/homography.js';
import { after, type Box, boxToOriginal, type PageTransform, untouched } from './image/page-transform.js';
import { type ImageKind, preparePage } from './image/prepare-page.js';
import { resample } from './image/resample.js';
import type { RecognizedBlock, RecognizedPage } from './recognized-page.js';
import type { LanguageData, Tesseract, TesseractBlock, TesseractBox } from './tesseract.js';

export interface RecognizeOptions {
  readonly languages: readonly LanguageData[];
  /** Scripts and turns; without it a page that lies on its side is read as it lies. */
  readonly osd: LanguageData | null;
  readonly kind: ImageKind;
  /** Of the image; 0 when nobody knows. */
  readonly dotsPerInch: number;
}

/** Columns are found only by this segmentation of the page, the engine's automatic one. */
const SEGMENTATION = { tessedit_pageseg_mode: '3' } as const;
/** What is less leans too little to matter. In radians: 0.3 degrees. */
const LEAST_LEANING = 0.005;
/** Resolution that fits the size of letters in most pictures of pages. */
const USUAL_DPI = 300;
/** Below this mean a page may be turned: it is looked at. */
const DOUBTFUL = 70;
/** Script and turn are told as well by fewer pixels. */
const OSD_SIDE = 1_600;
const SURE_OF_TURN = 1;

export function recognizePage(tesseract: Tesseract, image: GreyImage, options: RecognizeOptions): RecognizedPage {
  checkImage(image);
  const asItLies = recognizeTurned(tesseract, image, 0, options);
  if (asItLies.confidence >= DOUBTFUL || !options.osd) return asItLies;
  const found = findTurn(tesseract, image, options.osd);
  if (found === 0) return asItLies;
  const upright = recognizeTurned(tesseract, image, found, options);
  return upright.confidence > asItLies.confidence ? upright : asItLies;
}

function findTurn(tesseract: Tesseract, image: GreyImage, osd: LanguageData): 0 | 90 | 180 | 270 {
  const factor = Math.floor(Math.max(image.width, image.height) / OSD_SIDE);
  const script = tesseract.findScript(osd, shrink(image, factor));
  return script && script.turnConfidence >= SURE_OF_TURN ? script.quarterTurn : 0;
}

function recognizeTurned(
  tesseract: Tesseract,
  image: GreyImage,
  turn: 0 | 90 | 180 | 270,
  { languages, kind, dotsPerInch }: RecognizeOptions,
): RecognizedPage {
  const upright = after(untouched(image), quarterTurn(turn, image.width, image.height));
  const prepared = preparePage(resample(image, upright), kind);
  tesseract.setLanguages(languages);
  tesseract.configure(SEGMENTATION);
  tesseract.setImage(prepared.image, dotsPerInch || USUAL_DPI);
  // What was straightened line by line leans no more.
  const leaning = prepared.transform.curve ? 0 : tesseract.leaning();
  let transform = within(upright, prepared.transform);
  const leans = Math.abs(leaning) >= LEAST_LEANING;
  if (leans) {
    const level = turned(-leaning, prepared.image.width, prepared.image.height);
    transform = after(transform, level);
    tesseract.setImage(resample(prepared.image, after(untouched(prepared.image), level)), dotsPerInch || USUAL_DPI);
  }
  const blocks = inOriginal(tesseract.recognize(), transform, image);
  return {
    width: image.width,
    height: image.height,
    blocks,
    setup: {
      engine: `Tesseract ${tesseract.version}`,
      languages: languages.map(({ code }) => code),
      parameters: { ...SEGMENTATION, rotateAuto: 'true', image: prepared.isPhotograph ? 'photograph' : 'scan' },
    },
    quarterTurn: turn,
    skewDegrees: leans ? (-leaning * 180) / Math.PI : 0,
    isPhotograph: prepared.isPhotograph,
    transform,
    confidence: meanConfidence(blocks),
  };
}

/** @returns the way from a page that was prepared out of an upright image to the image that was given. */
const within = (upright: PageTransform, prepared: PageTransform): PageTransform => ({
  ...after(upright, prepared),
  curve: prepared.curve,
});

function inOriginal(
  blocks: readonly TesseractBlock[],
  transform: PageTransform,
  { width, height }: GreyImage,
): RecognizedBlock[] {
  const place = ({ x0, y0, x1, y1 }: TesseractBox): Box =>
    boxToOriginal(transform, { left: x0, top: y0, right: x1, bottom: y1 }, width, height);
  const words = (text: string) => text.replace(/\s+/gu, ' ').trim();
  return blocks.flatMap(({ bbox, paragraphs = [] }) => {
    const kept = paragraphs.flatMap((paragraph) => {
      const lines = paragraph.lines.flatMap((line) => {
        const read = line.words.flatMap(({ text, bbox: box, confidence }) =>
          words(text) === '' ? [] : [{ text: words(text), box: place(box), confidence: Math.round(confidence) }],
        );
        return read.length === 0 ? [] : [{ box: place(line.bbox), words: read }];
      });
      return lines.length === 0 ? [] : [{ box: place(paragraph.bbox), lines }];
    });
    return kept.length === 0 ? [] : [{ box: place(bbox), paragraphs: kept }];
  });
}

function meanConfidence(blocks: readonly RecognizedBlock[]): number {
  let sum = 0;
  let count = 0;
  for (const { paragraphs } of blocks) {
    for (const { lines } of paragraphs) {
      for (const { words } of lines) {
        for (const { confidence } of words) {
          sum += confidence ?? 0;
          count += 1;
        }
      }
    }
  }
  return count === 0 ? 0 : sum / count;
}
