/** A process that reads pages of the bench, one after the other, and says what it took. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLanguages, pageText } from '../../../electron/ocr/index.js';
import { recognizePage } from '../../../electron/ocr/recognize-page.js';
import { startTesseract } from '../../../electron/ocr/tesseract.js';
import { benchPage, type PageKind } from './pages.js';

export interface PhaseAnswer {
  readonly pages: readonly { readonly text: string; readonly cpuSeconds: number }[];
  /** Of all pages, from when the first was there to be read. */
  readonly wallSeconds: number;
  readonly startCpuSeconds: number;
  readonly restingMb: number;
  readonly mostMb: number;
}

export type PhaseTask = readonly { readonly kind: PageKind; readonly index: number }[];

const seconds = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1e6;
const megabytes = (bytes: number) => bytes / 1024 / 1024;

const task = JSON.parse(process.argv[2] ?? '[]') as PhaseTask;
const languages = createLanguages({ own: join(tmpdir(), 'fonds-no-such-folder'), packaged: '' });
const pages = task.map(({ kind, index }) => benchPage(kind, index));
const before = process.cpuUsage();
const tesseract = await startTesseract();
const osd = await languages.loadScripts();
const startCpuSeconds = seconds(process.cpuUsage(before));
const started = performance.now();
const answers: { text: string; cpuSeconds: number }[] = [];
let mostMb = 0;
for (const { image, language, kind } of pages) {
  const page = process.cpuUsage();
  const data = await languages.load(language);
  const options = { languages: [data], osd, kind: 'auto', dotsPerInch: kind === 'photograph' ? 0 : 300 } as const;
  const { text } = pageText(recognizePage(tesseract, image, options));
  answers.push({ text, cpuSeconds: seconds(process.cpuUsage(page)) });
  mostMb = Math.max(mostMb, megabytes(process.memoryUsage().rss));
}
const answer: PhaseAnswer = {
  pages: answers,
  wallSeconds: (performance.now() - started) / 1_000,
  startCpuSeconds,
  restingMb: megabytes(process.memoryUsage().rss),
  mostMb,
};
process.stdout.write(JSON.stringify(answer));
