/** PDFs of a folder, read by Fonds and by the judges. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { read } from '../../../electron/ingest/index.js';
import { type JudgeName, judgedPages } from './judges.js';
import { MEASURES, multisetF, pairsOf, type WordMeasure, wordsOf } from './word-f.js';

/** A text in fewer words says little: one word more or less decides. */
export const MIN_WORDS = 20;

export interface Agreement {
  /** In what the judge reads. */
  readonly words: number;
  /** Word F of Fonds against the judge. */
  readonly f: number;
}

export interface JudgeFigures extends Readonly<Record<WordMeasure, Agreement>> {
  readonly judge: JudgeName;
}

export interface PdfFigures {
  readonly file: string;
  /** Parted by white space, in what Fonds reads. */
  readonly words: number;
  readonly judges: readonly JudgeFigures[];
  /** Of each page, against the judge that agrees with it most: F of the words (`letters`) that follow one another. */
  readonly order: readonly number[];
  readonly ms: number;
  /** Why Fonds refused the file; null when it was read. */
  readonly refusal: string | null;
}

/** Of the judge that agrees most; 0 when there is none. */
export const bestF = ({ judges }: PdfFigures, measure: WordMeasure): number =>
  Math.max(0, ...judges.map((judged) => judged[measure].f));

/** Whether a file says enough to be counted: to every judge, since one may read as words what is none. */
export const isCounted = ({ judges }: PdfFigures, measure: WordMeasure): boolean =>
  judges.length > 0 && judges.every((judged) => judged[measure].words >= MIN_WORDS);

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
  const ours = pages.join('\n');
  const judges: JudgeFigures[] = [];
  const order: number[] = [];
  for (const [judge, version] of installed) {
    const judged = await judgedPages(judge, version, file, bytes);
    const agreements = MEASURES.map((measure) => [measure, agreementOf(ours, judged.join('\n'), measure)] as const);
    judges.push({ judge, ...(Object.fromEntries(agreements) as Record<WordMeasure, Agreement>) });
    for (const [pageIndex, page] of pages.entries()) {
      const f = multisetF(followersIn(page), followersIn(judged[pageIndex] ?? ''));
      order[pageIndex] = Math.max(order[pageIndex] ?? 0, f);
    }
  }
  return { file: basename(file), words: wordsOf(ours).length, judges, order, ms, refusal };
}

function agreementOf(ours: string, judged: string, measure: WordMeasure): Agreement {
  const theirs = wordsOf(judged, measure);
  return { words: theirs.length, f: multisetF(wordsOf(ours, measure), theirs) };
}

const followersIn = (page: string) => pairsOf(wordsOf(page, 'letters'));

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
