/**
 * A PDF of page images with their text, unseen, where it stands: found by every reader, and copied. Pages are handed on
 * one by one, so that a source of four hundred needs no more memory than one. Source: ISO 32000-2, 9.3.6 and 9.7.
 */
import { deflateSync } from 'node:zlib';
import type { GreyImage } from '../image/grey-image.js';
import type { RecognizedLayout, RecognizedLine, RecognizedWord } from '../recognized-page.js';
import { createGlyphCodes, fontObjects, GLYPH_WIDTH, type GlyphCodes, type PdfObject } from './glyphless-font.js';

/** `jpeg`: the bytes of a file, put in as they are. Sizes are those of the image as it lies, like the boxes. */
export type PdfPageImage =
  | { readonly kind: 'jpeg'; readonly bytes: Uint8Array; readonly components: 1 | 3 | 4 }
  | { readonly kind: 'grey'; readonly image: GreyImage };

export interface PdfPage {
  readonly image: PdfPageImage;
  readonly layout: RecognizedLayout;
  /** 0 when nobody knows: then the page is as large as at 300. */
  readonly dotsPerInch: number;
}

export interface PdfDescription {
  readonly title: string;
  /** BCP 47; empty when unknown. */
  readonly language: string;
  readonly creator: string;
  readonly now: Date;
}

const USUAL_DPI = 300;
const TO_UNICODE = 3;
const FONT = 4;
const FONT_OBJECTS = 5;
const PER_PAGE = 3;
const FIRST_PAGE = FONT + FONT_OBJECTS;
/** Acrobat's limit of a side, in points. */
const LONGEST_POINTS = 14_400;

/** @returns the pieces of the file, in order. @param pages each is asked for when the one before is written. */
export async function* searchablePdf(
  pages: AsyncIterable<PdfPage> | Iterable<PdfPage>,
  { title, language, creator, now }: PdfDescription,
): AsyncGenerator<Uint8Array> {
  const codes = createGlyphCodes();
  const offsets: number[] = [];
  let at = 0;
  const piece = (bytes: Uint8Array): Uint8Array => {
    at += bytes.length;
    return bytes;
  };
  const object = function* (number: number, { dictionary, stream }: PdfObject): Generator<Uint8Array> {
    offsets[number] = at;
    const length = stream ? ` /Length ${stream.length}` : '';
    yield piece(latin(`${number} 0 obj\n<< ${dictionary}${length} >>\n`));
    if (stream) {
      yield piece(latin('stream\n'));
      yield piece(stream);
      yield piece(latin('\nendstream\n'));
    }
    yield piece(latin('endobj\n'));
  };
  // Bytes above 127 in the second line tell programs that this is no text.
  yield piece(Uint8Array.from([...latin('%PDF-1.7\n%'), 0xe2, 0xe3, 0xcf, 0xd3, 0x0a]));
  for (const [index, part] of fontObjects(FONT, TO_UNICODE).entries()) yield* object(FONT + index, part);
  let count = 0;
  for await (const page of pages) {
    const first = FIRST_PAGE + PER_PAGE * count;
    for (const [index, part] of pageObjects(page, first, codes).entries()) yield* object(first + index, part);
    count += 1;
  }
  yield* object(TO_UNICODE, codes.toUnicode());
  const kids = Array.from({ length: count }, (_, index) => `${FIRST_PAGE + PER_PAGE * index} 0 R`).join(' ');
  const lang = language === '' ? '' : ` /Lang ${textString(language)}`;
  yield* object(1, { dictionary: `/Type /Catalog /Pages 2 0 R${lang} /ViewerPreferences << /DisplayDocTitle true >>` });
  yield* object(2, { dictionary: `/Type /Pages /Kids [${kids}] /Count ${count}` });
  const info = FIRST_PAGE + PER_PAGE * count;
  const date = `(D:${now.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z)`;
  yield* object(info, {
    dictionary: `/Title ${textString(title)} /Creator ${textString(creator)} /CreationDate ${date}`,
  });
  const start = at;
  const rows = Array.from({ length: info }, (_, index) => `${String(offsets[index + 1]).padStart(10, '0')} 00000 n \n`);
  yield piece(latin(`xref\n0 ${info + 1}\n0000000000 65535 f \n${rows.join('')}`));
  yield piece(latin(`trailer\n<< /Size ${info + 1} /Root 1 0 R /Info ${info} 0 R >>\nstartxref\n${start}\n%%EOF\n`));
}

