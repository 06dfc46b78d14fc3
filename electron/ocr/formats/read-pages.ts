/** Reads a file of pages with their words, whichever of the formats it is in. */
import { t } from '../../wording/index.js';
import { readAlto } from './alto.js';
import { readHocr } from './hocr.js';
import type { PageFile } from './page-file.js';
import { readPageXml } from './page-xml.js';
import { unreadable } from './xml-tree.js';

export interface PagesOfFile {
  /** Its name, as people call it. */
  readonly format: 'ALTO' | 'PAGE XML' | 'hOCR';
  readonly pages: readonly PageFile[];
}

/** Where a root stands at the latest: behind declarations and comments. */
const HEAD = 20_000;

/** @throws FondsError FILE_UNREADABLE when it is in none of them. */
export function readPagesOf(bytes: Uint8Array): PagesOfFile {
  const text = decode(bytes);
  const head = text.slice(0, HEAD);
  if (/<(?:\w+:)?alto[\s>]/.test(head)) return { format: 'ALTO', pages: readAlto(text) };
  if (/<(?:\w+:)?PcGts[\s>]/.test(head)) return { format: 'PAGE XML', pages: readPageXml(text) };
  if (/<html[\s>]/i.test(head) || text.includes('ocr_page')) return { format: 'hOCR', pages: readHocr(text) };
  throw unreadable(t('This file is neither ALTO nor PAGE XML nor hOCR. Choose another file.'));
}

/** As its first bytes or its declaration say. */
function decode(bytes: Uint8Array): string {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const label = /^<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(start)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    throw unreadable(t('This file names a character set that is not known ({label}). Save it as UTF-8.', { label }));
  }
}
