import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { NO_READER } from '../../../electron/contract/index.js';
import { read, recognise } from '../../../electron/ingest/index.js';
import { makePdf, runningText } from '../../support/make-pdf.js';

const PAGE = '<!DOCTYPE html>\n<html><head><title>A page</title></head><body><p>The envoy left.</p></body></html>';
const MARKDOWN = '# A memorandum\n\nThe envoy *left* at noon, as [the log](log.md) says.\n';
const TEXT = 'The envoy left at noon, and nobody saw him go.\n\nA second paragraph.\n';
const pdf = (): Buffer => Buffer.from(makePdf({ pages: [runningText(['The envoy left.'])] }));
const zip = (files: Record<string, string>) =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]))));
const DOCX = () => zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>' });
const JPEG = Buffer.from('\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01', 'latin1');
const PNG = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1');
const TIFF = Buffer.from('II*\0\x08\0\0\0', 'latin1');

const reader = (content: string | Buffer, name: string) => recognise(Buffer.from(content), name).reader?.name ?? null;
const remark = (content: string | Buffer, name: string) => recognise(Buffer.from(content), name).remark;

describe('a file whose name says what it holds', () => {
  it.each([
    ['a.txt', TEXT, 'text'],
    ['a.md', MARKDOWN, 'markdown'],
    ['README.MD', '<p align="center"><b>Fonds</b></p>\n\n# Fonds\n', 'markdown'],
    ['a.html', PAGE, 'html'],
    ['a.htm', 'Only a line.<br>And another.', 'html'],
    ['a.txt', MARKDOWN, 'text'],
    ['a.txt', 'The mark %PDF-1.4 begins every such file.\nSo much for that.', 'text'],
    ['a.txt', 'A < B and B > C; <b>nothing</b> more is meant by it.', 'text'],
    ['a.txt', 'BM is short for British Museum. Its keepers said so.', 'text'],
  ])('%s is read so, without a remark', (name, content, expected) => {
    expect(recognise(Buffer.from(content), name)).toMatchObject({ reader: { name: expected }, remark: null });
  });
});

describe('a file whose name says something else', () => {
  it.each<[string, () => string | Buffer, string, RegExp]>([
    ['cable.txt', pdf, 'pdf', /named “.txt” but holds a PDF document/],
    ['cable.html', pdf, 'pdf', /PDF/],
    ['cable.docx', pdf, 'pdf', /PDF/],
    ['cable.xyz', pdf, 'pdf', /PDF/],
    ['page.pdf', () => PAGE, 'html', /named “.pdf” but holds a web page/],
    ['page.txt', () => PAGE, 'html', /web page/],
    ['page.md', () => PAGE, 'html', /web page/],
    ['page.doc', () => PAGE, 'html', /web page/],
    ['page.xyz', () => PAGE, 'html', /web page/],
    ['page.txt', () => '<div><p>One.</p><p>Two.</p></div>', 'html', /web page/],
    ['letter.pdf', () => TEXT, 'text', /named “.pdf” but holds plain text/],
    ['letter.html', () => TEXT, 'text', /plain text/],
    ['letter.jpg', () => TEXT, 'text', /plain text/],
    ['memo.pdf', () => MARKDOWN, 'markdown', /Markdown/],
    ['memo.html', () => MARKDOWN, 'markdown', /Markdown/],
  ])('%s is read as what it holds, with a remark', (name, content, expected, said) => {
    expect(reader(content(), name)).toBe(expected);
    expect(remark(content(), name)).toMatch(said);
  });

  it('keeps the remark with the text that is read of it', async () => {
    const reading = await read(Buffer.from(PAGE), 'page.pdf');
    expect(reading).toMatchObject({
      readerName: 'html',
      mediaType: 'text/html',
      text: expect.stringContaining('left'),
    });
    expect(reading.remarks[0]).toMatch(/named “.pdf” but holds a web page/);
    expect((await read(pdf(), 'cable.txt')).remarks[0]).toMatch(/PDF/);
  });

  it.each([
    ['photograph.txt', JPEG, 'jpeg', 'a JPEG image'],
    ['photograph.pdf', PNG, 'png', 'a PNG image'],
    ['scan.pdf', TIFF, 'tiff', 'a TIFF image'],
  ])('%s is brought in as the image it is', (name, content, expected, says) => {
    expect(recognise(content, name).reader?.name).toBe(expected);
    expect(recognise(content, name).remark).toContain(`but holds ${says}`);
  });

  it.each([
    ['letter.txt', DOCX(), 'docx', 'a Word document'],
    ['letter.txt', Buffer.from('{\\rtf1\\ansi A letter.}'), 'rtf', 'an RTF document'],
    ['letter.doc', Buffer.from('{\\rtf1\\ansi A letter.}'), 'rtf', 'an RTF document'],
  ])('%s is read as the document it is', (name, content, expected, says) => {
    expect(recognise(content, name).reader?.name).toBe(expected);
    expect(recognise(content, name).remark).toContain(`but holds ${says}`);
  });

  it.each([
    ['letter.doc', zip({ 'a.txt': 'x' }), 'a ZIP archive'],
    ['letter.txt', Buffer.from('7z\xbc\xaf\x27\x1c', 'latin1'), 'a 7-Zip archive'],
  ])('%s, which nothing reads, is refused by what it is', (name, content, says) => {
    const { reader: none, refusal } = recognise(content, name);
    expect(none).toBeNull();
    expect(refusal?.startsWith(NO_READER)).toBe(true);
    expect(refusal).toContain(`but holds ${says}`);
  });
});

