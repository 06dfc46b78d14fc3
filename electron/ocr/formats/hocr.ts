/** hOCR, the format of Tesseract, OCRopus and the Internet Archive: HTML with boxes. Source: kba.github.io/hocr-spec/1.2. */
import { t } from '../../wording/index.js';
import type { Box } from '../image/page-transform.js';
import { boxAround, type RecognizedBlock, type RecognizedParagraph, type RecognizedWord } from '../recognized-page.js';
import { boxOf, confidenceOf, coordinate, lineOf, type PageFile, type WrittenPage, wordsWithin } from './page-file.js';
import { escapeXml, type LayoutElement, readXml, unreadable } from './xml-tree.js';

const bbox = ({ left, top, right, bottom }: Box) => `bbox ${left} ${top} ${right} ${bottom}`;

/** A file of several pages. */
export function writeHocr(pages: readonly WrittenPage[]): string {
  let count = 0;
  const tag = (kind: string, box: Box, more = '') => `class="${kind}" id="i${++count}" title="${bbox(box)}${more}"`;
  const word = ({ text, box, confidence }: RecognizedWord) =>
    `<span ${tag('ocrx_word', box, confidence === null ? '' : `; x_wconf ${confidence}`)}>${escapeXml(text)}</span>`;
  const paragraph = ({ box, lines }: RecognizedParagraph) => [
    `    <p ${tag('ocr_par', box)}>`,
    ...lines.map((line) => `     <span ${tag('ocr_line', line.box)}>${line.words.map(word).join(' ')}</span>`),
    '    </p>',
  ];
  const block = ({ box, paragraphs }: RecognizedBlock) => [
    `   <div ${tag('ocr_carea', box)}>`,
    ...paragraphs.flatMap(paragraph),
    '   </div>',
  ];
  // A quotation mark or a semicolon in a name would end the property.
  const image = (name: string) => escapeXml(name.replace(/["\\;]/g, '_'));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">',
    '<html xmlns="http://www.w3.org/1999/xhtml">',
    ' <head>',
    '  <title></title>',
    '  <meta http-equiv="Content-Type" content="text/html;charset=utf-8"/>',
    `  <meta name="ocr-system" content="${escapeXml(pages[0]?.createdBy ?? '')}"/>`,
    '  <meta name="ocr-capabilities" content="ocr_page ocr_carea ocr_par ocr_line ocrx_word"/>',
    ' </head>',
    ' <body>',
    ...pages.flatMap(({ imageName, page }, index) => [
      `  <div class="ocr_page" id="page_${index + 1}" title="image &quot;${image(imageName)}&quot;; bbox 0 0 ${page.width} ${page.height}; ppageno ${index}">`,
      ...page.blocks.flatMap(block),
      '  </div>',
    ]),
    ' </body>',
    '</html>',
    '',
  ].join('\n');
}

/** Elements that HTML leaves open; XML does not. */
const VOID = /<(meta|br|link|hr|img)\b((?:"[^"]*"|'[^']*'|[^'">])*?)\/?>/gi;

/** @throws FondsError FILE_UNREADABLE when it is no hOCR. */
export function readHocr(html: string): PageFile[] {
  const root = readXml(html.replace(/<!doctype[^>[]*>/i, '').replace(VOID, '<$1$2/>'));
  const pages = withClass(root, ['ocr_page']);
  if (pages.length === 0) throw unreadable(t('This file is no hOCR: it marks no page. Choose another file.'));
  return pages.map((page) => {
    const box = boxOfTitle(page);
    const areas = withClass(page, ['ocr_carea', 'ocrx_block', 'ocr_par', ...LINES]);
    return {
      imageName: /\bimage\s+"([^"]*)"/.exec(page.attributes.title ?? '')?.[1] ?? '',
      page: { width: box?.right ?? 0, height: box?.bottom ?? 0, blocks: areas.flatMap(asBlock) },
    };
  });
}

const LINES = ['ocr_line', 'ocrx_line', 'ocr_header', 'ocr_textfloat', 'ocr_caption'];

/** @returns the elements of one of these classes, however deep; not those within one of them. */
function withClass(element: LayoutElement, classes: readonly string[]): LayoutElement[] {
  return element.children.flatMap((child) => (isOf(child, classes) ? [child] : withClass(child, classes)));
}

const isOf = ({ attributes }: LayoutElement, classes: readonly string[]) =>
  (attributes.class ?? '').split(/\s+/).some((name) => classes.includes(name));

function asBlock(area: LayoutElement): RecognizedBlock[] {
  const isPart = isOf(area, ['ocr_par', ...LINES]);
  const parts = isPart ? [area] : withClass(area, ['ocr_par', ...LINES]);
  const paragraphs = parts.flatMap(asParagraph);
  const box = boxOfTitle(area) ?? boxAround(paragraphs.map((paragraph) => paragraph.box));
  return paragraphs.length > 0 && box ? [{ box, paragraphs }] : [];
}

function asParagraph(part: LayoutElement): RecognizedParagraph[] {
  const lines = (isOf(part, LINES) ? [part] : withClass(part, LINES)).flatMap((line) => {
    const read = lineOf(wordsOfLine(line), boxOfTitle(line));
    return read ? [read] : [];
  });
  const box = boxOfTitle(part) ?? boxAround(lines.map((line) => line.box));
  return lines.length > 0 && box ? [{ box, lines }] : [];
}

function wordsOfLine(line: LayoutElement): RecognizedWord[] {
  const around = boxOfTitle(line) ?? boxOf(0, 0, 1, 1);
  const marked = withClass(line, ['ocrx_word', 'ocr_word']);
  if (marked.length === 0) return wordsWithin(line.text, around, null);
  return marked.flatMap((word) => {
    const sure = /\bx_wconf\s+([\d.]+)/.exec(properties(word.attributes.title))?.[1];
    return wordsWithin(word.text.replace(/\s+/gu, ' ').trim(), boxOfTitle(word) ?? around, confidenceOf(sure, 100));
  });
}

function boxOfTitle({ attributes }: LayoutElement): Box | null {
  const match = /\bbbox\s+(-?\d+)\s+(-?\d+)\s+(-?\d+)\s+(-?\d+)/.exec(properties(attributes.title));
  if (!match) return null;
  const [left, top, right, bottom] = match.slice(1).map(coordinate) as [number, number, number, number];
  return boxOf(left, top, right, bottom);
}

/** Without what stands in quotation marks: the name of an image may look like anything. */
const properties = (title = '') => title.replace(/"[^"]*"/g, '""');
