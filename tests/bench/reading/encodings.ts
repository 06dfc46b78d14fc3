/** The table of character sets: texts of some forty languages, written in every set they are met in, and read again. */
import iconv from 'iconv-lite';
import { decode } from '../../../electron/ingest/decode.js';
import { ENCODING_TEXTS } from './encoding-texts.js';

export interface EncodingRow {
  readonly charset: string;
  readonly language: string;
  /** Whether the text came back letter for letter, whatever the set was called. */
  readonly isRight: boolean;
  /** The set that was guessed. */
  readonly readAs: string;
}

/** Names of iconv-lite, where they are others. */
const WRITTEN_AS: Readonly<Record<string, string>> = {
  'mac-ce': 'maccenteuro',
  'mac-croatian': 'maccroatian',
  'mac-icelandic': 'maciceland',
  'mac-romanian': 'macromania',
  'mac-turkish': 'macturkish',
  'mac-greek': 'macgreek',
  'x-mac-cyrillic': 'macukraine',
};
const RS = ['\u001B$B', '\u001B(B'] as const;

/** iconv-lite has no ISO-2022-JP: EUC-JP without its high bits, between escapes. */
function iso2022jp(text: string): Buffer {
  const pieces: Buffer[] = [];
  for (const [run] of text.matchAll(/[\u0080-\uFFFF]+|[^\u0080-\uFFFF]+/g)) {
    const isWide = run > '\u007F';
    const bytes = iconv.encode(run, 'euc-jp').map((byte) => byte & 0x7f);
    pieces.push(isWide ? Buffer.concat([Buffer.from(RS[0]), bytes, Buffer.from(RS[1])]) : Buffer.from(run));
  }
  return Buffer.concat(pieces);
}

/** @returns null when the set does not hold the text. */
export function encodeIn(text: string, charset: string): Buffer | null {
  if (charset === 'iso-2022-jp') return iso2022jp(text);
  const name = WRITTEN_AS[charset] ?? charset;
  const bytes = iconv.encode(text, name, { addBOM: false });
  return iconv.decode(bytes, name, { stripBOM: false }) === text ? bytes : null;
}

/** Every text in every of its sets that holds it. */
export function encodingRows(): EncodingRow[] {
  return ENCODING_TEXTS.flatMap(({ language, text, sets }) =>
    sets.flatMap((charset) => {
      const bytes = encodeIn(text, charset);
      if (!bytes) return [];
      const read = decode(bytes);
      return [{ charset, language, isRight: read.text === text, readAs: read.charset }];
    }),
  );
}
