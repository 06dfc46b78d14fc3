/**
 * Draws the photographs of the sample archive: two letters of Peter Aldous, as somebody would photograph them in a reading
 * room. Run `npx esbuild tests/support/make-sample-photographs.ts --bundle --platform=node --format=esm --packages=external
 * --outfile=make.mjs && node make.mjs data/sample-archive/documents` to make them again; they come out the same.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as mupdf from 'mupdf';
import { seededRandom } from '../bench/search/random.js';
import { addNoise, drawPage, type Pixels } from './drawn-page.js';
import { withExif } from './make-images.js';
import { type Camera, photograph } from './photographed-page.js';

const LAYOUT = { widthPx: 1_180, heightPx: 1_640, sizePx: 29, marginPx: 130 } as const;
const NOISE = 3;
const QUALITY = 62;

const FIRST = [
  'Invented for the Fonds sample archive',
  'Drenova, on the left bank, 22 August 2000',
  'Dear Ambassador,',
  'You asked for numbers, and I have few other things to send. I counted from the tower at six, from the upper end to the lower and back again. Yesterday there were forty barges. This morning there are forty-three. All but six fly the flag of Levania.',
  'The gate is shut, and a notice hangs on it which says that it is cracked. I have looked at it from three sides with the binoculars and have not found the crack. The keeper, Mr. Krzavic, says that in March it was a crack, and that in August it is politics.',
  'The masters are patient. They have tied up two by two, and lend each other coffee. The one next to my tent carries flour, which he keeps turning over with a shovel as if it were hay.',
  'I have bought a tent in the village, and shall stay.',
];
const FIRST_OVERLEAF = [
  'Two things more. A lorry with an aerial came at noon and stood behind the poplars until four. It had the number plates of a district I do not know, and nobody got out of it.',
  'And the water above the gate has risen by eleven centimetres since Sunday. I have made a mark on a stake. If it rises by forty, Mr. Krzavic says, the small chamber will be under water, and then nobody will be able to use that one either.',
  'I shall write the number on a card each morning, and bring you the cards.',
  'Yours sincerely,',
  'Peter Aldous',
];
const SECOND = [
  'Invented for the Fonds sample archive',
  'Drenova, 29 August 2000',
  'Dear Ambassador,',
  'Forty-two. One of them sank in the night, quite gently, with nobody on board. It was the one with the flour. The master stood on the bank in his shirt and asked me to write down that it was not his fault; I have now done so.',
  'The nine days of the notice end tomorrow. Nobody here believes in them. The men at the gate have been sent a new padlock.',
  'The stake stands at nineteen centimetres. I have had to move the tent.',
  'Yours sincerely,',
  'Peter Aldous',
];

interface Shot {
  readonly file: string;
  readonly text: readonly string[];
  readonly takenAt: string;
  readonly camera: Camera;
}

const SHOTS: readonly Shot[] = [
  {
    file: '33-letter-aldous-22-august-1.jpg',
    text: FIRST,
    takenAt: '2026:03:12 10:41:07',
    camera: { lean: 6, sideways: -4, turn: 1.2, gutter: 0.02, shadow: 0.35, table: 92 },
  },
  {
    file: '33-letter-aldous-22-august-2.jpg',
    text: FIRST_OVERLEAF,
    takenAt: '2026:03:12 10:41:52',
    camera: { lean: 8, sideways: 3, turn: -1.6, gutter: 0, shadow: 0.3, table: 92 },
  },
  {
    file: '34-letter-aldous-29-august.jpg',
    text: SECOND,
    takenAt: '2026:03:12 10:44:30',
    camera: { lean: 5, sideways: 5, turn: 0.8, gutter: 0.03, shadow: 0.4, table: 92 },
  },
];

function asJpegFile({ width, height, data }: Pixels): Uint8Array {
  const pixmap = new mupdf.Pixmap(mupdf.ColorSpace.DeviceGray, [0, 0, width, height], false);
  const pixels = pixmap.getPixels();
  const stride = pixmap.getStride();
  for (let row = 0; row < height; row += 1) pixels.set(data.subarray(row * width, (row + 1) * width), row * stride);
  return pixmap.asJPEG(QUALITY, false).slice();
}

const folder = process.argv[2] ?? '.';
for (const [index, { file, text, takenAt, camera }] of SHOTS.entries()) {
  const page = drawPage(text, LAYOUT);
  const grainy = addNoise(photograph(page, camera), NOISE, seededRandom(index + 1));
  writeFileSync(join(folder, file), withExif(asJpegFile(grainy), { takenAt }));
}