/** The page, its content and its image. */
function pageObjects({ image, layout, dotsPerInch }: PdfPage, first: number, codes: GlyphCodes): PdfObject[] {
  const usual = 72 / (dotsPerInch > 0 ? dotsPerInch : USUAL_DPI);
  const scale = Math.min(usual, LONGEST_POINTS / Math.max(layout.width, layout.height, 1));
  const [width, height] = [decimal(layout.width * scale), decimal(layout.height * scale)];
  const content = [
    `q ${width} 0 0 ${height} 0 0 cm /Im Do Q`,
    'BT 3 Tr',
    ...layout.blocks.flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ lines }) => lines.flatMap((line) => lineOperators(line, layout.height, scale, codes))),
    ),
    'ET',
  ].join('\n');
  return [
    {
      dictionary: `/Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${first + 1} 0 R /Resources << /Font << /F ${FONT} 0 R >> /XObject << /Im ${first + 2} 0 R >> >>`,
    },
    { dictionary: '/Filter /FlateDecode', stream: deflateSync(latin(content)) },
    imageObject(image, layout),
  ];
}

/** Letters stand on the foot of their line, as high as it is; each word is as wide as its box. */
function lineOperators({ box, words }: RecognizedLine, pageHeight: number, scale: number, codes: GlyphCodes): string[] {
  const isUpright = box.bottom - box.top > 3 * (box.right - box.left) && words.length > 1;
  return words.map((word, index) => {
    // Lines that run upwards on the page have words above each other: each has its own height.
    const line = isUpright ? word.box : { ...word.box, top: box.top, bottom: box.bottom };
    const size = Math.max(1, (line.bottom - line.top) * scale);
    const text = word.text + (index + 1 < words.length ? ' ' : '');
    const next = words[index + 1];
    return wordOperators(text, word, next, {
      size,
      scale,
      codes,
      foot: (pageHeight - line.bottom) * scale + size * 0.2,
    });
  });
}

function wordOperators(
  text: string,
  { box, text: letters }: RecognizedWord,
  next: RecognizedWord | undefined,
  {
    size,
    scale,
    foot,
    codes,
  }: { readonly size: number; readonly scale: number; readonly foot: number; readonly codes: GlyphCodes },
): string {
  const units = (size * GLYPH_WIDTH) / 1_000;
  const width = (box.right - box.left) * scale;
  const widening = Math.max(1, (100 * width) / (units * Math.max(1, codes.encode(letters).count)));
  // A blank that reached over the next word would be read as two columns.
  const isBeside = next ? next.box.left >= box.right : false;
  const shown = next && !isBeside ? letters : text;
  return `/F ${decimal(size)} Tf ${decimal(widening)} Tz 1 0 0 1 ${decimal(box.left * scale)} ${decimal(foot)} Tm <${codes.encode(shown).digits}> Tj`;
}

function imageObject(image: PdfPageImage, { width, height }: RecognizedLayout): PdfObject {
  const sides = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 8`;
  if (image.kind === 'grey') {
    const { data } = image.image;
    return { dictionary: `${sides} /ColorSpace /DeviceGray /Filter /FlateDecode`, stream: deflateSync(data) };
  }
  const space = { 1: '/DeviceGray', 3: '/DeviceRGB', 4: '/DeviceCMYK' }[image.components];
  // Adobe writes the inks of CMYK upside down.
  const decode = image.components === 4 ? ' /Decode [1 0 1 0 1 0 1 0]' : '';
  return { dictionary: `${sides} /ColorSpace ${space} /Filter /DCTDecode${decode}`, stream: image.bytes };
}

const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const decimal = (value: number) => (Number.isFinite(value) ? Number(value.toFixed(3)) : 0).toString();

/** UTF-16, high byte first. */
function hex(text: string): string {
  let digits = '';
  for (let at = 0; at < text.length; at += 1) digits += text.charCodeAt(at).toString(16).padStart(4, '0');
  return digits;
}

const textString = (text: string) => `<FEFF${hex(text.toWellFormed())}>`;
