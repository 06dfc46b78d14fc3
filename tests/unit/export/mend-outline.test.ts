/** Bookmarks say what the headings say, whatever Chromium wrote, and the file stays as long as it was. */
import { describe, expect, it } from 'vitest';
import type { DocumentBlock } from '../../../electron/export/document/document-model.js';
import { mendOutline } from '../../../electron/export/print/mend-outline.js';

const heading = (text: string, note?: number): DocumentBlock => ({
  kind: 'heading',
  level: 1,
  content: [
    { kind: 'text', text, styles: [] },
    ...(note === undefined ? [] : [{ kind: 'footnote', index: note - 1 } as const]),
  ],
});
const hex = (text: string): string =>
  `<FEFF${[...text].map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()).join('')}>`;

function mended(written: string, ...blocks: DocumentBlock[]): string {
  const pdf = Buffer.from(`1 0 obj\n<</Title ${written}\n/Parent 2 0 R>>\nendobj\n`, 'latin1');
  const { length } = pdf;
  mendOutline(pdf, { title: 'The note', blocks });
  expect(pdf).toHaveLength(length);
  return /\/Title (.*?) *\n/.exec(pdf.toString('latin1'))?.[1] ?? '';
}

describe('a bookmark', () => {
  it.each([
    ['twice', '(PartPart)', heading('Part'), '(Part)'],
    ['once', '(Part)', heading('Part'), '(Part)'],
    ['with parentheses', '(a \\(b\\)a \\(b\\))', heading('a (b)'), '(a \\(b\\))'],
    ['in other letters', hex('בית “x”בית “x”'), heading('בית “x”'), hex('בית “x”')],
    ['with the number of a note', '(Cable12)', heading('Cable', 12), '(Cable)'],
    ['with the number of a note, twice', '(Cable12Cable12)', heading('Cable', 12), '(Cable)'],
    ['of the title', '(The noteThe note)', heading('Part'), '(The note)'],
  ])('that holds its heading %s says it once', (_, written, block, expected) => {
    expect(mended(written, block)).toBe(expected);
  });

  it('that says a word twice because its heading does is left alone', () => {
    expect(mended('(haha)', heading('haha'), heading('ha'))).toBe('(haha)');
    expect(mended('(haha)', heading('Other'))).toBe('(haha)');
  });
});
