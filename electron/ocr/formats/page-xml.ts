/** PAGE XML, the format of Transkribus and eScriptorium: read in every version, written as 2019-07-15. Source: primaresearch.org. */
import { t } from '../../wording/index.js';
import type { Box } from '../image/page-transform.js';
import {
  boxAround,
  type RecognizedBlock,
  type RecognizedLayout,
  type RecognizedLine,
  type RecognizedParagraph,
  type RecognizedWord,
} from '../recognized-page.js';
import { boxOf, confidenceOf, coordinate, lineOf, type PageFile, type WrittenPage, wordsWithin } from './page-file.js';
import { childOf, descendants, escapeXml, type LayoutElement, readXml, unreadable } from './xml-tree.js';

const NAMESPACE = 'http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15';
const REGION = 'TextRegion';
const TABLE = 'TableRegion';

const coords = ({ left, top, right, bottom }: Box) =>
  `<Coords points="${left},${top} ${right},${top} ${right},${bottom} ${left},${bottom}"/>`;
const unicode = (text: string, confidence: number | null = null) => {
  const sure = confidence === null ? '' : ` conf="${(confidence / 100).toFixed(2)}"`;
  return `<TextEquiv${sure}><Unicode>${escapeXml(text)}</Unicode></TextEquiv>`;
};
const textOf = (line: RecognizedLine) => line.words.map(({ text }) => text).join(' ');

