/** Asks poppler, a reader of PDF that is not ours, what it sees. Debian's poppler-utils; not on every machine. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { judge } from './judges.js';

const run = promisify(execFile);
const MOST_BYTES = 64 * 1024 * 1024;

const isInstalled: boolean = await run('pdftotext', ['-v']).then(
  () => true,
  () => false,
);
export const { isAsked: asksPoppler, unlessInstalled: UNLESS_POPPLER } = judge('poppler', isInstalled);

async function ask(program: string, ...args: string[]): Promise<string> {
  return (await run(program, args, { maxBuffer: MOST_BYTES })).stdout;
}

/** Marks of direction, which poppler puts around what it has turned. */
const DIRECTIONS = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** The text of each page, blanks as one, letters in the place of presentation shapes. */
export async function popplerPages(file: string): Promise<string[]> {
  const pages = (await ask('pdftotext', file, '-')).split('\f').slice(0, -1);
  return pages.map((page) => page.replace(DIRECTIONS, ' ').normalize('NFKC').replace(/\s+/g, ' ').trim());
}

/** `Title`, `Tagged`, `Pages` and so on. */
export async function popplerInfo(file: string): Promise<Record<string, string>> {
  const lines = (await ask('pdfinfo', file)).split('\n');
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
}

export interface PopplerFont {
  readonly name: string;
  readonly embedded: boolean;
  /** Whether its letters can be copied. */
  readonly hasUnicode: boolean;
}

export async function popplerFonts(file: string): Promise<PopplerFont[]> {
  const lines = (await ask('pdffonts', file)).split('\n').slice(2);
  return lines
    .map((line) => /^(\S+) .* (yes|no) +(yes|no) +(yes|no) +\d+ +\d+$/.exec(line))
    .flatMap((match) => {
      const [, name = '', embedded, , unicode] = match ?? [];
      return match ? [{ name, embedded: embedded === 'yes', hasUnicode: unicode === 'yes' }] : [];
    });
}

export interface PopplerWord {
  readonly words: string;
  /** In points from the left edge of the page. */
  readonly left: number;
  readonly right: number;
  readonly pageWidth: number;
}

/** Every word with its place. */
export async function popplerWords(file: string): Promise<PopplerWord[]> {
  const found: PopplerWord[] = [];
  let pageWidth = 0;
  for (const line of (await ask('pdftotext', '-bbox', file, '-')).split('\n')) {
    const [, width] = /<page width="([\d.]+)"/.exec(line) ?? [];
    if (width !== undefined) pageWidth = Number(width);
    const [, left, right, words] = /<word xMin="([\d.-]+)" .*xMax="([\d.-]+)" .*>(.*)<\/word>/.exec(line) ?? [];
    if (words !== undefined) found.push({ words, left: Number(left), right: Number(right), pageWidth });
  }
  return found;
}
