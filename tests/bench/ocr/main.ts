/** `npm run bench -- ocr`: what Fonds reads of page images, beside Tesseract as Debian has it. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createLanguages, pageText, searchablePdf } from '../../../electron/ocr/index.js';
import { recognizePage } from '../../../electron/ocr/recognize-page.js';
import { startTesseract } from '../../../electron/ocr/tesseract.js';
import { errorRate } from './error-rate.js';
import { drawnByPoppler, popplerText, readByNative, versionOf } from './native.js';
import { type BenchPage, benchPage, COUNTS, type PageKind } from './pages.js';
import type { PhaseAnswer, PhaseTask } from './phase.js';
import { type OcrFigures, type OcrRow, reportOcr, writeReport } from './report.js';

const USAGE = `Usage: npm run bench -- ocr [--write]
  --write   puts the figures into docs/ocr.md`;
const KINDS: readonly PageKind[] = ['flat', 'columns', 'photograph'];

const started = performance.now();
function tell(news: string): void {
  console.error(`${String(Math.round((performance.now() - started) / 1_000)).padStart(4)} s  ${news}`);
}

/** @returns what a process of its own made of the pages. */
function phase(task: PhaseTask): Promise<PhaseAnswer> {
  const program = join(import.meta.dirname, 'phase.mjs');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, JSON.stringify(task)], { stdio: ['ignore', 'pipe', 'inherit'] });
    let answer = '';
    child.stdout.on('data', (piece: Buffer) => {
      answer += piece.toString();
    });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(JSON.parse(answer) as PhaseAnswer) : reject(new Error(`The phase ended with ${code}.`)),
    );
  });
}

async function measureRows(folder: string, data: string): Promise<OcrRow[]> {
  const rows: OcrRow[] = [];
  for (const kind of KINDS) {
    const ours = await phase(Array.from({ length: COUNTS[kind] }, (_, index) => ({ kind, index })));
    for (let index = 0; index < COUNTS[kind]; index += 1) {
      const page = benchPage(kind, index);
      const file = join(folder, 'page.pgm');
      await writeFile(file, asPgm(page));
      const same = await readByNative(file, page.language, data);
      const debian = await readByNative(file, page.language, null).catch(() => null);
      const own = ours.pages[index] ?? { text: '', cpuSeconds: 0 };
      rows.push({
        kind,
        language: page.language,
        ours: { rate: errorRate(page.text, own.text), cpuSeconds: own.cpuSeconds },
        same: { rate: errorRate(page.text, same.text), cpuSeconds: same.cpuSeconds },
        // Without the data of the language there is no text.
        debian:
          debian && debian.text.trim() !== ''
            ? { rate: errorRate(page.text, debian.text), cpuSeconds: debian.cpuSeconds }
            : null,
      });
      tell(
        `${kind} ${index + 1}, ${page.language}: ours ${rows.at(-1)?.ours.rate.toFixed(2)} %, native ${rows.at(-1)?.same.rate.toFixed(2)} %`,
      );
    }
  }
  return rows;
}

async function measureWorkers(): Promise<OcrFigures['workers']> {
  const task = [0, 1, 2].map((index) => ({ kind: 'flat', index }) as const);
  const alone = await phase(task);
  const both = await Promise.all([phase(task), phase(task)]);
  const cpu = (answers: readonly PhaseAnswer[]) =>
    answers.flatMap(({ pages }) => pages).reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0);
  return {
    oneWall: alone.wallSeconds / task.length,
    twoWall: Math.max(...both.map(({ wallSeconds }) => wallSeconds)) / (2 * task.length),
    oneCpu: cpu([alone]) / task.length,
    twoCpu: cpu(both) / (2 * task.length),
    oneMb: alone.mostMb,
    twoMb: both.reduce((sum, { mostMb }) => sum + mostMb, 0),
    startCpuSeconds: alone.startCpuSeconds,
  };
}

/** Reads a page, writes it as a searchable PDF, and has poppler say what is in it. */
async function measurePdf(folder: string): Promise<OcrFigures['pdf']> {
  const page = benchPage('flat', 0);
  const languages = createLanguages({ own: join(folder, 'none'), packaged: '' });
  const recognized = recognizePage(await startTesseract(), page.image, {
    languages: [await languages.load(page.language)],
    osd: null,
    kind: 'scan',
    dotsPerInch: 300,
  });
  const file = join(folder, 'page.pdf');
  const description = { title: 'Page', language: 'en', creator: 'Fonds', now: new Date(0) };
  const pages = [{ image: { kind: 'grey', image: page.image }, layout: recognized, dotsPerInch: 300 } as const];
  const pieces: Uint8Array[] = [];
  for await (const piece of searchablePdf(pages, description)) pieces.push(piece);
  await writeFile(file, Buffer.concat(pieces));
  const drawn = join(folder, 'drawn.pgm');
  await writeFile(drawn, await drawnByPoppler(file));
  return {
    rate: errorRate(pageText(recognized).text, await popplerText(file)),
    drawnRate: errorRate(page.text, (await readByNative(drawn, page.language, folder)).text),
  };
}

const asPgm = ({ image }: BenchPage) =>
  Buffer.concat([Buffer.from(`P5\n${image.width} ${image.height}\n255\n`), image.data]);

async function run(): Promise<number> {
  const { values } = parseArgs({ options: { write: { type: 'boolean', default: false }, help: { type: 'boolean' } } });
  if (values.help) {
    console.error(USAGE);
    return 0;
  }
  const [tesseract, poppler] = await Promise.all([versionOf('tesseract'), versionOf('pdftoppm')]);
  if (!tesseract || !poppler) {
    console.error(
      'This bench asks Tesseract and poppler: apt-get install tesseract-ocr tesseract-ocr-deu poppler-utils',
    );
    return 2;
  }
  const folder = await mkdtemp(join(tmpdir(), 'fonds-bench-ocr-'));
  try {
    const languages = createLanguages({ own: join(folder, 'none'), packaged: '' });
    for (const code of ['eng', 'deu', 'fra', 'hrv', 'ita']) {
      await writeFile(join(folder, `${code}.traineddata`), (await languages.load(code)).bytes);
    }
    const figures: OcrFigures = {
      versions: { tesseract, poppler },
      rows: await measureRows(folder, folder),
      workers: await measureWorkers(),
      pdf: await measurePdf(folder),
    };
    const report = reportOcr(figures);
    console.log(report);
    if (values.write) await writeReport(report);
    return 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

process.exitCode = await run();
