import { describe, expect, it } from 'vitest';
import { guessLanguage } from '../../../electron/ocr/guess-language.js';
import type { GreyImage } from '../../../electron/ocr/image/grey-image.js';
import { quarterTurn, turned } from '../../../electron/ocr/image/homography.js';
import { after, untouched } from '../../../electron/ocr/image/page-transform.js';
import { resample } from '../../../electron/ocr/image/resample.js';
import { pageText } from '../../../electron/ocr/index.js';
import { recognizePage } from '../../../electron/ocr/recognize-page.js';
import { boxAround } from '../../../electron/ocr/recognized-page.js';
import { characterErrors } from '../../bench/ocr/error-rate.js';
import { drawPage } from '../../support/drawn-page.js';
import { languages, tesseract } from '../../support/ocr.js';
import { photograph } from '../../support/photographed-page.js';

const LAYOUT = { widthPx: 1_000, heightPx: 620, sizePx: 32, marginPx: 60 } as const;
const ENGLISH = [
  'The council met again on Thursday in the upper room, and the minutes of May were read and agreed to.',
  'The letter of the governor was laid on the table, and no member objected.',
];
const page = drawPage(ENGLISH, LAYOUT);

async function read(image: GreyImage, codes: readonly string[] = ['eng'], kind: 'auto' | 'scan' = 'auto') {
  const data = await Promise.all(codes.map((code) => languages.load(code)));
  const osd = await languages.loadScripts();
  return recognizePage(await tesseract(), image, { languages: data, osd, kind, dotsPerInch: 300 });
}
const around = (image: GreyImage, by: ReturnType<typeof turned>) => resample(image, after(untouched(image), by));
/** What is dark, as a box. */
function inkOf({ width, data }: GreyImage) {
  const dark = [...data.entries()].filter(([, value]) => value < 128).map(([index]) => index);
  const xs = dark.map((index) => index % width);
  const ys = dark.map((index) => Math.floor(index / width));
  const [least, most] = [
    (list: number[]) => list.reduce((a, b) => Math.min(a, b)),
    (list: number[]) => list.reduce((a, b) => Math.max(a, b)),
  ];
  return [least(xs), least(ys), most(xs) + 1, most(ys) + 1];
}
const boxesOf = (words: ReturnType<typeof pageText>['words']) => {
  const box = boxAround(words.map((word) => word.box));
  return [box?.left ?? 0, box?.top ?? 0, box?.right ?? 0, box?.bottom ?? 0];
};
const furthest = (one: readonly number[], other: readonly number[]) =>
  one.reduce((most, value, index) => Math.max(most, Math.abs(value - (other[index] ?? 0))), 0);

describe('a page', () => {
  it('is read to its text, in lines and paragraphs, with a box around the ink of each word', async () => {
    const recognized = await read(page);
    const { text, words } = pageText(recognized);
    expect(text).toBe(page.text);
    expect(furthest(boxesOf(words), inkOf(page))).toBeLessThanOrEqual(2);
    expect(words.every(({ confidence }) => confidence !== null && confidence > 60)).toBe(true);
    expect(recognized).toMatchObject({
      quarterTurn: 0,
      skewDegrees: 0,
      isPhotograph: false,
      width: 1_000,
      height: 620,
    });
    expect(recognized.setup.engine).toMatch(/^Tesseract 5\./);
    expect(recognized.setup.languages).toEqual(['eng']);
    expect(recognized.setup.parameters).toMatchObject({ tessedit_pageseg_mode: '3', rotateAuto: 'true' });
  });

  it('that leans by four degrees is read as well, its boxes those of the image that leans', async () => {
    const leaning = around(page, turned((4 * Math.PI) / 180, page.width, page.height));
    const recognized = await read(leaning);
    const { text, words } = pageText(recognized);
    expect(characterErrors(page.text, text)).toBeLessThanOrEqual(2);
    expect(Math.abs(recognized.skewDegrees)).toBeCloseTo(4, 0);
    expect(furthest(boxesOf(words), inkOf(leaning))).toBeLessThanOrEqual(6);
  });

  it('that stands on its head is found to, and read', async () => {
    const upsideDown = around(page, quarterTurn(180, page.width, page.height));
    const recognized = await read(upsideDown);
    expect(pageText(recognized).text).toBe(page.text);
    expect(recognized.quarterTurn).toBe(180);
    expect(furthest(boxesOf(pageText(recognized).words), inkOf(upsideDown))).toBeLessThanOrEqual(2);
  });

  it('in two columns is read column by column', async () => {
    const columns = drawPage([...ENGLISH, ...ENGLISH, ...ENGLISH], {
      widthPx: 1_400,
      heightPx: 620,
      sizePx: 28,
      marginPx: 60,
      columns: 2,
    });
    expect(characterErrors(columns.text, pageText(await read(columns)).text)).toBeLessThanOrEqual(2);
  });

  it('without a word is empty, not a fault', async () => {
    const blank = { width: 400, height: 300, data: new Uint8Array(120_000).fill(255) };
    const recognized = await read(blank);
    expect(pageText(recognized).text).toBe('');
    expect(recognized.confidence).toBe(0);
    const dot = { width: 1, height: 1, data: new Uint8Array(1) };
    expect(pageText(await read(dot)).text).toBe('');
  });

  it('photographed from the side, bent and in shadow is read; as a scan it would not be', async () => {
    const large = drawPage(
      Array.from({ length: 5 }, () => ENGLISH.join(' ')),
      { widthPx: 1_000, heightPx: 1_200, sizePx: 30, marginPx: 90, font: 'DejaVuSans' },
    );
    const shot = photograph(large, { lean: 15, sideways: 6, turn: 3, gutter: 0.06, shadow: 0.6, table: 60 });
    const recognized = await read(shot);
    expect(recognized.isPhotograph).toBe(true);
    const errors = characterErrors(large.text, pageText(recognized).text);
    expect(errors).toBeLessThan(large.text.length * 0.01);
    const asScan = characterErrors(large.text, pageText(await read(shot, ['eng'], 'scan')).text);
    expect(asScan).toBeGreaterThan(errors * 3 + 10);
  });
});

describe('the language of a page', () => {
  it.each([
    [
      'deu',
      [
        'Der Gemeinderat trat am Donnerstag wieder zusammen, und die Niederschrift wurde für gültig erklärt.',
        'Über den Brief des Statthalters wurde nicht mehr gesprochen.',
      ],
    ],
    ['eng', ENGLISH],
  ])('%s is guessed from its letters', async (code, text) => {
    const osd = await languages.loadScripts();
    const load = async (wanted: string) => (['deu', 'eng', 'ita'].includes(wanted) ? languages.load(wanted) : null);
    const guess = await guessLanguage(await tesseract(), drawPage(text, LAYOUT), { osd, load });
    expect(guess).toMatchObject({ language: code, script: 'Latin' });
    expect(guess.lead).toBeGreaterThan(0);
  });

  it('of a script that nothing reads stays open', async () => {
    const osd = await languages.loadScripts();
    const greek = drawPage(
      ['Το συμβούλιο συνήλθε πάλι την Πέμπτη στην επάνω αίθουσα και διάβασε τα πρακτικά του Μαΐου.'],
      LAYOUT,
    );
    const guess = await guessLanguage(await tesseract(), greek, { osd, load: async () => null });
    expect(guess).toMatchObject({ language: null, script: 'Greek', lead: 0 });
  });
});
