/**
 * Reader of Word documents of 1997 to 2003, over word-extractor. Its pieces are read and not what it makes of them: it
 * drops deletions, and runs notes together.
 */
import BufferReader from 'word-extractor/lib/buffer-reader.js';
import WordOleExtractor from 'word-extractor/lib/word-ole-extractor.js';
import { t } from '../../../wording/index.js';
import { fileUnreadable, PARAGRAPH, type ReadBytes } from '../../parsed-file.js';
import { encrypted } from '../../zip/read-container.js';
import { DocumentWriter } from '../document-writer.js';
import { InlineText, inlineOf, type Origin } from '../inline-text.js';

/** Word 97 and later; Word 6 and 95 are below. */
const FIRST_FIB = 0xc1;
const FIB_MAGIC = 0xa5ec;
const OLD_MAGICS = new Set([0xa5dc, 0xa59b, 0xa59c, 0xa5db]);

class Pieces extends WordOleExtractor {
  #before: readonly string[] = [];

  hasLists = false;

  override writeCharacterProperties(buffer: Buffer, tableBuffer: Buffer): void {
    // The size of the table of lists, [MS-DOC] 2.5.6.
    this.hasLists = buffer.length > 0x2ea && buffer.readUInt32LE(0x2e6) > 2;
    this.#before = this._pieces.map(({ text }) => text);
    super.writeCharacterProperties(buffer, tableBuffer);
  }

  /** The text of the file as it was, and with what was deleted overwritten. */
  texts(): { readonly whole: string; readonly left: string } {
    return { whole: this.#before.join(''), left: this._pieces.map(({ text }) => text).join('') };
  }
}

export const readDoc: ReadBytes = async (bytes) => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  checkKind(buffer);
  const pieces = new Pieces();
  await pieces.extract(new BufferReader(buffer)).catch((error: unknown) => {
    // The head of the document is not always where a sector of the file begins.
    throw error instanceof Error && /Invalid magic number/.test(error.message) ? tooOld() : error;
  });
  const writer = new DocumentWriter();
  const { whole, left } = pieces.texts();
  const { ccpText, ccpFtn, ccpHdd, ccpAtn, ccpEdn, ccpTxbx } = pieces._boundaries;
  let at = 0;
  const part = (length: number) => {
    const start = at;
    at += length;
    return { whole: whole.slice(start, at), left: left.slice(start, at) };
  };
  write(writer, part(ccpText), null);
  write(writer, part(ccpFtn), 'note');
  write(writer, part(ccpHdd), 'header');
  write(writer, part(ccpAtn), 'comment');
  write(writer, part(ccpEdn), 'note');
  write(writer, part(ccpTxbx), 'text-box');
  if (pieces.hasLists) {
    writer.builder.remarks.push(t('Numbers of lists that Word counts itself are not read from documents of its kind.'));
  }
  if (ccpFtn + ccpEdn + ccpAtn > 0) {
    writer.builder.remarks.push(
      t('Where notes and comments belong, and who made the comments, is not read from documents of its kind.'),
    );
  }
  if (holds(buffer, '_VBA_PROJECT')) writer.drop('macro');
  return writer.finish(t('This document holds no text. If its pages are pictures, print it to PDF and import that.'));
};

/** @throws FondsError `FILE_UNREADABLE` for what is no document of Word 97 or later. */
function checkKind(buffer: Buffer): void {
  if (holds(buffer, 'EncryptedPackage')) throw encrypted();
  const old = OLD_MAGICS.has(buffer.length > 2 ? buffer.readUInt16LE(0) : 0);
  if (!old && !holds(buffer, 'WordDocument')) {
    throw fileUnreadable(
      t(
        'This file of Office 97–2003 is no Word document. Of its kind only those of Word are read; save it in a newer format.',
      ),
    );
  }
  const fib = fibOf(buffer);
  if (old || (fib && (fib.version < FIRST_FIB || fib.magic !== FIB_MAGIC))) {
    throw tooOld();
  }
  if (fib?.isEncrypted) throw encrypted();
}

const tooOld = () =>
  fileUnreadable(
    t(
      'This document was written by Word 6, Word 95 or an older Word, whose files are not read. Open it in LibreOffice, save it as .docx or .odt, and import that.',
    ),
  );

/** The head of the document lies at the beginning of a sector; streams of OLE are not followed for it. */
function fibOf(buffer: Buffer) {
  for (let at = 512; at + 12 < buffer.length; at += 512) {
    const magic = buffer.readUInt16LE(at);
    const version = buffer.readUInt16LE(at + 2);
    if ((magic === FIB_MAGIC || OLD_MAGICS.has(magic)) && version > 0 && version < 0x400) {
      return { magic, version, isEncrypted: (buffer.readUInt16LE(at + 10) & 0x0100) !== 0 };
    }
  }
  return null;
}

const holds = (buffer: Buffer, stream: string): boolean => buffer.includes(Buffer.from(stream, 'utf16le'));

const CELL = '\x07';

function write(
  writer: DocumentWriter,
  { whole, left }: { readonly whole: string; readonly left: string },
  base: Origin | null,
) {
  let inline = new InlineText();
  let cells: InlineText[] = [];
  const known = new Set<string>();
  /** Of a field its program stands before its result: 0x13 program 0x14 result 0x15. */
  const fields: ('program' | 'result')[] = [];
  const end = () => {
    const words = inline;
    inline = new InlineText();
    if (words.isBlank || (base === 'header' && known.has(words.text))) return;
    known.add(words.text);
    if (base) writer.mark(base);
    writer.block(PARAGRAPH, words);
  };
  for (let at = 0; at < whole.length; at += 1) {
    const sign = whole.charAt(at);
    const isDeleted = sign !== '\0' && left.charAt(at) === '\0';
    if (sign === '\x13') fields.push('program');
    else if (sign === '\x14') fields[fields.length - 1] = 'result';
    else if (sign === '\x15') fields.pop();
    else if (fields.includes('program')) continue;
    else if (sign === CELL) {
      // A row ends with a cell mark of its own behind that of its last cell.
      if (whole.charAt(at - 1) === CELL && cells.length > 0) {
        inline = inlineOf('');
        for (const [index, cell] of cells.entries()) {
          if (index > 0) inline.add(' | ', base);
          inline.append(cell);
        }
        cells = [];
        end();
      } else {
        cells.push(inline);
        inline = new InlineText();
      }
    } else if (sign === '\r' || sign === '\f' || sign === '\x0e') {
      end();
    } else if (sign === '\x0b') inline.add('\n', base);
    else if (sign === '\x1e') inline.add('\u2011', base);
    else if (sign === '\x1f') inline.add('\u00AD', base);
    else if (sign === '\x01' || sign === '\x08') writer.drop('picture');
    else if (sign >= ' ' || sign === '\t') inline.add(sign, isDeleted ? 'deletion' : base);
    if (isDeleted && left.charAt(at - 1) !== '\0') writer.mark('deletion');
  }
  for (const cell of cells) {
    inline.append(cell);
  }
  end();
}