/** @param now when the file is made. */
export function writePageXml({ imageName, page, createdBy }: WrittenPage, now: Date): string {
  const time = now.toISOString().replace(/\.\d+Z$/, 'Z');
  const regions = page.blocks.flatMap(({ paragraphs }) => paragraphs);
  const word = ({ text, box, confidence }: RecognizedWord, id: string) =>
    `        <Word id="${id}">${coords(box)}${unicode(text, confidence)}</Word>`;
  const line = (one: RecognizedLine, id: string) => [
    `      <TextLine id="${id}">`,
    `        ${coords(one.box)}`,
    ...one.words.map((each, index) => word(each, `${id}w${index + 1}`)),
    `        ${unicode(textOf(one))}`,
    '      </TextLine>',
  ];
  const region = ({ box, lines }: RecognizedParagraph, index: number) => [
    `    <TextRegion id="r${index + 1}" type="paragraph">`,
    `      ${coords(box)}`,
    ...lines.flatMap((each, at) => line(each, `r${index + 1}l${at + 1}`)),
    `      ${unicode(lines.map(textOf).join('\n'))}`,
    '    </TextRegion>',
  ];
  const order = [
    '    <ReadingOrder>',
    '      <OrderedGroup id="order">',
    ...regions.map((_, index) => `        <RegionRefIndexed index="${index}" regionRef="r${index + 1}"/>`),
    '      </OrderedGroup>',
    '    </ReadingOrder>',
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<PcGts xmlns="${NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${NAMESPACE} ${NAMESPACE}/pagecontent.xsd">`,
    `  <Metadata><Creator>${escapeXml(createdBy)}</Creator><Created>${time}</Created><LastChange>${time}</LastChange></Metadata>`,
    `  <Page imageFilename="${escapeXml(imageName)}" imageWidth="${page.width}" imageHeight="${page.height}">`,
    ...(regions.length > 0 ? order : []),
    ...regions.flatMap(region),
    '  </Page>',
    '</PcGts>',
    '',
  ].join('\n');
}

/** @throws FondsError FILE_UNREADABLE when it is no PAGE XML. */
export function readPageXml(xml: string): PageFile[] {
  const root = readXml(xml);
  if (root.name !== 'PcGts') throw unreadable(t('This file is no PAGE XML: its root is another. Choose another file.'));
  return descendants(root, new Set(['Page'])).map((page) => ({
    imageName: page.attributes.imageFilename ?? '',
    page: asPage(page),
  }));
}

function asPage(page: LayoutElement): RecognizedLayout {
  const regions = allRegions(page);
  const order = new Map(readingOrder(page).map((id, index) => [id, index]));
  const rank = (region: LayoutElement) => order.get(region.attributes.id ?? '') ?? Number.MAX_SAFE_INTEGER;
  // Those that no order names keep theirs, behind the others.
  const ordered = regions
    .map((region, at) => ({ region, at }))
    .sort((a, b) => rank(a.region) - rank(b.region) || a.at - b.at);
  return {
    width: coordinate(page.attributes.imageWidth),
    height: coordinate(page.attributes.imageHeight),
    blocks: ordered.flatMap(({ region }) => asBlock(region)),
  };
}

/** Regions of text, also within others and in cells of tables, a region before those in it. */
const allRegions = (element: LayoutElement): LayoutElement[] =>
  element.children.flatMap((child) => {
    const inner = child.name === REGION || child.name === TABLE || child.name === 'TableCell' ? allRegions(child) : [];
    return child.name === REGION || child.name === 'TableCell' ? [child, ...inner] : inner;
  });

function readingOrder(page: LayoutElement): string[] {
  const order = childOf(page, 'ReadingOrder');
  const ids = (group: LayoutElement): string[] =>
    [...group.children]
      .sort((one, other) => Number(one.attributes.index ?? 0) - Number(other.attributes.index ?? 0))
      .flatMap((child) => [...(child.attributes.regionRef ? [child.attributes.regionRef] : []), ...ids(child)]);
  return order ? ids(order) : [];
}

function asBlock(region: LayoutElement): RecognizedBlock[] {
  const read = region.children
    .filter(({ name }) => name === 'TextLine')
    .flatMap((line) => lineOf(wordsOfLine(line), pointsOf(line)) ?? []);
  const lines = read.length > 0 ? read : linesOfRegion(region);
  const box = pointsOf(region) ?? boxAround(lines.map((line) => line.box));
  return lines.length > 0 && box ? [{ box, paragraphs: [{ box, lines }] }] : [];
}

/** A region whose text alone is there, without its lines: each has its share of the height. */
function linesOfRegion(region: LayoutElement): RecognizedLine[] {
  const box = pointsOf(region) ?? boxOf(0, 0, 1, 1);
  const { text, confidence } = equivalent(region);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const height = (box.bottom - box.top) / Math.max(1, lines.length);
  return lines.flatMap((line, index) => {
    const top = Math.round(box.top + index * height);
    const place = boxOf(box.left, top, box.right, Math.round(top + height));
    return lineOf(wordsWithin(line, place, confidence), place) ?? [];
  });
}

function wordsOfLine(line: LayoutElement): RecognizedWord[] {
  const words = line.children
    .filter(({ name }) => name === 'Word')
    .flatMap((word) => {
      const { text, confidence } = equivalent(word);
      return wordsWithin(text, pointsOf(word) ?? pointsOf(line) ?? boxOf(0, 0, 1, 1), confidence);
    });
  const whole = equivalent(line);
  // Whoever corrects a line leaves its words as they were read: then the line holds.
  const isSame = words.map(({ text }) => text).join('') === whole.text.replace(/\s+/gu, '');
  if (words.length > 0 && (isSame || whole.text.trim() === '')) return words;
  return wordsWithin(whole.text, pointsOf(line) ?? boxOf(0, 0, 1, 1), whole.confidence);
}

/** What it reads, in the words of the first of its versions. */
function equivalent(element: LayoutElement): { readonly text: string; readonly confidence: number | null } {
  const versions = element.children.filter(({ name }) => name === 'TextEquiv');
  const [first] = versions.sort((a, b) => Number(a.attributes.index ?? 0) - Number(b.attributes.index ?? 0));
  const text = first ? (childOf(first, 'Unicode')?.text ?? '') : '';
  return { text: text.replace(/\r\n?/g, '\n'), confidence: confidenceOf(first?.attributes.conf, 1) };
}

function pointsOf(element: LayoutElement): Box | null {
  const shape = childOf(element, 'Coords');
  if (!shape) return null;
  // Before 2013 each point is an element.
  const old = shape.children.map(({ attributes }) => `${attributes.x},${attributes.y}`).join(' ');
  const points = [...(shape.attributes.points ?? old).matchAll(/(-?[\d.]+),(-?[\d.]+)/g)];
  if (points.length < 2) return null;
  const xs = points.map(([, x]) => coordinate(x));
  const ys = points.map(([, , y]) => coordinate(y));
  const least = (values: readonly number[]) => values.reduce((one, other) => Math.min(one, other));
  const most = (values: readonly number[]) => values.reduce((one, other) => Math.max(one, other));
  return boxOf(least(xs), least(ys), most(xs), most(ys));
}
