/** ALTO 4, the format of libraries: read in every version, written as 4.4. Source: loc.gov/standards/alto. */
import { t } from '../../wording/index.js';
import type { Box } from '../image/page-transform.js';
import { boxAround, type RecognizedBlock, type RecognizedParagraph, type RecognizedWord } from '../recognized-page.js';
import { boxOf, confidenceOf, coordinate, lineOf, type PageFile, type WrittenPage, wordsWithin } from './page-file.js';
import { childOf, descendants, escapeXml, type LayoutElement, readXml, unreadable } from './xml-tree.js';

const NAMESPACE = 'http://www.loc.gov/standards/alto/ns-v4#';
const BLOCKS = new Set(['ComposedBlock', 'TextBlock']);

const place = ({ left, top, right, bottom }: Box) =>
  `HPOS="${left}" VPOS="${top}" WIDTH="${right - left}" HEIGHT="${bottom - top}"`;

export function writeAlto({ imageName, page, createdBy }: WrittenPage): string {
  let count = 0;
  const id = (kind: string) => `${kind}${++count}`;
  const word = ({ text, box, confidence }: RecognizedWord) => {
    const sure = confidence === null ? '' : ` WC="${(confidence / 100).toFixed(2)}"`;
    return `            <String ID="${id('w')}" ${place(box)}${sure} CONTENT="${escapeXml(text)}"/>`;
  };
  const paragraph = ({ box, lines }: RecognizedParagraph) => [
    `        <TextBlock ID="${id('t')}" ${place(box)}>`,
    ...lines.flatMap((line) => [
      `          <TextLine ID="${id('l')}" ${place(line.box)}>`,
      line.words.map(word).join('\n            <SP/>\n'),
      '          </TextLine>',
    ]),
    '        </TextBlock>',
  ];
  const block = ({ box, paragraphs }: RecognizedBlock) => [
    `      <ComposedBlock ID="${id('b')}" ${place(box)}>`,
    ...paragraphs.flatMap(paragraph),
    '      </ComposedBlock>',
  ];
  const whole = { left: 0, top: 0, right: page.width, bottom: page.height };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<alto xmlns="${NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${NAMESPACE} http://www.loc.gov/standards/alto/v4/alto-4-4.xsd">`,
    '  <Description>',
    '    <MeasurementUnit>pixel</MeasurementUnit>',
    `    <sourceImageInformation><fileName>${escapeXml(imageName)}</fileName></sourceImageInformation>`,
    `    <Processing ID="processing"><processingSoftware><softwareName>${escapeXml(createdBy)}</softwareName></processingSoftware></Processing>`,
    '  </Description>',
    '  <Layout>',
    `    <Page ID="page" PHYSICAL_IMG_NR="1" WIDTH="${page.width}" HEIGHT="${page.height}">`,
    `      <PrintSpace ${place(whole)}>`,
    ...page.blocks.flatMap(block),
    '      </PrintSpace>',
    '    </Page>',
    '  </Layout>',
    '</alto>',
    '',
  ].join('\n');
}

/**
 * @returns a page for each of the file. Boxes are in its own unit (`page.width` says how many of them a page is wide):
 * `scaledTo` makes pixels of tenths of a millimetre.
 * @throws FondsError FILE_UNREADABLE when it is no ALTO.
 */
export function readAlto(xml: string): PageFile[] {
  const root = readXml(xml);
  if (root.name !== 'alto') throw unreadable(t('This file is no ALTO: its root is another. Choose another file.'));
  const [name] = descendants(root, new Set(['fileName']));
  return descendants(root, new Set(['Page'])).map((page) => ({
    imageName: name?.text.trim() ?? '',
    page: {
      width: coordinate(page.attributes.WIDTH),
      height: coordinate(page.attributes.HEIGHT),
      blocks: descendants(page, BLOCKS).flatMap(asBlock),
    },
  }));
}

function asBlock(element: LayoutElement): RecognizedBlock[] {
  const texts = element.name === 'TextBlock' ? [element] : textBlocks(element);
  const paragraphs = texts.flatMap(asParagraph);
  const box = placeOf(element) ?? boxAround(paragraphs.map((paragraph) => paragraph.box));
  return paragraphs.length > 0 && box ? [{ box, paragraphs }] : [];
}

/** Composed blocks may hold composed blocks. */
const textBlocks = (element: LayoutElement): LayoutElement[] =>
  descendants(element, BLOCKS).flatMap((inner) => (inner.name === 'TextBlock' ? [inner] : textBlocks(inner)));

function asParagraph(element: LayoutElement): RecognizedParagraph[] {
  const lines = descendants(element, new Set(['TextLine'])).flatMap((line) => {
    const read = lineOf(wordsOfLine(line), placeOf(line));
    return read ? [read] : [];
  });
  const box = placeOf(element) ?? boxAround(lines.map((line) => line.box));
  return lines.length > 0 && box ? [{ box, lines }] : [];
}

function wordsOfLine(line: LayoutElement): RecognizedWord[] {
  const words: RecognizedWord[] = [];
  for (const part of line.children) {
    const content = part.attributes.CONTENT ?? '';
    if (part.name === 'String' && content.trim() !== '') {
      const box = placeOf(part) ?? placeOf(line) ?? boxOf(0, 0, 1, 1);
      words.push(...wordsWithin(content, box, confidenceOf(part.attributes.WC, 1)));
    }
    // The hyphen at the end of a line is an element of its own; the word before it goes on in the next line.
    const last = words.at(-1);
    if (part.name === 'HYP' && last)
      words[words.length - 1] = { ...last, text: last.text + hyphenOf(content, last.text) };
  }
  return words;
}

/** Some write the hyphen both ways. */
const hyphenOf = (content: string, word: string) => {
  const hyphen = content.trim() === '' || content === '\u00ad' ? '-' : content.trim();
  return word.endsWith(hyphen) ? '' : hyphen;
};

function placeOf({ attributes, children }: LayoutElement): Box | null {
  const { HPOS, VPOS, WIDTH, HEIGHT } = attributes;
  if (HPOS !== undefined && VPOS !== undefined && WIDTH !== undefined && HEIGHT !== undefined) {
    const [left, top] = [coordinate(HPOS), coordinate(VPOS)];
    return boxOf(left, top, left + coordinate(WIDTH), top + coordinate(HEIGHT));
  }
  const shape = children.find(({ name }) => name === 'Shape');
  const polygon = shape ? childOf(shape, 'Polygon')?.attributes.POINTS : undefined;
  const numbers = (polygon ?? '').match(/-?\d+(?:\.\d+)?/g)?.map(Number) ?? [];
  if (numbers.length < 6) return null;
  const xs = numbers.filter((_, index) => index % 2 === 0).map((value) => coordinate(String(value)));
  const ys = numbers.filter((_, index) => index % 2 === 1).map((value) => coordinate(String(value)));
  return boxOf(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
}
