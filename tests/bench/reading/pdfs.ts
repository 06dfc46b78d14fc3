/** PDFs of a folder, read by Fonds and by the judges. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { read } from '../../../electron/ingest/index.js';
import { type JudgeName, judgedPages } from './judges.js';
import { multisetF, pairsOf, wordsOf } from './word-f.js';

/** A text in fewer words says little: one word more or less decides. */
export const FEWEST_WORDS = 20;

export interface JudgeFigures {
  readonly judge: JudgeName;
  readonly words: number;
  /** Word F of Fonds against this judge. */
  readonly f: number;
}

export interface PdfFigures {
  readonly file: string;
  readonly words: number;
  readonly judges: readonly JudgeFigures[];
  /** Of each page, against the judge that agrees with it most: F of the words that follow one another. */
  readonly order: readonly number[];
  readonly ms: number;
  /** Why Fonds refused the file; null when it was read. */
  readonly refusal: string | null;
}

export const bestOf = ({ judges }: PdfFigures): JudgeFigures | null =>
  judges.reduce<JudgeFigures | null>((best, one) => (best && best.f >= one.f ? best : one), null);

/** Whether a file says enough to be counted. */
export const isCounted = (figures: PdfFigures): boolean => (bestOf(figures)?.words ?? 0) >= FEWEST_WORDS;

async function ownPages(bytes: Uint8Array, name: string): Promise<{ pages: string[]; refusal: string | null }> {
  try {
    const { text, spans } = await read(bytes, name);
    const pages = spans.flatMap((span) => (span.kind === 'page' ? [text.slice(span.start, span.end)] : []));
    return { pages, refusal: null };
  } catch (error) {
    return { pages: [], refusal: error instanceof Error ? error.message : String(error) };
  }
}

async function figuresOf(file: string, installed: ReadonlyMap<JudgeName, string>): Promise<PdfFigures> {
  const bytes = await readFile(file);
  const started = performance.now();
  const { pages, refusal } = await ownPages(bytes, basename(file));
  const ms = performance.now() - started;
  const words = wordsOf(pages.join('\n'));
  const judges: JudgeFigures[] = [];
  const order: number[] = [];
  for (const [judge, version] of installed) {
    const judged = await judgedPages(judge, version, file, bytes);
    const theirs = wordsOf(judged.join('\n'));
    judges.push({ judge, words: theirs.length, f: multisetF(words, theirs) });
    for (const [pageIndex, page] of pages.entries()) {
      const f = multisetF(pairsOf(wordsOf(page)), pairsOf(wordsOf(judged[pageIndex] ?? '')));
      order[pageIndex] = Math.max(order[pageIndex] ?? 0, f);
    }
  }
  return { file: basename(file), words: words.length, judges, order, ms, refusal };
}

/** @param tell hears of every hundredth file. */
export async function measurePdfs(
  folder: string,
  installed: ReadonlyMap<JudgeName, string>,
  tell: (news: string) => void,
): Promise<PdfFigures[]> {
  const names = (await readdir(folder)).filter((name) => name.toLowerCase().endsWith('.pdf')).sort();
  const figures: PdfFigures[] = [];
  for (const name of names) {
    figures.push(await figuresOf(join(folder, name), installed));
    if (figures.length % 100 === 0) tell(`${figures.length} of ${names.length} PDFs`);
  }
  return figures;
}
