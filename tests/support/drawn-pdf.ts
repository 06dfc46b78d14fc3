/**
 * Writes PDFs of one page for tests from the operators that draw it, so that a test shows how a program drew what is
 * to be read. Helvetica is `/F1`; every text in it is invented.
 */

export interface DrawnPage {
  /** Operators of the content stream. */
  readonly content: string;
  /** The font's dictionary, in the place of plain Helvetica. */
  readonly font?: string;
  /** More entries of the page. */
  readonly page?: string;
  /** More entries of the catalogue. */
  readonly catalog?: string;
  /** More objects, numbered from 6. */
  readonly objects?: readonly string[];
}

export const HELVETICA = '/Type /Font /Subtype /Type1 /BaseFont /Helvetica';

export const escaped = (text: string) => text.replace(/[\\()]/g, '\\$&');

/** Operators that show a text at a place, in points from the left and from the foot of the page. */
export const at = (x: number, y: number, text: string, size = 11): string =>
  `BT /F1 ${size} Tf ${x} ${y} Td (${escaped(text)}) Tj ET\n`;

export const stream = (entries: string, body: string): string =>
  `<< ${entries} /Length ${body.length} >>\nstream\n${body}\nendstream`;

/** A form XObject that shows one text, for an annotation's appearance of 200 by 20 points. */
export const appearance = (text: string, x = 2, size = 10): string =>
  stream(
    '/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F1 4 0 R >> >>',
    `/Tx BMC q BT /F1 ${size} Tf ${x} 5 Td (${escaped(text)}) Tj ET Q EMC`,
  );

export function drawnPdf({ content, font, page = '', catalog = '', objects = [] }: DrawnPage): Uint8Array {
  const bodies = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R ${page} >>`,
    `<< ${font ?? `${HELVETICA} /Encoding /WinAnsiEncoding`} >>`,
    stream('', content),
    ...objects,
  ];
  let file = '%PDF-1.7\n';
  const offsets = bodies.map((body, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const start = file.length;
  file += `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  file += `trailer\n<< /Size ${bodies.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