describe('what comes before the beginning', () => {
  it.each<[string, () => string | Buffer, string]>([
    ['a byte order mark before a page', () => `\uFEFF${PAGE}`, 'html'],
    ['blank lines before a page', () => ` \n\n\t${PAGE}`, 'html'],
    [
      'a comment and an XML head before a page',
      () => `<?xml version="1.0"?>\n<!-- saved -->\n<html><p>x</p></html>`,
      'html',
    ],
    ['UTF-16 of a page', () => Buffer.from(`\uFEFF${PAGE}`, 'utf16le'), 'html'],
    ['UTF-16 of a page without a mark', () => Buffer.from(PAGE, 'utf16le'), 'html'],
    ['a byte order mark before a PDF', () => Buffer.concat([Buffer.from('\uFEFF'), pdf()]), 'pdf'],
    ['white space before a PDF', () => Buffer.concat([Buffer.from('\r\n  '), pdf()]), 'pdf'],
    [
      'lines of a mail program before a PDF',
      () => Buffer.concat([Buffer.from('From: a scanner\r\n\r\n'), pdf()]),
      'pdf',
    ],
  ])('%s does not hide what the file is', (_, content, expected) => {
    for (const name of ['a.txt', 'a', 'a.pdf', 'a.html']) expect(reader(content(), name), name).toBe(expected);
  });

  it('reads such a PDF whole', async () => {
    const bytes = Buffer.concat([Buffer.from('junk of a printer\r\n'), pdf()]);
    expect((await read(bytes, 'cable.pdf')).readerName).toBe('pdf');
  });
});

describe('a name without an extension', () => {
  it.each([
    ['letter', TEXT, 'text'],
    ['Letter of 3.12.1952', TEXT, 'text'],
    ['Report No. 12', TEXT, 'text'],
    ['letter', Buffer.from(`\uFEFF${TEXT}`, 'utf16le'), 'text'],
    ['letter', 'x', 'text'],
    ['memo', MARKDOWN, 'markdown'],
    ['page', PAGE, 'html'],
  ])('leaves it to the content: %s', (name, content, expected) => {
    expect(reader(content, name)).toBe(expected);
    expect(remark(content, name)).toBeNull();
  });

  it('does not make a text of bytes that are none', () => {
    expect(reader(Buffer.from([1, 2, 3, 0, 250, 7, 8, 0, 0, 16, 3, 2, 1, 0, 4, 5, 6]), 'letter')).toBeNull();
  });
});

it('refuses what is named after a format without a reader, as long as the content does not contradict', () => {
  for (const name of ['style.css', 'data.json', 'table.csv', 'odd.xyz', '.gitignore']) {
    expect(recognise(Buffer.from(TEXT), name)).toMatchObject({ reader: null, remark: null });
    expect(recognise(Buffer.from(TEXT), name).refusal).not.toContain('but holds');
  }
  for (const [name, content] of [
    ['a.wav', Buffer.from('RIFF\0\0\0\0WAVEfmt ', 'latin1')],
    ['a.zip', zip({ a: 'x' })],
  ] as const) {
    expect(recognise(content, name).refusal?.startsWith(`${NO_READER} It reads`)).toBe(true);
  }
});
