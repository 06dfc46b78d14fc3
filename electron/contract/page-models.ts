/** Pages of sources as images: what is known of each, how it is looked at, and where its words are. */
import { z } from 'zod';
import { fraction } from './annotation-models.js';
import { Sha256, SourceId } from './ids.js';
import type { Original } from './source-models.js';

const Point = z.object({ x: z.number(), y: z.number() });

/**
 * How a page is looked at; nothing in it changes the file, and regions and words stay in fractions and pixels of the
 * upright page without it. Applied in this order: corners, crop, turn, light.
 */
export const PageViewChange = z
  .object({
    /** Clockwise, in degrees. */
    turn: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
    /** Where the corners of the sheet lie in the upright page, as fractions of it; null: nothing is straightened. */
    corners: z.object({ topLeft: Point, topRight: Point, bottomRight: Point, bottomLeft: Point }).nullable(),
    /** As fractions of the straightened page; null: all of it. */
    crop: z.object({ left: fraction, top: fraction, right: fraction, bottom: fraction }).nullable(),
    /** -100 to 100; 0 leaves it as it is. */
    brightness: z.number().int().min(-100).max(100),
    /** -100 (all grey) to 100 (black and white); 0 leaves it as it is. */
    contrast: z.number().int().min(-100).max(100),
    isInverted: z.boolean(),
  })
  .partial();
export type PageViewChange = z.infer<typeof PageViewChange>;

export const PageView = PageViewChange.required();
export type PageView = z.infer<typeof PageView>;

/** How a page is looked at until a person changes it. */
export const PLAIN_VIEW: PageView = {
  turn: 0,
  corners: null,
  crop: null,
  brightness: 0,
  contrast: 0,
  isInverted: false,
};

/** A page of an original, whichever source it belongs to. */
export const PageKey = z.object({ sha256: Sha256, pageIndex: z.number().int().min(0) });
export type PageKey = z.infer<typeof PageKey>;

/** A page of a source: those of its originals one after another. */
export const Page = PageKey.extend({
  /** Within the source, from 0. */
  index: z.number().int().min(0),
  /** Of the original among those of its source. */
  position: z.number().int().min(0),
  fileName: z.string(),
  /** In pixels, upright; of a PDF as they are at 300 dpi. 0 when it cannot be told. */
  width: z.number().min(0),
  height: z.number().min(0),
  /** Local time of the camera, with its offset from UTC when the camera knew it. */
  takenAt: z.string().nullable(),
  /** In degrees, north and east positive (WGS 84). Part of no export unless it is asked for. */
  place: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
  camera: z.string().nullable(),
  view: PageView,
  /** Why it cannot be drawn, or what is wrong with it; null when nothing is. */
  problem: z.string().nullable(),
});
export type Page = z.infer<typeof Page>;

const PDF = 'application/pdf';
/** Of files whose pages can be drawn. SVG is not among them: it is a document that runs. */
const PAGE_MEDIA_TYPES: ReadonlySet<string> = new Set([
  ...[PDF, 'image/jpeg', 'image/png', 'image/gif', 'image/bmp'],
  ...['image/tiff', 'image/jp2', 'image/webp', 'image/heic'],
]);

type WithMediaType = Pick<Original, 'mediaType'>;
const mediaTypeOf = ({ mediaType }: WithMediaType): string => mediaType.split(';')[0]?.trim().toLowerCase() ?? '';

/** Whether an original has pages that can be looked at. */
export const hasPages = (original: WithMediaType): boolean => PAGE_MEDIA_TYPES.has(mediaTypeOf(original));
export const isPdf = (original: WithMediaType): boolean => mediaTypeOf(original) === PDF;

/** One of the sources that an arrangement of originals makes. */
export const ArrangedSource = z.object({
  /** Null: a new source, described as the first source that its originals come from. */
  id: SourceId.nullable(),
  /** Left out: as it is; of a new source as that of the source it parts from. */
  title: z.string().trim().min(1).max(500).optional(),
  /** In their new order. */
  originals: z.array(z.object({ sourceId: SourceId, position: z.number().int().min(0) })).min(1),
});
export type ArrangedSource = z.infer<typeof ArrangedSource>;

/** A source as its pages are gathered: its files in order, those without a page too, and its pages in order. */
export const GatheredSource = z.object({
  id: SourceId,
  title: z.string(),
  originals: z.array(
    z.object({
      position: z.number().int().min(0),
      sha256: Sha256,
      fileName: z.string(),
      /** From the dropped folder on; empty when it is not known. */
      path: z.string(),
    }),
  ),
  pages: z.array(Page),
});
export type GatheredSource = z.infer<typeof GatheredSource>;

/** What a word is the first of. */
export const WordBeginning = z.enum(['word', 'line', 'paragraph', 'block']);

/** A word of less confidence is doubtful until a person has seen it to be right, or changed it. 0 to 100. */
export const DOUBTFUL_BELOW = 80;

/** UTF-16 offsets in the text of the version, half-open; a box in pixels of the page. */
export const PageWord = z.object({
  start: z.number(),
  end: z.number(),
  left: z.number(),
  top: z.number(),
  right: z.number(),
  bottom: z.number(),
  /** 0 to 100, as the engine says; null when nobody did. */
  confidence: z.number().nullable(),
  begins: WordBeginning,
});
export type PageWord = z.infer<typeof PageWord>;

/** The words of one page of a text version. */
export const PageWords = z.object({
  /** Within the source as it was when it was read. */
  pageIndex: z.number(),
  /** The page that was read; null when a file of others does not say. */
  page: PageKey.nullable(),
  /** In pixels; boxes are within it. The page's own size, or a smaller one of the same shape. */
  width: z.number(),
  height: z.number(),
  /** UTF-16 offsets of the page in the text. */
  start: z.number(),
  end: z.number(),
  words: z.array(PageWord),
});
export type PageWords = z.infer<typeof PageWords>;

/** A page of a new text as a person went through it. */
export const ProofreadPage = z.object({
  pageIndex: z.number().int().min(0),
  /** UTF-16 offset of the page in the new text. */
  start: z.number().int().min(0),
  /** In text order, offsets of the new text; null: the page reads as it did, and its words go over. */
  words: z.array(PageWord).max(100_000).nullable(),
});
export type ProofreadPage = z.infer<typeof ProofreadPage>;
