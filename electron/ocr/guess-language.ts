/** Guesses in which language a page is written: the script by Tesseract, then a trial of each language that writes it. */
import { francAll } from 'franc-min';
import { type GreyImage, shrink } from './image/grey-image.js';
import type { ImageKind } from './image/prepare-page.js';
import { pageText } from './page-text.js';
import { recognizePage } from './recognize-page.js';
import type { LanguageData, Tesseract } from './tesseract.js';

export interface OcrLanguageGuess {
  /** One code, as in the names of language data; null when nothing that is there reads such a script. */
  readonly language: string | null;
  /** As Tesseract names it; empty when there is too little text to tell. */
  readonly script: string;
  /** How many points of confidence the language is before the next, from 0 to 100. Always a guess: a person decides. */
  readonly lead: number;
}

/** What writes a script, of the languages that ship and Russian; what a person adds is chosen by the person. */
const WRITTEN_IN: Readonly<Record<string, readonly string[]>> = {
  Latin: ['eng', 'deu', 'fra', 'spa', 'ita', 'lat', 'hrv'],
  Cyrillic: ['srp', 'rus'],
  Greek: ['ell'],
  Fraktur: ['frk'],
};
/** How franc names them, where it knows them; it cannot tell Serbian, Croatian and Bosnian apart. */
const NAMED_BY_FRANC: Readonly<Record<string, readonly string[]>> = {
  eng: ['eng'],
  deu: ['deu'],
  fra: ['fra'],
  spa: ['spa'],
  ita: ['ita'],
  hrv: ['hrv', 'bos', 'srp'],
  srp: ['srp', 'bos', 'hrv'],
  rus: ['rus'],
};
/** In points of confidence. */
const FRANC_COUNTS = 6;
const LEAST_LETTERS = 40;
const SAMPLE_HEIGHT = 700;
const OSD_SIDE = 1_600;

export interface GuessSource {
  readonly osd: LanguageData;
  /** @returns null when there is no such data. */
  load(code: string): Promise<LanguageData | null>;
}

export async function guessLanguage(
  tesseract: Tesseract,
  image: GreyImage,
  { osd, load }: GuessSource,
  kind: ImageKind = 'auto',
): Promise<OcrLanguageGuess> {
  const factor = Math.floor(Math.max(image.width, image.height) / OSD_SIDE);
  const script = tesseract.findScript(osd, shrink(image, factor))?.script ?? '';
  const sample = sampleOf(image);
  const trials: { language: string; points: number }[] = [];
  for (const language of WRITTEN_IN[script] ?? []) {
    const data = await load(language);
    if (!data) continue;
    const page = recognizePage(tesseract, sample, { languages: [data], osd, kind, dotsPerInch: 0 });
    const { text } = pageText(page);
    trials.push({ language, points: page.confidence + (agrees(language, text) ? FRANC_COUNTS : 0) });
  }
  trials.sort((one, other) => other.points - one.points);
  const [best, next] = trials;
  if (!best || best.points === 0) return { language: null, script, lead: 0 };
  return { language: best.language, script, lead: Math.min(100, Math.max(0, best.points - (next?.points ?? 0))) };
}

function agrees(language: string, text: string): boolean {
  if (text.length < LEAST_LETTERS) return false;
  const [first] = francAll(text.replace(/-\n/g, ''))[0] ?? [];
  return first !== undefined && (NAMED_BY_FRANC[language] ?? []).includes(first);
}

/** The rows around a third of the page: below its head, above where it may end. */
function sampleOf({ width, height, data }: GreyImage): GreyImage {
  const rows = Math.min(height, SAMPLE_HEIGHT);
  const top = Math.min(height - rows, Math.round(height / 4));
  return { width, height: rows, data: data.subarray(top * width, (top + rows) * width) };
}
