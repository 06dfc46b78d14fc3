/** The figures of reading as Markdown. Pure. */
import { type MarkdownColumn, markdownTable } from '../search/markdown.js';
import type { EncodingRow } from './encodings.js';
import type { PageFigures } from './pages.js';
import { bestF, isCounted, MIN_WORDS, type PdfFigures } from './pdfs.js';
import { MEASURES, type WordMeasure } from './word-f.js';

const LOW = 0.9;
/** Less is one word that stands elsewhere on a full page. */
const ORDER_SLACK = 0.005;
const left = (head: string): MarkdownColumn => ({ head, align: 'left' });
const right = (head: string): MarkdownColumn => ({ head, align: 'right' });
const digits = (f: number) => f.toFixed(3);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

const MEASURED_BY: Readonly<Record<WordMeasure, string>> = {
  spaced: 'words parted by white space',
  letters: 'runs of letters and figures',
};

function worstTable(figures: readonly PdfFigures[], rows: number): string {
  const names = [...new Set(figures.flatMap(({ judges }) => judges.map(({ judge }) => judge)))];
  const columns = [
    left('file'),
    right('F'),
    right('F of letters'),
    right('words'),
    ...names.flatMap((name) => [right(`${name}: F`), right('words')]),
    left('refused'),
  ];
  const lesser = (one: PdfFigures) => Math.min(...MEASURES.map((measure) => bestF(one, measure)));
  const worst = [...figures].sort((one, other) => lesser(one) - lesser(other)).slice(0, rows);
  const cells = worst.map((one) => [
    one.file,
    ...MEASURES.map((measure) => digits(bestF(one, measure))),
    String(one.words),
    ...names.flatMap((name) => {
      const judged = one.judges.find(({ judge }) => judge === name)?.spaced;
      return judged ? [digits(judged.f), String(judged.words)] : ['–', '–'];
    }),
    one.refusal?.slice(0, 40) ?? '',
  ]);
  return markdownTable(columns, cells);
}

function summary(all: readonly PdfFigures[], measure: WordMeasure): string {
  const counted = all.filter((one) => isCounted(one, measure));
  const low = counted.filter((one) => bestF(one, measure) < LOW);
  const refused = counted.filter(({ refusal }) => refusal !== null);
  const f = mean(counted.map((one) => bestF(one, measure)));
  return `By ${MEASURED_BY[measure]}: ${counted.length} of ${all.length} PDFs hold ${MIN_WORDS} and more. Word F against the better judge: mean ${digits(f)}; ${low.length} files below ${LOW}; ${refused.length} refused.`;
}

export function reportPdfs(all: readonly PdfFigures[], rows: number): string {
  const counted = all.filter((one) => MEASURES.some((measure) => isCounted(one, measure)));
  const pages = counted.flatMap(({ order }) => order);
  const seconds = all.reduce((sum, { ms }) => sum + ms, 0) / 1_000;
  return [
    ...MEASURES.map((measure) => summary(all, measure)),
    `Order of ${pages.length} pages: ${digits(mean(pages))}. Read in ${seconds.toFixed(1)} s.`,
    worstTable(counted, rows),
  ].join('\n\n');
}

/** @returns the pages whose order agrees less with either judge than it did before, and the files that lost words. */
export function reportAgainst(before: readonly PdfFigures[], now: readonly PdfFigures[]): string {
  const earlier = new Map(before.map((one) => [one.file, one]));
  const rows: string[][] = [];
  const fell = (file: string, what: string, was: number, is: number) => {
    if (is < was - ORDER_SLACK) rows.push([file, what, digits(was), digits(is)]);
  };
  for (const one of now) {
    const was = earlier.get(one.file);
    if (!was) continue;
    for (const measure of MEASURES) {
      if (isCounted(one, measure)) fell(one.file, MEASURED_BY[measure], bestF(was, measure), bestF(one, measure));
    }
    for (const [index, f] of one.order.entries())
      fell(one.file, `order of page ${index + 1}`, was.order[index] ?? 0, f);
  }
  if (rows.length === 0) return 'Against the earlier run: no file has fewer words right, no page a worse order.';
  return `Worse than in the earlier run:\n\n${markdownTable([left('file'), left('what'), right('was'), right('is')], rows)}`;
}

export function reportPages(pages: readonly PageFigures[]): string {
  const rows = [...pages]
    .sort((one, other) => one.f - other.f)
    .map(({ file, f, words }) => [file, digits(f), String(words)]);
  const heading = `${pages.length} pages with their text beside them: mean word F ${digits(mean(pages.map(({ f }) => f)))}.`;
  return `${heading}\n\n${markdownTable([left('file'), right('F'), right('words')], rows)}`;
}

/** How many texts came back letter for letter in each character set, and the languages in which they did not. */
export function reportEncodings(rows: readonly EncodingRow[]): string {
  const charsets = [...new Set(rows.map(({ charset }) => charset))].sort();
  const cells = charsets.map((charset) => {
    const tried = rows.filter((row) => row.charset === charset);
    const wrong = tried.filter(({ isRight }) => !isRight);
    const named = wrong.map(({ language, readAs }) => `${language} (${readAs})`);
    return [charset, `${tried.length - wrong.length} of ${tried.length}`, named.join(', ')];
  });
  const rightly = rows.filter(({ isRight }) => isRight).length;
  const heading = `Character sets: ${rightly} of ${rows.length} texts came back letter for letter (${((100 * rightly) / Math.max(1, rows.length)).toFixed(1)} %).`;
  return `${heading}\n\n${markdownTable([left('set'), right('right'), left('wrong (read as)')], cells)}`;
}
