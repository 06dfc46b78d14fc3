/**
 * The narrow way to Tesseract as WebAssembly: images in, its own report out. One instance reads one page at a time and
 * keeps the memory of the largest; it is ended with its process.
 */
import { createRequire } from 'node:module';
import type { GreyImage } from './image/grey-image.js';

export interface LanguageData {
  /** As in the name of its file: `eng`, `frk`. */
  readonly code: string;
  /** The content of the .traineddata file, unpacked. */
  readonly bytes: Uint8Array;
}

/** As Tesseract reports it; `x1` and `y1` exclusive. */
export interface TesseractBox {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}
interface Part {
  readonly bbox: TesseractBox;
}
export interface TesseractWord extends Part {
  readonly text: string;
  readonly confidence: number;
}
export interface TesseractLine extends Part {
  readonly words: readonly TesseractWord[];
}
export interface TesseractParagraph extends Part {
  readonly lines: readonly TesseractLine[];
}
export interface TesseractBlock extends Part {
  readonly paragraphs?: readonly TesseractParagraph[];
}

export interface ScriptFound {
  /** By how much the page lies turned, clockwise. */
  readonly quarterTurn: 0 | 90 | 180 | 270;
  /** Tesseract's own measure; below 2 it is a guess, above 15 certain. */
  readonly turnConfidence: number;
  /** As Tesseract names it: `Latin`, `Cyrillic`, `Fraktur`. */
  readonly script: string;
}

export interface Tesseract {
  readonly version: string;
  /** @throws Error when Tesseract cannot use the data. */
  setLanguages(languages: readonly LanguageData[]): void;
  /** @param parameters of Tesseract, by their names; they stay set until other languages are used. */
  configure(parameters: Readonly<Record<string, string>>): void;
  setImage(image: GreyImage, dotsPerInch: number): void;
  /** Lays the lines of the image out. @returns by how much they lean, in radians; positive when they rise. */
  leaning(): number;
  recognize(): readonly TesseractBlock[];
  /** @param osd the data `osd`, which knows scripts, and no language. @returns null when there is too little text. */
  findScript(osd: LanguageData, image: GreyImage): ScriptFound | null;
}

interface Core {
  readonly FS: { writeFile(path: string, bytes: Uint8Array): void; unlink(path: string): void };
  readonly TessBaseAPI: new () => CoreApi;
  readonly OSResults: new () => CoreScripts;
  _free?(pointer: number): void;
}
interface CoreApi {
  Init(path: null, languages: string, engineMode: number): number;
  End(): void;
  Version(): string;
  SetVariable(name: string, value: string): boolean;
  SetImageFile(exifOrientation: number, radians: number): number;
  SetSourceResolution(dotsPerInch: number): void;
  FindLines(): number;
  GetGradient(): number;
  Recognize(monitor: null): number;
  GetJSONText(page: number): string;
  DetectOS(into: CoreScripts): boolean;
}
interface CoreScripts {
  readonly best_result: { readonly orientation_id: number; readonly oconfidence: number; readonly script_id: number };
  readonly unicharset: { get_script_from_script_id(id: number): string };
  __destroy__(): void;
}
type StartCore = (options: { print(): void; printErr(): void }) => Promise<Core>;

const LSTM = 1;
const LEGACY = 0;
const INPUT = '/input';
/** A module of one instruction of relaxed SIMD. Source: wasm-feature-detect. */
const RELAXED_SIMD = Uint8Array.from([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 15, 1, 13, 0, 65, 1, 253, 15, 65, 2, 253, 15,
  253, 128, 2, 11,
]);

export async function startTesseract(): Promise<Tesseract> {
  const require = createRequire(import.meta.url);
  // The cores whose names end in -lstm lack what tells scripts apart: asked for it, they abort.
  const name = WebAssembly.validate(RELAXED_SIMD) ? 'tesseract-core-relaxedsimd' : 'tesseract-core';
  const start = require(`tesseract.js-core/${name}.js`) as StartCore;
  const core = await start({ print: () => undefined, printErr: () => undefined });
  return createTesseract(core);
}

function createTesseract(core: Core): Tesseract {
  const api = new core.TessBaseAPI();
  let current = '';
  const init = (languages: readonly LanguageData[], mode: number) => {
    const names = languages.map(({ code }) => code).join('+');
    if (names === current) return;
    if (current !== '') api.End();
    current = '';
    for (const { code, bytes } of languages) core.FS.writeFile(`./${code}.traineddata`, bytes);
    const status = api.Init(null, names, mode);
    // Tesseract holds what it needs of them by now.
    for (const { code } of languages) core.FS.unlink(`./${code}.traineddata`);
    if (status !== 0) throw new Error(`Tesseract cannot use the language data ${names}.`);
    current = names;
  };
  const setImage = (image: GreyImage, dotsPerInch: number) => {
    core.FS.writeFile(INPUT, asPgm(image));
    const status = api.SetImageFile(1, 0);
    core.FS.unlink(INPUT);
    if (status !== 0) throw new Error('Tesseract cannot read the image.');
    api.SetSourceResolution(dotsPerInch);
  };
  return {
    version: api.Version(),
    setLanguages: (languages) => init(languages, LSTM),
    configure: (parameters) => {
      for (const [name, value] of Object.entries(parameters)) {
        if (!api.SetVariable(name, value)) throw new Error(`Tesseract has no parameter ${name} with a value ${value}.`);
      }
    },
    setImage,
    leaning: () => {
      api.FindLines();
      return api.GetGradient();
    },
    recognize: () => {
      if (api.Recognize(null) !== 0) throw new Error('Tesseract gave up on the page.');
      const { blocks } = JSON.parse(api.GetJSONText(0)) as { blocks: TesseractBlock[] | null };
      return blocks ?? [];
    },
    findScript: (osd, image) => {
      init([osd], LEGACY);
      setImage(image, 300);
      const results = new core.OSResults();
      try {
        if (!api.DetectOS(results)) return null;
        const { orientation_id: turn, oconfidence: turnConfidence, script_id: script } = results.best_result;
        const quarterTurn = ([0, 270, 180, 90] as const)[turn] ?? 0;
        return { quarterTurn, turnConfidence, script: results.unicharset.get_script_from_script_id(script) };
      } finally {
        results.__destroy__();
      }
    },
  };
}

/** The plainest format that Tesseract reads: a line of text, and the pixels. */
function asPgm({ width, height, data }: GreyImage): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const file = new Uint8Array(head.length + data.length);
  file.set(head);
  file.set(data, head.length);
  return file;
}
