/** The figures of OCR as Markdown, and where they go. */
import { readFile, writeFile } from 'node:fs/promises';
import { type MarkdownColumn, markdownTable } from '../search/markdown.js';
import type { PageKind } from './pages.js';

export interface Reading {
  /** Character error rate, in per cent. */
  readonly rate: number;
  readonly cpuSeconds: number;
}

export interface OcrRow {
  readonly kind: PageKind;
  readonly language: string;
  readonly ours: Reading;
  /** Debian's Tesseract with our language data. */
  readonly same: Reading;
  /** With Debian's data; null where they are not installed. */
  readonly debian: Reading | null;
}

export interface OcrFigures {
  readonly versions: { readonly tesseract: string; readonly poppler: string };
  readonly rows: readonly OcrRow[];
  /** Of a page, by one process and by two at once. */
  readonly workers: {
    readonly oneWall: number;
    readonly twoWall: number;
    readonly oneCpu: number;
    readonly twoCpu: number;
    readonly oneMb: number;
    readonly twoMb: number;
    readonly startCpuSeconds: number;
  };
  /** What poppler reads of our searchable PDF against what was read of the page; what native OCR reads of its drawing. */
  readonly pdf: { readonly rate: number; readonly drawnRate: number };
}

const DOCUMENT = 'docs/ocr.md';
const BEGIN = '<!-- figures: npm run bench -- ocr --write -->';
const END = '<!-- end of figures -->';
const NAMES: Readonly<Record<PageKind, string>> = {
  flat: 'flat, noisy, 300 dpi',
  columns: 'two columns',
  photograph: 'photograph',
};
const left = (head: string): MarkdownColumn => ({ head, align: 'left' });
const right = (head: string): MarkdownColumn => ({ head, align: 'right' });
const percent = (value: number) => `${value.toFixed(2)} %`;
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const cell = (reading: Reading | null) =>
  reading ? [percent(reading.rate), reading.cpuSeconds.toFixed(1)] : ['–', '–'];

export function reportOcr({ versions, rows, workers, pdf }: OcrFigures): string {
  const columns = [
    left('page'),
    left('language'),
    right('errors'),
    right('CPU s'),
    right('native, same data'),
    right('CPU s'),
    right("native, Debian's data"),
    right('CPU s'),
  ];
  const cells = rows.map(({ kind, language, ours, same, debian }) => [
    NAMES[kind],
    language,
    ...cell(ours),
    ...cell(same),
    ...cell(debian),
  ]);
  const rate = (kind: PageKind, of: 'ours' | 'same') =>
    mean(rows.filter((row) => row.kind === kind).map((row) => row[of].rate));
  const cpu = (of: 'ours' | 'same' | 'debian', among: readonly OcrRow[]) =>
    among.reduce((sum, row) => sum + (row[of]?.cpuSeconds ?? 0), 0);
  const scans = rows.filter(({ kind }) => kind !== 'photograph');
  const withDebian = scans.filter(({ debian }) => debian !== null);
  const ratio = (of: 'same' | 'debian', among: readonly OcrRow[]) => (cpu('ours', among) / cpu(of, among)).toFixed(2);
  const lines = [
    `- Flat pages: ${percent(rate('flat', 'ours'))} of characters wrong (goal 0.5 %); native with the same data ${percent(rate('flat', 'same'))}.`,
    `- Two columns: ${percent(rate('columns', 'ours'))}; native ${percent(rate('columns', 'same'))} (goal: at most one point more).`,
    `- Photographs: ${percent(rate('photograph', 'ours'))}, ${(rate('photograph', 'ours') / Math.max(0.001, rate('flat', 'ours'))).toFixed(1)} times the flat pages (goal 3); native, which takes them for scans, ${percent(rate('photograph', 'same'))}.`,
    `- CPU of flat pages and columns: ${ratio('same', scans)} × native with the same data, ${withDebian.length > 0 ? ratio('debian', withDebian) : '–'} × native with Debian's (goal 2.6). Starting takes ${workers.startCpuSeconds.toFixed(1)} s once.`,
    `- Two processes: ${(workers.oneWall / workers.twoWall).toFixed(2)} × one by the clock, ${((2 * workers.oneCpu) / workers.twoCpu).toFixed(2)} × by CPU, which is what a machine without other work would show (goal 1.8).`,
    `- Memory: ${workers.oneMb.toFixed(0)} MB a process, ${workers.twoMb.toFixed(0)} MB both; returned when a process ends, 15 s after its last page.`,
    `- Searchable PDF: poppler reads it with ${percent(pdf.rate)} of characters otherwise than OCR; of its image as pdftoppm draws it native OCR reads ${percent(pdf.drawnRate)} wrong.`,
  ];
  const judges = `Tesseract ${versions.tesseract} with one thread and poppler ${versions.poppler}, both of Debian, in the same run.`;
  return [judges, lines.join('\n'), markdownTable(columns, cells)].join('\n\n');
}

export async function writeReport(report: string): Promise<void> {
  const document = await readFile(DOCUMENT, 'utf8');
  const [before, rest] = document.split(BEGIN);
  const [, after] = (rest ?? '').split(END);
  if (before === undefined || after === undefined) throw new Error(`${DOCUMENT} has no place for figures.`);
  await writeFile(DOCUMENT, `${before}${BEGIN}\n\n${report}\n\n${END}${after}`);
}
