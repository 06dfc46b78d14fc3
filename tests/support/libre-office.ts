/**
 * LibreOffice as the judge of Word documents: it is not ours, and refuses or loses what is wrong. Starting it takes
 * seconds and a document tenths of one, so a test file hands over all it made and opens them with one start.
 */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { JSDOM } from 'jsdom';
import { judge } from './judges.js';

/** `npm test` installs it where it may (`scripts/ensure-system.mjs`). */
export const { isAsked: asksLibreOffice, unlessInstalled: UNLESS_INSTALLED } = judge(
  'LibreOffice',
  spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0,
);

export interface OpenedWord {
  /** Its paragraphs, and those of its notes at their marks, in order; tables cell by cell. */
  readonly paragraphs: readonly string[];
  /** Of each footnote its text. */
  readonly notes: readonly string[];
}

/** @returns what LibreOffice shows of each, in the order given. @throws when it opens one of them not at all. */
export async function openInLibreOffice(documents: readonly Uint8Array[]): Promise<OpenedWord[]> {
  const folder = await mkdtemp(join(tmpdir(), 'fonds-soffice-'));
  try {
    const files = await Promise.all(
      documents.map(async (bytes, index) => {
        const file = join(folder, `${index}.docx`);
        await writeFile(file, bytes);
        return file;
      }),
    );
    // A profile of its own: LibreOffice of the person who runs the tests may be open.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
    const { stderr } = await promisify(execFile)('soffice', [
      profile,
      '--headless',
      '--convert-to',
      'fodt',
      '--outdir',
      folder,
      ...files,
    ]);
    return await Promise.all(
      files.map(async (file, index) => {
        const xml = await readFile(file.replace(/docx$/, 'fodt'), 'utf8').catch(() => {
          throw new Error(`LibreOffice does not open Word document ${index}: ${stderr}`);
        });
        return readFlatText(xml);
      }),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Reads flat OpenDocument. Source: ODF 1.3 part 3, chapters 5 and 6. */
function readFlatText(xml: string): OpenedWord {
  const { document } = new JSDOM(xml, { contentType: 'text/xml' }).window;
  const body = document.getElementsByTagName('office:text')[0];
  if (!body) throw new Error('no text in what LibreOffice made');
  const text = (node: Node): string => {
    if (node.nodeType === 3) return node.textContent ?? '';
    switch (node.nodeName) {
      case 'text:note-citation':
        return '';
      case 'text:s':
      case 'text:tab':
      case 'text:line-break':
        return ' ';
      case 'text:note':
        return ` ${[...node.childNodes].map(text).join('')} `;
      default:
        // Paragraphs of a note stand in the paragraph of its mark.
        return `${[...node.childNodes].map(text).join('')}${/^text:[ph]$/.test(node.nodeName) ? ' ' : ''}`;
    }
  };
  const blocks = [...body.getElementsByTagName('*')].filter(({ nodeName }) => /^text:[ph]$/.test(nodeName));
  const paragraphs = blocks.filter(isOwnParagraph).map((block) => text(block).trim());
  const notes = [...body.getElementsByTagName('text:note-body')].map((note) => text(note).trim());
  return { paragraphs: paragraphs.filter((words) => words !== ''), notes };
}

/** Not one of a footnote, whose words stand at its mark. */
function isOwnParagraph(block: Element): boolean {
  for (let node = block.parentElement; node; node = node.parentElement) {
    if (node.nodeName === 'text:note-body') return false;
  }
  return true;
}

/** Letters and digits in the order that they are read. */
export const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** @returns the words of `text` that the document lacks, as often as it lacks them. Digits are not compared: marks are. */
export function missingWords({ paragraphs }: OpenedWord, text: string): string[] {
  const held = new Map<string, number>();
  const letters = (from: string) => from.match(/[\p{L}\p{M}]+/gu) ?? [];
  for (const word of paragraphs.flatMap(letters)) held.set(word, (held.get(word) ?? 0) + 1);
  return letters(text).filter((word) => {
    const count = held.get(word) ?? 0;
    held.set(word, count - 1);
    return count <= 0;
  });
}
