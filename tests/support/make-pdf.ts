/**
 * Writes small PDFs for tests: Helvetica text at given places, page labels, document information, pages that are only a
 * picture, pictures of the rarer filters, actions, a password. Just enough of ISO 32000-1 for readers to take it; every text in it is invented.
 */
import { createHash } from 'node:crypto';

export interface RecipeLine {
  readonly text: string;
  /** Points from the left and from the foot of the page. */
  readonly x: number;
  readonly y: number;
  /** Points; 12 unless given. */
  readonly size?: number;
}

/** An image as it stands in the file, drawn over a square of 400 points. */
export interface PdfImage {
  readonly width: number;
  readonly height: number;
  /** Entries of the image's dictionary besides its size, for example `/Filter /JPXDecode`. */
  readonly entries: string;
  /** Bytes as hexadecimal digits. */
  readonly hex: string;
}

export interface PdfRecipe {
  /** One list of lines for each page, or an image; an empty list makes a page that holds only a grey picture. */
  readonly pages: readonly (readonly RecipeLine[] | PdfImage)[];
  /** More entries of the catalogue, for example an action when the document is opened. */
  readonly catalog?: string;
  /** More entries of every page, for example its annotations. */
  readonly page?: string;
  /** Body of a page label tree, for example `0 << /S /r >> 2 << /S /D /St 1 >>`. */
  readonly pageLabels?: string;
  readonly info?: Readonly<Record<string, string>>;
  /** Locks the document, so that it opens only with this password (RC4, 40 bits). */
  readonly password?: string;
}

/** Lines of running text from the head of a page down, 14 points apart; an empty string leaves a gap. */
export function runningText(lines: readonly string[]): RecipeLine[] {
  return lines.map((text, index) => ({ text, x: 72, y: 760 - index * 14 })).filter(({ text }) => text !== '');
}

export function makePdf(recipe: PdfRecipe): Uint8Array {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const pageObject = (index: number) => 5 + index * 2;
  const labels = recipe.pageLabels ? ` /PageLabels << /Nums [${recipe.pageLabels}] >>` : '';
  add(`<< /Type /Catalog /Pages 2 0 R${labels} ${recipe.catalog ?? ''} >>`);
  const kids = recipe.pages.map((_, index) => `${pageObject(index)} 0 R`).join(' ');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${recipe.pages.length} >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  const info = Object.entries(recipe.info ?? {}).map(([key, value]) => `/${key} ${literal(value)}`);
  add(`<< ${info.join(' ')} >>`);
  const images: string[] = [];
  for (const [index, page] of recipe.pages.entries()) {
    const contents = pageObject(index) + 1;
    let content = 'q 400 0 0 400 72 300 cm /I1 Do Q';
    let image = '';
    if ('hex' in page) {
      image = ` /XObject << /I1 ${pageObject(recipe.pages.length) + images.length} 0 R >>`;
      images.push(imageObject(page));
    } else content = page.length > 0 ? textContent(page) : '0.5 g 72 72 400 600 re f';
    const resources = `<< /Font << /F1 3 0 R >>${image} >>`;
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources ${resources} /Contents ${contents} 0 R ${recipe.page ?? ''} >>`,
    );
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  }
  for (const image of images) add(image);
  return assemble(objects, recipe.password);
}

function imageObject({ width, height, entries, hex }: PdfImage): string {
  const bytes = Buffer.from(hex.replaceAll(/\s/g, ''), 'hex').toString('latin1');
  const size = `/Width ${width} /Height ${height} /Length ${bytes.length}`;
  return `<< /Type /XObject /Subtype /Image ${size} ${entries} >>\nstream\n${bytes}\nendstream`;
}

const textContent = (lines: readonly RecipeLine[]) =>
  lines.map(({ text, x, y, size = 12 }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm ${literal(text)} Tj ET`).join('\n');

const literal = (text: string) => `(${text.replace(/[\\()]/g, '\\$&')})`;

function assemble(objects: readonly string[], password: string | undefined): Uint8Array {
  let file = '%PDF-1.4\n';
  const offsets: number[] = [];
  for (const [index, body] of objects.entries()) {
    offsets.push(file.length);
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
  }
  const start = file.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const lock = password === undefined ? '' : encryption(password);
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R${lock} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const FILE_ID = Buffer.alloc(16, 7);

/** ISO 32000-1, 7.6.3: revision 2 of the standard handler. The contents stay unencrypted: nobody gets that far. */
function encryption(password: string): string {
  const padded = (text: string) => Buffer.concat([Buffer.from(text, 'latin1'), PADDING]).subarray(0, 32);
  const md5 = (...parts: Buffer[]) => createHash('md5').update(Buffer.concat(parts)).digest();
  const owner = rc4(md5(padded('owner')).subarray(0, 5), padded(password));
  const permissions = Buffer.from([0xfc, 0xff, 0xff, 0xff]);
  const key = md5(padded(password), owner, permissions, FILE_ID).subarray(0, 5);
  const hex = (bytes: Buffer) => `<${bytes.toString('hex')}>`;
  const dictionary = `<< /Filter /Standard /V 1 /R 2 /O ${hex(owner)} /U ${hex(rc4(key, PADDING))} /P -4 >>`;
  return ` /ID [${hex(FILE_ID)} ${hex(FILE_ID)}] /Encrypt ${dictionary}`;
}

/** Written out because OpenSSL 3 no longer offers RC4. */
function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const swap = (one: number, other: number) => {
    [state[one], state[other]] = [state[other] ?? 0, state[one] ?? 0];
  };
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255;
      j = (j + (state[i] ?? 0)) & 255;
      swap(i, j);
      return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0);
    }),
  );
}
